"""XML of newspapers and agencies: told by its root, parsed without any entity."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from lxml import etree

from articleparse.archive.items import Failure, Item
from articleparse.archive.limits import RefusedError
from articleparse.archive.readers import alto, newsml, nitf
from articleparse.archive.readers.context import Context
from articleparse.archive.readers.xml_text import local_name
from articleparse.archive.streams import limited_bytes
from articleparse.reading import MAX_BYTES

_VOCABULARIES = {
    "nitf": nitf.articles,
    "alto": alto.articles,
    "newsItem": newsml.articles,
    "newsMessage": newsml.articles,
}


def read_xml(stream: IO[bytes], name: str, context: Context) -> Iterator[Item | Failure]:
    """Yield the articles of an XML file in NITF, NewsML-G2 or ALTO.

    Raises RefusedError for a file that declares entities, is larger than an article
    may be, or is none of these.
    """
    data = limited_bytes(stream)
    if len(data) > MAX_BYTES:
        raise RefusedError(f"refused: more than {MAX_BYTES} bytes")
    root = parse(data)
    articles = _VOCABULARIES.get(local_name(root))
    if articles is None:
        known = "NITF, NewsML-G2 or ALTO"
        raise RefusedError(f"XML with the root <{local_name(root)}> is none of {known}")
    yield from articles(root, name, data)


def parse(data: bytes) -> etree._Element:
    """Return the root of an XML document; raises RefusedError where it cannot be had.

    No entity is expanded, no DTD read, nothing fetched, no depth or length beyond what
    libxml2 allows by default.

    >>> parse(b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
    Traceback (most recent call last):
        ...
    articleparse.archive.limits.RefusedError: refused: declares entities
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    if b"<!ENTITY" in data or "<!ENTITY".encode("utf-16-le") in data:
        raise RefusedError("refused: declares entities")
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise RefusedError(f"no well-formed XML: {error.msg}") from None
