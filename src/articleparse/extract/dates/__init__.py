"""Find expressions that name a day, a month or a year."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Callable
from functools import cache
from typing import Literal

from articleparse.document import Document, Span, Words
from articleparse.extract.dates import days, month, named, patterns, week, years
from articleparse.extract.dates.mention import DateMention, Point
from articleparse.extract.dates.outlook import outlook
from articleparse.extract.dates.pieces import Piece
from articleparse.lexicon.calendar import date_leads, holidays, months, relative_days, weekdays
from articleparse.lexicon.numbers import number_words

__all__ = ["DateMention", "Point", "extract"]

Reader = Callable[[str, int], list[Piece]]

# By the kind of the word that betrays a date; the first reader that reads it wins.
_READERS: dict[str, tuple[Reader, ...]] = {
    "weekday": (named.read_holiday, week.read_weekday_range, week.read_weekday),
    "weekday and day": (
        named.read_holiday,
        days.read_day_range,
        days.read_day_list,
        days.read_day,
        week.read_weekday_range,
        week.read_weekday_day,
        week.read_weekday,
    ),
    "month": (
        week.read_weekend,
        days.read_day_range,
        days.read_day_list,
        days.read_day,
        month.read_month_range,
        month.read_month,
    ),
    "number": (
        days.read_numeric,
        years.read_year_range,
        years.read_year,
        days.read_numeric_day,
    ),
    "article": (days.read_day_alone,),
    "relative": (named.read_relative, named.read_period, named.read_holiday),
}
_MOST_LEADS = 7


@cache
def _triggers() -> dict[str, str]:
    kinds = dict.fromkeys(
        ("an", "année", "mois", "veille", "soir", "matin", "jour", "midi"), "relative"
    )
    for form in relative_days():
        kinds[re.split(r"[ '-]", form)[-1]] = "relative"
    for name in holidays():
        kinds[re.split(r"[ '-]", name)[-1].lower()] = "relative"
    kinds |= {form.rstrip("."): "weekday" for form in weekdays()}
    kinds |= {form.rstrip("."): "month" for form in months()}
    return kinds


@cache
def _trigger_words() -> frozenset[str]:
    return frozenset(_triggers())


def extract(document: Document) -> list[DateMention]:
    """Find them in a document, in text order."""
    text = document.folded
    starts = [sentence.start for sentence in document.sentences]
    found: list[DateMention] = []
    for piece in _pieces(text, document.words):
        index = bisect_right(starts, piece.start) - 1
        sentence = document.sentences[index] if index >= 0 else Span(0, len(text))
        found.append(_mention(text, piece, sentence))
    return found


def _pieces(text: str, words: Words) -> list[Piece]:
    found: list[Piece] = []
    triggers, starts, position = _triggers(), words.starts, 0
    for index in words.among_with_numbers(_trigger_words()):
        kind = triggers.get(words.lows[index])
        if kind is None:
            kind = _kind_of_digits(text, starts[index], words.ends[index])
        elif kind == "weekday" and _begins_day("".join(words.lows[index + 1 : index + 2])):
            kind = "weekday and day"
        if kind is None or starts[index] < position:
            continue
        pieces = _read(text, words, index, kind, position)
        if pieces:
            found += pieces
            position = pieces[-1].end
    return found


def _begins_day(low: str) -> bool:
    """Tell the word behind "mardi 8", "mardi, le premier juin", "mardi, juin 8" from others."""
    is_number = low.isdecimal() or low in number_words() or low in ("le", "premier")
    return is_number or low in months() or f"{low}." in months()


def _kind_of_digits(text: str, start: int, end: int) -> str | None:
    if end - start in (3, 4) or text[end : end + 1] in ("/", "."):
        return "number"
    if end - start < 3 and text[max(0, start - 3) : start].lower() in ("le ", "du ", "au "):
        return "article"
    return None


def _read(text: str, words: Words, index: int, kind: str, floor: int) -> list[Piece]:
    """Try the readers of that kind from the earliest word that may lead up to the trigger."""
    for at in _starts(text, words, index, floor):
        for reader in _READERS[kind]:
            pieces = reader(text, at)
            if pieces and floor <= pieces[0].start and pieces[-1].end >= words.ends[index]:
                return pieces
    return []


def _starts(text: str, words: Words, index: int, floor: int) -> list[int]:
    starts = [words.starts[index]]
    leads, weekday_names, numbers = date_leads(), weekdays(), number_words()
    for before in range(index - 1, max(-1, index - _MOST_LEADS - 1), -1):
        start, low = words.starts[before], words.lows[before]
        between = text[words.ends[before] : starts[-1]]
        if len(between) > 3 or "\n" in between or start < floor:
            break
        if not (
            low in leads
            or low in weekday_names
            or low in numbers
            or (len(low) < 5 and low.isdecimal())
        ):
            break
        starts.append(start)
    return starts[::-1]


def _mention(text: str, piece: Piece, sentence: Span) -> DateMention:
    # A full date may still lie ahead, which the day of publication is inferred from.
    needs_outlook = piece.rule != "year" or not piece.first.is_absolute
    bounds = (sentence.start, sentence.end)
    return DateMention(
        piece.start,
        piece.end,
        piece.rule,
        piece.first,
        piece.last,
        outlook(text, piece.start, piece.end, bounds) if needs_outlook else None,
        _role(text, piece),
        piece.is_deictic,
        _time(text, piece.end) if piece.rule in ("day", "numeric") else None,
        piece.is_weekend,
        piece.rule == "year" and years.opens_section(text, piece.start, piece.end),
    )


_PUBLISHED = re.compile(
    r"\b(?:publi[ée]e?|mise? en ligne|post[ée]e?|parue?|créé|cr[ée]ation|diffus[ée]e?)(?: initialement)?(?: :)? (?:le |du )?$",
    re.I,
)
_MODIFIED = re.compile(
    r"\b(?:mise? à jour|modifi[ée]e?|actualis[ée]e?|maj|révis[ée]e?)(?: :)? (?:le |du )?$", re.I
)
_AGENCY = re.compile(
    r"(?:[ -]*[A-ZÀ-Þ][\w' -]{1,30}?)?[ -]*\((?:AFP|Reuters|AP|ATS|Belga)\b|(?:[ ,]*\d{1,2}:\d\d(?::\d\d)?[ -]*)(?:[A-ZÀ-Þ][\w' -]{1,30}? )?\(AFP\)"
)
# "MENDE, 6 février (L'Écho) - " names the paper instead of an agency.
_NAMED_SOURCE = re.compile(r" ?\([^()\n]{2,40}\) ?- ")
_DATELINE_BEFORE = re.compile(r"(?:^|\n)[A-ZÀ-Þ][\w' ()/-]{1,40}, (?:le )?$")


def _role(text: str, piece: Piece) -> Literal["published", "modified", "dateline"] | None:
    left = text[max(0, piece.start - 44) : piece.start]
    if _MODIFIED.search(left):
        return "modified"
    if _PUBLISHED.search(left) and _begins_line(left):
        return "published"
    if piece.rule not in ("day", "numeric"):
        return None
    has_place = _DATELINE_BEFORE.search(left) is not None
    if has_place and _NAMED_SOURCE.match(text, piece.end):
        return "dateline"
    begins = has_place or not left or left.endswith("\n")
    return "dateline" if begins and _AGENCY.match(text, piece.end) else None


def _begins_line(left: str) -> bool:
    """Tell "Publié le 8 juin" at the start of a line from "le rapport publié le 8 juin"."""
    line = left.rsplit("\n", 1)[-1].strip(" |-•(")
    return (
        len(line) < 44
        and line[:1].isupper()
        and len(line.split()) <= 6
        and line.lower().startswith(
            ("publ", "mis", "post", "paru", "cré", "diff", "par ", "article")
        )
    )


def _time(text: str, end: int) -> dt.time | None:
    match = patterns.clock().match(text, end)
    if match is None or int(match["h"]) > 23 or int(match["min"] or 0) > 59:
        return None
    return dt.time(int(match["h"]), int(match["min"] or 0))
