"""The words of a document with what parts them, for looking around a name."""

from __future__ import annotations

import re

from articleparse.gazetteer.keys import folded_words

_WORD = re.compile(r"[^\W_]+")


class Words:
    """The words of a folded text, by number.

    `raws` are the words as they stand, `starts` and `ends` their offsets, `capitals`
    the numbers of those that begin with a capital letter.
    """

    def __init__(self, folded: str) -> None:
        """Find the words of `folded`."""
        self.text = folded
        self.raws: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        for match in _WORD.finditer(folded):
            start, end = match.span()
            self.raws.append(match[0])
            self.starts.append(start)
            self.ends.append(end)
        self.capitals = [i for i, raw in enumerate(self.raws) if raw[0].isupper()]
        self._lows: dict[int, str] = {}

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.raws)

    def low(self, index: int) -> str:
        """Return the word without case and accents."""
        low = self._lows.get(index)
        if low is None:
            low = self._lows[index] = " ".join(folded_words(self.raws[index]))
        return low

    def gap(self, index: int) -> str:
        """Return what stands between the word and the one before it."""
        return self.text[self.ends[index - 1] if index else 0 : self.starts[index]]

    def is_capital(self, index: int) -> bool:
        """Tell whether the word begins with a capital letter."""
        return self.raws[index][0].isupper()

    def begins_sentence(self, index: int) -> bool:
        """Tell whether a sentence, a speech or a bracket begins with the word."""
        if index == 0:
            return True
        gap = self.gap(index)
        return gap not in (" ", "'", "-", ", ") and any(mark in '.!?:;…\n"(|•' for mark in gap)
