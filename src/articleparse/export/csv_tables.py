"""Records as a folder of CSV tables (RFC 4180), the same tables as in Parquet.

UTF-8 with a byte order mark, without which spreadsheets misread accents. Lists and
what a container tells besides stand as JSON in their cell.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from articleparse.export.flattening import TABLES, rows
from articleparse.record import Article


def write(articles: Iterable[Article], folder: Path) -> list[str]:
    """Write `articles.csv`, `people.csv` …; raises OSError."""
    with ExitStack() as files:
        writers = {
            table: csv.DictWriter(
                files.enter_context(
                    open(folder / f"{table}.csv", "w", encoding="utf-8-sig", newline="")
                ),
                columns,
            )
            for table, columns in TABLES.items()
        }
        for writer in writers.values():
            writer.writeheader()
        for number, article in enumerate(articles):
            for table, row in rows(article.model_dump(mode="json"), number):
                writers[table].writerow({name: _cell(value) for name, value in row.items()})
    return []


def _cell(value: Any) -> Any:
    if isinstance(value, list):  # `extra` comes as pairs, everything else as plain values
        pairs = value and isinstance(value[0], tuple)
        return json.dumps(dict(value) if pairs else value, ensure_ascii=False)
    return value
