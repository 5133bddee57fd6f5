#!/usr/bin/env python3
"""Write the history of the French communes from the npm packages of Etalab.

    tools/build_communes.py FOLDER     FOLDER holds the tarballs that `npm pack
                                       @etalab/decoupage-administratif@VERSION` writes

Version 0.8.0 carries the history of 1943 to 1 January 2019 with the day of every
event. The editions after it are yearly states: what differs between two of them is
dated on 1 January of the later one (no edition of 2020 was published, so its changes
carry 2021-01-01). The same tarballs give the same bytes.
"""

from __future__ import annotations

import gzip
import io
import json
import sys
import tarfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "src"))

from articleparse.gazetteer.keys import key  # noqa: E402

DATA = ROOT / "src" / "articleparse" / "gazetteer" / "data"
HISTORY = "0.8.0"
EDITIONS = {
    2021: "1.1.1",
    2022: "2.3.1",
    2023: "3.1.1",
    2024: "4.1.0",
    2025: "5.3.0",
    2026: "6.0.0",
}
KINDS = {
    "COM": "C",
    "COMD": "D",
    "COMA": "A",
    "COMP": "P",
    "commune-actuelle": "C",
    "commune-deleguee": "D",
    "commune-associee": "A",
    "arrondissement-municipal": "M",
}
HEADING = """\
# Communes of France since 1943: state after state of each, sorted by key.
# Source: npm @etalab/decoupage-administratif {versions}, from the Code officiel
# géographique of INSEE, the population figures of INSEE and the postal codes of La Poste.
# Licence Ouverte / Open Licence (Etalab). Written by tools/build_communes.py.
# key, code, name, kind (C commune, D delegated, A associated, P absorbed, M municipal
# arrondissement), since, until (first day on which the state no longer holds), parent
# or successor (code), today (code of the commune of the last edition), population,
# postal codes
"""


@dataclass
class State:
    """One name, code and status of a commune, from one day to another."""

    code: str
    name: str
    kind: str
    since: str = ""
    until: str = ""
    next: str = ""
    """Code of the parent (kinds D, A, P, M), else of the commune that followed."""
    population: int = 0
    postcodes: list[str] = field(default_factory=list)


def read(folder: Path, version: str, name: str) -> list[dict[str, Any]]:
    tarball = folder / f"etalab-decoupage-administratif-{version}.tgz"
    with tarfile.open(tarball) as archive:
        member = archive.extractfile(f"package/data/{name}.json")
        assert member is not None
        rows: list[dict[str, Any]] = json.load(member)
        return rows


def history(folder: Path) -> list[State]:
    """Return the states that the history tells, up to 1 January 2019."""
    rows = read(folder, HISTORY, "historique-communes")
    by_id = {row["id"]: row for row in rows}
    states = []
    for row in rows:
        follower = by_id.get(row.get("pole") or row.get("successeur", ""))
        if follower is not None and follower["type"] != "COM":
            # A commune became a part of another one: the parent is what follows.
            follower = by_id.get(follower.get("pole", ""), follower)
        states.append(
            State(
                row["code"],
                row["nom"],
                KINDS[row["type"]],
                row.get("dateDebut", ""),
                row.get("dateFin", ""),
                follower["code"] if follower else "",
            )
        )
    return states


def follow(states: list[State], year: int, edition: list[dict[str, Any]]) -> None:
    """Close and open states so that they agree with the edition of a year."""
    day = f"{year}-01-01"
    standing = {(s.kind, s.code): s for s in states if not s.until and s.kind != "P"}
    seen = {(KINDS[row["type"]], row["code"]): row for row in edition}
    old_codes = {
        old: row["code"]
        for row in edition
        if row["type"] == "commune-actuelle"
        for old in row.get("anciensCodes", ())
    }
    by_name = {
        (row["nom"], row["code"][:2]): row["code"]
        for row in edition
        if row["type"] == "commune-actuelle"
    }
    for (kind, code), state in standing.items():
        row = seen.get((kind, code))
        if row and row["nom"] == state.name and (kind == "C" or parent(row) == state.next):
            continue
        state.until = day
        if kind == "C":
            state.next = successor(state, seen, old_codes, by_name)
    for (kind, code), row in seen.items():
        state = standing.get((kind, code), State("", "", "", until=day))
        if state.until:
            states.append(State(code, row["nom"], kind, day, "", parent(row)))


def parent(row: dict[str, Any]) -> str:
    return str(row.get("chefLieu") or row.get("commune") or "")


def successor(
    state: State,
    seen: dict[tuple[str, str], dict[str, Any]],
    old_codes: dict[str, str],
    by_name: dict[tuple[str, str], str],
) -> str:
    if ("C", state.code) in seen:
        return state.code
    for kind in "DA":
        if (kind, state.code) in seen:
            return parent(seen[kind, state.code])
    return old_codes.get(state.code) or by_name.get((state.name, state.code[:2]), "")


def add_timeless(states: list[State], edition: list[dict[str, Any]]) -> None:
    """Add what the history leaves out: collectivities overseas, municipal arrondissements."""
    known = {(s.kind, s.code) for s in states if not s.until}
    for row in edition:
        kind = KINDS[row["type"]]
        if (kind, row["code"]) not in known and (kind == "M" or row["code"] >= "975"):
            states.append(State(row["code"], row["nom"], kind, next=parent(row)))


def today(states: list[State]) -> dict[int, str]:
    """Return for the index of each state the code of the commune that it belongs to now."""
    communes: dict[str, list[State]] = {}
    for state in states:
        if state.kind == "C":
            communes.setdefault(state.code, []).append(state)

    def at(code: str, day: str) -> State | None:
        for state in communes.get(code, ()):
            if state.since <= day and (not state.until or day < state.until):
                return state
        return None

    standing = {s.code: s.code for s in states if s.kind == "C" and not s.until}
    found = {}
    for index, state in enumerate(states):
        current: State | None = state
        for _ in range(20):
            if current is None or (current.kind == "C" and not current.until):
                break
            # What left its commune stands again under its own code.
            again = at(current.code, current.until) if current.until else None
            day = current.until if current.kind == "C" else current.since
            current = again or at(current.next, day)
        found[index] = current.code if current else standing.get(state.code, "")
    return found


def add_figures(states: list[State], editions: list[list[dict[str, Any]]]) -> None:
    """Give the states population and postal codes, from the latest edition that has them."""
    latest = {}
    for edition in editions:
        for row in edition:
            if row.get("population") is not None:
                latest[KINDS[row["type"]], row["code"]] = row
    codes = {(s.kind, s.code) for s in states}
    for state in states:
        # A commune that went on under another code (a new department) or under the same
        # one keeps its figures; of one that was merged into another nothing is known.
        follows = state.kind == "C" and ("C", state.code) not in latest
        renumbered = follows and state.next and state.next[2:] == state.code[2:]
        code = state.next if renumbered and ("C", state.next) in codes else state.code
        row = latest.get(("M" if state.kind == "M" else "C", code))
        if row and (state.kind in "CM" or key(state.name) == key(row["nom"])):
            state.population = row["population"]
            state.postcodes = row.get("codesPostaux", [])


def table(folder: Path) -> str:
    states = history(folder)
    editions = [read(folder, HISTORY, "communes")]
    add_timeless(states, editions[0])
    for year, version in EDITIONS.items():
        editions.append(read(folder, version, "communes"))
        follow(states, year, editions[-1])
    add_figures(states, editions)
    now = today(states)
    lines = sorted(
        "\t".join(
            (
                key(s.name),
                s.code,
                s.name,
                s.kind,
                s.since,
                s.until,
                s.next,
                now[index],
                str(s.population or ""),
                " ".join(s.postcodes),
            )
        )
        for index, s in enumerate(states)
    )
    versions = ", ".join([HISTORY, *EDITIONS.values()])
    return HEADING.format(versions=versions) + "\n".join(lines) + "\n"


def packed(text: str) -> bytes:
    """Compress without the time and the name of the file, so that the bytes repeat."""
    buffer = io.BytesIO()
    with gzip.GzipFile("", "wb", 9, buffer, mtime=0) as stream:
        stream.write(text.encode())
    return buffer.getvalue()


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    data = packed(table(Path(sys.argv[1])))
    (DATA / "communes.tsv.gz").write_bytes(data)
    print(f"communes.tsv.gz: {len(data):,} bytes")


if __name__ == "__main__":
    main()
