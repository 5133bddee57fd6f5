"""The words of a document as the scanner for names walks over them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from articleparse.document import Document


@dataclass(frozen=True, slots=True)
class Words:
    """Tokens by index, with what of them begins a sentence or follows without a break."""

    texts: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    opens: frozenset[int]
    joined: Sequence[bool]
    lower: frozenset[str]

    @classmethod
    def of(cls, document: Document) -> Words:
        """Prepare the words of a document.

        `opens` holds the tokens that begin a sentence, a line or what stands between
        quotation marks; `joined[i]` tells that nothing but a blank parts token i from the next.
        """
        texts, starts, ends = document.tokens
        folded = document.folded
        joined = [
            after == end or (after == end + 1 and folded[end] == " ")
            for end, after in zip(ends, starts[1:], strict=False)
        ]
        joined.append(False)
        begins = {sentence.start for sentence in document.sentences}
        opens = set()
        is_open = True
        for index, text in enumerate(texts):
            if is_open or starts[index] in begins or not joined[index - 1]:
                opens.add(index)
                is_open = text in _OPENING
            elif text in _AFTER_WHICH_CAPITALS:
                is_open = True
        return cls(
            texts,
            starts,
            ends,
            frozenset(opens),
            joined,
            frozenset(t for t in texts if t.islower()),
        )

    def is_name_word(self, index: int) -> bool:
        """Tell whether the token is a word that begins with a capital ("Roy", "al-Assad")."""
        text = self.texts[index]
        if text[0].isupper():
            return text[-1] != "'" and not _CENTURY.fullmatch(text)
        return len(text) > 3 and text[2] == "-" and text[3].isupper() and text[:2] in _ARABIC


_ARABIC = frozenset(["al", "el", "ad", "an", "ar", "as", "at", "ez"])
_CENTURY = re.compile("[IVX]+e")
_OPENING = frozenset('"([-*•')
_AFTER_WHICH_CAPITALS = frozenset('":?!')
