"""Verbs of speech in all their forms, and the nouns that speakers are called by."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from articleparse.lexicon.conjugation import Form, conjugate
from articleparse.lexicon.files import rows
from articleparse.lexicon.people import role_nouns


@dataclass(frozen=True, slots=True)
class SpeechVerb:
    """A verb or locution that reports speech.

    `tail` are the words of a locution behind its verb ("savoir" of "faire savoir");
    `constructions` are those of reported speech without marks: "que", "inf", "de",
    "à", "si". A weak verb is one of will or opinion; one of naming ("surnommer")
    has a name behind it; one to be inserted has other senses elsewhere.
    """

    infinitive: str
    tail: tuple[str, ...]
    is_reflexive: bool
    is_weak: bool
    is_naming: bool
    is_inserted: bool
    constructions: frozenset[str]


class SpeechForm(NamedTuple):
    """A form of a verb of speech.

    `is_also_participle`: a finite form that is the verb's past participle too ("dit").
    """

    verb: SpeechVerb
    form: Form
    is_also_participle: bool = False


@cache
def speech_forms() -> dict[str, tuple[SpeechForm, ...]]:
    """Return what each form of a verb of speech may be; locutions come first.

    >>> [(f.verb.infinitive, f.form) for f in speech_forms()["souligne"]]
    [('souligner', 'singular')]
    >>> [f.verb.infinitive for f in speech_forms()["exclame"]]
    ["s'exclamer"]
    """
    found: dict[str, dict[SpeechForm, None]] = {}
    for entry, constructions, strength in rows("speech_verbs.tsv", 3):
        plain = entry.removeprefix("se ").removeprefix("s'")
        head, *tail = plain.replace("'", " ").split()
        verb = SpeechVerb(
            infinitive=entry,
            tail=tuple(tail),
            is_reflexive=plain != entry,
            is_weak=strength in ("weak", "naming"),
            is_naming=strength == "naming",
            is_inserted=strength == "inserted",
            constructions=frozenset(constructions.split()),
        )
        for form, kind in conjugate(head):
            found.setdefault(form, {})[SpeechForm(verb, kind)] = None
    return {form: _in_order(readings) for form, readings in found.items()}


def _in_order(readings: Iterable[SpeechForm]) -> tuple[SpeechForm, ...]:
    """Put locutions first; note of finite forms which are participles too."""
    participles = {reading.verb for reading in readings if reading.form == "past participle"}
    marked = (
        reading._replace(
            is_also_participle=reading.verb in participles
            and reading.form in ("singular", "plural")
        )
        for reading in readings
    )
    return tuple(sorted(marked, key=lambda r: (-len(r.verb.tail), not r.verb.is_reflexive)))


@cache
def finite_speech() -> frozenset[str]:
    """Return the forms that may be finite ones of verbs of speech.

    >>> "soulignent" in finite_speech(), "souligné" in finite_speech()
    (True, False)
    """
    return frozenset(
        word
        for word, readings in speech_forms().items()
        if any(reading.form in ("singular", "plural") for reading in readings)
    )


@cache
def telling_words() -> frozenset[str]:
    """Return words of which one stands wherever a verb of speech does that is not weak.

    Its forms, or the last word of a locution; of a compound with a hyphen its last part too.

    >>> "souligne" in telling_words(), "savoir" in telling_words(), "fait" in telling_words()
    (True, True, False)
    """
    return frozenset(
        key
        for word, readings in speech_forms().items()
        for reading in readings
        if not reading.verb.is_weak
        for key in (reading.verb.tail[-1:] or (word, word.rpartition("-")[2]))
    )


NounKind = Literal["person", "group", "body", "document"]


@dataclass(frozen=True, slots=True)
class SpeakerNoun:
    """A noun that a speaker is called by.

    `kind`: one person, several, a body (association, ministry), or a document that
    speaks for its author. `gender` is "feminine", "masculine", or None for both.
    `covers` are the nouns of narrower sense ("élu" of "maire").
    """

    noun: str
    kind: NounKind
    gender: Literal["feminine", "masculine"] | None
    covers: frozenset[str]


_KINDS: dict[str, NounKind] = {
    "person": "person",
    "group": "group",
    "body": "body",
    "document": "document",
}
_GENDERS: dict[str, Literal["feminine", "masculine"] | None] = {
    "f": "feminine",
    "m": "masculine",
    "": None,
}


@cache
def speaker_nouns() -> dict[str, SpeakerNoun]:
    """Return the nouns of speakers by their singular; those of roles are persons.

    >>> speaker_nouns()["sénatrice"].gender
    'feminine'
    """
    roles = {
        noun: SpeakerNoun(noun, "person", role.gender, frozenset())
        for noun, role in role_nouns().items()
        if noun.islower() and noun.isalpha() and not role.is_plural
    }
    nouns = roles | {
        noun: SpeakerNoun(noun, _KINDS[kind], _GENDERS[gender], frozenset(covers.split()))
        for noun, kind, gender, covers in rows("speaker_nouns.tsv", 4)
    }
    # Capitals often stand without accent: "L'Etude", "Elus et habitants".
    unaccented = {f"e{noun[1:]}": told for noun, told in nouns.items() if noun[0] in "éêè"}
    return unaccented | nouns


@lru_cache(maxsize=1 << 14)
def singular(word: str) -> str:
    """Return the singular of a regular plural; other words stay.

    >>> [singular(word) for word in ("élus", "tribunaux", "bureau", "dirigeantes", "porte-parole")]
    ['élu', 'tribunal', 'bureau', 'dirigeante', 'porte-parole']
    """
    if word.endswith("aux") and len(word) > 4 and not word.endswith("eaux"):
        return word[:-3] + "al"
    if len(word) > 3 and word[-1] in "sx" and word[-2:] not in ("ss", "is", "as"):
        return word[:-1]
    return word
