"""The day of publication: what counts for it, and when none is told."""

from __future__ import annotations

import datetime as dt

import pytest

from articleparse import Hints, Parser
from articleparse.reading.stamps import Stamp, read_stamp
from articleparse.record import StampedDate

TITLE = "Le bac de Quillebeuf reprend du service"
BODY = "La traversée dure huit minutes et le pilote connaît chaque banc de sable du fleuve."


def published(*paragraphs: str, hints: Hints | None = None) -> StampedDate | None:
    text = "\n\n".join((TITLE, *paragraphs, BODY))
    return Parser().parse(text, hints=hints).published


def page(head: str, line: str) -> str:
    return (
        f"<html><head>{head}</head><body><article><h1>{TITLE}</h1><p>{line}</p>"
        f"<p>{BODY}</p><p>{BODY}</p></article></body></html>"
    )


def test_a_day_that_stands_in_the_text_is_stated_there() -> None:
    line = "Publié le 31/03/2016"
    article = Parser().parse(f"{TITLE}\n\n{line}\n\n{BODY}\n\n{BODY}")
    told = article.published
    assert told is not None
    assert (told.date, told.basis) == (dt.date(2016, 3, 31), "stated")
    (evidence,) = told.evidence
    assert evidence.origin == "text"
    assert article.text[evidence.start : evidence.end] == evidence.text
    assert "31/03/2016" in evidence.text


def test_the_caller_stands_above_the_text() -> None:
    told = published("Publié le 31/03/2016", hints=Hints(published="2016-04-02"))
    assert told is not None
    assert (told.date, told.basis) == (dt.date(2016, 4, 2), "metadata")


def test_metadata_that_an_update_overwrote_gives_way_to_the_page() -> None:
    head = (
        '<meta property="article:published_time" content="2021-06-09T10:00:00+02:00">'
        '<meta property="article:modified_time" content="2021-06-09T10:00:00+02:00">'
    )
    line = "Publié le 1er juin 2021, mis à jour le 9 juin 2021"
    told = Parser().parse(page(head, line)).published
    assert told is not None
    assert told.date == dt.date(2021, 6, 1)


def test_the_address_tells_the_day_where_nothing_else_does() -> None:
    told = published(BODY, hints=Hints(url="https://courrier.example/2018/11/22/le-bac"))
    assert told is not None
    assert (told.date, told.basis) == (dt.date(2018, 11, 22), "metadata")


def test_an_agency_dateline_tells_the_day() -> None:
    told = published("Rouen, 22 nov 2018 (AFP) - Le bac a repris jeudi ses traversées.")
    assert told is not None
    assert (told.date, told.basis) == (dt.date(2018, 11, 22), "stated")


@pytest.mark.parametrize(
    ("sentences", "day"),
    [
        # The weekday fixes the year; a year named later is a forecast.
        ("Le bac a repris ce jeudi 22 novembre. Il datait de 2018.", "2018-11-22"),
        # The latest full date that is past.
        ("Le bac, arrêté le 3 mai 2017, a repris ce 22 novembre.", "2017-11-22"),
        # A full date announced close ahead, and a year of the time before.
        (
            "Le bac fête, ce 22 novembre, son retour. Acheté en 2017, il a coûté cher. "
            "Un second bac sera livré le 6 janvier 2019.",
            "2018-11-22",
        ),
        # A dateline without year, an announced day, a weekday that agrees with both.
        (
            "ROUEN, 22 novembre (Le Courrier du Marais) – Le bac a repris jeudi. Une fête aura "
            "lieu samedi 1er décembre. Un second bac sera livré le 6 janvier 2019.",
            "2018-11-22",
        ),
    ],
)
def test_a_day_that_the_text_calls_its_own_is_inferred(sentences: str, day: str) -> None:
    told = published(sentences)
    assert told is not None
    assert (str(told.date), told.basis) == (day, "inferred")


@pytest.mark.parametrize(
    "sentences",
    [
        # Two days contradict each other.
        "Le bac a repris ce 22 novembre 2018. Il a cessé ce 25 novembre 2018.",
        # The day itself is still to come.
        "Le bac reprendra ce 22 novembre. Il datait de 2018.",
        # Announced too far ahead to tell the year.
        "Le bac fête, ce 22 novembre, son retour. Acheté en 2017, il sera rendu le 6 mai 2019.",
        # The weekday disagrees with the year that the announcement would give.
        "ROUEN, 22 novembre (Le Courrier du Marais) – Le bac a repris. Une fête aura lieu "
        "lundi 1er décembre. Un second bac sera livré le 6 janvier 2019.",
        # Nothing besides the announcement tells of the year.
        "Le bac fête, ce 22 novembre, son retour. Un second sera livré le 6 janvier 2019.",
    ],
)
def test_no_day_is_better_than_a_wrong_one(sentences: str) -> None:
    assert published(sentences) is None


@pytest.mark.parametrize(
    ("value", "stamp"),
    [
        ("mardi 8 juin 2021 - 09:05", Stamp(dt.date(2021, 6, 8), dt.time(9, 5))),
        ("June 8th, 2021", Stamp(dt.date(2021, 6, 8))),
        ("Jun 8, 2021 23:40 UTC", Stamp(dt.date(2021, 6, 9), dt.time(1, 40))),
        ("jeudi, 08/06/2021", Stamp(dt.date(2021, 6, 8))),
        ("il y a 3 jours 2021", None),
        ("juin 2021", None),
        ("8 juin", None),
        ("Version 12 du cahier 2021", None),
    ],
)
def test_odd_stamps_are_read_where_they_tell_a_whole_day(value: str, stamp: Stamp | None) -> None:
    assert read_stamp(value) == stamp
