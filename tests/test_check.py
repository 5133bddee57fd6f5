"""Each finding is raised by a record with just that fault, and documented."""

from __future__ import annotations

import copy
import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from articleparse import Article, parse
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
    "AP402": [
        (
            set_at("places", 0, "department", to={"code": "19", "name": "Corrèze"}),
            "/places/0/department/code",
        )
    ],
    "AP403": [
        (
            set_at("places", 0, "region", to={"code": "53", "name": "Bretagne"}),
            "/places/0/region/code",
        )
    ],
    "AP404": [(set_at("places", 0, "department", "name", to="Indre"), "/places/0/department/name")],
    "AP405": [
        (set_at("places", 0, "name", to="Guéret"), "/places/0/name"),
        (set_at("places", 0, "insee_code", to="23096"), "/places/0/name"),
    ],
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
    "AP507": [
        (set_at("dates", 0, "value", to="2014-03-05"), "/dates/0/value"),
        (set_at("dates", 0, "value", to="2024-03-06"), "/dates/0/value"),
        (
            lambda record: record["dates"][0].update(extract("mars 2024"), value="2023"),
            "/dates/0/value",
        ),
        (
            lambda record: record["modified"].update(
                basis="stated", evidence=[extract("5 mars 2024", origin="text")]
            ),
            "/modified/date",
        ),
    ],
    "AP601": [(set_at("figures", 0, "value", to=3), "/figures/0")],
    "AP602": [(set_at("figures", 0, "low", to=5), "/figures/0")],
    "AP603": [
        (
            lambda record: record["figures"][0].update(change="increase", initial=4, final=3),
            "/figures/0/change",
        )
    ],
    "AP604": [
        (set_at("figures", 0, "high", to=5), "/figures/0/low"),
        (
            # Other bounds than the library would draw.
            lambda record: record["figures"][0].update(
                extract("4 euros. »"), low=None, high=None, value=5
            ),
            "/figures/0/value",
        ),
    ],
    "AP605": [(set_at("figures", 0, "unit", to="USD"), "/figures/0/unit")],
    "AP901": [
        (lambda record: record.update(text=f"{record['text']}\n\nAprÃ¨s-demain."), "/text"),
        (
            lambda record: record.update(text=f"{record['text']}\n\nl\ufffd\ufffdt\ufffd " * 3),
            "/text",
        ),
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


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("ont triplé", 3),
        ("ont baissé de 12 %", 12),
        ("sont passées de 4 à 6 millions d’euros", None),
    ],
)
def test_a_change_told_the_other_way_is_found(words: str, value: int | None) -> None:
    record = parse(f"Les chiffres\n\nEn un an, les ventes de la halle {words}, dit-on.")
    (figure,) = record.figures
    assert figure.value == value
    turned = "decrease" if figure.change == "increase" else "increase"
    assert check(record) == []
    spoilt = record.model_copy(
        update={"figures": (figure.model_copy(update={"change": turned, "initial": None}),)}
    )
    assert [(f.code, f.pointer) for f in check(spoilt)] == [("AP606", "/figures/0/change")]


def test_a_figure_with_other_bounds_is_read_from_its_numbers() -> None:
    record = sound_record()
    for words, value, unit in (("4 euros. »", 4, "EUR"), ("coûtera 3", 3000, None)):
        record["figures"][0] |= extract(words) | {"value": value, "unit": unit}
        record["figures"][0] |= {"low": None, "high": None}
        assert check(record) == [], words


@pytest.mark.parametrize(
    ("day", "department", "region", "found"),
    [
        ("1985-03-05", "Côtes-du-Nord", ("53", "Bretagne"), []),
        ("1985-03-05", "Côtes-d'Armor", ("53", "Bretagne"), ["AP404"]),
        ("2024-03-05", "Côtes-du-Nord", ("53", "Bretagne"), ["AP404"]),
        ("2024-03-05", "Côtes-d'Armor", ("53", "Bretagne"), []),
    ],
)
def test_names_are_those_of_the_day(
    day: str, department: str, region: tuple[str, str], found: list[str]
) -> None:
    assert _codes_on(day, "22070", "Guingamp", ("22", department), region) == found


@pytest.mark.parametrize(
    ("day", "region", "found"),
    [
        ("2015-12-31", ("74", "Limousin"), []),
        ("2016-01-01", ("74", "Limousin"), ["AP403"]),
        ("2015-12-31", ("75", "Nouvelle-Aquitaine"), ["AP403"]),
        ("2016-01-01", ("75", "Nouvelle-Aquitaine"), []),
    ],
)
def test_regions_are_those_of_the_day(day: str, region: tuple[str, str], found: list[str]) -> None:
    assert _codes_on(day, "23008", "Aubusson", ("23", "Creuse"), region) == found


def test_seine_et_oise_had_the_code_of_yvelines() -> None:
    department, region = ("78", "Seine-et-Oise"), ("11", "Région parisienne")
    assert _codes_on("1965-03-05", "78377", "Massy", department, region) == []
    assert _codes_on("1985-03-05", "78646", "Versailles", department, region) == ["AP404"] * 2
    record = sound_record()
    record["places"][0] |= {
        "name": "Massy",
        "insee_code": "78377",
        "department": {"code": "78", "name": "Seine-et-Oise"},
        "region": {"code": "11", "name": "Île-de-France"},
        "former": {"code": "78377", "name": "Massy", "until": "1968-01-01", "became": []},
    }
    assert check(record) == []  # of today, and says that it is no more


def _codes_on(
    day: str, code: str, name: str, department: tuple[str, str], region: tuple[str, str]
) -> list[str]:
    record = sound_record()
    record["modified"] = None
    record["published"] |= {"date": day, "evidence": [{"origin": "meta date", "text": day}]}
    record["places"][0] |= {
        "name": name,
        "insee_code": code,
        "department": dict(zip(("code", "name"), department, strict=True)),
        "region": dict(zip(("code", "name"), region, strict=True)),
    }
    return [finding.code for finding in check(record)]


def test_every_code_has_a_case_and_a_page() -> None:
    documented = (ROOT / "docs" / "findings.md").read_text(encoding="utf-8")
    for code in CODES:
        elsewhere = {"AP101", "AP506", "AP606", "AP701", "AP702", "AP801", "AP802", "AP803"}
        assert code in FAULTS or code in elsewhere, code
        assert f"| {code} |" in documented, code


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_a_page_in_the_encoding_that_it_declares_is_no_mojibake(encoding: str) -> None:
    page = (
        f'<html><head><meta charset="{encoding}"></head><body><h1>Le marché d’Âge-la-Forêt</h1>'
        "<p>« C’est prêt », assure à midi l’élu : 1 200 € versés, là où l’œuvre coûtait 30 °C.</p>"
    )
    assert check(parse(page.encode(encoding))) == []
    if encoding == "utf-8":
        misread = parse(page.encode().decode("cp1252"))
        assert "marchÃ©" in misread.text
        assert [(f.code, f.pointer) for f in check(misread)] == [("AP901", "/text")]


def test_checking_leaves_the_record_alone() -> None:
    record = sound_record()
    before = copy.deepcopy(record)
    check(record)
    assert record == before
