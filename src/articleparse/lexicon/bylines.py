"""Words around authors' names in bylines: what leads in, roles, placeholders."""

from __future__ import annotations

import re
from functools import cache

from articleparse.lexicon.files import lines, words


@cache
def lead_ins() -> re.Pattern[str]:
    """Match what stands in front of the names ("Par", "Propos recueillis par").

    >>> lead_ins().sub("", "Propos recueillis par Ana Roy")
    'Ana Roy'
    """
    return _starting("byline_lead_ins.txt")


@cache
def roles() -> re.Pattern[str]:
    """Match a part of a byline that tells a role and no name ("journaliste au Monde").

    >>> bool(roles().match("envoyée spéciale à Lomé"))
    True
    """
    return _starting("byline_roles.txt")


def is_placeholder(name: str) -> bool:
    """Tell whether a content management system, and no editor, set this name.

    >>> is_placeholder("Admin"), is_placeholder("Ana Roy")
    (True, False)
    """
    return name.lower() in words("byline_placeholders.txt")


def is_agency(name: str) -> bool:
    """Tell whether a name is a news agency's, in whatever letters.

    >>> is_agency("ats"), is_agency("Ana Roy")
    (True, False)
    """
    return name.lower() in words("byline_agencies.txt")


def _starting(name: str) -> re.Pattern[str]:
    longest_first = sorted(lines(name), key=lambda phrase: (-len(phrase), phrase))
    phrases = "|".join(re.escape(phrase).replace(r"\ ", r"\s") for phrase in longest_first)
    return re.compile(rf"(?:{phrases})(?:\s*:\s*|(?=\W)|$)\s*", re.IGNORECASE)
