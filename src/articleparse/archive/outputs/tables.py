"""Records as Parquet tables, ready for DuckDB, pandas and Polars."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from typing import Any

from articleparse.archive.outputs.lines import Lines
from articleparse.check.parquet import RECORD
from articleparse.export.flattening import TABLES, rows

_BATCH = 2000


class Tables:
    """A folder `….parquet` with one file a table; see `export.flattening.TABLES`.

    `articles` holds each record whole besides, so that nothing is lost in the tables.
    Parquet files cannot be gone on with, so records are kept as JSON Lines until all
    are there. Raises OSError where pyarrow is not installed.
    """

    def __init__(self, path: str) -> None:
        """Prepare the tables; nothing is opened yet."""
        try:
            import pyarrow.parquet  # noqa: F401
        except ImportError:
            raise OSError("Parquet needs: pip install articleparse[parquet]") from None
        self._path = path.rstrip("/")
        self._kept = f"{self._path}.jsonl"
        self._lines = Lines(self._kept)
        self.open = self._lines.open
        self.write = self._lines.write
        self.commit = self._lines.commit
        self.close = self._lines.close
        self.discard = self._lines.discard

    def finish(self) -> None:
        """Write the tables beside, then put them in place."""
        self._lines.finish()
        if os.path.exists(self._kept):
            part = f"{self._path}.part"
            shutil.rmtree(part, ignore_errors=True)
            write_tables(self._kept, part)
            shutil.rmtree(self._path, ignore_errors=True)
            os.replace(part, self._path)
            os.unlink(self._kept)


def write_tables(records: str, folder: str) -> None:
    """Write the tables of a file of records, one a line, into a new folder."""
    import pyarrow
    from pyarrow.parquet import ParquetWriter

    os.makedirs(folder)
    schemas = {
        table: pyarrow.schema([(name, _type(kind)) for name, kind in columns.items()])
        for table, columns in TABLES.items()
    }
    schemas["articles"] = schemas["articles"].append(pyarrow.field(RECORD, pyarrow.string()))
    writers = {
        table: ParquetWriter(os.path.join(folder, f"{table}.parquet"), schema, compression="zstd")
        for table, schema in schemas.items()
    }
    try:
        for batch in _batches(records):
            for table, found in batch.items():
                data = pyarrow.Table.from_pylist(found, schema=schemas[table])
                writers[table].write_table(data)
    finally:
        for writer in writers.values():
            writer.close()


def _type(kind: str) -> Any:
    import pyarrow

    if kind == "date":
        return pyarrow.date32()
    if kind == "map":
        return pyarrow.map_(pyarrow.string(), pyarrow.string())
    if kind.startswith("list "):
        return pyarrow.list_(_type(kind.removeprefix("list ")))
    return getattr(pyarrow, kind)()


def _batches(records: str) -> Iterator[dict[str, list[dict[str, Any]]]]:
    batch: dict[str, list[dict[str, Any]]] = {table: [] for table in TABLES}
    with open(records, "rb") as lines:
        for number, line in enumerate(lines):
            for table, row in rows(json.loads(line), number):
                batch[table].append(row)
            batch["articles"][-1][RECORD] = line.decode("utf-8").rstrip("\n")
            if len(batch["articles"]) == _BATCH:
                yield batch
                batch = {table: [] for table in TABLES}
    yield batch
