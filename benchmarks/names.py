"""Time names, coreference and roles: median ms per 4,000 characters of article.

python benchmarks/names.py [ARTICLES.jsonl]
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from pathlib import Path

from articleparse.extract import extract, names, roles
from articleparse.reading import read
from articleparse.resolve.names import resolve

DEFAULT = Path(__file__).parents[2] / "shared" / "data" / "press_sample.jsonl"
FIXTURES = Path(__file__).parents[1] / "fixtures" / "articles"


def texts(path: Path) -> list[str]:
    if path.exists():
        rows = path.read_text(encoding="utf-8").splitlines()
        return [json.loads(row)["text"] for row in rows]
    return [p.read_text(encoding="utf-8") for p in sorted(FIXTURES.glob("*/source.txt"))]


def milliseconds(text: str) -> float:
    document = read(text, "benchmark", None)
    mentions = extract(document)
    del document.__dict__["tokens"]  # tokenizing is part of the cost
    begin = time.perf_counter()
    found = names.extract(document)
    told = roles.extract(document)
    resolve(document, found, told, mentions.places, mentions.footnotes)
    return (time.perf_counter() - begin) * 1000 * 4000 / max(len(document.text), 1)


if __name__ == "__main__":
    articles = [t for t in texts(Path(sys.argv[1]) if sys.argv[1:] else DEFAULT) if len(t) > 1000]
    for text in articles[:20]:
        milliseconds(text)
    print(f"{statistics.median(map(milliseconds, articles)):.2f} ms per 4,000 characters")
