"""What the lexicon knows of one written word, looked up once and kept by its spelling."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from articleparse.lexicon.clauses import is_adverb
from articleparse.lexicon.files import words
from articleparse.lexicon.organisations import (
    Head,
    KnownForm,
    heads,
    is_institutional_adjective,
    known_forms_by_second_word,
)
from articleparse.lexicon.people import (
    GivenName,
    Honorific,
    given_name,
    honorifics,
    is_family_name,
    role_nouns,
    role_nouns_by_first_word,
)
from articleparse.lexicon.spelling import plain

_ARABIC = re.compile(r"(?:al|el|ad|an|ar|as|at|ez)-\w")  # article of Arabic names: "al-Assad"
_NUMERAL = re.compile("[IVX]{2,}")
_CENTURY = re.compile("[IVX]+(?:e|è|[eè]mes?)")


class Word(NamedTuple):
    """A word as it is written, and what the lexicon tells of it.

    `is_name` where it is capitalised as a name is. `head` is what it makes as head noun
    of an organisation, with `is_written_head` where the lexicon has it in this very
    case. `forms` are those of known organisations that begin with it, by the next word, `offices` the
    role nouns of several words that do. `is_plain` where all this tells no more of the
    word than that it is capitalised, and perhaps a given or a family name.
    """

    text: str
    lower: str
    plain: str
    is_name: bool
    is_function: bool
    is_role: bool
    is_thing: bool
    is_adjective: bool
    is_written_head: bool
    is_family: bool
    given: GivenName | None
    honorific: Honorific | None
    head: Head | None
    forms: dict[str, tuple[KnownForm, ...]]
    offices: tuple[tuple[str, ...], ...]
    is_plain: bool


@lru_cache(maxsize=10_000)
def word(text: str) -> Word:
    """Return what is known of a word, any token of a text.

    >>> word("Mairie").head.kind, word("al-Assad").is_name, word("XIXe").is_name
    ('public_body', True, False)
    """
    lower = text.lower()
    spelled = plain(text)
    is_name = _is_name(text)
    is_function = lower in words("function_words.txt") or is_adverb(lower)
    is_role = lower in role_nouns()
    is_adjective = is_institutional_adjective(lower)
    honorific = honorifics().get(text)
    head = heads().get(text) or heads().get(lower)
    forms = known_forms_by_second_word().get(spelled, {})
    offices = role_nouns_by_first_word().get(lower, ())
    tells = is_function or is_role or is_adjective or honorific or head or forms or offices
    return Word(
        text,
        lower,
        spelled,
        is_name=is_name,
        is_function=is_function,
        is_role=is_role,
        is_thing=lower in words("thing_heads.txt"),
        is_adjective=is_adjective,
        is_written_head=text in heads(),
        is_family=is_family_name(text),
        given=given_name(text),
        honorific=honorific,
        head=head,
        forms=forms,
        offices=offices,
        is_plain=is_name and not tells,
    )


def is_numeral(text: str) -> bool:
    """Tell whether a word is a Roman numeral of two letters or more ("Louis XVI").

    >>> is_numeral("XVI"), is_numeral("XVIe"), is_numeral("VIP")
    (True, False, False)
    """
    return text[0] in "IVX" and _NUMERAL.fullmatch(text) is not None


def _is_name(text: str) -> bool:
    if text[0].isupper():
        return text[-1] != "'" and not (_CENTURY.fullmatch(text) or is_numeral(text))
    return text[3:4].isupper() and _ARABIC.match(text) is not None
