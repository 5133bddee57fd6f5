"""Words that numbers are written with, and words around a number that tell what it is."""

from __future__ import annotations

from functools import cache
from typing import Literal, cast

from articleparse.lexicon.files import rows, words

Modifier = Literal["about", "at_least", "at_most"]
Change = Literal["increase", "decrease"]


def number_words() -> frozenset[str]:
    """Return the words that numbers are written with.

    >>> "nonante" in number_words()
    True
    """
    return words("number_words.txt")


def _values(name: str) -> dict[str, int]:
    return {form: int(value) for form, value in rows(name, 2)}


@cache
def number_nouns() -> dict[str, int]:
    """Return the nouns that stand for a number, with its value.

    >>> number_nouns()["quinzaine"]
    15
    """
    return _values("number_nouns.tsv")


@cache
def magnitudes() -> dict[str, int]:
    """Return the words and letters that multiply the number before them, with their factor.

    >>> magnitudes()["Md"]
    1000000000
    """
    return _values("magnitudes.tsv")


@cache
def denominators() -> dict[str, int]:
    """Return the names of the parts of a whole, with their number.

    >>> denominators()["quarts"]
    4
    """
    return _values("denominators.tsv")


@cache
def multiplicatives() -> dict[str, int]:
    """Return the stems of verbs such as doubler, with their factor.

    >>> multiplicatives()["quadrupl"]
    4
    """
    return _values("multiplicatives.tsv")


@cache
def modifiers() -> dict[str, Modifier]:
    """Return the phrases before a number that make it a bound or rough.

    >>> modifiers()["au moins"]
    'at_least'
    """
    return {phrase: cast(Modifier, kind) for phrase, kind, _ in rows("number_modifiers.tsv", 3)}


@cache
def modifying_verbs() -> frozenset[str]:
    """Return the modifiers that are verbs, and so no part of the figure.

    >>> "dépasse les" in modifying_verbs(), "au moins" in modifying_verbs()
    (True, False)
    """
    return frozenset(
        phrase for phrase, _, part in rows("number_modifiers.tsv", 3) if part == "verb"
    )


@cache
def changes(part_of_speech: Literal["noun", "verb"]) -> dict[str, Change]:
    """Return nouns, or stems of verbs, that tell of growth or decline.

    >>> changes("noun")["hausse"]
    'increase'
    """
    return {
        form: cast(Change, change)
        for form, change, kind in rows("changes.tsv", 3)
        if kind == part_of_speech
    }


def numbered_things() -> frozenset[str]:
    """Return the words behind which a number is a name, not a count.

    >>> "article" in numbered_things()
    True
    """
    return words("numbered_things.txt")


def timed_things() -> frozenset[str]:
    """Return the words for what is called by the hour at which it is on, or leaves.

    >>> "journal" in timed_things()
    True
    """
    return words("timed_things.txt")


def prenominal_adjectives() -> frozenset[str]:
    """Return the adjectives that may stand between a number and its noun.

    >>> "nouvelles" in prenominal_adjectives()
    True
    """
    return words("prenominal_adjectives.txt")


def predicate_leads() -> frozenset[str]:
    """Return what stands before a number that alone stands for the things counted.

    >>> "ils étaient" in predicate_leads()
    True
    """
    return words("predicate_leads.txt")


def noncount_words() -> frozenset[str]:
    """Return the words that no number counts, plural as they may look.

    >>> "depuis" in noncount_words()
    True
    """
    return words("noncount_words.txt")
