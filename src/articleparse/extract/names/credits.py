"""Credits of pictures: names in them are of nobody whom the article tells about."""

from __future__ import annotations

import re
from functools import cache

from articleparse.document import Span
from articleparse.lexicon.files import lines

# A stop belongs to an initial alone ("J. ROY"); else it ends the sentence before.
_PART = r"(?:[A-ZÀ-Þ]\.|[A-ZÀ-Þ][\w'-]{0,30})"
_NAME = rf"(?<![\w.'-]){_PART}(?: (?:(?:de|du|la|van|von|el|al) )?{_PART}){{0,4}}"


@cache
def _credit() -> re.Pattern[str]:
    agencies = "|".join(
        map(re.escape, sorted(lines("picture_agencies.txt"), key=len, reverse=True))
    )
    agency = rf"(?:{agencies})(?![\w-])"
    return re.compile(rf"{_NAME} ?/ ?{agency}(?:(?: via | ?/ ?){agency})*")


def credits(folded: str) -> list[Span]:
    """Return where a folded text credits pictures, in order.

    >>> text = "Le pont sous la neige. ODILE VERNET / AFP Le pont a rouvert."
    >>> [text[start:end] for start, end in credits(text)]
    ['ODILE VERNET / AFP']
    """
    if "/" not in folded:
        return []
    return [Span(*match.span()) for match in _credit().finditer(folded)]
