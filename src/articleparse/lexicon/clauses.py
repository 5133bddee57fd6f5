"""Closed classes of French words that show how a clause is built."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Literal

from articleparse.lexicon.conjugation import conjugate
from articleparse.lexicon.files import rows
from articleparse.lexicon.speech import finite_speech, speaker_nouns

WordClass = Literal[
    "adverb",
    "article",
    "birth or death",
    "charge",
    "clause opener",
    "clitic",
    "common verb",
    "complement",
    "compound que",
    "coordinator",
    "determiner",
    "disjunctive",
    "feminine pronoun",
    "finding",
    "house",
    "impersonal",
    "infinitive lookalike",
    "latter",
    "leading conjunction",
    "medium",
    "message",
    "modal",
    "named body",
    "naming",
    "negation",
    "nobody",
    "no source",
    "offence",
    "ordinal time",
    "plural pronoun",
    "preposition",
    "pronoun",
    "question",
    "reading more",
    "reading tip",
    "role preposition",
    "small",
    "somebody",
    "speech noun",
    "state office",
    "study",
    "subordinator",
    "thing verb",
    "time",
    "title",
    "title preposition",
    "work",
]


@cache
def words_of(word_class: WordClass) -> frozenset[str]:
    """Return the words of a class, as tokens: lower case, without apostrophe.

    >>> "l" in words_of("determiner"), "mardi" in words_of("time")
    (True, True)
    """
    return frozenset(word for name, word in rows("clause_words.tsv", 2) if name == word_class)


@cache
def modal_forms() -> frozenset[str]:
    """Return the forms of verbs that may stand before the infinitive of another.

    >>> "tient" in modal_forms(), "voulu" in modal_forms()
    (True, True)
    """
    return frozenset(form for verb in words_of("modal") for form, _ in conjugate(verb))


@cache
def auxiliaries(infinitive: Literal["avoir", "être"]) -> frozenset[str]:
    """Return the forms of an auxiliary that stand before a participle.

    >>> "aurait" in auxiliaries("avoir"), "ayant" in auxiliaries("avoir")
    (True, True)
    """
    return frozenset(form for form, _ in conjugate(infinitive)) | {"ait", "aient", "soit"}


def is_adverb(word: str) -> bool:
    """Tell whether a lower-case word is one of the listed adverbs.

    >>> is_adverb("également"), is_adverb("gouvernement")
    (True, False)
    """
    return word in words_of("adverb")


def may_be_finite(word: str) -> bool:
    """Tell whether a lower-case word looks like a finite verb of the third person.

    By the forms of common verbs and by ends; it serves to tell a clause from a bare
    noun phrase.

    >>> may_be_finite("tiendront"), may_be_finite("avait"), may_be_finite("mairie")
    (True, True, False)
    """
    return (
        word in common_finite()
        or word.endswith(("aient", "eront", "iront", "dront", "rront", "èrent"))
        or (word.endswith(("ait", "era", "ira", "dra", "rra")) and len(word) > 4)
    )


def has_finite(words: Sequence[str]) -> bool:
    """Tell whether one of the lower-case words looks like a finite verb, of speech or common.

    >>> has_finite(["le", "pont", "tiendra"]), has_finite(["un", "pont", "neuf"])
    (True, False)
    """
    return not (common_finite().isdisjoint(words) and finite_speech().isdisjoint(words)) or any(
        map(may_be_finite, words)
    )


def is_finite(word: str) -> bool:
    """Tell whether a lower-case word is a verb of the third person, an auxiliary included.

    >>> is_finite("a"), is_finite("seront"), is_finite("présidente")
    (True, True, False)
    """
    return word in auxiliaries("avoir") or word in auxiliaries("être") or may_be_finite(word)


def looks_like_verb(word: str) -> bool:
    """Tell whether a lower-case word may be a verb where nothing but one fits.

    By its end and by being no word of a closed class and no noun for a speaker.

    >>> looks_like_verb("calcule"), looks_like_verb("dans"), looks_like_verb("maire")
    (True, False, False)
    """
    return (
        word.endswith(("e", "t", "a", "it", "ent"))
        and len(word) > 3
        and word not in speaker_nouns()
        and not any(word in words_of(word_class) for word_class in _CLOSED)
    )


_CLOSED: tuple[WordClass, ...] = (
    "adverb",
    "clitic",
    "complement",
    "coordinator",
    "determiner",
    "preposition",
    "pronoun",
    "question",
    "subordinator",
    "time",
    "title",
)


@cache
def common_finite() -> frozenset[str]:
    """Return the finite forms of the common verbs.

    >>> "tient" in common_finite()
    True
    """
    return frozenset(
        form
        for infinitive in words_of("common verb")
        for form, kind in conjugate(infinitive)
        if kind in ("singular", "plural")
    )
