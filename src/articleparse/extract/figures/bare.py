"""Numbers whose noun was said before."""

from __future__ import annotations

import re

from articleparse.extract.figures.mention import FigureMention
from articleparse.extract.figures.surroundings import exactness_before, phrase_before
from articleparse.lexicon.numbers import predicate_leads
from articleparse.numerals.numbers import Numeral

_LONE = re.compile(r"\(\s?$")
_NAMED = re.compile(r"[A-ZÀ-Þ][\w'-]+ $")
_PLAIN = re.compile(r"[,.;)\n]| et |$")
_VERB_BEHIND = re.compile(r" (?:ont|sont|étaient|avaient|seront|d'entre) ")
_LENT = frozenset(("dont", "contre", "au lieu de", "sur", "nombre de", "dont au moins", "soit"))
_OTHERS = re.compile(r" autres?\b(?! [a-zà-ÿ]+s\b)")
_NOT_ALONE = (1900, 2100)


def bare_at(text: str, number: Numeral) -> FigureMention | None:
    """Return a number whose noun was said before: "(363)", "dont 40", "contre 2 millions"."""
    if number.form == "article" or number.value == 0:
        return None
    start, end = number.start, number.end
    modifier, start = exactness_before(text, start, number.is_rough)
    is_large = number.scale > 1 or number.is_rough
    is_grouped = number.form == "digits" and number.value >= 1000 and end - number.start > 4
    is_predicate = phrase_before(text, start, predicate_leads()) is not None
    needs = is_predicate or not (is_large and number.form == "words")
    is_marked = is_large or is_grouped or modifier != "exact" or is_predicate
    if not (is_marked or _is_lent(text, number)):
        return None
    low, high = _NOT_ALONE
    if number.form == "digits" and low <= number.value <= high and end - number.start == 4:
        return None
    return FigureMention(
        start,
        end,
        "predicate" if is_predicate else "elliptic",
        number.value,
        number.value,
        None,
        None,
        modifier,
        needs_antecedent=needs,
    )


def _is_lent(text: str, number: Numeral) -> bool:
    start, end = number.start, number.end
    before = text[max(0, start - 24) : start]
    if number.form == "digits":
        if _LONE.search(before) and text[end : end + 1] == ")":
            return True
        if _NAMED.search(before) and _PLAIN.match(text, end):
            return True
    elif _OTHERS.match(text, end):
        return True
    if _VERB_BEHIND.match(text, end):
        return True
    return phrase_before(text, start, _LENT) is not None
