"""Records in the formats of other programs, held against what those formats demand."""

from __future__ import annotations

import base64
import csv
import hashlib
import importlib
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from geojson_pydantic import FeatureCollection
from hypothesis import given
from hypothesis import strategies as st
from pyld import jsonld

from articleparse import Article, Hints, parse
from articleparse.export import FILES, FOLDERS, export, iramuteq
from articleparse.export.flattening import TABLES, rows
from articleparse.view.facts import fact_rows

ROOT = Path(__file__).parent.parent
GOLDEN = sorted((ROOT / "fixtures" / "articles").glob("*/record.json"))
TEXT = (
    "\U0001f309 Un pont pour Aubusson\n\n"
    "À Aubusson (Creuse), « le pont rouvrira en mai », a annoncé Odile Vernet, maire de la "
    "commune. Elle a précisé que les travaux ont coûté 1,2 million d’euros.\n"
)
HINTS = Hints(published="2024-03-07", publisher="L’Écho d’Aubusson", url="https://example.org/a")
ARTICLE = parse(TEXT, name="pont.txt", hints=HINTS)


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    return [ARTICLE, *(Article.model_validate_json(path.read_bytes()) for path in GOLDEN)]


@pytest.fixture
def exported(articles: list[Article], tmp_path: Path) -> Callable[[str], Path]:
    """Export all records; return where they are."""

    def run(format: str) -> Path:
        export(format, articles, str(tmp_path / format))
        return tmp_path / format

    return run


def digest_iri(data: bytes) -> str:
    """The name of the bytes by RFC 6920, made without the library."""
    digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).decode()
    return f"ni:///sha-256;{digest.rstrip('=')}"


# schema.org


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Every node of a JSON document that has a type, however deep."""
    if isinstance(value, dict):
        if "@type" in value:
            yield value
        for inner in value.values():
            yield from nodes(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from nodes(inner)


def model_of(kind: str) -> Any:
    """The model of a type, from a package that is generated from the vocabulary."""
    return getattr(importlib.import_module(f"pydantic2_schemaorg.{kind}"), kind)


def allowed_types(model: Any, term: str) -> set[str]:
    """The types that the vocabulary allows as values of a term."""
    owner = next(cls for cls in model.__mro__ if term in vars(cls).get("__annotations__", {}))
    return set(re.findall(r"\w+", vars(owner)["__annotations__"][term]))


@pytest.mark.skipif(sys.version_info >= (3, 14), reason="the models need an older Python")
def test_jsonld_uses_terms_of_schema_org_alone(exported: Callable[[str], Path]) -> None:
    graph = json.loads(exported("jsonld").read_bytes())["@graph"]
    seen = set()
    for node in nodes(graph):
        kind = node["@type"]
        seen.add(kind)
        for term, value in node.items():
            if term.startswith("@"):
                continue
            assert term in model_of(kind).__fields__, (kind, term)
            for inner in nodes(value):
                if inner in (value if isinstance(value, list) else [value]):
                    ancestors = {cls.__name__ for cls in model_of(inner["@type"]).__mro__}
                    assert ancestors & allowed_types(model_of(kind), term), (kind, term)
    assert {"NewsArticle", "Quotation", "Claim", "Person", "Organization", "City"} <= seen


def test_jsonld_expands_to_linked_nodes(
    exported: Callable[[str], Path], articles: list[Article]
) -> None:
    document = json.loads(exported("jsonld").read_bytes())
    expanded = jsonld.expand(document)
    assert len(expanded) == len(articles)
    schema = "https://schema.org/"
    first = expanded[0]
    assert first["@type"] == [schema + "NewsArticle"]
    assert first["@id"] == digest_iri(TEXT.encode())
    assert first[schema + "datePublished"] == [{"@type": schema + "Date", "@value": "2024-03-07"}]
    assert first[schema + "url"] == [{"@id": "https://example.org/a"}]
    assert first[schema + "articleBody"] == [{"@value": ARTICLE.text}]
    known = {node["@id"]: node["@type"] for node in nodes(expanded) if "@id" in node}
    people = {schema + "Person", schema + "Organization"}
    said = 0
    for node in nodes(expanded):
        for term in ("spokenByCharacter", "creator"):
            for speaker in node.get(schema + term, ()):
                assert set(known[speaker["@id"]]) <= people
                said += 1
    assert said >= len(articles)
    # What was reported in other words is not put between marks.
    kinds = [part["@type"][0].removeprefix(schema) for part in first[schema + "hasPart"]]
    assert kinds == ["Claim" if q.kind == "indirect" else "Quotation" for q in ARTICLE.quotes]


def test_jsonld_gives_codes_and_points(exported: Callable[[str], Path]) -> None:
    graph = json.loads(exported("jsonld").read_bytes())["@graph"]
    town, department = [n for n in graph[0]["mentions"] if "identifier" in n]
    assert (town["@type"], town["identifier"]["value"]) == ("City", "23008")
    assert town["containedInPlace"][0]["name"] == "Creuse"
    assert 45.9 < town["geo"]["latitude"] < 46.0
    assert (department["@type"], department["identifier"]["value"]) == (
        "AdministrativeArea",
        "23",
    )
    assert "geo" not in department


# W3C Web Annotation


def test_annotations_follow_the_model(
    exported: Callable[[str], Path], articles: list[Article]
) -> None:
    pages = [json.loads(line) for line in exported("webannotation").open(encoding="utf-8")]
    with_facts = [article for article in articles if fact_rows(article)]
    assert len(pages) == len(with_facts)
    ids = set()
    for page, article in zip(pages, with_facts, strict=True):
        assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
        assert page["type"] == "AnnotationPage"
        assert len(page["items"]) == len(fact_rows(article))
        for annotation in page["items"]:
            check_annotation(annotation, article)
            ids.add(annotation["id"])
        ids.add(page["id"])
    assert len(ids) == sum(len(page["items"]) + 1 for page in pages)


# The keys that the model gives to the classes used here.
TERMS = {
    "Annotation": {"motivation", "creator", "body", "target"},
    "Software": {"name", "nickname"},
    "TextualBody": {"purpose", "value", "format"},
    "SpecificResource": {"source", "selector", "scope"},
    "Text": {"format"},
    "TextPositionSelector": {"start", "end"},
    "TextQuoteSelector": {"exact", "prefix", "suffix"},
}


def check_terms(value: Any) -> None:
    if isinstance(value, dict):
        assert set(value) - {"id", "type"} <= TERMS[value["type"]]
    for inner in value.values() if isinstance(value, dict) else value:
        if isinstance(inner, (dict, list)):
            check_terms(inner)


def check_annotation(annotation: dict[str, Any], article: Article) -> None:
    """What the model says that an annotation must have, and that its words are there."""
    check_terms(annotation)
    assert annotation["type"] == "Annotation"
    assert re.match(r"[a-z]+:", annotation["id"])
    for body in annotation["body"]:
        assert body["type"] == "TextualBody"
        assert isinstance(body["value"], str)
        assert body["purpose"] in ("tagging", "describing")
    target = annotation["target"]
    assert target["type"] == "SpecificResource"
    assert target["source"]["id"] == digest_iri(article.text.encode())
    position, quote = target["selector"]
    assert position["type"] == "TextPositionSelector"
    assert 0 <= position["start"] < position["end"]
    assert quote["type"] == "TextQuoteSelector"
    start, end, text = position["start"], position["end"], article.text
    assert text[start:end] == quote["exact"]
    assert text[:start].endswith(quote["prefix"])
    assert text[end:].startswith(quote["suffix"])


def test_annotations_count_code_points_and_name_the_rule(exported: Callable[[str], Path]) -> None:
    with exported("webannotation").open(encoding="utf-8") as lines:
        items = json.loads(next(lines))["items"]
    town = next(i for i in items if i["body"][1]["value"].startswith("Aubusson, commune, 23008"))
    position = town["target"]["selector"][0]
    # The bridge in front of it is one character, though two units of UTF-16.
    assert position["start"] == TEXT.index("Aubusson")
    assert town["creator"]["nickname"] == ARTICLE.places[0].rule
    assert town["target"]["scope"] == "https://example.org/a"


# GeoJSON


def test_geojson_is_valid_and_keeps_every_place(
    exported: Callable[[str], Path], articles: list[Article]
) -> None:
    data = exported("geojson").read_bytes()
    collection = FeatureCollection.model_validate_json(data)
    places = [place for article in articles for place in article.places]
    assert len(collection.features) == len(places)
    for feature, place in zip(collection.features, places, strict=True):
        assert feature.properties
        assert feature.properties["name"] == place.name
        assert feature.properties["insee_code"] == place.insee_code
    longitude, latitude = json.loads(data)["features"][0]["geometry"]["coordinates"]
    assert (round(longitude, 1), round(latitude, 1)) == (2.2, 46.0)  # Aubusson, not in the sea


def test_geojson_tells_what_has_no_coordinates(articles: list[Article], tmp_path: Path) -> None:
    (note,) = export("geojson", articles, str(tmp_path / "o"))
    features = json.loads((tmp_path / "o").read_bytes())["features"]
    bare = sum(feature["geometry"] is None for feature in features)
    assert note == f"places: {len(features)}, without coordinates: {bare}"
    assert 0 < bare < len(features)


# IRaMuTeQ


def corpus(text: str) -> list[tuple[dict[str, str], list[str]]]:
    """Read a corpus as its program does: variables and lines of each text."""
    found: list[tuple[dict[str, str], list[str]]] = []
    for line in text.splitlines():
        if line.startswith("****"):
            marks = [mark.split("_") for mark in line.split()[1:]]
            assert all(len(mark) == 2 and mark[0].startswith("*") for mark in marks), line
            found.append(({name[1:]: value for name, value in marks}, []))
        elif line:
            found[-1][1].append(line)
    return found


def test_iramuteq_corpus_reads_back(
    exported: Callable[[str], Path], articles: list[Article]
) -> None:
    texts = corpus(exported("iramuteq").read_text(encoding="utf-8"))
    assert len(texts) == len(articles)
    assert {tuple(variables) for variables, _ in texts} == {
        ("article", "publisher", "year", "month", "date", "author")
    }
    variables, lines = texts[0]
    assert variables["publisher"] == "l-echo-d-aubusson"
    assert (variables["date"], variables["author"]) == ("20240307", "none")
    assert lines[1].startswith("À Aubusson (Creuse), le pont rouvrira en mai , a annoncé Odile")
    for (_, lines), article in zip(texts, articles, strict=True):
        written = re.findall(r"[a-zà-ÿ]{4,}", " ".join(lines))
        there = re.findall(r"[a-zà-ÿ]{4,}", iramuteq.plain(article.text))
        assert written == there


@given(st.text())
def test_iramuteq_text_holds_no_marks(text: str) -> None:
    shown = iramuteq.plain(text)
    assert not set(shown) & set("*_\n\r\u2028\u2029«»’")
    assert re.fullmatch(r"[a-z0-9-]+", iramuteq.value(text))
    assert iramuteq.plain(shown) == shown


# CSV


def test_csv_tables_read_back(exported: Callable[[str], Path], articles: list[Article]) -> None:
    folder = exported("csv")
    assert {path.name for path in folder.iterdir()} == {f"{table}.csv" for table in TABLES}
    wanted: dict[str, list[dict[str, Any]]] = {table: [] for table in TABLES}
    for number, article in enumerate(articles):
        for table, row in rows(article.model_dump(mode="json"), number):
            wanted[table].append(row)
    for table, columns in TABLES.items():
        assert (folder / f"{table}.csv").read_bytes().startswith(b"\xef\xbb\xbf")
        with open(folder / f"{table}.csv", encoding="utf-8-sig", newline="") as file:
            found = [
                {name: read_cell(value, columns[name]) for name, value in row.items()}
                for row in csv.DictReader(file)
            ]
        assert found == [
            {name: plain_value(value) for name, value in row.items()} for row in wanted[table]
        ]


def read_cell(cell: str, kind: str) -> Any:
    if cell == "":
        return None
    if kind.startswith("list ") or kind == "map":
        return json.loads(cell)
    if kind in ("int64", "int32", "float64"):
        return float(cell)
    return cell == "True" if kind == "bool_" else cell


def plain_value(value: Any) -> Any:
    """What a table can tell: no difference of empty and unknown, nor of 3 and 3.0."""
    if isinstance(value, list):
        return dict(value) if value and isinstance(value[0], tuple) else value
    if isinstance(value, bool):
        return value
    if isinstance(value, int):
        return float(value)
    return None if value in (None, "") else value if isinstance(value, float) else str(value)


# spaCy


def test_spacy_documents_read_back(
    exported: Callable[[str], Path], articles: list[Article]
) -> None:
    spacy = pytest.importorskip("spacy")
    from spacy.tokens import DocBin

    (file,) = exported("spacy").iterdir()
    docs = list(DocBin().from_disk(file).get_docs(spacy.blank("fr").vocab))
    assert len(docs) == len(articles)
    for doc, article in zip(docs, articles, strict=True):
        assert doc.text == article.text
        assert doc.user_data["record"] == article.source.name
        widened = {(span.start_char, span.end_char, span.label_) for span in doc.spans["unaligned"]}
        for row in fact_rows(article):
            spans = [(s.start_char, s.end_char) for s in doc.spans[row.kind]]
            if (row.start, row.end) not in spans:
                assert any(s <= row.start and row.end <= e for s, e, _ in widened), row
    entities = [(entity.text, entity.label_) for entity in docs[0].ents]
    towns = [("Aubusson", "LOC"), ("Aubusson", "LOC"), ("Creuse", "LOC")]
    assert entities == [*towns, ("Odile Vernet", "PER")]


def test_spacy_takes_texts_of_any_length(tmp_path: Path) -> None:
    pytest.importorskip("spacy")
    long = parse("Un titre\n\n" + "Odile Vernet a dit oui. " * 45_000)
    assert len(long.text) > 1_000_000
    export("spacy", [long], str(tmp_path / "out"))
    assert (tmp_path / "out" / "00000.spacy").exists()


# All


@pytest.mark.parametrize("format", FILES)
def test_records_are_written_one_at_a_time(format: str, articles: list[Article]) -> None:
    write = importlib.import_module(f"articleparse.export.{FILES[format]}").write
    pieces: list[str] = []

    def watched() -> Iterator[Article]:
        for article in articles:
            before = len(pieces)
            yield article
            # The next one is asked for when this one is on its way.
            assert len(pieces) > before

    write(watched(), pieces.append)


@pytest.mark.parametrize("format", [*FILES, *FOLDERS])
def test_output_appears_whole_or_not_at_all(format: str, tmp_path: Path) -> None:
    if format == "spacy":
        pytest.importorskip("spacy")

    def broken() -> Iterable[Article]:
        yield ARTICLE
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="disk"):
        export(format, broken(), str(tmp_path / "out"))
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("format", [*FILES, *FOLDERS])
def test_any_text_is_exported(format: str, tmp_path: Path) -> None:
    if format == "spacy":
        pytest.importorskip("spacy")
    odd = [parse(text) for text in ("x", "Un titre\n\n****\n-*theme\n=1+1\u2028\ufeff\U0001f600")]
    export(format, odd, str(tmp_path / "out"))
    assert (tmp_path / "out").exists()
