"""Walk over a document's words and cut out what may be a name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from articleparse.extract.names.chains import chain_at
from articleparse.extract.names.foreign import foreign_body_at
from articleparse.extract.names.institutions import Institution, institution_at
from articleparse.extract.names.known import known_at
from articleparse.extract.names.towns import is_place
from articleparse.extract.names.words import Words
from articleparse.lexicon.name_words import name_words
from articleparse.lexicon.organisations import KnownForm
from articleparse.lexicon.word import Word, word

_TAGS = frozenset("#@")
_SAINT = name_words("saint")
_WITH_BRANCHES = frozenset(["association", "company", "media", "union"])


class Candidate(NamedTuple):
    """Tokens `begin` to `end` that may be a name; `known` or `institution` where they tell."""

    begin: int
    end: int
    known: KnownForm | None = None
    institution: Institution | None = None


def candidates(words: Words) -> Iterator[Candidate]:
    """Yield what may be a name, in text order, apart from one another."""
    has_handles = not words.all.isdisjoint(_TAGS)
    behind = 0
    for index in words.noted:
        if index < behind or (has_handles and _is_handle(words, index)):
            continue
        if found := _candidate_at(words, index, word(words.texts[index])):
            if found.end > found.begin:
                yield found
            behind = found.end


def _is_handle(words: Words, index: int) -> bool:
    """Tell whether a word is a tag or an account: "#MeToo", "@articleparse"."""
    return (
        index > 0
        and words.texts[index - 1] in _TAGS
        and words.ends[index - 1] == words.starts[index]
    )


def _candidate_at(words: Words, index: int, first: Word) -> Candidate | None:
    """Return what begins at a token, an empty candidate to skip to its end, or None."""
    if words.has_foreign_head and first.is_name and (body := foreign_body_at(words, index)):
        known = known_at(words, index) if first.forms else None
        if known is None or known[0] < body.end:
            return Candidate(index, body.end, None, body)
    if first.is_function and index in words.opens and _is_opening_alone(words, index, first):
        return None
    if (first.forms or first.head) and (found := _body_at(words, index, first)):
        return found
    if first.is_name:
        if first.is_function and not (first.forms or first.head or words.goes_on(index)):
            return None
        return Candidate(*chain_at(words, index, first))
    if first.text in _SAINT and words.goes_on(index):
        return Candidate(index, index + 2)
    return None


def _is_opening_alone(words: Words, index: int, first: Word) -> bool:
    """Tell whether a small word opens a sentence for itself: "Le" makes no "Le Monde" alone."""
    if not (first.forms or first.head):
        return True
    if first.head or first.honorific or words.goes_on(index):
        return False
    known = known_at(words, index)
    return known is None or known[0] == index + 1


def _body_at(words: Words, index: int, first: Word) -> Candidate | None:
    """Return the organisation whose name begins at a token: a known one, or by its head noun."""
    known = known_at(words, index) if first.forms else None
    if known and known[0] == index + 1 and first.is_function and index in words.opens:
        known = None
    institution = institution_at(words, index) if first.head else None
    if institution and index in words.long_names:
        return Candidate(index, institution.end, known and known[1], institution)
    if known and institution and _is_spoilt(words, index, *known, institution):
        institution = None
    if institution and (not known or institution.end > known[0]):
        return Candidate(index, institution.end, None, institution)
    if known and not _begins_a_person(words, index, known[0]):
        after = known_at(words, index + 1) if known[0] > index + 1 else None
        if not after or after[0] <= known[0]:
            return Candidate(index, _branch_end(words, *known), known[1], institution)
    return None


def _is_spoilt(
    words: Words, begin: int, end: int, form: KnownForm, institution: Institution
) -> bool:
    """Tell whether an institution runs from a known form, which it begins with, into another."""
    return institution.end > end and (
        words.texts[end] in ("et", ",")
        or (
            end > begin + 2
            and form.known.kind in _WITH_BRANCHES
            and words.is_name(end)
            and not is_place(words.texts[end])
        )
        or known_at(words, end) is not None
        or (words.is_name(end) and words.at(end).given is not None)
    )


def _branch_end(words: Words, end: int, form: KnownForm) -> int:
    """Return where the name of an organisation's branch ends ("Amazon France", "CGT Ford")."""
    begin, kind = end, form.known.kind
    if kind not in _WITH_BRANCHES or not words.goes_on(end - 1):
        return end
    is_union = kind == "union" and len(form.tokens) == 1
    if kind == "media" and _is_edition(words, end):
        return end + 1
    while (
        end - begin < (2 if is_union else 1)
        and words.goes_on(end - 1)
        and (is_union or is_place(words.texts[end]))
        and known_at(words, end) is None
        and not (words.at(end).given and words.goes_on(end))
    ):
        end += 1
    return end


def _is_edition(words: Words, index: int) -> bool:
    """Tell whether a capitalised word goes on the name of a medium before it ("AFP Factuel")."""
    word = words.at(index)
    return not (
        words.goes_on(index)
        or word.given
        or word.is_function
        or word.is_family
        or word.honorific
        or word.forms
    )


def _begins_a_person(words: Words, index: int, end: int) -> bool:
    """Tell whether a known form is a given name before a family name ("Marianne Roy")."""
    return (
        end == index + 1
        and (name := words.at(index).given) is not None
        and words.goes_on(index)
        and (name.is_common or words.at(end).is_family)
        and known_at(words, end) is None
    )
