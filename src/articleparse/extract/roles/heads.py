"""The head of a role phrase: its noun, with the adjectives before it."""

from __future__ import annotations

from functools import lru_cache
from itertools import filterfalse
from typing import NamedTuple

from articleparse.document import Document, Tokens
from articleparse.lexicon.files import words
from articleparse.lexicon.organisations import is_institutional_adjective
from articleparse.lexicon.people import (
    RoleNoun,
    role_nouns,
    role_nouns_by_first_word,
    role_openers,
)

_MODIFIERS = words("role_modifiers.txt")
_INVERTED = ("-il", "-elle", "-on", "-ils", "-elles")  # a verb: "juge-t-elle"
_PREFIXES = ("ex-", "vice-", "co-")


class Head(NamedTuple):
    """First token of a role, the token behind its noun, the noun and its facts."""

    begin: int
    behind: int
    noun: str
    facts: RoleNoun


def opening_words(spelled: frozenset[str]) -> set[str]:
    """Return those of a text's words with which a role may begin.

    >>> sorted(opening_words(frozenset(["Ancien", "ex-ministre", "maire", "mairie"])))
    ['Ancien', 'ex-ministre', 'maire']
    """
    found = set(spelled & role_openers())
    found.update(filter(_may_open, filterfalse(str.islower, spelled)))
    found.update(filter(_may_open, [text for text in spelled if "-" in text]))
    return found


@lru_cache(maxsize=10_000)
def _may_open(text: str) -> bool:
    lower = text.lower()
    return text[0].isalpha() and (
        lower in _MODIFIERS or _bare(lower) in role_nouns_by_first_word() or _noun(text) is not None
    )


def head_at(document: Document, index: int) -> Head | None:
    """Return the head of the role that begins at a token."""
    tokens = document.tokens
    texts = tokens.texts
    at = index
    while (
        texts[at].lower() in _MODIFIERS
        and at < min(index + 3, len(texts) - 1)
        and is_joined(tokens, document.folded, at)
    ):
        if found := _noun_at(texts, at):
            return Head(index, *found)
        at += 1
        if texts[at] == "-" and at + 1 < len(texts):
            at += 1
    found = _noun_at(texts, at)
    if found is None or (at == index and _is_adjective(tokens, document.folded, index)):
        return None
    return Head(index, *found)


def is_joined(tokens: Tokens, folded: str, index: int) -> bool:
    """Tell whether only a blank parts a token from the next."""
    if index + 1 >= len(tokens.starts):
        return False
    end, start = tokens.ends[index], tokens.starts[index + 1]
    return start == end or (start == end + 1 and folded[end] == " ")


def _is_adjective(tokens: Tokens, folded: str, index: int) -> bool:
    """Tell whether what may be a noun of roles is an adjective here ("un débat parlementaire")."""
    texts = tokens.texts
    if index == 0 or not is_institutional_adjective(texts[index]):
        return False
    before = texts[index - 1]
    return (
        is_joined(tokens, folded, index - 1)
        and before.islower()
        and before.isalpha()
        and len(before) > 3
        and before not in words("function_words.txt")
        and before not in role_nouns()
    )


def _bare(lower: str) -> str:
    """Return a word without the prefix of an office: "vice-premier" ministre."""
    if "-" not in lower:
        return lower
    return next((lower[len(p) :] for p in _PREFIXES if lower.startswith(p)), lower)


def _noun_at(texts: tuple[str, ...], index: int) -> tuple[int, str, RoleNoun] | None:
    """Return the longest role noun at a token: index behind it, the noun, its facts."""
    first = texts[index]
    bare = _bare(first.lower())
    if several := role_nouns_by_first_word().get(bare):
        behind = (bare, *map(str.lower, texts[index + 1 : index + len(several[0])]))
        for parts in several:
            if behind[: len(parts)] == parts and (len(parts) > 1 or bare == first.lower()):
                noun = " ".join(parts).replace("' ", "'")
                return index + len(parts), noun, role_nouns()[noun]
    if found := _noun(first):
        return index + 1, *found
    return None


@lru_cache(maxsize=10_000)
def _noun(text: str) -> tuple[str, RoleNoun] | None:
    """Return the role noun that one word is ("ex-maire", "secrétaire-général", "PDG")."""
    lower = text.lower()
    if facts := role_nouns().get(lower):
        return lower, facts
    for prefix in _PREFIXES:
        if lower.startswith(prefix) and (facts := role_nouns().get(lower[len(prefix) :])):
            return lower, facts
    if (
        "-" in lower
        and not lower.endswith(_INVERTED)
        and (facts := role_nouns().get(lower.partition("-")[0]))
    ):
        return lower, facts
    # A title in capitals ("PDG", "DRH"): the lexicon has it so.
    if facts := role_nouns().get(text):
        return text, facts
    return None
