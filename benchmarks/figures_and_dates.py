"""Time figures and dates: milliseconds of one core per 4,000 characters of article.

    python benchmarks/figures_and_dates.py [ARTICLES.jsonl]

Reads `text` of each line (articles of the press); without an argument, the articles
of the fixtures. Prints the median article and the mean.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from articleparse.document import Document
from articleparse.extract import dates, figures
from articleparse.reading import read

ROOT = Path(__file__).parents[1]
LENGTH = 4000


def documents() -> list[Document]:
    if len(sys.argv) > 1:
        lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
        return [read(json.loads(line)["text"]) for line in lines]
    sources = sorted((ROOT / "fixtures" / "articles").glob("*/source.*"))
    return [read(path.read_bytes()) for path in sources]


def milliseconds(extract: Callable[[Document], object], document: Document) -> float:
    """Best of three, since other processes only ever add to a time."""
    times = []
    for _ in range(3):
        start = time.process_time()
        extract(document)
        times.append(time.process_time() - start)
    return min(times) * 1000


def main() -> None:
    found = [document for document in documents() if document.folded]
    total = [0.0] * len(found)
    for name, extract in (("figures", figures.extract), ("dates", dates.extract)):
        spent = [milliseconds(extract, document) for document in found]
        total = [a + b for a, b in zip(total, spent, strict=True)]
        report(name, spent, found)
    report("figures and dates", total, found)


def report(name: str, spent: list[float], found: list[Document]) -> None:
    median = statistics.median(
        ms * LENGTH / len(document.text) for ms, document in zip(spent, found, strict=True)
    )
    mean = sum(spent) * LENGTH / sum(len(document.text) for document in found)
    print(f"{name:20} median {median:5.2f} ms   mean {mean:5.2f} ms per {LENGTH} characters")


if __name__ == "__main__":
    main()
