"""Every golden record is sound, and each of many ways to spoil it is found."""

from __future__ import annotations

import copy
import datetime as dt
import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from articleparse import parse
from articleparse.check import check

Record = dict[str, Any]
Mutation = Callable[[Record, random.Random], None]

ARTICLES = Path(__file__).parents[1] / "fixtures" / "articles"
FOLDERS = sorted(path for path in ARTICLES.iterdir() if path.is_dir())
TODAY = dt.date(2026, 1, 1)
MUTATIONS = 200
NOWHERE = 10**7


class NotThereError(Exception):
    """The record has nothing that this mutation could spoil."""


def _record(folder: Path) -> Record:
    golden = folder / "record.json"
    if golden.exists():
        record: Record = json.loads(golden.read_bytes())
    else:
        (source,) = folder.glob("source.*")
        record = parse(source, name=source.name).model_dump(mode="json")
    return record


def _parts(value: Any) -> Iterator[Record]:
    """All objects of the record, itself among them."""
    if isinstance(value, dict):
        yield value
        for key in sorted(value):
            yield from _parts(value[key])
    elif isinstance(value, list):
        for item in value:
            yield from _parts(item)


def _one(random: random.Random, found: list[Record]) -> Record:
    if not found:
        raise NotThereError
    return random.choice(found)


def _part_with(record: Record, random: random.Random, *names: str) -> Record:
    parts = [p for p in _parts(record) if all(p.get(name) is not None for name in names)]
    return _one(random, parts)


def _letters(text: str) -> str:
    """Another text of the same length."""
    return text[:-1] + ("y" if text[-1] == "x" else "x")


def shifted_offset(record: Record, random: random.Random) -> None:
    part = _part_with(record, random, "start", "end", "text")
    shift = random.choice([-7, -1, 1, 2, 40, NOWHERE])
    part["start"] += shift
    part["end"] += shift
    start, end = part["start"], part["end"]
    if start >= 0 and record["text"][start:end] == part["text"]:
        raise NotThereError  # the same words stand there too


def emptied_span(record: Record, random: random.Random) -> None:
    part = _part_with(record, random, "start", "end")
    part["end"] = part["start"]


def half_a_span(record: Record, random: random.Random) -> None:
    part = _part_with(record, random, "start", "end")
    part[random.choice(["start", "end"])] = None


def offsets_of_bytes(record: Record, random: random.Random) -> None:
    part = _part_with(record, random, "start", "end", "text")
    text = record["text"]
    start, end = part["start"], part["end"]
    part["start"], part["end"] = len(text[:start].encode()), len(text[:end].encode())
    if text[part["start"] : part["end"]] == part["text"]:
        raise NotThereError


def changed_words(record: Record, random: random.Random) -> None:
    part = _part_with(record, random, "start", "end", "text")
    part["text"] = _letters(part["text"])


def changed_title(record: Record, random: random.Random) -> None:
    role = _one(random, [role for person in record["people"] for role in person["roles"]])
    role["title"] = _letters(role["title"])


def changed_fragment(record: Record, random: random.Random) -> None:
    quote = _one(random, record["quotes"])
    fragment = random.choice(quote["fragments"])
    fragment["end"] -= 1
    fragment["text"] = fragment["text"][:-1]


def changed_quote(record: Record, random: random.Random) -> None:
    quote = _one(random, record["quotes"])
    quote["text"] += random.choice([" Oui.", "…", " "])


def no_fragments(record: Record, random: random.Random) -> None:
    _one(random, record["quotes"])["fragments"] = []


def cut_text(record: Record, random: random.Random) -> None:
    last = max(part["end"] for part in _parts(record) if part.get("end"))
    record["text"] = record["text"][: random.randrange(last)]


def letter_put_before_the_text(record: Record, random: random.Random) -> None:
    record["text"] = random.choice("AÀ—") + record["text"]


def changed_headline(record: Record, random: random.Random) -> None:
    name = random.choice(["kicker", "headline", "standfirst"])
    record[name] = None if record[name] and random.random() < 0.3 else (record[name] or "") + "!"


def swapped_blocks(record: Record, random: random.Random) -> None:
    blocks = record["blocks"]
    if len(blocks) < 2:
        raise NotThereError
    index = random.randrange(len(blocks) - 1)
    blocks[index], blocks[index + 1] = blocks[index + 1], blocks[index]


def dangling_speaker(record: Record, random: random.Random) -> None:
    speaker = _part_with(record, random, "refs")
    speaker["refs"] = [*speaker["refs"], random.choice(["p999", "", "q1"])]


def dangling_note(record: Record, random: random.Random) -> None:
    _one(random, record["footnotes"])["ref"] = "p999"


def speaker_removed(record: Record, random: random.Random) -> None:
    person = _one(random, record["people"])
    used = {ref for quote in record["quotes"] for ref in (quote["speaker"] or {}).get("refs", ())}
    used |= {note["ref"] for note in record["footnotes"]}
    if person["id"] not in used:
        raise NotThereError
    record["people"].remove(person)


def organisation_of_role_removed(record: Record, random: random.Random) -> None:
    role = _part_with(record, random, "title", "organisation")
    role["organisation"] = "o999"


def id_twice(record: Record, random: random.Random) -> None:
    entities = [e for n in ("people", "organisations", "places", "quotes") for e in record[n]]
    if len(entities) < 2:
        raise NotThereError
    first, second = random.sample(entities, 2)
    first["id"] = second["id"]


def unknown_field(record: Record, random: random.Random) -> None:
    part = _part_with(record, random, "rule")
    part["note"] = "vu"


def missing_field(record: Record, random: random.Random) -> None:
    name = random.choice(["rule", "text", "sha256", "producer"])
    del _part_with(record, random, name)[name]


def wrong_type(record: Record, random: random.Random) -> None:
    part = _part_with(record, random, "start", "end")
    part["start"] = random.choice([str(part["start"]), part["start"] + 0.5, [part["start"]]])


def word_out_of_vocabulary(record: Record, random: random.Random) -> None:
    name = random.choice(["kind", "basis", "modifier"])
    _part_with(record, random, name)[name] = "unheard-of"


def _french(record: Record, random: random.Random, name: str) -> Record:
    return _one(random, [place for place in record["places"] if place[name]])


def commune_that_is_none(record: Record, random: random.Random) -> None:
    place = _french(record, random, "insee_code")
    place["insee_code"] = place["insee_code"][:2] + "999"


def commune_of_the_same_department(record: Record, random: random.Random) -> None:
    communes = [place for place in record["places"] if place["kind"] == "commune"]
    place = _one(random, [place for place in communes if place["insee_code"]])
    # 001 to 004 stand in all departments but a few; a namesake would be no mistake.
    place["insee_code"] = place["insee_code"][:2] + random.choice(["001", "002", "004"])


def wrong_department(record: Record, random: random.Random) -> None:
    place = _french(record, random, "department")
    others = [("23", "Creuse"), ("29", "Finistère"), ("59", "Nord"), ("83", "Var")]
    code, name = random.choice([o for o in others if o[0] != place["department"]["code"]])
    place["department"] = {"code": code, "name": name}
    if not place["insee_code"] and not place["region"] and place["kind"] != "department":
        raise NotThereError  # a lake may lie anywhere


def swapped_department_code(record: Record, random: random.Random) -> None:
    department = _french(record, random, "department")["department"]
    department["code"] = random.choice([c for c in ("04", "19", "62") if c != department["code"]])


def department_that_is_none(record: Record, random: random.Random) -> None:
    _french(record, random, "department")["department"]["code"] = random.choice(["20", "96", "979"])


def wrong_region(record: Record, random: random.Random) -> None:
    place = _french(record, random, "region")
    others = [("53", "Bretagne"), ("94", "Corse"), ("11", "Île-de-France")]
    code, name = random.choice([o for o in others if o[0] != place["region"]["code"]])
    place["region"] = {"code": code, "name": name}


def region_of_another_time(record: Record, random: random.Random) -> None:
    place = _one(random, [p for p in record["places"] if p["region"] and not p["former"]])
    place["region"]["name"] = "Région parisienne"


def country_that_is_none(record: Record, random: random.Random) -> None:
    _french(record, random, "country")["country"] = random.choice(["ZZ", "fr", "FRA"])


def changed_value(record: Record, random: random.Random) -> None:
    figure = _one(random, [f for f in record["figures"] if f["value"] is not None])
    figure["value"] = random.choice(
        [figure["value"] + 1, figure["value"] * 10 + 3, -figure["value"] - 1]
    )


def changed_range(record: Record, random: random.Random) -> None:
    figure = _one(random, [f for f in record["figures"] if f["low"] is not None])
    figure["high"] += 1


def value_removed(record: Record, random: random.Random) -> None:
    figure = _one(random, [f for f in record["figures"] if f["value"] is not None])
    figure["value"] = None


def value_and_range(record: Record, random: random.Random) -> None:
    figure = _one(random, [f for f in record["figures"] if f["value"] is not None])
    figure["low"] = figure["high"] = figure["value"]


def turned_range(record: Record, random: random.Random) -> None:
    ranges = [f for f in record["figures"] if f["low"] is not None and f["low"] < f["high"]]
    figure = _one(random, ranges)
    figure["low"], figure["high"] = figure["high"], figure["low"]


def changed_unit(record: Record, random: random.Random) -> None:
    known = {"EUR", "%", "km", "year", "day", "hour", "×"}
    figure = _one(random, [f for f in record["figures"] if f["unit"] in known])
    figure["unit"] = random.choice(sorted(known - {figure["unit"]}))


def turned_change(record: Record, random: random.Random) -> None:
    figure = _one(random, [f for f in record["figures"] if f["change"]])
    figure["change"] = "decrease" if figure["change"] == "increase" else "increase"


def another_year(record: Record, random: random.Random) -> None:
    dates = [d for d in record["dates"] if d["value"][:4] in d["text"] and "/" not in d["value"]]
    date = _one(random, dates)
    date["value"] = (
        str(int(date["value"][:4]) + random.choice([-10, -1, 1, 100])) + date["value"][4:]
    )


def day_that_is_none(record: Record, random: random.Random) -> None:
    date = _one(random, record["dates"])
    date["value"] = random.choice(["2021-02-29", "2021-13", "2021-04-31"])


def turned_dates(record: Record, random: random.Random) -> None:
    date = _one(random, record["dates"])
    date["value"] = "2021-06/2020-01"


def no_date_format(record: Record, random: random.Random) -> None:
    date = _one(random, record["dates"])
    date["value"] = random.choice(["8 juin 2021", "08/06/2021", "2021-6-8", ""])


def future_date(record: Record, random: random.Random) -> None:
    if record["published"] is None:
        raise NotThereError
    days = random.randrange(2, 4000)
    record["published"]["date"] = (TODAY + dt.timedelta(days=days)).isoformat()


def modified_before_published(record: Record, random: random.Random) -> None:
    if record["published"] is None:
        raise NotThereError
    day = dt.date.fromisoformat(record["published"]["date"])
    earlier = (day - dt.timedelta(days=random.randrange(1, 900))).isoformat()
    record["modified"] = copy.deepcopy(record["published"]) | {"date": earlier}


def evidence_removed(record: Record, random: random.Random) -> None:
    _part_with(record, random, "evidence")["evidence"] = []


def sum_that_is_none(record: Record, random: random.Random) -> None:
    record["source"]["sha256"] = record["source"]["sha256"][: random.randrange(64)]


def schema_of_another_time(record: Record, random: random.Random) -> None:
    record["schema_version"] = random.choice(["0.9", "2.0", 1.0, None])


KINDS: list[Mutation] = [
    *(shifted_offset, emptied_span, half_a_span, offsets_of_bytes, changed_words, changed_title),
    *(changed_fragment, changed_quote, no_fragments, cut_text, letter_put_before_the_text),
    *(changed_headline, swapped_blocks, dangling_speaker, dangling_note, speaker_removed),
    *(organisation_of_role_removed, id_twice, unknown_field, missing_field, wrong_type),
    *(word_out_of_vocabulary, commune_that_is_none, commune_of_the_same_department),
    *(wrong_department, swapped_department_code, department_that_is_none, wrong_region),
    *(region_of_another_time, country_that_is_none, changed_value, changed_range),
    *(value_removed, value_and_range, turned_range, changed_unit, turned_change, another_year),
    *(day_that_is_none, turned_dates, no_date_format, future_date, modified_before_published),
    *(evidence_removed, sum_that_is_none, schema_of_another_time),
]


def _mutants(record: Record, seed: str) -> Iterator[tuple[str, Record]]:
    """Yield spoilt copies, each kind in turn, with the name of what was done."""
    source = random.Random(seed)
    done = 0
    while done < MUTATIONS:
        for mutation in KINDS:
            spoilt = copy.deepcopy(record)
            try:
                mutation(spoilt, source)
            except NotThereError:
                continue
            assert spoilt != record, mutation.__name__
            done += 1
            yield mutation.__name__, spoilt


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_untouched_is_sound_and_tampered_is_found(folder: Path) -> None:
    record = _record(folder)
    assert check(record, today=TODAY) == []
    unseen = [
        name for name, spoilt in _mutants(record, folder.name) if not check(spoilt, today=TODAY)
    ]
    assert unseen == []


def test_every_kind_spoils_some_record() -> None:
    kinds = {name for folder in FOLDERS for name, _ in _mutants(_record(folder), folder.name)}
    assert kinds == {mutation.__name__ for mutation in KINDS}
