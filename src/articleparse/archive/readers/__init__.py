"""One small reader for each container: bytes to (name, content, hints)."""

from articleparse.archive.readers.context import Context
from articleparse.archive.readers.picking import is_wanted, read_container

__all__ = ["Context", "is_wanted", "read_container"]
