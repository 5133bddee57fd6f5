"""The words of a document with what parts them, for looking around a name."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate

from articleparse.gazetteer.keys import folded_words

_WORD = re.compile(r"([^\W_]+)")


@lru_cache(maxsize=1 << 15)  # words come again and again, within an article and across
def fold_word(raw: str) -> str:
    """Return a word without case and accents.

    >>> fold_word("Évian")
    'evian'
    """
    return " ".join(folded_words(raw))


class Words:
    """The words of a folded text, by number.

    `raws` are the words as they stand, `starts` and `ends` their offsets, `capitals`
    the numbers of those that begin with a capital letter.
    """

    def __init__(self, folded: str) -> None:
        """Find the words of `folded`."""
        self.text = folded
        # Gaps and words by turns: splitting and summing up the lengths is several times
        # as fast as asking every match for its span.
        parts = _WORD.split(folded)
        reached = list(accumulate(map(len, parts)))
        self._gaps = parts[::2]
        self.raws = parts[1::2]
        self.starts = reached[: len(parts) - 1 : 2]
        self.ends = reached[1::2]
        # Most words begin with a plain small letter: comparing is cheaper than asking.
        self.capitals = [
            i for i, raw in enumerate(self.raws) if not "a" <= raw < "{" and raw[0].isupper()
        ]

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.raws)

    def low(self, index: int) -> str:
        """Return the word without case and accents."""
        return fold_word(self.raws[index])

    def gap(self, index: int) -> str:
        """Return what stands between the word and the one before it."""
        return self._gaps[index]

    def is_capital(self, index: int) -> bool:
        """Tell whether the word begins with a capital letter."""
        return self.raws[index][0].isupper()

    def begins_sentence(self, index: int) -> bool:
        """Tell whether a sentence, a speech or a bracket begins with the word."""
        if index == 0:
            return True
        gap = self.gap(index)
        return gap not in (" ", "'", "-", ", ") and any(mark in '.!?:;…\n"(|•' for mark in gap)
