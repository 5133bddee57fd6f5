"""The authors of a page: its visible byline, else what its metadata say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from articleparse.document import fold
from articleparse.reading import bylines
from articleparse.reading.html.flow import Flow
from articleparse.reading.html.head import Head
from articleparse.reading.html.jsonld import ArticleData

_META = (
    "author",
    "article:author",
    "og:article:author",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "byl",
    "twitter:creator:name",
)
_SIGNED_LINE = re.compile(
    r"\W{0,3}(?:par|by|propos recueillis par|auteure?s?\s*:|article de|texte de|texte :)\s", re.I
)
_WITH_BY = re.compile(r"(?:^|[|•·–-]\s*)(par\s.*)$", re.I | re.S)
_INITIALS = re.compile(r"(?:[A-ZÀ-Þ](?:h|\.-?)?\s?){2,4}\.?$")


def find_bylines(flow: Flow, zone: Sequence[int]) -> list[int]:
    """Return the segments in `zone` that are signatures and nothing else."""
    inline = {
        i: len(_line("".join(map(str, element.itertext()))))
        for element, i in flow.inline
        if "byline" in flow.inline_labels[element]
    }

    def is_signature(i: int) -> bool:
        line = _line(flow.segments[i].text)
        if len(line) > bylines.MAX_LENGTH:
            return False
        if "byline" in flow.segments[i].labels or inline.get(i, 0) > 0.7 * len(line):
            return True
        return bool(_SIGNED_LINE.match(line) and bylines.names(line))

    return [i for i in zone if is_signature(i)]


def find_authors(
    flow: Flow, signed: Sequence[int], zone: Sequence[int], data: ArticleData, head: Head
) -> tuple[str, ...]:
    """Return the authors' names: as the page shows them, else as metadata do.

    Where the page shows initials only, and metadata a name that has them, the name
    stands for them.
    """
    told = bylines.merged(map(bylines.names, data.authors))
    if not told:
        told = bylines.merged(
            bylines.names(value) for name in _META for value in head.meta.get(name, ())
        )
    shown = bylines.merged(_shown(flow, signed, zone))
    if not shown:
        return told
    spelled = tuple(_spelled_out(name, told) for name in shown)
    return bylines.merged([spelled])


def _shown(flow: Flow, signed: Sequence[int], zone: Sequence[int]) -> Iterator[tuple[str, ...]]:
    """Yield the names of author elements if there are, else those of whole bylines."""
    inside = [
        bylines.names(_line("".join(map(str, element.itertext()))))
        for element, i in flow.inline
        if i in zone and _is_author(flow, element)
    ]
    if any(inside):
        yield from inside
        return
    for i in signed:
        line = _line(flow.segments[i].text)
        if match := _WITH_BY.search(line):
            line = match[1]
        yield bylines.names(line)


def _is_author(flow: Flow, element: object) -> bool:
    return "byline" in flow.inline_labels.get(element, ())


def _spelled_out(name: str, told: Sequence[str]) -> str:
    if not _INITIALS.match(name):
        return name
    initials = [c for c in fold(name) if c.isalpha() and c.isupper()]
    for full in told:
        if [word[0] for word in fold(full).replace("-", " ").split()] == initials:
            return full
    return name


def _line(text: str) -> str:
    return " ".join(text.split())
