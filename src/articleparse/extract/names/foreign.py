"""Names of bodies in other languages, whose head noun stands last or before "of"."""

from __future__ import annotations

from articleparse.extract.names.institutions import COMPLETE, Institution
from articleparse.extract.names.words import Words
from articleparse.lexicon.name_words import name_words
from articleparse.lexicon.organisations import Head, foreign_heads
from articleparse.record import OrganisationKind

_LONGEST = 9  # words


def foreign_body_at(words: Words, index: int) -> Institution | None:
    """Return the body whose name begins at a token ("Bank of Kent", "Kent Free Press").

    One whose head noun stands last needs another capitalised word before it, one
    whose head stands first "of" or "for" behind it.
    """
    if index in words.breaks or not (
        words.goes_on(index) or words.texts[index + 1] in name_words("foreign link")
    ):
        return None
    end, heads = _run(words, index)
    if not heads:
        return None
    last, kind = heads[-1]
    if last == index and not (
        end > index + 2 and words.texts[index + 1] in name_words("foreign link")
    ):
        return None
    if words.texts[last + 1 : last + 2] == ("of",) or last == index:
        last = end - 1
    first = words.at(index)
    if first.is_function or first.is_role or first.honorific:
        return None
    if last == index + 1 and first.given is not None and first.given.is_common:
        return None  # "Emily Post"
    head = Head(kind, False, False, False, None)
    return Institution(last + 1, head, ("institution-capital", "institution-name", COMPLETE))


def _run(words: Words, index: int) -> tuple[int, list[tuple[int, OrganisationKind]]]:
    """Return the end of a run of capitalised words and small foreign ones, and its heads."""
    texts, breaks = words.texts, words.breaks
    at = index
    heads: list[tuple[int, OrganisationKind]] = []
    while at < len(texts) and at - index < _LONGEST and (at == index or at - 1 not in breaks):
        if words.is_name(at):
            if kind := foreign_heads().get(texts[at]):
                heads.append((at, kind))
            at += 1
        elif texts[at] in name_words("foreign link") and words.goes_on(at):
            at += 1
        else:
            break
    return at, heads
