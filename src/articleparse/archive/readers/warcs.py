"""WARC files: the HTML pages that a crawler was sent."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, cast

from articleparse.archive.items import Failure, Item
from articleparse.archive.limits import RefusedError
from articleparse.archive.readers.context import Context
from articleparse.archive.streams import limited_bytes
from articleparse.reading import Hints

_HTML = ("text/html", "application/xhtml+xml")
_OK = 200


def read_warc(stream: IO[bytes], name: str, context: Context) -> Iterator[Item | Failure]:
    """Yield the pages of a WARC file, gzipped or not, each under the name `file!URL`.

    Only responses with status 200 and a content type of HTML are pages. Their URL is
    a hint; `WARC-Date`, when the page was fetched, is kept in `extra`.

    Raises RefusedError where fastwarc is not installed.
    """
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError:
        raise RefusedError("reading WARC needs: pip install articleparse[warc]") from None
    # Not through `unpacked`: fastwarc unpacks in C, a record at a time.
    for record in ArchiveIterator(stream, record_types=WarcRecordType.response, parse_http=True):
        http = record.http_headers
        if http is None or http.status_code != _OK or record.http_content_type not in _HTML:
            continue
        url = (record.headers.get("WARC-Target-URI") or "").strip("<>")
        content = limited_bytes(cast("IO[bytes]", record.reader))
        context.budget.charge(len(content))
        date = record.headers.get("WARC-Date")
        hints = Hints(url=url or None, extra={"WARC-Date": date} if date else {})
        yield Item(f"{name}!{url or record.record_id}", content, hints)
