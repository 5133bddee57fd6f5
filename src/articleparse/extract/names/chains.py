"""Runs of capitalised words that no organisation's name begins: where they begin and end."""

from __future__ import annotations

from functools import lru_cache

from articleparse.extract.names.institutions import institution_at
from articleparse.extract.names.known import known_at
from articleparse.extract.names.refusing import is_no_name
from articleparse.extract.names.towns import is_large_town, is_place
from articleparse.extract.names.words import Words
from articleparse.lexicon.calendar import holiday_things, holidays
from articleparse.lexicon.infinitives import is_infinitive
from articleparse.lexicon.name_words import name_words
from articleparse.lexicon.organisations import heads
from articleparse.lexicon.word import Word, is_numeral, word

_PARTICLES, _EPITHETS = name_words("particle"), name_words("epithet")
_NOBLE, _NOBLE_ARTICLES = name_words("noble"), name_words("noble article")
_ORDINALS = name_words("ordinal")
_INSIDE = _PARTICLES | _EPITHETS | _NOBLE | _ORDINALS | {"&"}
_LEADING = name_words("leading")  # "Le Pen"
_OF_MEMBERS = frozenset(["association", "union"])
_LONGEST = 7  # words of a name that no institution heads


def chain_at(words: Words, index: int, first: Word) -> tuple[int, int]:
    """Return a run of capitalised words, without titles and openings before it.

    An empty one tells up to where there is none.
    """
    begin = index
    is_plain = first.is_plain and index not in words.opens
    if not is_plain and _is_office(words, index, first):
        return index, index
    if words.texts[index - 1] == "de" and _is_holiday(words, index):
        return index, index + 1
    if not is_plain:
        while _is_no_part(words, begin):
            begin += 1
            if (
                not words.goes_on(begin - 1)
                or known_at(words, begin)
                or institution_at(words, begin)
            ):
                return begin, begin
    end = _end(words, begin)
    if is_no_name(words, begin, end):
        return end, end
    return begin, end


def _is_office(words: Words, index: int, first: Word) -> bool:
    """Tell whether a capitalised noun of office stands here for itself ("le Premier ministre")."""
    texts = words.texts
    for nouns in first.offices:
        if tuple(map(str.lower, texts[index : index + len(nouns)])) == nouns:
            return True
    return first.is_role and not first.is_family and not words.goes_on(index)


def _is_holiday(words: Words, index: int) -> bool:
    """Tell whether the name of a holiday stands behind "de" as one ("marché de Noël")."""
    texts = words.texts
    return index > 1 and texts[index - 2].lower() in holiday_things() and texts[index] in holidays()


def _is_no_part(words: Words, index: int) -> bool:
    word = words.at(index)
    if not words.goes_on(index):
        return word.is_function and not word.honorific and index in words.opens
    if word.honorific:
        return True
    if index in words.opens and word.is_function:
        return True
    return word.given is None and (
        (index in words.opens and _is_opening(words, index))
        or (word.is_function and word.lower not in _LEADING and word.lower not in _PARTICLES)
        or word.is_role
        or _is_inhabitant(words, index)
    )


def _is_inhabitant(words: Words, index: int) -> bool:
    """Tell whether a nationality stands before a person's name ("la Suédoise Karin Berg")."""
    return (
        index > 0
        and words.at(index).is_adjective
        and words.texts[index - 1].lower() in name_words("before inhabitant")
    )


def _is_opening(words: Words, index: int) -> bool:
    """Tell whether a sentence's first word, with a capitalised one behind it, is no name."""
    word = words.at(index)
    return (
        words.stands_in_lower_case(word.lower)
        or words.at(index + 1).given is not None
        or (not word.is_family and (word.lower.endswith("ant") or is_infinitive(word.lower)))
    )


def _end(words: Words, begin: int) -> int:
    """Return where a run ends that begins at a token."""
    end = begin + 1
    if begin not in words.breaks and _may_go_on(words.texts[end]):
        end = _chain_end(words, begin)
    if begin and begin - 1 not in words.breaks and _describes_members(words.texts[begin - 1]):
        return _complements_end(words, end)
    return end


@lru_cache(maxsize=10_000)
def _may_go_on(text: str) -> bool:
    """Tell whether a word may be a part of a name that has begun before it."""
    return word(text).is_name or text in _INSIDE or is_numeral(text)


def _chain_end(words: Words, begin: int) -> int:
    texts, breaks = words.texts, words.breaks
    first = words.at(begin)
    is_person = first.given is not None or _is_initial(first.text)
    if is_person and begin and texts[begin - 1].lower() in name_words("before no person"):
        is_person = False
    may_hold_others = not is_person or is_place(first.text)
    end = begin + 1
    while end - 1 not in breaks and end - begin < _LONGEST and _may_go_on(text := texts[end]):
        word = words.at(end)
        if word.is_name:
            if word.is_function and not (word.lower in _LEADING and words.goes_on(end)):
                break
            if may_hold_others and _other_begins(words, end):
                break
            end += 1
        elif text not in _INSIDE:
            if not is_person:
                break
            end += 1  # "Louis XVI"
        elif text in _PARTICLES and _leads_on(words, end):
            end += 1
        elif text in _EPITHETS and is_person and end == begin + 1 and words.goes_on(end):
            end += 2
        elif text in _NOBLE and is_person and end == begin + 1:
            after = end + 1
            if after < len(texts) and texts[after] in _NOBLE_ARTICLES:
                after += 1
            if after >= len(texts) or not words.is_name(after) or is_large_town(texts[after]):
                break
            end = after + 1
        elif text in ("d'", "de") and is_person and words.goes_on(end):
            if end > begin + 3 or (text == "de" and not _is_noble(words, end + 1)):
                break
            end += 2
        elif text == "&" and words.goes_on(end):
            end += 2  # "Roy & Fils"
        elif text in _ORDINALS:
            end += 1
        else:
            break
    return end


def _leads_on(words: Words, index: int) -> bool:
    """Tell whether particles from a token on lead to a name ("van der Meer")."""
    while words.texts[index] in _PARTICLES and index + 1 < len(words.texts):
        if index in words.breaks:
            return False
        index += 1
    return words.is_name(index)


def _is_noble(words: Words, index: int) -> bool:
    """Tell whether "de" before a token may belong to a family name ("Trémolet de Villars")."""
    word = words.at(index)
    return word.given is None and not words.goes_on(index) and not is_place(word.text)


def _is_initial(text: str) -> bool:
    return text.endswith(".") and text[0].isupper()


def _other_begins(words: Words, index: int) -> bool:
    """Tell whether another name of its own begins inside a run of capitals."""
    known = known_at(words, index)
    if known and (known[0] > index + 1 or not known[1].known.is_ambiguous):
        return True
    word = words.at(index)
    return (
        word.given is not None
        and (words.goes_on(index) or is_numeral(words.texts[index + 1]))
        and word.lower not in _PARTICLES
        and word.lower not in _LEADING
    )


@lru_cache(maxsize=5_000)
def _describes_members(text: str) -> bool:
    """Tell whether a noun stands before what a body of members calls itself ("collectif")."""
    head = heads().get(text)
    return head is not None and head.describes in _OF_MEMBERS


def _complements_end(words: Words, end: int) -> int:
    """Return where a body's own name ends that goes on in lower case ("Ateliers d'art de Lens").

    The first complement is a bare noun; another may be a name.
    """
    texts, begin = words.texts, end
    while end + 1 < len(texts) and end - 1 not in words.breaks and end not in words.breaks:
        if texts[end] not in name_words("of") or end - begin >= _LONGEST:
            break
        after = texts[end + 1]
        is_noun = after.isalpha() and after.islower() and texts[end] in ("d'", "de", "des")
        if not (words.is_name(end + 1) if end > begin else is_noun):
            break
        if is_noun and words.at(end + 1).is_function:
            break
        end += 2
    return end
