"""The words of a document as the scanner for names walks over them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from articleparse.document import Document
from articleparse.lexicon.organisations import heads
from articleparse.lexicon.word import Word, word

SAINTS = frozenset(["saint", "sainte"])
_OPENING = frozenset('"([-*•')
_AFTER_WHICH_CAPITALS = frozenset('":?!')


@dataclass(frozen=True, slots=True)
class Words:
    """Tokens by index, with what of them begins a sentence or follows without a break.

    `noted` are the indices of the tokens at which a name may begin, in order; `opens`
    holds those that begin a sentence, a line or what stands between quotation marks; `joined[i]` tells that nothing but a blank parts token i from the
    next; `all` is the set of all tokens.
    """

    texts: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    noted: Sequence[int]
    opens: frozenset[int]
    joined: Sequence[bool]
    all: frozenset[str]

    @classmethod
    def of(cls, document: Document) -> Words:
        """Prepare the words of a document."""
        texts, starts, ends = document.tokens
        folded = document.folded
        joined = [
            after == end or (after == end + 1 and folded[end] == " ")
            for end, after in zip(ends, starts[1:], strict=False)
        ]
        joined.append(False)
        begins = {sentence.start for sentence in document.sentences}
        opens = set()
        opened = -1  # the token that is known to open, as the mark before it tells
        spelled = frozenset(texts)
        heading = heads().keys() | SAINTS
        stops = {t for t in spelled if t in heading or (not t.islower() and _is_noted(t))}
        noted = []
        for index in [index for index, text in enumerate(texts) if text in stops]:
            text = texts[index]
            if opened == index or starts[index] in begins or not joined[index - 1]:
                opens.add(index)
                if text in _OPENING:
                    opened = index + 1
            elif text in _AFTER_WHICH_CAPITALS:
                opened = index + 1
            if text[0].isalnum():
                noted.append(index)
        return cls(texts, starts, ends, noted, frozenset(opens), joined, spelled)

    def at(self, index: int) -> Word:
        """Return what is known of a token."""
        return word(self.texts[index])

    def is_name(self, index: int) -> bool:
        """Tell whether the token is a word that begins with a capital ("Roy", "al-Assad")."""
        return word(self.texts[index]).is_name

    def goes_on(self, index: int) -> bool:
        """Tell whether a capitalised word follows a token straight away."""
        return self.joined[index] and word(self.texts[index + 1]).is_name

    def stands_in_lower_case(self, lower: str) -> bool:
        """Tell whether a word of the text is written so somewhere, in lower case."""
        return lower in self.all and lower.islower()


@lru_cache(maxsize=10_000)
def _is_noted(text: str) -> bool:
    """Tell of a token not in lower case whether a name may begin with it, or a mark opens."""
    if not text[0].isalnum():
        return text in _OPENING or text in _AFTER_WHICH_CAPITALS
    known = word(text)
    return known.is_name or (
        (text[0].isupper() or text[0].isdigit()) and bool(known.forms or known.head)
    )
