"""Walk over a document's words and cut out what may be a name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from articleparse.extract.names.foreign import foreign_body_at
from articleparse.extract.names.institutions import Institution, institution_at
from articleparse.extract.names.known import known_at
from articleparse.extract.names.towns import is_large_town, is_place
from articleparse.extract.names.words import Words
from articleparse.lexicon.calendar import holiday_things, holidays
from articleparse.lexicon.files import words as word_list
from articleparse.lexicon.infinitives import is_infinitive
from articleparse.lexicon.name_words import name_words
from articleparse.lexicon.organisations import KnownForm, heads
from articleparse.lexicon.word import is_numeral

_PARTICLES, _EPITHETS = name_words("particle"), name_words("epithet")
_NOBLE, _NOBLE_ARTICLES = name_words("noble"), name_words("noble article")
_ORDINALS = name_words("ordinal")
_INSIDE = _PARTICLES | _EPITHETS | _NOBLE | _ORDINALS | {"&"}
_LEADING = name_words("leading")  # "Le Pen"
_OTHER_NAMES = word_list("other_names.txt")
_OTHER_OPENERS = {name.partition(" ")[0] for name in _OTHER_NAMES if " " in name}
_WITH_BRANCHES = frozenset(["association", "company", "media", "union"])
_OF_MEMBERS = frozenset(["association", "union"])
_RUBRIC = 7  # letters; shorter words are acronyms as often
_LONGEST = 7  # words of a name that no institution heads


class Candidate(NamedTuple):
    """Tokens `begin` to `end` that may be a name; `known` or `institution` where they tell."""

    begin: int
    end: int
    known: KnownForm | None = None
    institution: Institution | None = None


def candidates(words: Words) -> Iterator[Candidate]:
    """Yield what may be a name, in text order, apart from one another."""
    behind = 0
    for index in words.noted:
        if index < behind or _is_handle(words, index):
            continue
        if found := _candidate_at(words, index):
            if found.end > found.begin:
                yield found
            behind = found.end


def _is_handle(words: Words, index: int) -> bool:
    """Tell whether a word is a tag or an account: "#MeToo", "@articleparse"."""
    return (
        index > 0
        and words.texts[index - 1] in ("#", "@")
        and words.ends[index - 1] == words.starts[index]
    )


def _candidate_at(words: Words, index: int) -> Candidate | None:
    """Return what begins at a token, an empty candidate to skip to its end, or None."""
    word = words.at(index)
    if words.has_foreign_head and word.is_name and (body := foreign_body_at(words, index)):
        known = known_at(words, index) if word.forms else None
        if known is None or known[0] < body.end:
            return Candidate(index, body.end, None, body)
    if not (word.forms or word.head):
        if word.is_function and (index in words.opens or not words.goes_on(index)):
            return None
        return _chain(words, index) if word.is_name or word.text in name_words("saint") else None
    known = known_at(words, index) if word.forms else None
    if known and known[0] == index + 1 and word.is_function and index in words.opens:
        known = None
    institution = institution_at(words, index) if word.head else None
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
    return _chain(words, index) if word.is_name or word.text in name_words("saint") else None


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
    begin = end
    is_union = form.known.kind == "union" and len(form.tokens) == 1
    if form.known.kind == "media" and _is_edition(words, end):
        return end + 1
    while (
        end < len(words.texts)
        and end - begin < 2
        and end - 1 not in words.breaks
        and words.is_name(end)
        and (is_place(words.texts[end]) or is_union)
        and (end == begin or is_union)
        and form.known.kind in _WITH_BRANCHES
        and known_at(words, end) is None
        and not (words.at(end).given and words.goes_on(end))
    ):
        end += 1
    return end


def _is_edition(words: Words, index: int) -> bool:
    """Tell whether a word goes on the name of a medium before it ("AFP Factuel")."""
    if index - 1 in words.breaks or not words.is_name(index):
        return False
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
        and words.goes_on(index)
        and (name := words.at(index).given) is not None
        and (name.is_common or words.at(end).is_family)
        and known_at(words, end) is None
    )


def _chain(words: Words, index: int) -> Candidate | None:
    """Return a run of capitalised words, without titles and openings before it."""
    begin = index
    if words.texts[begin] in name_words("saint"):
        return Candidate(begin, begin + 2) if words.goes_on(begin) else None
    if _is_office(words, begin):
        return Candidate(begin, begin)
    if _is_holiday(words, begin):
        return Candidate(begin, begin + 1)
    while _is_no_part(words, begin):
        begin += 1
        if not (
            begin - 1 not in words.breaks and begin < len(words.texts) and words.is_name(begin)
        ):
            return Candidate(begin, begin)
        if known_at(words, begin) or institution_at(words, begin):
            return Candidate(begin, begin)
    end = _chain_end(words, begin)
    if begin and begin - 1 not in words.breaks and _describes_members(words.texts[begin - 1]):
        end = _complements_end(words, end)
    if _is_no_name(words, begin, end):
        return Candidate(end, end)
    return Candidate(begin, end)


def _is_no_name(words: Words, begin: int, end: int) -> bool:
    """Tell whether a run is a lone function word, a thing, or capitals for emphasis."""
    texts, first = words.texts, words.at(begin)
    if end == begin + 1 and first.is_function:
        return True
    if _is_other(words, end - 1):
        return True
    if first.given is not None or not all(map(str.isupper, texts[begin:end])):
        return False
    return (
        (
            end > begin + 1
            and all(
                len(t) > 2 or words.at(i).is_function for i, t in enumerate(texts[begin:end], begin)
            )
        )
        or _is_rubric(words, begin, end)
        or (_shouts(words, begin - 1) or _shouts(words, end))
    )


def _is_rubric(words: Words, begin: int, end: int) -> bool:
    """Tell whether a long word in capitals names a rubric ("ÉCONOMIE - …", "X/TRIBUNE")."""
    texts = words.texts
    if end > begin + 1 or len(texts[begin]) < _RUBRIC or known_at(words, begin):
        return False
    opens = begin in words.opens or (begin > 0 and texts[begin - 1] == "/")
    return opens and texts[end : end + 1] in (("-",), (":",), ("/",))


def _is_other(words: Words, index: int) -> bool:
    """Tell whether two words are the name of something else ("les Gilets jaunes")."""
    texts = words.texts
    return (
        texts[index] in _OTHER_OPENERS
        and index not in words.breaks
        and f"{texts[index]} {texts[index + 1]}" in _OTHER_NAMES
    )


def _shouts(words: Words, index: int) -> bool:
    """Tell whether a small word stands in capitals at a token, as all around it then does."""
    if not 0 <= index < len(words.texts):
        return False
    word = words.at(index)
    return word.is_function and len(word.text) > 1 and word.text.isupper()


def _is_office(words: Words, index: int) -> bool:
    """Tell whether a capitalised noun of office stands here for itself ("le Premier ministre")."""
    texts = words.texts
    word = words.at(index)
    for nouns in word.offices:
        if tuple(t.lower() for t in texts[index : index + len(nouns)]) == nouns:
            return True
    return word.is_role and not word.is_family and not words.goes_on(index)


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


def _is_holiday(words: Words, index: int) -> bool:
    """Tell whether the name of a holiday stands here as one ("marché de Noël")."""
    texts = words.texts
    return (
        index > 1
        and texts[index - 1] == "de"
        and texts[index - 2].lower() in holiday_things()
        and texts[index] in holidays()
    )


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


def _chain_end(words: Words, begin: int) -> int:
    texts, breaks = words.texts, words.breaks
    first = words.at(begin)
    is_person = first.given is not None or _is_initial(first.text)
    if is_person and begin and texts[begin - 1].lower() in name_words("before no person"):
        is_person = False
    may_hold_others = not is_person or is_place(first.text)
    end = begin + 1
    while end - 1 not in breaks and end - begin < _LONGEST:
        text = texts[end]
        word = words.at(end)
        if word.is_name:
            if word.is_function and not (word.lower in _LEADING and words.goes_on(end)):
                break
            if may_hold_others and _other_begins(words, end):
                break
            end += 1
        elif text not in _INSIDE:
            if not (is_person and is_numeral(text)):
                break
            end += 1
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
