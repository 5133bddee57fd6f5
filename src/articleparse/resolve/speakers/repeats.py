"""Find the quotation of the body that a headline or crosshead repeats."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain

from articleparse.resolve.speakers.cast import content_words, without_small, written_words

# Share of a title's words that the body's quotation has to hold.
_LEAST_SHARE = 0.74
# A word that all quotations hold tells nothing, and would cost quadratic time.
_MOST_HOLDERS = 200


class Repeats:
    """An index of the words of the body's quotations."""

    def __init__(self, texts: Sequence[tuple[int, str]], titles: Iterable[str]) -> None:
        """`texts` are the starts and the folded words of quotations, in text order.

        `titles` are the words of all those that will be looked for.
        """
        self._texts = texts
        self._holders: dict[str, list[int]] = {}
        sought = set().union(*map(_stems, titles))
        for index, (_, text) in enumerate(texts):
            for stem in sought.intersection(map(_stem, written_words(text))):
                self._holders.setdefault(stem, []).append(index)

    def find(self, start: int, text: str) -> int | None:
        """Return the index of the quotation that a title at `start` repeats, None without.

        Of several the one that holds most of it, then the first behind the title.
        """
        stems = _stems(text)
        holders = [self._holders.get(stem, ())[:_MOST_HOLDERS] for stem in stems]
        shared = Counter(chain.from_iterable(holders))
        least = max(1, _LEAST_SHARE * len(stems))
        fitting = sorted(index for index, count in shared.items() if count >= least)
        if len(fitting) < 2:
            return fitting[0] if fitting else None
        whole = _content(text)

        def rank(index: int) -> tuple[bool, int, bool, int]:
            its_start, its_text = self._texts[index]
            is_whole = whole in _content(its_text)
            return not is_whole, -shared[index], its_start < start, abs(its_start - start)

        return min(fitting, key=rank)


def _content(text: str) -> str:
    return " ".join(content_words(text))


def _stems(text: str) -> set[str]:
    return set(map(_stem, written_words(text))) - {""}


@lru_cache(maxsize=1 << 14)
def _stem(word: str) -> str:
    """Return the beginning of a lower-case word, which its forms share; "" of a small word."""
    return "".join(without_small([word]))[:6]
