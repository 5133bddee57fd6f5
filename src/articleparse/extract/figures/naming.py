"""Numbers that name and do not count: laws, roads, clock times, editions, models."""

from __future__ import annotations

import re

from articleparse.extract.figures.surroundings import phrase_before
from articleparse.lexicon.numbers import numbered_things, timed_things
from articleparse.numerals.numbers import Numeral

_ORDINAL = re.compile(r"(?:ers?|[eè]res?|es?|[eè]mes?|nde?s?|ᵉ|º|°(?=[ ]?[^CcFf\W]))(?!\w)")
_GLUED = re.compile(r"[^\W\d_]")
# A date, a clock time, a version, a score, a part of a longer code.
_CODE_BEHIND = re.compile(r"[./:,]\d|[/:]\w|[-](?=\d)|[ ]?\^|°\d")
# One of several of that number: "la ligne 7 bis".
_REPEATED = re.compile(r" (?:bis|ter|quater)\b")
_ENDS_WORD = re.compile(r" [^^]")
_NAME_BEHIND = re.compile(r"-[^\W\d_]")
_CLOCK_UNIT = re.compile(r" ?(?:h\b|h(?=\d)|heures?\b)(?: ?\d{1,2}(?!\d))?", re.I)
_CLOCK_PART = re.compile(
    r" (?:du (?:matin|soir)|de l'après-midi|précises|pile|GMT|locales?)\b", re.I
)
_CLOCK_BEFORE = frozenset(
    (
        "à",
        "vers",
        "dès",
        "avant",
        "après",
        "jusqu'à",
        "depuis",
        "partir de",
        "aux alentours de",
        "autour de",
        "entre",
        "et",
        "ce matin",
    )
)
_DURATION_BEFORE = re.compile(
    r"(?:pendant|durant|durée? (?:de|d'environ)|en|dur(?:e|é|ent|ait|era)) $"
)
# What is called by the hour at which it is on, or leaves: "le JT de 20 heures".
_TIMED = re.compile(r"\b(\w+)(?: télévisé)? d[eu] $")
_OF = re.compile(r" d(?:e |'|u(?:rant)? )")
_POSTAL = re.compile(r"\d{5} [A-ZÀ-Þ]")
_START = re.compile(r"(?:^|[.!?:\n\"(] ?|- )$")
_SAME_LIST = re.compile(r"(?:,| et| ou| à|, \w{1,3}\.?|-| bis| ter)?(?: et)? ?(?:[A-Z]\. ?)?")


def is_glued(text: str, number: Numeral) -> bool:
    """Tell whether the number is part of a word or a code: A7, Covid-19, 1/4, T34.

    >>> from articleparse.numerals.numbers import numerals
    >>> [is_glued(t, next(numerals(t))) for t in ("l'A7", "le Covid-19", "49 élus", "10-15 ans")]
    [True, True, False, False]
    """
    start = number.start
    if text[start - 1 : start] == " ":  # as before most numbers
        return False
    before = text[max(0, start - 2) : start]
    last = before[-1:]
    if last.isalnum() or last in tuple("_#@/\\°") or (last == "-" and before[:1].isalnum()):
        return True
    if last in tuple(".,:") and before[:1].isdecimal() and start > 1:
        return True
    return last == "." and before[:1].isupper()


def is_name(text: str, number: Numeral, has_unit: bool) -> bool:
    """Tell whether what stands around the number makes it a name, whatever it counts.

    >>> from articleparse.numerals.numbers import numerals
    >>> def tell(text): return is_name(text, next(numerals(text)), False)
    >>> [tell(t) for t in ("l'article 49", "le 3e tour", "à 14h30", "plus de 49 maires")]
    [True, True, True, False]
    """
    end = number.end
    if is_clock_time(text, number):
        return True
    if number.form == "digits":
        if not _ENDS_WORD.match(text, end):
            if _ORDINAL.match(text, end) or (_CODE_BEHIND.match(text, end) and not has_unit):
                return True
            if _GLUED.match(text, end) and not has_unit and number.scale == 1:
                return True
        elif _REPEATED.match(text, end):
            return True
        if end - number.start >= 5 and _POSTAL.match(text, number.start):
            return True
    elif text[number.start].isupper() and not _START.search(
        text[max(0, number.start - 3) : number.start]
    ):
        return True
    if has_unit:
        return False
    if _NAME_BEHIND.match(text, end):
        return True
    return phrase_before(text, number.start, numbered_things()) is not None


def continues_names(text: str, end: int, number: Numeral) -> bool:
    """Tell whether the number goes on with a list of names that reaches to `end`.

    >>> from articleparse.numerals.numbers import numerals
    >>> text = "les articles 3, 4"
    >>> continues_names(text, 14, list(numerals(text))[1])
    True
    """
    return number.start - end < 10 and _SAME_LIST.fullmatch(text, end, number.start) is not None


def is_clock_time(text: str, number: Numeral) -> bool:
    """Tell clock times from durations in hours.

    >>> from articleparse.numerals.numbers import numerals
    >>> def tell(text): return is_clock_time(text, next(numerals(text)))
    >>> [tell(t) for t in ("à 10 heures", "18h00", "la semaine de 35 heures", "après 6 heures de trajet")]
    [True, True, False, False]
    """
    behind = text[number.end : number.end + 2]
    if "h" not in behind and "H" not in behind:
        return False
    unit = _CLOCK_UNIT.match(text, number.end)
    if unit is None or number.value > 24 or number.scale > 1 or number.start == number.end:
        return False
    if _CLOCK_PART.match(text, unit.end()):
        return True
    left = text[max(0, number.start - 20) : number.start].lower()
    if _OF.match(text, unit.end()) or _DURATION_BEFORE.search(left):
        return False
    timed = _TIMED.search(left)
    if unit[0].strip()[:2].lower() != "he" or (timed and timed[1] in timed_things()):
        return True
    return phrase_before(text, number.start, _CLOCK_BEFORE) is not None
