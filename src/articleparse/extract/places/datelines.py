"""Tell the place that a line begins with before its day or agency."""

from __future__ import annotations

import re

from articleparse.extract.places.senses import Candidate
from articleparse.lexicon.calendar import months

_DAY = re.compile(
    r",? (?:le )?(?:[a-z]{5,8}di |dimanche )?\d{1,2}(?:er)? (?P<month>[a-zéû]{3,9})\b|,? \(AFP\)"
)


def is_dateline(folded: str, candidate: Candidate) -> bool:
    """Tell it of "Nevers, mercredi 15 mai" and "Nevers (AFP)" at the start of a line."""
    if candidate.start and folded[candidate.start - 1] != "\n":
        return False
    match = _DAY.match(folded, candidate.end)
    return match is not None and (match["month"] is None or match["month"] in months())
