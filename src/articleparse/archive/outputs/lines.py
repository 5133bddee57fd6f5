"""Records as JSON Lines in one file, packed or not."""

from __future__ import annotations

from articleparse.archive.outputs.appended import Appended


class Lines:
    """One record a line; `.gz` and `.zst` files are packed."""

    def __init__(self, path: str) -> None:
        """Prepare the file; nothing is opened yet."""
        self._file = Appended(path)
        self.write = self._file.write_line
        self.finish = self._file.finish
        self.close = self._file.close
        self.discard = self._file.discard

    def open(self, state: dict[str, int]) -> None:
        """Open the file as it was at that commit."""
        self._file.open(state.get("size", 0))

    def commit(self) -> dict[str, int]:
        """Write the lines and return the file's size."""
        return {"size": self._file.commit()}
