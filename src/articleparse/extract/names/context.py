"""Observe what a candidate is made of and what stands around it."""

from __future__ import annotations

from functools import lru_cache

from articleparse.extract.names.mentions import NameMention
from articleparse.extract.names.scanning import PARTICLES, Candidate
from articleparse.extract.names.words import Words
from articleparse.gazetteer import countries, key
from articleparse.lexicon.acronyms import is_short_for
from articleparse.lexicon.files import words as word_list
from articleparse.lexicon.organisations import heads, is_institutional_adjective
from articleparse.lexicon.people import (
    Gender,
    given_name,
    honorifics,
    role_nouns,
)
from articleparse.lexicon.word import Word
from articleparse.record import OrganisationKind

_LEFT = frozenset(
    [
        *("le", "la", "l'", "les", "un", "une", "du", "de", "des", "d'", "à", "au", "aux", "en"),
        *("dans", "sur", "chez", "par", "pour", "avec", "contre", "selon", "entre", "sous", "vers"),
        *("et", "ou", "que", "qu'", "(", ")", ",", '"', ":", "-", ";", "/", "face", "comme"),
    ]
)
_RIGHT = frozenset(
    [
        *("a", "ont", "est", "sont", "était", "avait", "sera", "va", "et", "ou", "qui", "que"),
        *("de", "du", "des", "d'", "à", "au", "en", "dans", "sur", "par", "pour", "se", "s'"),
        *("n'", "ne", "y", "(", ")", ",", ".", '"', ":", "-", "?", "!", ";", "/", "&", "lui"),
    ]
)
_OF = frozenset(["de", "d'", "du", "la", "l'", "le", "des"])
_JOINING = frozenset(["de", "d'", "du"])
_INHABITANT = ("ais", "aise", "aises", "ois", "oise", "iens", "iennes")
_ACRONYM = 6  # letters
_SPELLED = 14  # words of what an acronym is short for


def mention(words: Words, candidate: Candidate) -> NameMention:
    """Turn a candidate into a mention with all the evidence that the place shows."""
    begin, end = candidate.begin, candidate.end
    texts = tuple(words.texts[begin:end])
    title = _honorific(words, begin)
    given = 0 if candidate.known or candidate.institution else _given(texts)
    described = _described(words, begin)
    evidence = _shape(words, candidate, texts) + _around(words, begin, end)
    if title is not None:
        evidence.append("honorific")
    if meaning := _spelled_out(words, begin, end):
        evidence.append(meaning)
    if described:
        evidence += ["described", f"described-{described}"]
    kind = candidate.institution.head.kind if candidate.institution else described
    known = candidate.known.known if candidate.known else None
    return NameMention(
        words.starts[begin],
        words.ends[end - 1],
        "known-organisation" if known else "institution" if candidate.institution else "name",
        evidence=tuple(evidence),
        words=texts,
        given=given,
        honorific=words.texts[title] if title is not None else None,
        honorific_start=words.starts[title] if title is not None else None,
        gender=_gender(words, texts, given, title),
        known=known,
        organisation_kind=known.kind if known else kind,
    )


@lru_cache(maxsize=10_000)
def is_country(text: str) -> bool:
    """Tell whether a word is the name of a country."""
    return key(text) in countries()


def _honorific(words: Words, begin: int) -> int | None:
    if begin and words.joined[begin - 1] and words.at(begin - 1).honorific:
        return begin - 1
    return None


def _gender(words: Words, texts: tuple[str, ...], given: int, title: int | None) -> Gender | None:
    if title is not None and (gender := honorifics()[words.texts[title]].gender):
        return gender
    first = given_name(texts[0]) if given else None
    return first.gender if first else None


def _given(texts: tuple[str, ...]) -> int:
    """Count the given names and initials that a name begins with, but for the last word."""
    count = 0
    for text in texts[:-1] or texts:
        if count and text.lower() in PARTICLES:
            break
        if given_name(text) is None and not (text.endswith(".") and text[0].isupper()):
            break
        count += 1
    return count


def _described(words: Words, begin: int) -> OrganisationKind | None:
    """Return what the noun before a name makes of it ("le quotidien X", "le groupe X")."""
    index = begin - 1
    if index >= 0 and words.joined[index] and words.texts[index] == '"':
        index -= 1
    if index >= 0 and words.joined[index] and is_institutional_adjective(words.texts[index]):
        index -= 1
    if index < 0 or not words.joined[index]:
        return None
    head = heads().get(words.texts[index])
    return head.describes if head else None


def _spelled_out(words: Words, begin: int, end: int) -> str | None:
    """Tell what an acronym in parentheses is short for: an organisation, or a thing.

    "revenu fiscal de référence (RFR)": the noun that its letters go back to is no head
    of organisations, so the acronym is none either.
    """
    texts = words.texts
    if end - begin != 1 or begin < 3 or texts[begin - 1] != "(" or texts[end : end + 1] != (")",):
        return None
    for first in range(begin - 3, max(-1, begin - 2 - _SPELLED), -1):
        if not texts[first][0].isalnum():
            return None
        if is_short_for(texts[begin], texts[first : begin - 1]):
            is_head = texts[first].lower() in heads()
            if is_head or texts[first][0].isupper():
                return "acronym-of-organisation"
            return "acronym-of-thing"
    return None


def _shape(words: Words, candidate: Candidate, texts: tuple[str, ...]) -> list[str]:
    size = len(texts)
    first, last = words.at(candidate.begin), words.at(candidate.end - 1)
    seen = [f"words-{min(size, 4)}"]
    if candidate.known:
        seen.append("known-ambiguous" if candidate.known.known.is_ambiguous else "known")
        if size > 1:
            seen.append("known-several-words")
    if candidate.institution:
        seen += candidate.institution.traits
    others = word_list("other_names.txt")
    if first.text in others or (size > 1 and f"{texts[0]} {texts[1]}" in others):
        seen.append("other-name")
    if candidate.known or candidate.institution:
        return seen
    seen += _alone(first) if size == 1 else _together(texts, first, last)
    if first.text[-1] == ".":
        seen.append("initial")
    if not all(map(str.isalpha, texts)) and any(c.isdigit() for c in "".join(texts)):
        seen.append("digit")
    if first.is_thing:
        seen.append("thing-head")
    if first.head:
        seen.append("head-first")
    return seen


def _alone(word: Word) -> list[str]:
    """Observe a name of one word."""
    text = word.text
    seen = []
    if is_country(text):
        seen.append("country")
    elif word.given:
        seen.append(f"given-{'common' if word.given.is_common else 'rare'}-single")
    if word.is_family:
        seen.append("family-single")
    if len(text) > 1 and text.isupper():
        seen.append("capitals-short" if len(text) <= _ACRONYM else "capitals-long")
    elif not text[1:].islower() and "-" not in text and any(map(str.isupper, text[1:])):
        seen.append("capitals-mixed")
    if "-" in text:
        seen.append("hyphen")
    if text.endswith(_INHABITANT):
        seen.append("inhabitant")
    return seen


def _together(texts: tuple[str, ...], first: Word, last: Word) -> list[str]:
    """Observe a name of several words."""
    seen = []
    if first.given:
        seen.append(f"given-{'common' if first.given.is_common else 'rare'}-first")
    elif given_name(texts[1]):
        seen.append("given-second")
    if last.is_family:
        seen.append("family-last")
    if any(t.islower() and t not in _JOINING for t in texts):
        seen.append("particle")
    if last.text.isupper() and not first.text.isupper():
        seen.append("capitals-last")
    return seen


def _around(words: Words, begin: int, end: int) -> list[str]:
    texts, joined = words.texts, words.joined
    seen = []
    if begin in words.opens:
        seen.append("opens")
        if end - begin == 1:
            seen.append("opens-single")
            if words.stands_in_lower_case(texts[begin].lower()):
                seen.append("opens-lower")
    if begin and (joined[begin - 1] or texts[begin - 1] in _LEFT):
        before = texts[begin - 1]
        if before in _LEFT:
            seen.append(f"before:{before}")
        else:
            word = words.at(begin - 1)
            if word.is_role:
                seen.append("role-before")
            elif word.is_thing:
                seen.append("thing-before")
            elif before[0].islower():
                seen.append("before:word")
        if begin > 1 and before in _OF:
            word = words.at(begin - 2)
            if word.is_thing:
                seen.append("thing-of-before")
            elif word.text in role_nouns():
                seen.append("role-of-before")
    if end < len(texts):
        after = texts[end]
        if after in _RIGHT:
            seen.append(f"after:{after}")
        elif after[0].islower():
            seen.append("after:word")
            if len(after) > 3 and after[-1] in "tae":
                seen.append(f"after:word-{after[-1]}")
    return seen
