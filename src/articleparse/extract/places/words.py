"""The words of a document with what parts them, for looking around a name."""

from __future__ import annotations

from functools import lru_cache

from articleparse.document import Runs, runs_in, tokenize
from articleparse.extract.places.common_words import common_words
from articleparse.gazetteer.keys import folded_words


@lru_cache(maxsize=1 << 15)  # words come again and again, within an article and across
def fold_word(raw: str) -> str:
    """Return a word without case and accents.

    >>> fold_word("Évian")
    'evian'
    """
    return " ".join(folded_words(raw))


class Words:
    """The words of a folded text, by number.

    `raws` are the words as they stand, `all` each of these once, `starts` and `ends`
    their offsets. `capitals` are the numbers of those that begin with a capital letter,
    `commons` of those that are common nouns of places ("rue", "Golfe").

    >>> words = Words("Quai de la Mer, mer calme")
    >>> words.capitals, words.commons
    ([0, 3], [0, 4])
    """

    def __init__(self, folded: str, runs: Runs | None = None) -> None:
        """Take the words of `folded`, its `runs` where they have been cut already."""
        self.text = folded
        self.raws, self.starts, self.ends = runs or runs_in(tokenize(folded))
        self.all = frozenset(self.raws)
        # Most words begin with a plain small letter: comparing is cheaper than asking.
        high = {raw for raw in self.all if not "a" <= raw < "{" and raw[0].isupper()}
        common = self.all & common_words()
        # The text is gone through but once: few words are one or the other.
        looked_at = high | common
        found = [(i, raw) for i, raw in enumerate(self.raws) if raw in looked_at]
        self.capitals = [i for i, raw in found if raw in high]
        self.commons = [i for i, raw in found if raw in common]

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.raws)

    def low(self, index: int) -> str:
        """Return the word without case and accents."""
        return fold_word(self.raws[index])

    def gap(self, index: int) -> str:
        """Return what stands between the word and the one before it."""
        return self.text[self.ends[index - 1] if index else 0 : self.starts[index]]

    def is_capital(self, index: int) -> bool:
        """Tell whether the word begins with a capital letter."""
        return self.raws[index][0].isupper()

    def begins_sentence(self, index: int) -> bool:
        """Tell whether a sentence, a speech or a bracket begins with the word."""
        return index == 0 or opens(self.gap(index))


@lru_cache(maxsize=1 << 10)
def opens(gap: str) -> bool:
    """Tell whether a sentence, a speech or a bracket begins behind the gap.

    >>> opens(". "), opens(", ")
    (True, False)
    """
    return any(mark in '.!?:;…\n"(|•' for mark in gap)
