"""The words of a document with what parts them, for looking around a name."""

from __future__ import annotations

import re

from articleparse.gazetteer.keys import folded_words

_WORD = re.compile(r"[^\W_]+")


class Words:
    """The words of a folded text, by number."""

    def __init__(self, folded: str) -> None:
        """Find the words of `folded`."""
        self.text = folded
        spans = [match.span() for match in _WORD.finditer(folded)]
        self.starts = [start for start, _ in spans]
        self.ends = [end for _, end in spans]
        self._lows: list[str | None] = [None] * len(spans)

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.starts)

    def raw(self, index: int) -> str:
        """Return the word as it stands."""
        return self.text[self.starts[index] : self.ends[index]]

    def low(self, index: int) -> str:
        """Return the word without case and accents."""
        low = self._lows[index]
        if low is None:
            low = self._lows[index] = " ".join(folded_words(self.raw(index)))
        return low

    def gap(self, index: int) -> str:
        """Return what stands between the word and the one before it."""
        return self.text[self.ends[index - 1] if index else 0 : self.starts[index]]

    def is_capital(self, index: int) -> bool:
        """Tell whether the word begins with a capital letter."""
        return self.text[self.starts[index]].isupper()

    def begins_sentence(self, index: int) -> bool:
        """Tell whether a sentence, a speech or a bracket begins with the word."""
        return index == 0 or any(mark in '.!?:;…\n"(|•' for mark in self.gap(index))
