"""Print what places cost: loading the gazetteer, and ms per 4,000 characters."""

from __future__ import annotations

import datetime as dt
import json
import statistics
import time
from pathlib import Path

from articleparse import Hints, gazetteer
from articleparse.document import Document
from articleparse.extract.places import extract
from articleparse.reading import read
from articleparse.resolve import places

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT.parent / "shared" / "data" / "press_sample.jsonl"
FIXTURES = ROOT / "fixtures" / "articles"


def texts() -> list[str]:
    if SAMPLE.exists():
        lines = SAMPLE.read_text(encoding="utf-8").splitlines()
        return [json.loads(line)["text"] for line in lines if line.strip()]
    return [path.read_text(encoding="utf-8") for path in sorted(FIXTURES.glob("*/source.txt"))]


def best_of_three(document: Document) -> float:
    """Return the milliseconds that the places of a document take."""
    runs = []
    for _ in range(3):
        start = time.process_time()
        places.resolve(document, extract(document), None)
        runs.append((time.process_time() - start) * 1000)
    return min(runs)


def main() -> None:
    start = time.process_time()
    gazetteer.commune("49328", dt.date(2021, 6, 8))
    gazetteer.countries(), gazetteer.cities(), gazetteer.features()
    print(f"load the gazetteer: {time.process_time() - start:.3f} s")
    documents = [read(text, "sample", Hints(published="2018-12-01")) for text in texts()]
    extract(documents[0])
    costs = [best_of_three(document) * 4000 / len(document.text) for document in documents]
    print(
        f"{len(documents)} articles, median {statistics.median(costs):.2f} ms per 4,000 characters"
    )


if __name__ == "__main__":
    main()
