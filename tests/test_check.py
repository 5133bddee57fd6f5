"""Each finding is raised by a record with just that fault, and documented."""

from __future__ import annotations

import copy
import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from articleparse import Article
from articleparse.check import CODES, check

Record = dict[str, Any]
ROOT = Path(__file__).parent.parent
TEXT = (
    "Un marché pour Aubusson\n\n"
    "Le 5 mars 2024, Odile Vernet, maire de la Ville d’Aubusson, dit : « Il coûtera 3 à 4 euros. »"
)


def span(words: str, /, **fields: Any) -> Record:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), **fields}


def extract(words: str, /, **fields: Any) -> Record:
    return span(words, text=words, **fields)


def sound_record() -> Record:
    """One record with a fact of each kind that the findings speak of."""
    published = {
        "rule": "r",
        "date": "2024-03-05",
        "basis": "metadata",
        "evidence": [{"origin": "meta date", "text": "2024-03-05T08:00:00+01:00"}],
    }
    headline, body = TEXT.split("\n\n")
    return {
        "schema_version": "1.0",
        "source": {"name": "n", "media_type": "text/plain", "encoding": None, "sha256": "0" * 64},
        "text": TEXT,
        "blocks": [span(headline, kind="headline"), span(body, kind="paragraph")],
        "headline": headline,
        "published": published,
        "modified": {
            **published,
            "date": "2024-03-06",
            "evidence": [extract("5 mars", origin="text")],
        },
        "people": [
            {
                "id": "p1",
                "name": "Odile Vernet",
                "rule": "r",
                "roles": [
                    extract(
                        "maire de la Ville d’Aubusson",
                        rule="r",
                        title="maire de la Ville d’Aubusson",
                        organisation="o1",
                    )
                ],
                "mentions": [extract("Odile Vernet")],
            }
        ],
        "organisations": [
            {
                "id": "o1",
                "name": "Ville d’Aubusson",
                "kind": "public_body",
                "rule": "r",
                "mentions": [extract("Ville d’Aubusson")],
            }
        ],
        "places": [
            {
                "id": "l1",
                "name": "Aubusson",
                "kind": "commune",
                "insee_code": "23008",
                "department": {"code": "23", "name": "Creuse"},
                "region": {"code": "75", "name": "Nouvelle-Aquitaine"},
                "country": "FR",
                "rule": "r",
                "mentions": [extract("Aubusson")],
            }
        ],
        "quotes": [
            {
                "id": "q1",
                "kind": "direct",
                "rule": "r",
                "text": "Il coûtera 3 à 4 euros.",
                "fragments": [extract("Il coûtera 3 à 4 euros.")],
                "speaker": span("Odile Vernet", label="Odile Vernet", refs=["p1"], basis="named"),
            }
        ],
        "figures": [extract("3 à 4 euros", rule="r", low=3, high=4, unit="EUR")],
        "dates": [extract("5 mars 2024", rule="r", value="2024-03-05")],
        "producer": {"name": "n", "version": "1", "gazetteer_year": 2026},
    }


def set_at(*path: str | int, to: Any) -> Callable[[Record], None]:
    def change(record: Record) -> None:
        value: Any = record
        for part in path[:-1]:
            value = value[part]
        value[path[-1]] = to

    return change


FAULTS: dict[str, list[tuple[Callable[[Record], Any], str]]] = {
    "AP102": [(lambda record: record.pop("text"), "/text")],
    "AP103": [(set_at("places", 0, "colour", to="red"), "/places/0/colour")],
    "AP104": [(set_at("dates", 0, "start", to="29"), "/dates/0/start")],
    "AP105": [
        (set_at("quotes", 0, "kind", to="shouted"), "/quotes/0/kind"),
        (set_at("places", 0, "insee_code", to="2308"), "/places/0/insee_code"),
        (set_at("published", "basis", to="guessed"), "/published/basis"),
    ],
    "AP201": [
        (set_at("dates", 0, "end", to=len(TEXT) + 1), "/dates/0"),
        (set_at("quotes", 0, "speaker", "end", to=0), "/quotes/0/speaker"),
    ],
    "AP202": [
        (set_at("dates", 0, "text", to="6 mars 2024"), "/dates/0/text"),
        (set_at("people", 0, "roles", 0, "title", to="maire"), "/people/0/roles/0/title"),
    ],
    "AP203": [(set_at("modified", "evidence", 0, "end", to=None), "/modified/evidence/0")],
    "AP204": [(set_at("quotes", 0, "text", to="Il coûtera."), "/quotes/0/text")],
    "AP205": [(lambda record: record["blocks"].reverse(), "/blocks/1")],
    "AP206": [
        (set_at("headline", to="Un marché"), "/headline"),
        (set_at("kicker", to="Creuse"), "/kicker"),
    ],
    "AP301": [(set_at("places", 0, "id", to="p1"), "/places/0/id")],
    "AP302": [
        (set_at("quotes", 0, "speaker", "refs", to=["p2"]), "/quotes/0/speaker/refs/0"),
        (
            set_at("people", 0, "roles", 0, "organisation", to="p1"),
            "/people/0/roles/0/organisation",
        ),
    ],
    "AP401": [
        (set_at("places", 0, "insee_code", to="23999"), "/places/0/insee_code"),
        (set_at("places", 0, "country", to="ZZ"), "/places/0/country"),
        (set_at("places", 0, "region", "code", to="77"), "/places/0/region/code"),
    ],
    "AP402": [(set_at("places", 0, "insee_code", to="49328"), "/places/0/department/code")],
    "AP403": [
        (
            set_at("places", 0, "region", to={"code": "53", "name": "Bretagne"}),
            "/places/0/region/code",
        )
    ],
    "AP404": [(set_at("places", 0, "department", "name", to="Indre"), "/places/0/department/name")],
    "AP501": [(set_at("modified", "date", to="2024-03-04"), "/modified/date")],
    "AP502": [(set_at("published", "evidence", to=[]), "/published/evidence")],
    "AP503": [
        (set_at("published", "evidence", 0, "text", to="2024-05-03"), "/published/evidence/0/text")
    ],
    "AP504": [
        (set_at("dates", 0, "value", to="2023-02-29"), "/dates/0/value"),
        (set_at("figures", 0, "period", to="last year"), "/figures/0/period"),
    ],
    "AP505": [(set_at("dates", 0, "value", to="2024-03-05/2024-02"), "/dates/0/value")],
    "AP601": [(set_at("figures", 0, "value", to=3), "/figures/0")],
    "AP602": [(set_at("figures", 0, "low", to=5), "/figures/0")],
    "AP603": [
        (
            lambda record: record["figures"][0].update(change="increase", initial=4, final=3),
            "/figures/0/change",
        )
    ],
}
CASES = [(code, *case) for code, cases in FAULTS.items() for case in cases]


def test_the_untouched_record_is_sound() -> None:
    assert check(sound_record()) == []


@pytest.mark.parametrize(("code", "spoil", "pointer"), CASES, ids=[case[0] for case in CASES])
def test_a_fault_is_found_where_it_is(
    code: str, spoil: Callable[[Record], Any], pointer: str
) -> None:
    record = sound_record()
    spoil(record)
    assert [(finding.code, finding.pointer) for finding in check(record)] == [(code, pointer)]


@pytest.mark.parametrize("garbage", ["", "{", '{"text": "\\ud800"}', b"\xff", "[1, 2"])
def test_what_is_no_json_is_a_finding(garbage: str | bytes) -> None:
    assert [finding.code for finding in check(garbage)] == ["AP101"]


def test_a_model_that_went_round_its_checks_is_found() -> None:
    article = Article.model_validate_json(json.dumps(sound_record()))
    assert check(article) == []
    assert [f.code for f in check(article.model_copy(update={"text": ""}))][:1] == ["AP201"]


def test_a_later_day_is_found_by_who_tells_the_day() -> None:
    record = sound_record()
    assert check(record, today=dt.date(2024, 3, 5)) == []
    found = check(record, today=dt.date(2024, 3, 3))
    assert [(f.code, f.pointer) for f in found] == [
        ("AP506", "/published/date"),
        ("AP506", "/modified/date"),
    ]


def test_every_code_has_a_case_and_a_page() -> None:
    documented = (ROOT / "docs" / "findings.md").read_text(encoding="utf-8")
    for code in CODES:
        assert code in {*FAULTS, "AP101", "AP506", "AP701", "AP702"}, code
        assert f"| {code} |" in documented, code


def test_checking_leaves_the_record_alone() -> None:
    record = sound_record()
    before = copy.deepcopy(record)
    check(record)
    assert record == before
