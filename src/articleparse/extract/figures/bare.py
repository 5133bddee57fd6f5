"""Numbers whose noun was said before."""

from __future__ import annotations

import re

from articleparse.extract.figures.antecedents import antecedent
from articleparse.extract.figures.mention import FigureMention
from articleparse.extract.figures.surroundings import exactness_before, phrase_before
from articleparse.lexicon.numbers import predicate_leads
from articleparse.numerals.numbers import Numeral

_LONE = re.compile(r"\(\s?$")
_NAMED = re.compile(r"[A-ZÀ-Þ][\w'-]+ $")
_PLAIN = re.compile(r"[,.;)\n]| et |$")
_VERB_BEHIND = re.compile(r" (?:ont|sont|étaient|avaient|seront|d'entre) ")
_PLURAL_VERB_BEHIND = re.compile(r" (?:[a-zà-ÿ]{2,}(?:ent|ront))(?!\w)")
_OPENS_SENTENCE = re.compile(r"(?:^|\n|[.!?] )$")
# "Israël en a endommagé 32": the pronoun stands for what was counted before.
_TAKEN_UP = re.compile(
    r"\ben (?:ai|a|ont|aura|auront|avait|avaient|avoir) (?:\w+ )?\w*(?:é|i|is|it|u|ert) $"
)
_LENT = frozenset(("dont", "contre", "au lieu de", "sur", "nombre de", "dont au moins", "soit"))
_OTHERS = re.compile(r" autres?\b(?! [a-zà-ÿ]+s\b)")
_TAKEN_UP_REACH = 48
_NOT_ALONE = (1900, 2100)


def bare_at(text: str, number: Numeral) -> FigureMention | None:
    """Return a number whose noun was said before: "(363)", "dont 40", "contre 2 millions"."""
    if number.form == "article" or number.value == 0:
        return None
    start, end = number.start, number.end
    low, high = _NOT_ALONE
    if number.form == "digits" and low <= number.value <= high and end - start == 4:
        return None
    modifier, start = exactness_before(text, start, number.is_rough)
    noun = antecedent(text, number, start)
    is_large = number.scale > 1 or number.is_rough
    is_grouped = number.form == "digits" and number.value >= 1000 and end - number.start > 4
    is_predicate = phrase_before(text, start, predicate_leads()) is not None
    left = text[max(0, start - _TAKEN_UP_REACH) : start]
    is_taken_up = "en " in left and _TAKEN_UP.search(left) is not None
    needs = is_predicate or is_taken_up or not (is_large and number.form == "words")
    is_marked = is_large or is_grouped or modifier != "exact" or is_predicate or is_taken_up
    if not (is_marked or noun or _is_lent(text, number)):
        return None
    return FigureMention(
        start,
        end,
        "predicate" if is_predicate else "taken-up" if is_taken_up else "elliptic",
        number.value,
        number.value,
        noun.noun if noun else None,
        noun.phrase if noun else None,
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
        opens = _OPENS_SENTENCE.search(before)
        if opens and end - start > 1 and _PLURAL_VERB_BEHIND.match(text, end):
            return True
    elif _OTHERS.match(text, end):
        return True
    if _VERB_BEHIND.match(text, end):
        return True
    return phrase_before(text, start, _LENT) is not None
