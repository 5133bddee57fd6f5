"""The noun that the same sentence said before a number without one of its own."""

from __future__ import annotations

import re
from typing import NamedTuple

from articleparse.numerals.numbers import Numeral

_PHRASE = r"(?P<phrase>(?P<noun>[a-zà-ÿ-]{2,}[sx])"
# "le nombre de blessés s'élève à 230", "est passé de 12 à 15"
_NUMBERED = re.compile(
    rf".*\bnombre (?:total |moyen |record )?(?:de |d'|des ){_PHRASE}\b[^.;:!?\n\d]*)"
    r"(?:\b(?:à|de|par|est|atteint|atteignait|atteindrait|avoisine|dépasse|dépassé|frôle) |\batteint les )$"
)
# "de lycées privés sous contrat (246)": the plural noun of the phrase before the bracket.
_BRACKETED = re.compile(
    rf".*\b(?<!selon )(?:les |des |de |d'|ces |aux ){_PHRASE}(?: [a-zà-ÿ'-]+){{0,4}}) \($"
)
# "les bateliers étaient 650 à Nantes, 410 à Blois"
_WERE = re.compile(
    rf".*\b(?:les|des|ces|ses|leurs) {_PHRASE}\b[^.;:!?\n\d]{{0,40}}?)"
    r" (?:étaient|sont|seraient|seront)(?: [a-zà-ÿ']+){0,2} (?:\d[^.;:!?\n]*(?:, | et ))?$",
    re.I,
)
_PLACED = re.compile(r" (?:à|au|aux|en|dans) (?:le |la |l'|les )?[A-ZÀ-Þ]")
_CLOSING = re.compile(r"\)| selon | d'après | à \d")
_NUMBERED_REACH = 110
_BRACKET_REACH = 70
_LEAST_BRACKETED = 10
"""Smaller numbers in brackets mark a note as often as they count."""


class Antecedent(NamedTuple):
    """The head noun and the phrase around it."""

    noun: str
    phrase: str


def antecedent(text: str, number: Numeral, start: int) -> Antecedent | None:
    """Return what the number at `start`, its modifier included, counts by what stands before.

    >>> from articleparse.numerals.numbers import numerals
    >>> text = "Il y a moins d'élus sans parti (63)."
    >>> antecedent(text, next(numerals(text)), 32)
    Antecedent(noun='élus', phrase='élus sans parti')
    """
    line = text.rfind("\n", max(0, start - _NUMBERED_REACH), start) + 1
    left = text[max(line, start - _NUMBERED_REACH) : start]
    if "nombre " in left and (named := _NUMBERED.match(left)):
        return Antecedent(named["noun"], named["noun"])
    is_count = number.form == "digits" and number.scale == 1 and number.value >= _LEAST_BRACKETED
    if is_count and _PLACED.match(text, number.end) and (were := _WERE.match(left)):
        return Antecedent(were["noun"], were["noun"])
    if not is_count or not _CLOSING.match(text, number.end):
        return None
    found = _BRACKETED.match(text[max(line, start - _BRACKET_REACH) : start])
    return Antecedent(found["noun"], found["phrase"]) if found else None
