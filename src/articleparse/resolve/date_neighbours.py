"""What the dates of an article tell of each other: a year, a day, a time to come."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from articleparse.extract.dates import DateMention
from articleparse.resolve.calendar import Direction

_NEAR = 100
"""Characters within which a month and a full date of the same month are one time."""
_APPOSED = (", ", ", le ", " (", " (le ")


def informed(folded: str, mentions: list[DateMention]) -> list[DateMention]:
    """Return the mentions, in text order, with what the others tell of each."""
    done = list(mentions)
    for index, (mention, behind) in enumerate(pairwise(mentions)):
        if _names_day_of(folded, mention, behind):
            done[index] = replace(mention, first=behind.first, outlook=behind.outlook)
        elif _names_year_of(mention, behind):
            done[index] = replace(mention, first=mention.first._replace(year=behind.first.year))
    return _agreeing(done)


def _names_day_of(folded: str, mention: DateMention, behind: DateMention) -> bool:
    """Tell "hier, le 11 juin" and "la veille, le 3 avril": the apposition tells the day."""
    if mention.first.days is None or behind.last is not None:
        return False
    is_day = behind.first.day is not None and behind.first.month is not None
    return is_day and folded[mention.end : behind.start] in _APPOSED


def _names_year_of(mention: DateMention, behind: DateMention) -> bool:
    """Tell "en mars" right before "le 30 mars 2006"."""
    point, full = mention.first, behind.first
    if full.year is None or point.year is not None or point.month is None:
        return False
    is_same = full.month == point.month and mention.last is None
    return is_same and behind.start - mention.end <= _NEAR


def _agreeing(mentions: list[DateMention]) -> list[DateMention]:
    """Let a Saturday without a tense lie ahead where the article's other Saturdays do.

    "Le parti se réunit samedi" at the top, "samedi, les délégués voteront" below.
    """
    told: dict[int, set[Direction]] = {}
    for mention in mentions:
        if mention.outlook and (weekday := _bare_weekday(mention)) is not None:
            told.setdefault(weekday, set()).add(mention.outlook)
    ahead = {weekday for weekday, outlooks in told.items() if outlooks == {"future"}}
    if not ahead:
        return mentions
    return [
        replace(mention, outlook="future")
        if not mention.outlook and _bare_weekday(mention) in ahead
        else mention
        for mention in mentions
    ]


def _bare_weekday(mention: DateMention) -> int | None:
    point = mention.first
    is_bare = mention.last is None and point.day is None and point.side is None
    return point.weekday if is_bare else None
