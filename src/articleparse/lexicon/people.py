"""Names of people, forms of address, and nouns for what people are."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal, NamedTuple

from articleparse.document import tokenize
from articleparse.lexicon.files import lines, rows, words
from articleparse.lexicon.spelling import plain

Gender = Literal["feminine", "masculine"]
_GENDERS: dict[str, Gender | None] = {"f": "feminine", "m": "masculine", "x": None}


class GivenName(NamedTuple):
    """What INSEE's file of given names tells of one: whom it is given to, how often."""

    gender: Gender | None
    is_common: bool


class Honorific(NamedTuple):
    """A form of address; `is_plural` where it stands before several names."""

    gender: Gender | None
    is_plural: bool


class RoleNoun(NamedTuple):
    """A noun for what a person is; `gender` is None where the form serves both."""

    gender: Gender | None
    is_plural: bool


@cache
def _given_names() -> dict[str, GivenName]:
    return {
        name: GivenName(_GENDERS[gender], frequency == "common")
        for name, gender, frequency in rows("given_names.tsv", 3)
        if name not in words("function_words.txt")
    }


@lru_cache(maxsize=20_000)
def given_name(word: str) -> GivenName | None:
    """Tell what is known of a given name, None if it is none; compounds by their parts.

    >>> given_name("Anne-Sophie")
    GivenName(gender='feminine', is_common=True)
    >>> given_name("ministère")
    """
    names = _given_names()
    key = plain(word)
    if key in names or "-" not in key:
        return names.get(key)
    parts = [names.get(part) for part in key.split("-")]
    if None in parts or key.startswith(("saint-", "sainte-")):  # a town: "Saint-Étienne"
        return None
    return parts[0]


@cache
def _family_names() -> frozenset[str]:
    return frozenset(lines("family_names.txt"))


def is_family_name(word: str) -> bool:
    """Tell whether the word is among the frequent family names of France.

    >>> is_family_name("Lefèvre"), is_family_name("Zyxwv")
    (True, False)
    """
    return plain(word) in _family_names()


@cache
def honorifics() -> dict[str, Honorific]:
    """Return the forms of address.

    >>> honorifics()["Mme"].gender
    'feminine'
    """
    return {
        form: Honorific(_GENDERS[gender], number == "p")
        for form, gender, number in rows("honorifics.tsv", 3)
    }


@cache
def role_nouns() -> dict[str, RoleNoun]:
    """Return the nouns for what people are, in singular and plural.

    Nouns of several words have single spaces.

    >>> role_nouns()["directrice"], role_nouns()["maires"]
    (RoleNoun(gender='feminine', is_plural=False), RoleNoun(gender=None, is_plural=True))
    """
    nouns: dict[str, RoleNoun] = {}
    for noun, letter in rows("role_nouns.tsv", 2):
        gender = _GENDERS[letter]
        nouns.setdefault(noun, RoleNoun(gender, False))
        nouns.setdefault(_plural(noun), RoleNoun(gender, True))
    return nouns


@cache
def role_nouns_by_first_word() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the words of the role nouns of several words, by the first, longest first.

    >>> role_nouns_by_first_word()["garde"]
    (('garde', 'des', 'sceaux'),)
    """
    found: dict[str, set[tuple[str, ...]]] = {}
    for noun in role_nouns():
        parts = tokenize(noun.lower()).texts
        if len(parts) > 1:
            found.setdefault(parts[0], set()).add(parts)
    return {
        first: tuple(sorted(several, key=lambda parts: (-len(parts), parts)))
        for first, several in found.items()
    }


@cache
def role_openers() -> frozenset[str]:
    """Return the lower-case words that a role may begin with.

    >>> {"maire", "ancien", "garde"} <= role_openers()
    True
    """
    return words("role_modifiers.txt") | {noun.partition(" ")[0] for noun in role_nouns()}


def _plural(noun: str) -> str:
    """Form the plural of a noun's first word, and of the adjective behind it if any."""
    head, blank, rest = noun.partition(" ")
    if head.endswith("al") and not head.endswith(("naval", "chacal")):
        head = head[:-1] + "ux"
    elif head.endswith(("eau", "eu")):
        head += "x"
    elif not head.endswith(("s", "x", "z")):
        head += "s"
    return head + blank + rest
