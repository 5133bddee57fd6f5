"""Tell names of towns that stand for their clubs, in articles on sports."""

from __future__ import annotations

import re

from articleparse.extract.places.senses import Candidate
from articleparse.extract.places.surroundings import Surroundings
from articleparse.extract.places.words import Words
from articleparse.lexicon.places import club_words

_LEAST_SIGNS = 4
"""Different words of sports from which an article is about a match or a club."""
_SCORE = re.compile(r" ?\(?\d{1,3}-\d{1,3}(?!\w)")


def is_on_sports(words: Words) -> bool:
    """Tell whether an article is on sports.

    >>> is_on_sports(Words("Le match est fini. Le buteur et le coach fêtent la victoire."))
    True
    """
    return len(club_words("sign").intersection(words.all)) >= _LEAST_SIGNS


def is_club(words: Words, candidate: Candidate, around: Surroundings) -> bool:
    """Tell whether a name in an article on sports is a club's: "contre Lens", "Lens (2-0)".

    A name with an article or with "à" before it is a place's, but for "face à".
    """
    if around.article or not around.first:
        return False
    before = words.raws[around.first - 1].rpartition("-")[2]
    if around.preposition == "à":
        return before == "face"
    if around.preposition in ("dans", "en", "vers", "depuis"):
        return False
    if around.preposition == "de" and before in club_words("noun"):
        return True
    if around.preposition == "par" or before in club_words("before"):
        return True
    return _SCORE.match(words.text, candidate.end) is not None
