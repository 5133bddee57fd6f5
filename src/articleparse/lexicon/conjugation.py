"""Forms of French verbs in the third person, from the infinitive."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from articleparse.lexicon.files import rows

Form = Literal["singular", "plural", "past participle", "present participle", "infinitive"]

_SOFT = {"g": "ge", "c": "ç"}
_MUTE_E = re.compile(r"(?<!e)e(?=[bcdfghjklmnpqrstvz]$)")
_CLOSED_E = re.compile(r"é(?=(?:[bcdfghjklmnpqrstvz]|[bcdgpt][lr]|gn|qu|ch)$)")
_DOUBLED = ("appel", "grommel", "jet")
Ending = tuple[str, Form]
_CONDITIONAL: tuple[Ending, ...] = (("ait", "singular"), ("aient", "plural"))


def conjugate(infinitive: str) -> Iterator[tuple[str, Form]]:
    """Yield the forms of a verb that a writer uses of others, with what each is.

    Finite forms are those of the third person of the indicative and conditional;
    past participles come in all genders and numbers. A form may come twice.
    The rules for spelling are those of the Académie's tables.

    >>> dict(conjugate("rappeler"))["rappelle"], dict(conjugate("répéter"))["répète"]
    ('singular', 'singular')
    >>> dict(conjugate("apercevoir"))["aperçu"], dict(conjugate("enjoindre"))["enjoint"]
    ('past participle', 'past participle')
    >>> sorted(form for form, kind in conjugate("promettre") if kind == "past participle")
    ['promis', 'promis', 'promise', 'promises']
    """
    yield infinitive, "infinitive"
    if irregular := _irregular(infinitive):
        prefix, (s3, p3, imperfect, past_s, past_p, future, participle, present) = irregular
        yield prefix + s3, "singular"
        if "aît" in s3:  # "reconnait" is right since 1990
            yield prefix + s3.replace("aît", "ait"), "singular"
        yield prefix + p3, "plural"
        yield prefix + past_s, "singular"
        yield prefix + past_p, "plural"
        yield from _endings(prefix + imperfect, _CONDITIONAL)
        yield from _future(prefix + future)
        yield from _participles(prefix + participle)
        yield prefix + present + "ant", "present participle"
    elif infinitive.endswith("er"):
        yield from _first_group(infinitive[:-2])
    elif infinitive.endswith("ir"):
        stem = infinitive[:-1]
        yield from _endings(stem, (("t", "singular"), ("ssent", "plural"), ("rent", "plural")))
        yield from _endings(stem + "ss", _CONDITIONAL)
        yield from _future(infinitive)
        yield from _participles(stem)
        yield stem + "ssant", "present participle"
    elif infinitive.endswith("re"):
        stem = infinitive[:-2]
        yield from _endings(stem, (("", "singular"), ("ent", "plural")))
        yield from _endings(stem, (("it", "singular"), ("irent", "plural"), *_CONDITIONAL))
        yield from _future(infinitive[:-1])
        yield from _participles(stem + "u")
        yield stem + "ant", "present participle"


def _first_group(stem: str) -> Iterator[tuple[str, Form]]:
    strong = _strong_stem(stem)
    soft = stem[:-1] + _SOFT[stem[-1]] if stem[-1] in _SOFT else stem
    yield from _endings(strong, (("e", "singular"), ("ent", "plural")))
    yield from _endings(soft, (("a", "singular"), *_CONDITIONAL))
    yield stem + "èrent", "plural"
    yield soft + "ant", "present participle"
    yield from _participles(stem + "é")
    # "répétera" and "répètera" are both right since 1990.
    for future in {stem, strong} if "é" in stem else {strong}:
        yield from _future(future + "er")


def _strong_stem(stem: str) -> str:
    """Return the stem before a mute e: rappell-, répèt-, emploi-."""
    if stem.endswith(_DOUBLED):
        return stem + stem[-1]
    if stem.endswith(("oy", "uy")):
        return stem[:-1] + "i"
    return _CLOSED_E.sub("è", _MUTE_E.sub("è", stem))


def _endings(stem: str, endings: tuple[Ending, ...]) -> Iterator[tuple[str, Form]]:
    for ending, form in endings:
        yield stem + ending, form


def _future(stem: str) -> Iterator[tuple[str, Form]]:
    yield from _endings(stem, (("a", "singular"), ("ont", "plural"), *_CONDITIONAL))


def _participles(masculine: str) -> Iterator[tuple[str, Form]]:
    stem = masculine.replace("û", "u")
    plural = stem if stem.endswith("s") else stem + "s"
    for form in (masculine, stem + "e", plural, stem + "es"):
        yield form, "past participle"


def _irregular(infinitive: str) -> tuple[str, list[str]] | None:
    endings = _irregular_endings()
    for cut in range(len(infinitive)):
        if infinitive[cut:] in endings:
            return infinitive[:cut], endings[infinitive[cut:]]
    return None


@cache
def _irregular_endings() -> dict[str, list[str]]:
    return {end: forms for end, *forms in rows("irregular_verbs.tsv", 9)}
