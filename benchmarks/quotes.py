"""Median time of the quotations' part, in milliseconds per article of 4,000 characters.

    python benchmarks/quotes.py

Reads ../shared/data/press_sample.jsonl where it is there, else the fixtures' articles.
The resolver is timed with the people and organisations that the article really has.
"""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Iterator
from pathlib import Path

from articleparse.extract import extract, quotes
from articleparse.reading import read
from articleparse.resolve import names, speakers

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT.parent / "shared" / "data" / "press_sample.jsonl"
ARTICLES = 150
UNIT = 4000  # characters


def _texts() -> Iterator[str]:
    if SAMPLE.exists():
        with SAMPLE.open(encoding="utf-8") as lines:
            for _, line in zip(range(ARTICLES), lines, strict=False):
                yield json.loads(line)["text"]
    else:
        for path in sorted((ROOT / "fixtures" / "articles").glob("*/source.txt")):
            yield path.read_text(encoding="utf-8")


def _milliseconds(text: str) -> tuple[float, float]:
    document = read(text)
    mentions = extract(document)
    people, organisations, _ = names.resolve(
        document, mentions.names, mentions.roles, mentions.places, mentions.footnotes
    )
    began = time.process_time()
    found = quotes.extract(document)
    between = time.process_time()
    speakers.resolve(document, found, people, organisations)
    ended = time.process_time()
    share = 1000 * UNIT / len(document.text)
    return (between - began) * share, (ended - between) * share


def main() -> None:
    """Print the medians over the articles, each article's best of three."""
    best = []
    for text in _texts():
        runs = [_milliseconds(text) for _ in range(3)]
        best.append((min(r[0] for r in runs), min(r[1] for r in runs)))
    extracting = statistics.median(b[0] for b in best)
    resolving = statistics.median(b[1] for b in best)
    print(f"{len(best)} articles, ms per {UNIT} characters (median)")
    print(f"extract {extracting:.2f}  resolve {resolving:.2f}  both {extracting + resolving:.2f}")


if __name__ == "__main__":
    main()
