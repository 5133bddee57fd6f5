"""Records inside Parquet tables: the column `record` of `articles.parquet`."""

from __future__ import annotations

from collections.abc import Iterator

RECORD = "record"
"""The column that holds each record whole, as JSON; the others are for queries."""

TABLE = "articles.parquet"
"""The file, in a folder of tables, that has this column."""

_BATCH = 64


def records_of_table(path: str) -> Iterator[bytes]:
    """Yield the JSON of each record, row after row, without holding the table in memory.

    Raises OSError where the file is no such table, or pyarrow is not installed.
    """
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError:
        raise OSError("reading Parquet needs: pip install articleparse[parquet]") from None
    try:
        with ParquetFile(path) as table:
            if RECORD not in table.schema_arrow.names:
                raise OSError(f"no column {RECORD!r}: not the articles of a converted archive")
            for batch in table.iter_batches(_BATCH, columns=[RECORD]):
                for value in batch.column(0):
                    yield (value.as_py() or "").encode("utf-8")
    except ArrowException as error:
        raise OSError(f"no Parquet table: {error}") from None
