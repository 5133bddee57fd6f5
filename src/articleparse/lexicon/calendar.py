"""Words of the calendar: months, days of the week, holidays, days told by their distance."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from articleparse.lexicon.conjugation import conjugate
from articleparse.lexicon.files import rows, words

_PLAIN = str.maketrans("éû", "eu")


@cache
def months() -> dict[str, int]:
    """Return the months' names and abbreviations in lower case, with their number.

    >>> months()["févr."]
    2
    """
    return {form: int(number) for form, number in rows("months.tsv", 2)}


@cache
def short_months() -> frozenset[str]:
    """Return the abbreviations among the months' forms.

    >>> "sept" in short_months(), "mai" in short_months()
    (True, False)
    """
    longest: dict[int, str] = {}
    for form, number in months().items():
        longest[number] = max(longest.get(number, ""), form, key=len)
    plain = {form.translate(_PLAIN) for form in longest.values()}
    return frozenset(form for form in months() if form.translate(_PLAIN) not in plain)


@cache
def weekdays() -> dict[str, int]:
    """Return the names of the days of the week in lower case; Monday is 0.

    >>> weekdays()["dimanche"]
    6
    """
    return {form: int(number) for form, number in rows("weekdays.tsv", 2)}


class Holiday(NamedTuple):
    """A day of the year: month and day, or days after Easter Sunday where month is 0."""

    month: int
    day: int


@cache
def holidays() -> dict[str, Holiday]:
    """Return the days that go by a name.

    >>> holidays()["Noël"], holidays()["Ascension"]
    (Holiday(month=12, day=25), Holiday(month=0, day=39))
    """
    found = {}
    for name, when in rows("holidays.tsv", 2):
        if when[0] in "+-":
            found[name] = Holiday(0, int(when))
        else:
            month, day = when.split("-")
            found[name] = Holiday(int(month), int(day))
    return found


def holiday_things() -> frozenset[str]:
    """Return what goes by the name of a holiday and tells no day.

    >>> "sapin" in holiday_things()
    True
    """
    return words("holiday_things.txt")


class RelativeDay(NamedTuple):
    """Days from the publication, or from the day last named."""

    days: int
    from_named: bool


@cache
def relative_days() -> dict[str, RelativeDay]:
    """Return the words that tell a day by its distance.

    >>> relative_days()["la veille"]
    RelativeDay(days=-1, from_named=True)
    """
    return {
        form: RelativeDay(int(days), anchor == "n")
        for form, days, anchor in rows("relative_days.tsv", 3)
    }


@cache
def date_leads() -> frozenset[str]:
    """Return the words that may stand in a date before the one that betrays it.

    >>> "début" in date_leads()
    True
    """
    names = {word.lower() for name in holidays() for word in re.split("[ '-]", name)}
    return words("date_leads.txt") | names


def past_lookalikes() -> frozenset[str]:
    """Return the words that end like an imparfait and are none.

    >>> "portrait" in past_lookalikes()
    True
    """
    return words("past_lookalikes.txt")


def past_auxiliaries() -> frozenset[str]:
    """Return the present forms that make a passé composé.

    >>> "ont" in past_auxiliaries()
    True
    """
    return words("past_auxiliaries.txt")


def future_lookalikes() -> frozenset[str]:
    """Return the words that end like a future tense and are none.

    >>> "caméra" in future_lookalikes()
    True
    """
    return words("future_lookalikes.txt")


@cache
def future_governors() -> frozenset[str]:
    """Return the forms of verbs, and nouns, whose infinitive is to come.

    >>> "appelait" in future_governors(), "promesse" in future_governors()
    (True, True)
    """
    listed = words("future_governors.txt")
    forms = {
        form for word in listed if word.endswith(("er", "ir", "re")) for form, _ in conjugate(word)
    }
    return listed | forms


def future_words() -> frozenset[str]:
    """Return the words that announce what is to come.

    >>> "prévu" in future_words()
    True
    """
    return words("future_words.txt")
