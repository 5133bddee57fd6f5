"""The authors of a page: its visible byline, else what its metadata say."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from lxml.etree import _Element as Element

from articleparse.document import fold
from articleparse.lexicon import people
from articleparse.lexicon.bylines import is_agency
from articleparse.reading import bylines
from articleparse.reading.html.head import Head
from articleparse.reading.html.jsonld import ArticleData
from articleparse.reading.html.segments import Flow, Segment
from articleparse.reading.shapes import is_byline
from articleparse.reading.visible_dates import DATE_LINE, visible_dates

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
    r"\W{0,3}(?:(?:(?:publié|posté|écrit|rédigé|proposé)e?s?\s)?par|by|propos recueillis par"
    r"|auteure?s?\s*:|article de|texte de|texte :)\s",
    re.I,
)
_WITH_BY = re.compile(r"(?:^|[|•·,–-]\s*|\d\s+)(par\s.*)$", re.I | re.S)
_SIGNED_LENGTH = 150
_ADDED = re.compile(r"\W*(?:et\s)?avec\s", re.I)
_TO_NAME = 25
_NAME_WORDS = 4
_AUTHOR_LINE = 160
_INITIALS = re.compile(r"(?:[A-ZÀ-Þ](?:h|\.-?)?\s?){2,4}\.?$")


def find_bylines(flow: Flow, zone: Sequence[int], bare: Collection[int] = ()) -> list[int]:
    """Return the segments in `zone` that are signatures and nothing else.

    At the places `bare` a name by itself is one.
    """
    inline = {
        i: len(_inner_line(element))
        for element, i in flow.inline
        if "byline" in flow.inline_labels[element]
    }

    def is_signature(i: int) -> bool:
        line = _line(flow.segments[i].text)
        if len(line) > bylines.MAX_LENGTH:
            return False
        if "byline" in flow.segments[i].labels or inline.get(i, 0) > 0.7 * len(line):
            return True
        if len(line) > _SIGNED_LENGTH:
            return False
        if _ADDED.match(line) and is_byline(line):
            return True
        match = _WITH_BY.search(line) if DATE_LINE.match(line) else _SIGNED_LINE.match(line)
        return bool(match and _starts_named(line[match.start() :].lstrip("|•·,–- "))) or (
            i in bare and _stands_bare(flow.segments[i]) and _is_bare_name(line)
        )

    return [i for i in zone if is_signature(i)]


def is_signed(flow: Flow, i: int) -> bool:
    """Tell a line that says by whom the article is: "Publié par Ana Roy à 9h05"."""
    line = _line(flow.segments[i].text)
    is_short = len(line) <= _SIGNED_LENGTH
    return bool(is_short and _SIGNED_LINE.match(line) and _starts_named(line))


def _stands_bare(segment: Segment) -> bool:
    return not (segment.linked or segment.is_caption)


def _is_bare_name(line: str) -> bool:
    """Tell a line that is the name of a person or an agency, and a day at most."""
    names = bylines.names(line)
    if len(names) != 1 or not line.startswith(names[0]):
        return False
    if line != names[0] and not any(visible_dates(line)):
        return False
    return is_author(names[0])


def is_author(name: str) -> bool:
    """Tell the name of a person, by its given name, or of an agency.

    >>> is_author("Ana Roy"), is_author("AFP"), is_author("Vie locale")
    (True, True, False)
    """
    words = name.split()
    return is_agency(name) or (
        2 <= len(words) <= _NAME_WORDS
        and all(word[0].isupper() for word in words)
        and people.given_name(words[0]) is not None
    )


def _starts_named(line: str) -> bool:
    """Tell "Par Ana Roy" from the sentence "Par pays, la France arrive devant l'Italie"."""
    names = bylines.names(line)
    return bool(names) and line.find(names[0]) <= _TO_NAME


def find_authors(
    flow: Flow, signed: Sequence[int], zone: Sequence[int], data: ArticleData, head: Head
) -> tuple[tuple[str, ...], int | None]:
    """Return the authors' names and the segment that shows them: as the page shows them, else as metadata do.

    `signed` are the bylines, the one nearest the headline first: it speaks, and what
    stands under the text only where nothing else does. Author elements in other
    lines of `zone`, around the headline, come next. Lines that name nobody whom
    the metadata name (a section, a place, below the text another article's author) give way to those that do; an agency that a
    line of its own adds comes behind. Where the page
    shows initials, and metadata a name that has them, the name stands for them.
    """
    told = bylines.merged(map(bylines.names, data.authors))
    if not told:
        values = (value for name in _META for value in head.meta.get(name, ()))
        told = bylines.merged(map(bylines.names, values))
    # A site that names itself names nobody.
    site = _folded(head.first("og:site_name") or data.publisher or "")
    told = tuple(name for name in told if _folded(name) != site)
    known = {_folded(name) for name in told}
    others = [i for i in zone if i not in signed and _has_author(flow, i)]
    shown = [(names, i) for i in [*signed, *others] if (names := _names_in(flow, i, site))]
    agreeing = [(names, i) for names, i in shown if known & set(map(_folded, names))]
    under = max(zone, default=-1)
    trusted = [(names, i) for names, i in shown if i <= under or not told]
    for names, i in agreeing or trusted:
        spelled = _spelled_out(names, told)
        return bylines.merged([spelled, *(n for n, k in shown if k != i and _adds(flow, k))]), i
    return told, None


def _adds(flow: Flow, i: int) -> bool:
    """Tell a line that names an agency beside the author: "(avec AFP)"."""
    return bool(_ADDED.match(_line(flow.segments[i].text)))


def _names_in(flow: Flow, i: int, site: str) -> tuple[str, ...]:
    """Return the names in the byline at `i`: those of its author elements, if it has any.

    The site's own name is left out beside others.
    """
    marked = [
        bylines.names(_inner_line(element))
        for element, place in flow.inline
        if place == i and "byline" in flow.inline_labels[element]
    ]
    line = _line(flow.segments[i].text)
    match = _WITH_BY.search(line)
    names = bylines.names(match[1] if match else line)
    if any(marked):
        # A line of authors names more than those with a page of their own.
        told = bylines.merged(marked)
        more = set(told) <= set(names) and "byline" in flow.segments[i].labels
        names = tuple(n for n in names if n in told or is_author(n)) if more else told
    return tuple(name for name in names if _folded(name) != site) or names


def _has_author(flow: Flow, i: int) -> bool:
    if len(flow.segments[i].text) > _AUTHOR_LINE:  # a sentence that names an author
        return False
    return any(place == i and "byline" in flow.inline_labels[e] for e, place in flow.inline)


def _spelled_out(names: Sequence[str], told: Sequence[str]) -> tuple[str, ...]:
    return tuple(_full_name(name, told) if _INITIALS.match(name) else name for name in names)


def _full_name(name: str, told: Sequence[str]) -> str:
    initials = [letter for letter in fold(name) if letter.isupper()]
    for full in told:
        if [word[0] for word in fold(full).replace("-", " ").split()] == initials:
            return full
    return name


def _folded(name: str) -> str:
    return fold(name).casefold()


def _inner_line(element: Element) -> str:
    """Return the text of an element; names in elements of their own do not grow together."""
    texts = [str(text) for text in element.itertext()]
    for i in range(1, len(texts)):
        if texts[i - 1][-1:].islower() and texts[i][:1].isupper():
            texts[i] = ", " + texts[i]
    return _line("".join(texts))


def _line(text: str) -> str:
    return " ".join(text.split())
