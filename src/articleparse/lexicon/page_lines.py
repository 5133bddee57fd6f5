"""Lines that press pages set into an article and that no article holds."""

from __future__ import annotations

import re
from functools import cache

from articleparse.document import fold
from articleparse.lexicon.files import rows

# A longer line is running text, whatever it speaks of.
_SHORT = 250
_LEADING = re.compile(r"[\W_]*")


def is_junk(line: str) -> bool:
    """Tell whether no article holds this line.

    >>> is_junk("► Lire aussi : La cantine passe au bio"), is_junk("Il vous reste 57 % de cet article à lire.")
    (True, True)
    >>> is_junk("La publicité pour l'alcool recule.")
    False
    """
    if len(line) > _SHORT:
        return False
    text = fold(line).lower().strip()
    bare = text[_LEADING.match(text).end() :]  # type: ignore[union-attr]
    patterns = _patterns()
    return bool(
        patterns["start"].match(bare)
        or patterns["whole"].fullmatch(bare)
        or patterns["start"].match(text)
        or patterns["anywhere"].search(text)
    )


def is_end(line: str) -> bool:
    """Tell a heading behind which a page goes on with other articles or comments.

    >>> is_end("Sur le même sujet")
    True
    """
    return len(line) <= _SHORT and bool(_patterns()["end"].fullmatch(fold(line).lower()))


def is_paywall(line: str) -> bool:
    """Tell a line that says that the article goes on for those who pay.

    >>> is_paywall("Il vous reste 57 % de cet article à lire.")
    True
    """
    return len(line) <= _SHORT and bool(_patterns()["paywall"].match(fold(line).lower().strip()))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    phrases: dict[str, list[str]] = {
        "start": [],
        "whole": [],
        "anywhere": [],
        "end": [],
        "paywall": [],
    }
    for phrase, where in rows("page_junk_lines.tsv", 2):
        phrases[where].append(re.escape(fold(phrase)).replace("<n>", r"\d+(?:[.,]\d+)?"))
    return {
        "start": re.compile(rf"(?:{'|'.join(phrases['start'])})(?!\w)"),
        "whole": re.compile(rf"(?:{'|'.join(phrases['whole'])})\W*"),
        "end": re.compile(rf"\W*(?:{'|'.join(phrases['end'])})\W*"),
        "paywall": re.compile(rf"\W*(?:{'|'.join(phrases['paywall'])})"),
        "anywhere": re.compile("|".join(phrases["anywhere"])),
    }
