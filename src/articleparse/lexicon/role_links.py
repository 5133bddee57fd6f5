"""What may stand between a name and the role that tells of it."""

from __future__ import annotations

import re
from functools import cache

from articleparse.lexicon.determiners import determiners
from articleparse.lexicon.files import words
from articleparse.lexicon.numbers import number_words

_NUMBER = "|".join(sorted(number_words()))
_ONE_OF = rf"(?:l')?une? (?:des|de (?:ces|leurs|mes|nos|ses|tes|vos)) (?:(?:{_NUMBER}) )?"
_ARTICLE = rf"(?:{_ONE_OF}|(?:le|la|les|un|une|notre|leur|son|sa|cet|cette|ce) |l')?"


@cache
def apposition() -> re.Pattern[str]:
    """Match from a name to a role in apposition, over the name's age or years of life.

    >>> [bool(apposition().fullmatch(text)) for text in (", alors ", ", 44 ans, ", " et ")]
    [True, True, False]
    """
    aside = r"(?:, ?\d{1,3} ans| \(\d{1,3} ans\)| \(\d{4} ?- ?\d{0,4}\))?"
    return re.compile(rf"{aside}(?:,| ?\(| -) ?{_adverbs()}{_ARTICLE}{_adverbs()}")


@cache
def copula() -> re.Pattern[str]:
    """Match from a name to a role that a verb or "en tant que" ties to it.

    >>> bool(copula().fullmatch(", qui est aujourd'hui la "))
    True
    """
    return re.compile(rf",? ?(?:qui )?(?:{_any('role_links.txt')}) {_adverbs()}{_ARTICLE}")


@cache
def pronoun_copula() -> re.Pattern[str]:
    """Match a sentence from its pronoun or description up to the role that a verb ties to it.

    >>> bool(pronoun_copula().fullmatch("Ce père de cinq enfants est "))
    True
    >>> pronoun_copula().fullmatch("Elle est aussi la ")["pronoun"]
    'Elle'
    """
    pointing = [
        word.capitalize()
        for word, told in determiners().items()
        if told.is_pointing and not told.is_plural
    ]
    pronoun = r"(?P<pronoun>Il|Elle)"
    demonstrative = rf"(?P<determiner>{'|'.join(pointing)})(?: [^ ,.;:]+){{1,8}}?"
    link = rf" (?:{_any('role_links.txt')}) {_adverbs()}{_ARTICLE}"
    return re.compile(rf"(?:{pronoun}|{demonstrative}){link}")


@cache
def listing() -> re.Pattern[str]:
    """Match from one role of a person to the next one in a list.

    >>> [bool(listing().fullmatch(text)) for text in (" et ", ", puis ", " de ")]
    [True, True, False]
    """
    return re.compile(rf"(?: et|,| et,|, et| mais|, puis| puis) {_adverbs()}{_ARTICLE}")


@cache
def leading() -> re.Pattern[str]:
    """Match from a role to the name behind it, over an acronym in parentheses.

    >>> [bool(leading().fullmatch(text)) for text in (" ", " (IGPN), ", " (", " et ")]
    [True, True, True, False]
    """
    return re.compile(r"(?:(?: \([\w' -]{2,30}\))?(?: |, | : |: )?| \(|\) )")


@cache
def one_of() -> re.Pattern[str]:
    """Match at the end of what stands before a role in the plural that one person has.

    >>> [bool(one_of().search(text)) for text in ("était l'une des ", "un de ses dix ", "avec des ")]
    [True, True, False]
    """
    return re.compile(rf"\b{_ONE_OF}$")


def _any(name: str) -> str:
    return "|".join(map(re.escape, sorted(words(name), key=lambda w: (-len(w), w))))


def _adverbs() -> str:
    return rf"(?:(?:{_any('role_adverbs.txt')}),? )?"
