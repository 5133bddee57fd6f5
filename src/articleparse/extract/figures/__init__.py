"""Find numbers that measure or count."""

from __future__ import annotations

import re

from articleparse.document import Document
from articleparse.extract.figures.counts import count_at
from articleparse.extract.figures.fractions import fraction_at, other_parts
from articleparse.extract.figures.measures import currency_before, measure_of
from articleparse.extract.figures.mention import FigureMention
from articleparse.extract.figures.multiples import multiple_at, multiplications
from articleparse.extract.figures.naming import continues_names, is_glued
from articleparse.numerals.numbers import Numeral, numerals

__all__ = ["FigureMention", "extract"]

# What alone makes un and une a number: "un tiers", "un élu sur deux", "un an et demi".
_COUNTED_ARTICLE = re.compile(
    r" (?:tiers|quart|[\w-]+ième|[\w'-]+ (?:[\w'-]+ )?sur|[\w-]+ et demie?)(?!\w)", re.I
)


def extract(document: Document) -> list[FigureMention]:
    """Find them in a document, in text order, none overlapping another.

    A number is tried as factor, as fraction and as count, in this order; what
    belongs to the name of a thing (a law, a road, a clock time) is none.
    """
    text, words = document.folded, document.words
    numbers = list(numerals(text, words))
    found = [
        *_from_numbers(text, numbers),
        *multiplications(text, words),
        *other_parts(text, words),
    ]
    found.sort(key=lambda mention: (mention.start, -mention.end))
    kept: list[FigureMention] = []
    for mention in found:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def _from_numbers(text: str, numbers: list[Numeral]) -> list[FigureMention]:
    found: list[FigureMention] = []
    index, name_end = 0, -1
    while index < len(numbers):
        number = numbers[index]
        following = numbers[index + 1] if index + 1 < len(numbers) else None
        index += 1
        if name_end >= 0 and continues_names(text, name_end, number) and _is_bare(text, number):
            name_end = number.end
            continue
        mention, takes_following = _at(text, number, following)
        if mention is not None:
            found.append(mention)
            index += takes_following
            name_end = -1
        else:
            name_end = number.end if number.form == "digits" else -1
    return found


def _is_bare(text: str, number: Numeral) -> bool:
    return measure_of(text, number) is None


def _at(text: str, number: Numeral, following: Numeral | None) -> tuple[FigureMention | None, bool]:
    if number.form == "article" and not _COUNTED_ARTICLE.match(text, number.end):
        return None, False
    if is_glued(text, number) and not currency_before(text, number.start):
        return None, False
    if factor := multiple_at(text, number):
        return factor, False
    if part := fraction_at(text, number, following):
        return part, following is not None and following.start < part.end
    return count_at(text, number, following) or (None, False)
