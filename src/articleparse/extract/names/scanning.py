"""Walk over a document's words and cut out what may be a name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from articleparse.extract.names.institutions import Institution, institution_at
from articleparse.extract.names.known import known_at
from articleparse.extract.names.words import Words
from articleparse.gazetteer import communes, countries, key
from articleparse.lexicon.files import words as word_list
from articleparse.lexicon.organisations import KnownForm, heads, is_institutional_adjective
from articleparse.lexicon.people import (
    given_name,
    honorifics,
    is_family_name,
    role_nouns,
    role_nouns_by_first_word,
)

PARTICLES = frozenset(
    ["ben", "bin", "ibn", "ould", "el", "al", "van", "von", "der", "den", "di", "da", "dos", "y"]
)
_SAINTS = frozenset(["saint", "sainte"])
_LEADING = frozenset(["le", "la", "les", "de", "du", "des", "ben", "y"])  # "Le Pen"
_EPITHET = frozenset(["le", "la"])
_NOBLE = frozenset(["de", "d'", "du", "des"])
_BEFORE_NO_PERSON = frozenset(["la", "l'", "du", "des", "aux", "au"])
_WITH_BRANCHES = frozenset(["association", "company", "media", "union"])
_LONGEST = 7  # words of a name that no institution heads


@dataclass(frozen=True, slots=True)
class Candidate:
    """Tokens `begin` to `end` that may be a name; `known` or `institution` where they tell."""

    begin: int
    end: int
    known: KnownForm | None = None
    institution: Institution | None = None


def candidates(words: Words) -> Iterator[Candidate]:
    """Yield what may be a name, in text order, apart from one another."""
    behind = 0
    openers = heads().keys() | _SAINTS
    for index, text in enumerate(words.texts):
        if index < behind or not text[0].isalnum():
            continue
        if text.islower() and text not in openers and "-" not in text:
            continue
        if found := _candidate_at(words, index):
            if found.end > found.begin:
                yield found
            behind = found.end


def _candidate_at(words: Words, index: int) -> Candidate | None:
    """Return what begins at a token, an empty candidate to skip to its end, or None."""
    text = words.texts[index]
    is_name = words.is_name_word(index) or text in _SAINTS
    if not (is_name or text[0].isupper() or text[0].isdigit() or text in heads()):
        return None
    known = known_at(words, index)
    if known and known[0] == index + 1 and index in words.opens and _is_function_word(text):
        known = None
    institution = institution_at(words, index)
    if known and institution and _is_spoilt(words, known[0], institution):
        institution = None
    if institution and (not known or institution.end > known[0]):
        return Candidate(index, institution.end, None, institution)
    if known and not _begins_a_person(words, index, known[0]):
        after = known_at(words, index + 1) if index + 1 < len(words.texts) else None
        if not after or after[0] <= known[0]:
            return Candidate(index, _branch_end(words, *known), known[1], institution)
    return _chain(words, index) if is_name else None


def _is_spoilt(words: Words, end: int, institution: Institution) -> bool:
    """Tell whether an institution runs from a known form, which it begins with, into another."""
    return institution.end > end and (
        words.texts[end] in ("et", ",")
        or known_at(words, end) is not None
        or (words.is_name_word(end) and given_name(words.texts[end]) is not None)
    )


def _branch_end(words: Words, end: int, form: KnownForm) -> int:
    """Return where the name of an organisation's branch ends ("Amazon France", "CGT Ford")."""
    begin = end
    while (
        end < len(words.texts)
        and end - begin < 2
        and words.joined[end - 1]
        and words.is_name_word(end)
        and (_is_place(words.texts[end]) or form.known.kind == "union")
        and (form.known.kind == "union" or end == begin)
        and form.known.kind in _WITH_BRANCHES
        and not (given_name(words.texts[end]) and _goes_on(words, end))
    ):
        end += 1
    return end


def _begins_a_person(words: Words, index: int, end: int) -> bool:
    """Tell whether a known form is a given name before a family name ("Marianne Roy")."""
    return (
        end == index + 1
        and end < len(words.texts)
        and words.joined[index]
        and words.is_name_word(end)
        and (name := given_name(words.texts[index])) is not None
        and (name.is_common or is_family_name(words.texts[end]))
        and known_at(words, end) is None
    )


def _chain(words: Words, index: int) -> Candidate | None:
    """Return a run of capitalised words, without titles and openings before it."""
    begin = index
    if words.texts[begin] in _SAINTS:
        if not (_goes_on(words, begin) and words.texts[begin].islower()):
            return None
        return Candidate(begin, begin + 2)
    if _is_office(words, begin):
        return Candidate(begin, begin)
    while _is_no_part(words, begin):
        begin += 1
        if not (words.joined[begin - 1] and begin < len(words.texts) and _is_word(words, begin)):
            return Candidate(begin, begin)
        if known_at(words, begin) or institution_at(words, begin):
            return Candidate(begin, begin)
    end = _chain_end(words, begin)
    if _is_no_name(words.texts[begin:end]):
        return Candidate(end, end)
    return Candidate(begin, end)


def _is_no_name(texts: Sequence[str]) -> bool:
    """Tell whether a run is a lone function word, or words in capitals for emphasis."""
    if len(texts) == 1:
        return _is_function_word(texts[0])
    return all(t.isupper() and len(t) > 2 for t in texts) and not given_name(texts[0])


def _is_office(words: Words, index: int) -> bool:
    """Tell whether a capitalised noun of office stands here for itself ("le Premier ministre")."""
    texts = words.texts
    for nouns in role_nouns_by_first_word().get(texts[index].lower(), ()):
        if tuple(t.lower() for t in texts[index : index + len(nouns)]) == nouns:
            return True
    return (
        texts[index].lower() in role_nouns()
        and not _goes_on(words, index)
        and not is_family_name(texts[index])
    )


def _is_word(words: Words, index: int) -> bool:
    return words.is_name_word(index)


def _is_no_part(words: Words, index: int) -> bool:
    text = words.texts[index]
    if text in honorifics():
        return _goes_on(words, index)
    if index in words.opens:
        if _is_function_word(text):
            return True
        if _goes_on(words, index) and given_name(text) is None and _is_opening(words, index):
            return True
    if not _goes_on(words, index) or given_name(text) is not None:
        return False
    return text.lower() in role_nouns() or _is_inhabitant(words, index)


def _is_inhabitant(words: Words, index: int) -> bool:
    """Tell whether a nationality stands before a person's name ("la Suédoise Karin Berg")."""
    return (
        index > 0
        and words.texts[index - 1].lower() in ("le", "la", "l'", "du", "au", "les")
        and is_institutional_adjective(words.texts[index].lower())
    )


def _is_function_word(text: str) -> bool:
    return text.lower() in word_list("function_words.txt")


def _goes_on(words: Words, index: int) -> bool:
    return index + 1 < len(words.texts) and words.joined[index] and words.is_name_word(index + 1)


def _is_opening(words: Words, index: int) -> bool:
    """Tell whether a sentence's first word, with a capitalised one behind it, is no name."""
    text = words.texts[index]
    return text.lower() in words.lower or given_name(words.texts[index + 1]) is not None


def _chain_end(words: Words, begin: int) -> int:
    texts, joined = words.texts, words.joined
    is_person = given_name(texts[begin]) is not None or _is_initial(texts[begin])
    if begin and texts[begin - 1].lower() in _BEFORE_NO_PERSON:
        is_person = False
    is_place = _is_place(texts[begin])
    end = begin + 1
    while end < len(texts) and joined[end - 1] and end - begin < _LONGEST:
        if words.is_name_word(end):
            if _is_function_word(texts[end]) and not (
                texts[end].lower() in _LEADING and _goes_on(words, end)
            ):
                break
            if (not is_person or is_place) and _other_begins(words, end):
                break
            end += 1
        elif texts[end] in PARTICLES and _leads_on(words, end):
            end += 1
        elif texts[end] in _EPITHET and is_person and end == begin + 1 and _goes_on(words, end):
            end += 2
        elif texts[end] in _NOBLE and is_person and end == begin + 1:
            after = end + 1
            if after < len(texts) and texts[after] in ("la", "l'", "La"):
                after += 1
            if after >= len(texts) or not words.is_name_word(after):
                break
            end = after + 1
        elif texts[end] in ("d'", "de") and is_person and _goes_on(words, end):
            if end > begin + 3 or (texts[end] == "de" and not _is_noble(words, end + 1)):
                break
            end += 2
        elif texts[end] in ("I", "II", "Ier", "1er"):
            end += 1
        else:
            break
    return end


def _leads_on(words: Words, index: int) -> bool:
    """Tell whether particles from a token on lead to a name ("van der Meer")."""
    while words.texts[index] in PARTICLES and index + 1 < len(words.texts):
        if not words.joined[index]:
            return False
        index += 1
    return words.is_name_word(index)


@lru_cache(maxsize=10_000)
def _is_place(text: str) -> bool:
    """Tell whether a word names a country, or a commune and is no common given name."""
    name = given_name(text)
    return key(text) in countries() or (not (name and name.is_common) and key(text) in communes())


def _is_noble(words: Words, index: int) -> bool:
    """Tell whether "de" before a token may belong to a family name ("Trémolet de Villars")."""
    text = words.texts[index]
    return not (_is_place(text) or _goes_on(words, index) or given_name(text) is not None)


def _is_initial(text: str) -> bool:
    return text.endswith(".") and text[0].isupper()


def _other_begins(words: Words, index: int) -> bool:
    """Tell whether another name of its own begins inside a run of capitals."""
    known = known_at(words, index)
    if known and (known[0] > index + 1 or not known[1].known.is_ambiguous):
        return True
    if words.texts[index].lower() in PARTICLES | _LEADING:
        return False
    return given_name(words.texts[index]) is not None and _goes_on(words, index)
