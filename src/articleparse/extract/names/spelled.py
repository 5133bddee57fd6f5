"""Long names that an acronym in parentheses behind them spells: how far they reach."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from articleparse.lexicon.acronyms import is_short_for
from articleparse.lexicon.organisations import heads

_LONGEST = 14  # words of a long name


def spelled_out(
    texts: tuple[str, ...], parentheses: Sequence[int], breaks: Collection[int]
) -> dict[int, int]:
    """Return where long names end that begin with a head noun, by where they begin.

    After Schwartz and Hearst (2003), "A simple algorithm for identifying abbreviation
    definitions": the long name is the shortest stretch before the parenthesis whose
    words begin with the acronym's letters.

    >>> texts = ("le", "Comité", "pour", "la", "mer", "et", "le", "sel", "(", "CMS", ")")
    >>> spelled_out(texts, [8], {10})
    {1: 8}
    """
    found = {}
    for at in parentheses:
        if at + 2 < len(texts) and texts[at + 2] in (")", ",") and _is_acronym(texts[at + 1]):
            begin = _begin(texts, at, breaks)
            if begin is not None:
                found[begin] = at
    return found


def _is_acronym(text: str) -> bool:
    return 1 < len(text) <= 10 and text[0].isupper() and text.replace("-", "").isalnum()


def _begin(texts: tuple[str, ...], end: int, breaks: Collection[int]) -> int | None:
    for at in range(end - 1, max(-1, end - 1 - _LONGEST), -1):
        if at in breaks or not (texts[at][0].isalnum() or texts[at] in (",", '"')):
            return None
        head = heads().get(texts[at].lower())
        if head and head.kind and is_short_for(texts[end + 1], texts[at:end]):
            return at
    return None
