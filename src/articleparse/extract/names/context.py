"""Observe what stands around a candidate, and put its mention together."""

from __future__ import annotations

from functools import lru_cache

from articleparse.extract.names.mentions import NameMention
from articleparse.extract.names.scanning import Candidate
from articleparse.extract.names.shapes import key_of, shape_of, size_of
from articleparse.extract.names.words import Words
from articleparse.lexicon.acronyms import is_short_for
from articleparse.lexicon.files import words as word_list
from articleparse.lexicon.name_words import name_words
from articleparse.lexicon.organisations import bearers, heads, is_institutional_adjective
from articleparse.lexicon.people import role_nouns
from articleparse.lexicon.word import word
from articleparse.record import OrganisationKind

_JOINING = frozenset(["et", "ou", ","])
_PLATFORMS = 6  # platforms of one list that are looked at; bounds the time
_SPELLED = 14  # words of what an acronym is short for


def mention(words: Words, candidate: Candidate) -> NameMention:
    """Turn a candidate into a mention with all the evidence that the place shows."""
    begin, end, form, institution = candidate
    texts = words.texts[begin:end]
    known = form.known if form else None
    given, gender = 0, None
    if known or institution:
        key = key_of(texts)
        evidence = [*_origin(candidate), size_of(texts)]
        if " ".join(texts) in word_list("other_names.txt"):
            evidence.append("other-name")
        if known and known.is_platform and _is_posted_on(words, begin):
            evidence.append("posted-on")
    else:
        shape, key, given, gender = shape_of(texts)
        evidence = list(shape)
    evidence += _behind(words, begin, end)
    if begin and words.texts[begin - 1] == '"' and words.texts[end : end + 1] == ('"',):
        evidence.append("between-marks")
    honorific = title = described = None
    if begin:
        before = words.texts[begin - 1]
        evidence += _before(words, begin, before)
        if begin - 1 not in words.breaks and _may_tell(before):
            described = _described(words, begin - 1)
            honorific = word(before).honorific
    if honorific:
        evidence.append("honorific")
        title, gender = begin - 1, honorific.gender or gender
    if _is_cast(words, begin, end):
        evidence.append("cast")
    if described:
        evidence += ("described", f"described-{described}")
    kind = institution.head.kind if institution else described
    return NameMention(
        words.starts[begin],
        words.ends[end - 1],
        "known-organisation" if known else "institution" if institution else "name",
        evidence=tuple(evidence),
        words=texts,
        key=key,
        given=given,
        honorific=words.texts[title] if title is not None else None,
        honorific_start=words.starts[title] if title is not None else None,
        gender=gender,
        known=known,
        organisation_kind=known.kind if known else kind,
    )


def _is_cast(words: Words, begin: int, end: int) -> bool:
    """Tell whether an actor's name stands behind the one of the part: "Louis (Karim Roy)"."""
    texts = words.texts
    return (
        end - begin > 1
        and begin > 1
        and texts[begin - 1] == "("
        and texts[end : end + 1] == (")",)
        and words.at(begin - 2).given is not None
    )


def _may_tell(before: str) -> bool:
    """Tell whether the word before a name may be a noun that describes it, or a title."""
    return before == '"' or before not in name_words("left")


def _origin(candidate: Candidate) -> list[str]:
    """Observe what made a candidate: a known organisation, a head noun."""
    seen = []
    if candidate.known:
        seen.append("known-ambiguous" if candidate.known.known.is_ambiguous else "known")
        if candidate.end > candidate.begin + 1:
            seen.append("known-several-words")
    if candidate.institution:
        seen += candidate.institution.traits
    return seen


def _is_posted_on(words: Words, begin: int) -> bool:
    """Tell whether a platform is named as the place of a post ("sur Facebook et Twitter")."""
    texts = words.texts
    for _ in range(_PLATFORMS):
        if begin < 2 or texts[begin - 1] not in _JOINING or not _is_platform(texts[begin - 2]):
            break
        begin -= 2
    return begin > 0 and texts[begin - 1].lower() in name_words("before platform")


def _is_platform(text: str) -> bool:
    return any(known.is_platform for known in bearers(text))


def _before(words: Words, begin: int, before: str) -> list[str]:
    texts = words.texts
    seen: list[str] = []
    if begin - 1 in words.breaks and before not in name_words("left"):
        return seen
    if observed := _word_before(before):
        seen.append(observed)
    if begin > 1 and before in name_words("before genitive"):
        known = word(texts[begin - 2])
        if known.lower in name_words("before portfolio"):
            seen.append("portfolio")
        if known.is_thing:
            seen.append("thing-of-before")
        elif known.text in role_nouns():
            seen.append("role-of-before")
    if before == "(" and (meaning := _spelled_out(words, begin)):
        seen.append(meaning)
    return seen


@lru_cache(maxsize=5_000)
def _word_before(text: str) -> str | None:
    if text in name_words("left"):
        return f"before:{text}"
    known = word(text)
    if known.is_role:
        return "role-before"
    if known.is_thing:
        return "thing-before"
    return "before:word" if text[0].islower() else None


def _behind(words: Words, begin: int, end: int) -> list[str]:
    """Observe whether the name opens a sentence, and what stands behind it."""
    texts = words.texts
    seen = []
    if begin in words.opens:
        seen.append("opens")
        if end - begin == 1:
            seen.append("opens-single")
            if words.stands_in_lower_case(texts[begin].lower()):
                seen.append("opens-lower")
    if end < len(texts):
        seen += _word_behind(texts[end])
    return seen


@lru_cache(maxsize=5_000)
def _word_behind(text: str) -> tuple[str, ...]:
    if text in name_words("right"):
        return (f"after:{text}",)
    if not text[0].islower():
        return ()
    if len(text) > 3 and text[-1] in "tae":
        return "after:word", f"after:word-{text[-1]}"
    return ("after:word",)


def _described(words: Words, index: int) -> OrganisationKind | None:
    """Return what the noun before a name makes of it ("le quotidien X", "le groupe X")."""
    texts, breaks = words.texts, words.breaks
    if texts[index] == '"':
        index -= 1
        if index in breaks:
            return None
    if is_institutional_adjective(texts[index]):
        index -= 1
        if index in breaks:
            return None
    head = heads().get(texts[index])
    return head.describes if head else None


def _spelled_out(words: Words, begin: int) -> str | None:
    """Tell what an acronym in parentheses is short for: an organisation, or a thing.

    "revenu fiscal de référence (RFR)": the noun that its letters go back to is no head
    of organisations, so the acronym is none either.
    """
    texts = words.texts
    if begin < 3 or texts[begin + 1 : begin + 2] != (")",):
        return None
    for first in range(begin - 3, max(-1, begin - 2 - _SPELLED), -1):
        if not texts[first][0].isalnum():
            return None
        if is_short_for(texts[begin], texts[first : begin - 1]):
            is_head = texts[first].lower() in heads()
            if word(texts[first]).is_thing and not is_head:
                return "acronym-of-thing"
            if is_head or texts[first][0].isupper():
                return "acronym-of-organisation"
            return "acronym-of-thing"
    return None
