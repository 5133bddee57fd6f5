"""Time from a page's bytes to its Document, beside trafilatura's fast extraction.

    python benchmarks/reading.py [FOLDER]

FOLDER holds pages as .html or .html.gz; by default the gold pages beside the
checkout if they are there, else fixtures/pages. Both readers take the same pages in
turn, in one process; the figures are milliseconds a page and their ratio.
trafilatura comes with the extra `bench`; without it only our own times are shown.
"""

from __future__ import annotations

import contextlib
import gzip
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from articleparse.errors import ArticleParseError
from articleparse.reading import read

ROOT = Path(__file__).parents[1]
GOLD = ROOT.parent / "shared" / "gold" / "pages"
ROUNDS = 3


def pages(folder: Path) -> list[bytes]:
    paths = sorted([*folder.glob("*.html"), *folder.glob("*.html.gz")])
    return [
        gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        for path in paths
    ]


def ours(page: bytes) -> None:
    with contextlib.suppress(ArticleParseError):
        read(page)


def readers() -> dict[str, Callable[[bytes], object]]:
    found: dict[str, Callable[[bytes], object]] = {"articleparse": ours}
    try:
        from trafilatura import bare_extraction, extract
    except ImportError:
        return found
    found["trafilatura, text"] = lambda page: extract(page, fast=True)
    found["trafilatura, with metadata"] = lambda page: bare_extraction(
        page, fast=True, with_metadata=True
    )
    return found


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else GOLD
    if not folder.is_dir():
        folder = ROOT / "fixtures" / "pages"
    sources = pages(folder)
    functions = readers()
    times: dict[str, list[float]] = {name: [] for name in functions}
    for page in sources:
        for name, function in functions.items():
            best = float("inf")
            for _ in range(ROUNDS):
                begun = time.perf_counter()
                function(page)
                best = min(best, time.perf_counter() - begun)
            times[name].append(best * 1000)
    print(f"{len(sources)} pages of {folder}")
    print(f"{'':28}{'median':>9}{'95th':>9}   ms a page")
    for name, values in times.items():
        ordered = sorted(values)
        print(f"{name:28}{statistics.median(ordered):9.1f}{ordered[int(0.95 * len(ordered))]:9.1f}")


if __name__ == "__main__":
    main()
