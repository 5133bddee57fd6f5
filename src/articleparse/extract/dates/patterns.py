"""The grammar of dates as patterns on folded text, built from the lexicon's words.

Not dateparser: it takes 2 ms for an expression that it has not met, more than an
article may cost, reads "mardi" as the coming one, and knows no range. It stays the
library for dates in metadata, which come in any language and order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from articleparse.lexicon.calendar import holidays, months, relative_days, weekdays
from articleparse.lexicon.numbers import number_words
from articleparse.numerals.words import value_of


def alternatives(forms: Iterable[str]) -> str:
    """Return a pattern for any of the forms, the longest first."""
    return "|".join(re.escape(form) for form in sorted(forms, key=lambda f: (-len(f), f)))


YEAR = r"(?:1\d{3}|20\d{2})(?![\d]|[.,]\d)"
_NUMBER_WORDS = rf"(?:{alternatives(number_words())})"
_TO_THIRTY = alternatives(w for w in number_words() if 2 <= (value_of(w) or 0) <= 30)
DAY_IN_WORDS = rf"(?:premier|(?:{_TO_THIRTY})(?:[- ]et[- ]un|[- ](?:{_TO_THIRTY}))?)"
DAY = rf"(?:1 ?er|[12]\d|3[01]|0?[1-9]|{DAY_IN_WORDS})(?:e\b)?(?![\d/:.]\d|[%°€])"
MONTH = rf"(?:{alternatives(months())})(?![\w])"
WEEKDAY = rf"(?:{alternatives(weekdays())})(?![\w])"
_YEAR_WORDS = rf"(?:deux mille|mille neuf cent|dix-neuf cent|mil neuf cent)(?:[- ](?:et[- ])?{_NUMBER_WORDS}){{0,4}}"
AFTER_MONTH = rf"(?:,? (?:de )?(?P<y>{YEAR}|{_YEAR_WORDS})|(?P<short> (?:3[2-9]|[4-9]\d))(?![\w,.]*\d)(?! ?[%€])(?! [a-zà-ÿ]+[sx]\b))?"
SIDE = r"(?: (?P<side>derni[eè]re?|pass[ée]e?|pr[ée]c[ée]dente?|prochaine?|suivante?|d'avant|d'après|d'apr[eè]s|courant))?(?!\w)"


def _day(n: str) -> str:
    return rf"(?:(?P<wd{n}>{WEEKDAY}),? )?(?:le )?(?P<d{n}>{DAY})"


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


@cache
def day_range() -> re.Pattern[str]:
    """Match "du 3 au 7 mai 2021", "10 juin - 12 juillet", "entre le 3 et le 7 mai"."""
    return _compile(
        rf"(?:(?:du|entre le|entre|le|de) )?{_day('1')}(?: (?P<m1>{MONTH})(?: (?P<y1>{YEAR}))?)?"
        rf" ?(?P<link>au|jusqu'au|-|et le|et|à)(?: |(?<=-)){_day('2')} (?P<m>{MONTH}){AFTER_MONTH}"
    )


@cache
def bare_day_range() -> re.Pattern[str]:
    """Match "du 13 au 18", without a month."""
    return _compile(rf"(?:du|entre le) {_day('1')} (?:au|et le) {_day('2')}(?= ?(?:[,.;:)\n]|$))")


@cache
def day_list() -> re.Pattern[str]:
    """Match what stands before the last of several days: "lundi 5 et " before "mardi 6 juin"."""
    item = rf"(?:le )?(?:{WEEKDAY} )?{DAY}"
    return _compile(
        rf"(?P<items>{item}(?:, (?:du )?{item}){{0,4}}) (?:et|ou) (?:du )?(?={item} {MONTH})"
    )


@cache
def list_item() -> re.Pattern[str]:
    """Match one item of what `day_list` matched."""
    return _compile(rf"(?:(?P<wd>{WEEKDAY}) )?(?P<d>{DAY})")


@cache
def day() -> re.Pattern[str]:
    """Match "ce mardi 8 juin 2021", "le 1er janvier", "11-Novembre"."""
    return _compile(
        rf"(?P<this>ce )?{_day('')}[ -](?P<m>{MONTH}){AFTER_MONTH}"
        rf"(?: (?P<side>dernier|prochain|suivant|pr[ée]c[ée]dent|pass[ée])(?!\w))?"
    )


@cache
def month_first() -> re.Pattern[str]:
    """Match "décembre 5 2014", "fév 15, 2013", as some pages print them."""
    return _compile(rf"(?:(?P<wd>{WEEKDAY}),? )?(?P<m>{MONTH}) (?P<d>{DAY}),? (?P<y>{YEAR})")


@cache
def weekday_day() -> re.Pattern[str]:
    """Match "mardi 14", without a month."""
    return _compile(
        rf"(?P<this>ce )?(?P<wd>{WEEKDAY}) (?P<d>1er|[12]\d|3[01]|[1-9])(?= ?(?:[,.;:)\"\n]| [^\W\d_]|$))"
    )


@cache
def day_alone() -> re.Pattern[str]:
    """Match "le 16" where nothing can be counted behind it."""
    return _compile(
        r"(?:le|du|au) (?P<d>1er|[12]\d|3[01]|[1-9])"
        r"(?=[,.;)]? ?(?:$|\n)|(?: plutôt)? (?:à|vers|jusqu'à|à partir de) \d{1,2} ?h)"
    )


@cache
def opening_day() -> re.Pattern[str]:
    """Match "Le 16," as a chronicle opens its entries."""
    return _compile(r"le (?P<d>1er|[12]\d|3[01]|[1-9])(?=, )")


_PART = r"(?:(?:(?:à |de |depuis )?(?:la |le )?(?P<part>fin|début|milieu|mi|courant)[ -](?:du mois )?(?:de |d')?))?"


@cache
def month() -> re.Pattern[str]:
    """Match "fin mars", "mi-avril", "août 2022", "juin dernier", "début du mois d'avril"."""
    return _compile(rf"{_PART}(?P<m>{MONTH}){AFTER_MONTH}{SIDE}")


@cache
def month_range() -> re.Pattern[str]:
    """Match "de janvier à mars 2021", "entre février et mars", "janvier-février 2020"."""
    return _compile(
        rf"(?:(?P<open>de|d'|entre) ?)?(?P<m1>{MONTH})(?: (?P<y1>{YEAR}))?"
        rf" ?(?P<link>à|et|-)(?: |(?<=-))(?P<m>{MONTH}){AFTER_MONTH}"
    )


@cache
def numeric() -> re.Pattern[str]:
    """Match 14/04/2023, 14.04.2023, 2023-04-14, le 8/2."""
    return _compile(
        r"(?P<d>\d{1,2})(?P<sep>[/.])(?P<m>\d{1,2})(?P=sep)(?P<y>\d{4}|\d{2})(?![\w/.]\w)"
        r"|(?P<iy>\d{4})-(?P<im>\d{1,2})-(?P<id>\d{1,2})(?!\d)"
    )


@cache
def numeric_day() -> re.Pattern[str]:
    """Match "le 8/2", a day and a month without a year."""
    return _compile(r"(?P<d>\d{1,2})/(?P<m>\d{1,2})(?![\d/])")


@cache
def weekday() -> re.Pattern[str]:
    """Match "ce lundi", "lundi dernier", "lundi prochain"."""
    names = alternatives(name for name in weekdays() if len(name) > 4)
    return _compile(rf"(?P<this>ce )?(?P<wd>{names})(?!\w){SIDE}")


@cache
def weekday_range() -> re.Pattern[str]:
    """Match "de lundi à mardi" and "entre lundi et mercredi"."""
    names = alternatives(name for name in weekdays() if len(name) > 4)
    return _compile(rf"(?P<wd1>{names}) (?:à|et) (?P<wd2>{names})(?!\w)")


@cache
def relative() -> re.Pattern[str]:
    """Match "hier", "la veille", "le lendemain", "ce matin"."""
    return _compile(rf"(?P<form>{alternatives(relative_days())})(?![\w])(?! matin-)")


_WHEN = (
    r"(?P<when>derni[eè]re?|pass[ée]e?|pr[ée]c[ée]dente?|prochaine?|suivante?|d'avant|d'apr[eè]s)"
)


@cache
def period() -> re.Pattern[str]:
    """Match "l'an dernier", "cette année", "le mois prochain", "la fin de l'année"."""
    return _compile(
        rf"(?:(?:l')?(?P<year>an|année) {_WHEN}"
        rf"|(?P<same>cette|la) (?:même )?année(?:-là)?"
        rf"|(?P<edge>fin|début|milieu) de l'année(?: (?P<y>{YEAR}))?"
        rf"|(?:le )?(?P<month>mois) {_WHEN.replace('when', 'mwhen')}"
        rf"|(?P<now>ce mois-ci)"
        rf"|(?P<medge>fin|début|milieu) (?:du|de) mois(?! d[e']))(?![\w-])"
    )


@cache
def relative_weekend() -> re.Pattern[str]:
    """Match "ce week-end", "week-end dernier", "week-end prochain"."""
    return _compile(rf"(?P<this>ce )?week-?end{SIDE}")


@cache
def weekend() -> re.Pattern[str]:
    """Match "week-end du 8 avril", "week-end des 8 et 9 avril 2023"."""
    return _compile(
        rf"week-?end (?:du|des) (?:{WEEKDAY} )?(?P<d>{DAY})(?: (?:et|au) (?:{WEEKDAY} )?{DAY})?"
        rf" (?P<m>{MONTH}){AFTER_MONTH}"
    )


@cache
def year_range() -> re.Pattern[str]:
    """Match "entre 2019 et 2020", "de 2019 à 2021", "2022-2023", "1867-1942"."""
    year = r"(?:[1-9]\d{2,3})"
    return _compile(
        rf"(?P<open>entre |de |d')?(?P<y1>{year})(?P<link> et | à |-|/| - )"
        rf"(?P<y2>{year}(?: après (?:J\.-C\.|Jésus-Christ))?|\d{{2}}(?=[ ,.;)\n]|$))(?![\w/-]|[.,]\d)"
    )


@cache
def year() -> re.Pattern[str]:
    """Match a year with what names a part of it: "fin 2020", "été 2019", "année 2022"."""
    return _compile(
        r"(?:(?:la |le |l')?(?P<part>fin|début|mi|milieu|courant|année|été|hiver|printemps|automne|vers|"
        r"(?:(?:premier|deuxième|second|troisième|quatrième|dernier|1er|[234]e|2nd) )?(?:trimestre|semestre))"
        r"(?:[ -](?:de )?(?:l'année )?))?"
        rf"(?P<y>{YEAR}|[1-9]\d{{2}}(?= (?:av|ap)|[.,)]))(?P<era> (?P<before>av(?:ant|\.)|apr(?:ès|\.)) (?:J\.-?C\.?|notre ère))?"
    )


@cache
def holiday() -> re.Pattern[str]:
    """Match the name of a day, with its year perhaps."""
    # Names are written with these capitals, so their case counts.
    return re.compile(rf"(?P<name>{alternatives(holidays())})(?![\w-])(?: (?P<y>{YEAR}))?")


@cache
def clock() -> re.Pattern[str]:
    """Match the clock time behind a date: "à 14h02", "13:32:25"."""
    return _compile(r",? ?(?:[àa] |- |\()?(?P<h>\d{1,2}) ?[h:] ?(?P<min>\d{2})?(?!\d)")
