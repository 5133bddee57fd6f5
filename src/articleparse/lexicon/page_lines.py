"""Lines that press pages set into an article and that no article holds."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from articleparse.document import fold
from articleparse.lexicon.files import rows

# A longer line is running text, whatever it speaks of.
_SHORT = 250
_LONGEST_APPEAL = 500
_MENU_LENGTH = 60
_OPENING = frozenset('«“"')
_LEADING = re.compile(r"[\W_]*")


def is_junk(line: str) -> bool:
    """Tell whether no article holds this line.

    >>> is_junk("► Lire aussi : La cantine passe au bio"), is_junk("Il vous reste 57 % de cet article à lire.")
    (True, True)
    >>> is_junk("Enregistrer Commenter"), is_junk("Enregistrer ou commenter un match")
    (True, False)
    >>> is_junk("La publicité pour l'alcool recule.")
    False
    """
    if len(line) > _SHORT:
        return False
    text = _plain(line).strip()
    bare = text[_LEADING.match(text).end() :]  # type: ignore[union-attr]
    patterns = _patterns()
    return bool(
        patterns["start"].match(bare)
        or patterns["whole"].fullmatch(bare)
        or patterns["start"].match(text)
        or patterns["anywhere"].search(text)
        or (len(bare) <= _MENU_LENGTH and _is_menu(bare))
    )


def _is_menu(line: str) -> bool:
    """Tell a row of buttons: several words each of which would be junk as a line."""
    return all(map(_patterns()["whole"].fullmatch, line.split()))


def is_end(line: str) -> bool:
    """Tell a heading behind which nothing of the article stands, but comments and the like.

    >>> is_end("Vos commentaires"), is_end("Sur le même sujet")
    (True, False)
    """
    return len(line) <= _SHORT and bool(_patterns()["end"].fullmatch(_plain(line)))


def is_break(line: str) -> bool:
    """Tell a heading that leads to other articles, behind the article or within it.

    >>> is_break("Sur le même sujet")
    True
    """
    return len(line) <= _SHORT and bool(_patterns()["break"].fullmatch(_plain(line)))


def is_appeal(line: str) -> bool:
    """Tell a line in which the publisher asks the reader for money or an address.

    >>> is_appeal("Le Pays a besoin de vous : chaque don compte.")
    True
    """
    return len(line) <= _LONGEST_APPEAL and bool(_patterns()["appeal"].search(_plain(line)))


def is_badge(line: str) -> bool:
    """Tell the mark that a headline is for subscribers.

    >>> is_badge("Abonnés"), is_badge("Abonnés au gaz, attention")
    (True, False)
    """
    return len(line) <= _SHORT and bool(_patterns()["badge"].fullmatch(_plain(line)))


def is_credit(line: str) -> bool:
    """Tell a line that says whose a picture is; sentences may have the same words.

    >>> is_credit("La cuisine centrale (Crédits : DR)"), is_credit("La cuisine centrale")
    (True, False)
    """
    return len(line) <= _SHORT and bool(_patterns()["credit"].search(_plain(line)))


def leads_elsewhere(line: str) -> bool:
    """Tell a line that begins as those do that lead to another page; its links decide.

    >>> leads_elsewhere("► Lire sur le sujet : La cantine passe au bio")
    True
    """
    text = _plain(line)
    return bool(_patterns()["lead"].match(text, _LEADING.match(text).end()))  # type: ignore[union-attr]


def without_label(standfirst: str) -> str:
    """Return a standfirst without the word that some pages set before it.

    >>> without_label("L'essentiel La cantine passe au bio."), without_label("L'essentiel est fait.")
    ('La cantine passe au bio.', "L'essentiel est fait.")
    """
    match = _patterns()["label"].match(fold(standfirst).lower())
    rest = standfirst[match.end() :] if match else ""
    return rest if rest[:1].isupper() or rest[:1] in _OPENING else standfirst


def is_paywall(line: str) -> bool:
    """Tell a line that says that the article goes on for those who pay.

    >>> is_paywall("Il vous reste 57 % de cet article à lire.")
    True
    """
    return len(line) <= _SHORT and bool(_patterns()["paywall"].match(_plain(line).strip()))


@lru_cache(maxsize=1000)
def _plain(line: str) -> str:
    """Return a line folded and in lower case; each is asked about several times."""
    return fold(line).lower()


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    places = (
        "start",
        "whole",
        "anywhere",
        "end",
        "break",
        "appeal",
        "lead",
        "label",
        "credit",
        "badge",
        "paywall",
    )
    phrases: dict[str, list[str]] = {place: [] for place in places}
    for phrase, where in rows("page_junk_lines.tsv", 2):
        phrases[where].append(re.escape(fold(phrase)).replace("<n>", r"\d+(?:[.,]\d+)?"))
    return {
        "start": re.compile(rf"(?:{'|'.join(phrases['start'])})(?!\w)"),
        "whole": re.compile(rf"(?:{'|'.join(phrases['whole'])})\W*"),
        "end": re.compile(rf"\W*(?:{'|'.join(phrases['end'])})\W*"),
        "break": re.compile(rf"\W*(?:{'|'.join(phrases['break'])})\W*"),
        "paywall": re.compile(rf"\W*(?:{'|'.join(phrases['paywall'])})"),
        "badge": re.compile(rf"\W*(?:{'|'.join(phrases['badge'])})\W*"),
        "credit": re.compile("|".join(phrases["credit"])),
        "label": re.compile(rf"(?:{'|'.join(phrases['label'])})\s?:?\s+"),
        "lead": re.compile(rf"(?:{'|'.join(phrases['lead'])})(?!\w)"),
        "appeal": re.compile(rf"\b(?:{'|'.join(phrases['appeal'])})(?!\w)"),
        "anywhere": re.compile("|".join(phrases["anywhere"])),
    }
