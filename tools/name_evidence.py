"""Fit the weights of the evidence on names to annotated articles.

    python tools/name_evidence.py WINER.jsonl                 writes the lexicon's table
    python tools/name_evidence.py WINER.jsonl --folds OUT.jsonl
        writes records of all articles, each parsed with weights that were fitted to the
        other four fifths: the honest way to score on the same articles

WINER.jsonl holds one article a line: id, date, text, and entities as [start, end, label].
The model is a multinomial logistic regression over the observations; it is fitted by
averaged stochastic gradient descent in a fixed order, so the table is reproducible.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import re
from collections import Counter
from pathlib import Path

from articleparse import Hints, Parser
from articleparse.extract import names, places, roles
from articleparse.lexicon import evidence
from articleparse.reading import read
from articleparse.resolve.names.observing import observations

TABLE = Path(evidence.__file__).parent / "data" / "name_evidence.tsv"
HEADING = """\
# Weights (log-odds) of each observation on a name for person, organisation, place.
# Source: fitted by tools/name_evidence.py to WiNER-fr (CC BY 4.0; texts of French Wikinews,
# CC BY 2.5). No text of it is contained.
"""
KINDS = {"PER": 0, "ORG": 1, "LOC": 2}
LEAD = re.compile(r"(?:(?:le|la|les|du|des|de|aux|au|en|à)\s+|[ld]['’]\s*)+(?=\S)", re.I)
EPOCHS, RATE, DECAY, RARE = 12, 0.08, 2e-5, 4

Example = tuple[tuple[str, ...], int]


def span(text: str, start: int, end: int) -> tuple[int, int]:
    lead = LEAD.match(text, start, end)
    return (lead.end() if lead and lead.end() < end else start), end


def examples(row: dict) -> list[Example]:
    """Observations and kind (3: none) of each name; those cut in another way are left out."""
    document = read(row["text"], row["id"], Hints(published=row["date"]))
    if "".join(document.text.split()) != "".join(row["text"].split()):
        return []  # composed in another way: offsets cannot be moved
    if document.text != row["text"]:
        row = {**row, "entities": moved(row, document.text)}
    gold = {span(document.text, s, e): KINDS.get(label, 3) for s, e, label in row["entities"]}
    touched = sorted((s, e) for s, e, _ in row["entities"])
    found = names.extract(document)
    seen = observations(found, roles.extract(document), places.extract(document))
    result = []
    for name, observed in zip(found, seen, strict=True):
        kind = gold.get(span(document.text, name.start, name.end))
        if kind is None and any(s < name.end and name.start < e for s, e in touched):
            continue
        result.append((observed, 3 if kind is None else kind))
    return result


def moved(row: dict, text: str) -> list[list]:
    """The entities at their offsets in a text whose white space was changed."""
    black = [i for i, c in enumerate(text) if not c.isspace()]
    place = [0]
    for c in row["text"]:
        place.append(place[-1] + (not c.isspace()))
    return [[black[place[s]], black[place[e] - 1] + 1, label] for s, e, label in row["entities"]]


def fit(rows: list[list[Example]]) -> dict[str, list[float]]:
    data = [(("bias", *observed), kind) for row in rows for observed, kind in row]
    counts = Counter(o for observed, _ in data for o in set(observed))
    data = [([o for o in observed if counts[o] >= RARE], kind) for observed, kind in data]
    weights = {o: [0.0, 0.0, 0.0] for o, n in counts.items() if n >= RARE}
    total = {o: [0.0, 0.0, 0.0] for o in weights}
    last = dict.fromkeys(weights, 0)
    order = random.Random(0)
    step = 0
    for epoch in range(EPOCHS):
        order.shuffle(data)
        rate = RATE / (1 + epoch)
        for observed, kind in data:
            step += 1
            logits = [sum(weights[o][k] for o in observed) for k in range(3)]
            top = max(0.0, *logits)
            odds = [math.exp(x - top) for x in logits]
            whole = sum(odds) + math.exp(-top)
            for o in observed:
                w, t = weights[o], total[o]
                for k in range(3):
                    t[k] += w[k] * (step - last[o])
                    w[k] += rate * ((kind == k) - odds[k] / whole) - rate * DECAY * w[k]
                last[o] = step
    return {
        o: [(total[o][k] + weights[o][k] * (step - last[o])) / step for k in range(3)]
        for o in weights
    }


def folds(rows: list[dict], cases: list[list[Example]], out: Path) -> None:
    parser = Parser()
    table = evidence.weights()
    with out.open("w", encoding="utf-8") as records:
        for fold in range(5):
            fitted = fit([c for i, c in enumerate(cases) if i % 5 != fold])
            table.clear()
            table.update({o: evidence.Weights(*w) for o, w in fitted.items()})
            for row in rows[fold::5]:
                name = row["id"].replace("/", "_") + ".txt"
                article = parser.parse(row["text"], name=name, hints=Hints(published=row["date"]))
                records.write(article.model_dump_json() + "\n")


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("winer", type=Path)
    arguments.add_argument("--folds", type=Path)
    given = arguments.parse_args()
    articles = [json.loads(x) for x in given.winer.read_text(encoding="utf-8").splitlines()]
    labelled = [examples(row) for row in articles]
    if given.folds:
        folds(articles, labelled, given.folds)
    else:
        fitted = fit(labelled)
        lines = ["\t".join([o, *(f"{x:.2f}" for x in fitted[o])]) for o in sorted(fitted)]
        TABLE.write_text(HEADING + "\n".join(lines) + "\n", encoding="utf-8")
