"""Where records go; every output is whole under its name, or not there."""

from __future__ import annotations

from articleparse.archive.outputs.base import Errors, Records
from articleparse.archive.outputs.folder import Folder
from articleparse.archive.outputs.lines import Lines
from articleparse.archive.outputs.stream import Stream
from articleparse.archive.outputs.tables import Tables

__all__ = ["Errors", "Folder", "Lines", "Records", "Stream", "Tables", "records_output"]


def records_output(path: str, is_folder: bool = False) -> Records:
    """Return the output for a path: one file a record, Parquet tables or JSON Lines."""
    if is_folder:
        return Folder(path)
    return Tables(path) if path.rstrip("/").endswith(".parquet") else Lines(path)
