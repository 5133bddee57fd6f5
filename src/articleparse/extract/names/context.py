"""Observe what a candidate is made of and what stands around it."""

from __future__ import annotations

from collections.abc import Iterator
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
    is_family_name,
    role_nouns,
)
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
_ACRONYM = 6  # letters
_SPELLED = 14  # words of what an acronym is short for


def mention(words: Words, candidate: Candidate) -> NameMention:
    """Turn a candidate into a mention with all the evidence that the place shows."""
    begin, end = candidate.begin, candidate.end
    texts = tuple(words.texts[begin:end])
    title = _honorific(words, begin)
    given = 0 if candidate.known or candidate.institution else _given(texts)
    described = _described(words, begin)
    evidence = [*_shape(words, candidate, texts, given), *_around(words, begin, end)]
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
    if begin and words.joined[begin - 1] and words.texts[begin - 1] in honorifics():
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


def _shape(words: Words, candidate: Candidate, texts: tuple[str, ...], given: int) -> Iterator[str]:
    size = len(texts)
    yield f"words-{min(size, 4)}"
    if candidate.known:
        yield "known-ambiguous" if candidate.known.known.is_ambiguous else "known"
        if size > 1:
            yield "known-several-words"
    if candidate.institution:
        yield from candidate.institution.traits
    if {texts[0], " ".join(texts[:2])} & word_list("other_names.txt"):
        yield "other-name"
    if candidate.known or candidate.institution:
        return
    first, last = texts[0], texts[-1]
    if size == 1 and is_country(first):
        yield "country"
    name = None if size == 1 and is_country(first) else given_name(first)
    if name:
        yield f"given-{'common' if name.is_common else 'rare'}-{'single' if size == 1 else 'first'}"
    if size > 1 and given_name(texts[1]) and not name:
        yield "given-second"
    if is_family_name(last):
        yield f"family-{'single' if size == 1 else 'last'}"
    if first.endswith("."):
        yield "initial"
    letters = last if size == 1 else ""
    if letters.isupper() and len(letters) > 1:
        yield "capitals-short" if len(letters) <= _ACRONYM else "capitals-long"
    elif any(c.isupper() for c in letters[1:]) and "-" not in letters:
        yield "capitals-mixed"
    if any(c.isdigit() for c in "".join(texts)):
        yield "digit"
    if "-" in first and size == 1:
        yield "hyphen"
    if size == 1 and first.endswith(("ais", "aise", "aises", "ois", "oise", "iens", "iennes")):
        yield "inhabitant"
    if first.lower() in word_list("thing_heads.txt"):
        yield "thing-head"
    if heads().get(first.lower()):
        yield "head-first"
    if size > 1 and any(t.islower() and t not in ("de", "d'", "du") for t in texts):
        yield "particle"
    if texts[-1].isupper() and not texts[0].isupper():
        yield "capitals-last"


def _around(words: Words, begin: int, end: int) -> Iterator[str]:
    texts, joined = words.texts, words.joined
    if begin in words.opens:
        yield "opens"
        if end - begin == 1:
            yield "opens-single"
            if texts[begin].lower() in words.lower:
                yield "opens-lower"
    if begin and (joined[begin - 1] or texts[begin - 1] in _LEFT):
        before = texts[begin - 1]
        if before in _LEFT:
            yield f"before:{before}"
        elif before.lower() in role_nouns():
            yield "role-before"
        elif before.lower() in word_list("thing_heads.txt"):
            yield "thing-before"
        elif before[0].islower():
            yield "before:word"
        if before in ("de", "d'", "du", "la", "l'", "le", "des") and begin > 1:
            if texts[begin - 2].lower() in word_list("thing_heads.txt"):
                yield "thing-of-before"
            elif texts[begin - 2] in role_nouns():
                yield "role-of-before"
    if end < len(texts):
        after = texts[end]
        if after in _RIGHT:
            yield f"after:{after}"
        elif after[0].islower():
            yield "after:word"
            if after.endswith(("t", "a", "e")) and len(after) > 3:
                yield f"after:word-{after[-1]}"
