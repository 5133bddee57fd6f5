"""Find the quotation of the body that a headline or crosshead repeats."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from articleparse.resolve.speakers.cast import content_words

# Share of a title's words that the body's quotation has to hold.
_LEAST_SHARE = 0.74


class Repeats:
    """An index of the words of the body's quotations."""

    def __init__(self, texts: Sequence[tuple[int, str]]) -> None:
        """`texts` are the starts and the folded words of quotations, in text order."""
        self._starts = [start for start, _ in texts]
        self._texts: list[str] = []
        self._holders: dict[str, list[int]] = {}
        for index, (_, text) in enumerate(texts):
            words = content_words(text)
            self._texts.append(" ".join(words))
            for stem in {_stem(word) for word in words}:
                self._holders.setdefault(stem, []).append(index)

    def find(self, start: int, text: str) -> int | None:
        """Return the index of the quotation that a title at `start` repeats, None without.

        Of several the one that holds most of it, then the first behind the title.
        """
        content = content_words(text)
        words = {_stem(word) for word in content}
        shared: Counter[int] = Counter()
        for word in sorted(words):
            # A word that all quotations hold tells nothing, and would cost quadratic time.
            shared.update(self._holders.get(word, ())[:200])
        least = _LEAST_SHARE * len(words)
        fitting = [(index, count) for index, count in shared.items() if count >= max(1, least)]
        if not fitting:
            return None
        whole = " ".join(content)
        return min(
            fitting,
            key=lambda f: (
                whole not in self._texts[f[0]],
                -f[1],
                self._starts[f[0]] < start,
                abs(self._starts[f[0]] - start),
            ),
        )[0]


def _stem(word: str) -> str:
    return word[:6]
