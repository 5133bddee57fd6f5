"""The headline: the article's own h1, told from the site's name and other titles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml.etree import _Element as Element

from articleparse.document import fold
from articleparse.lexicon import page_lines
from articleparse.reading.html.segments import Flow

_SEPARATOR = re.compile(r"(\s+[-–—|‹›«»•:/]\s+)")
_HOME = re.compile(r"(?:https?:)?(?://[^/]+)?/?(?:index\.\w+|accueil/?)?(?:[?#].*)?$")
# A shorter text may begin a title by chance.
_SHORTEST_START = 15
_MOST_SEGMENTS = 4
_LONGEST = 250
_KICKER_REACH = 3
_KICKER_LENGTH = 60
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_WORD = re.compile(r"\w+")
# A page's h1 needs so much in common with what its metadata call the title.
_LIKELY = 0.5


def find_headline(
    flow: Flow, titles: Sequence[str], site: str | None = None
) -> tuple[int, int] | None:
    """Return the range of the segments of the headline, or None if the page shows none.

    `titles` are what metadata call the title, the best first: they choose, and never
    stand for it. What leads to the site's home or is its name is no headline.
    """
    best: tuple[float, tuple[int, int]] | None = None
    shown: list[tuple[int, int]] = []
    for (first, end), rank in _candidates(flow, titles):
        if _is_logo(flow, (first, end), site):
            continue
        if rank == 0:
            shown.append((first, end))
        text = " ".join(segment.text for segment in flow.segments[first:end])
        score = max((_likeness(text, title) for title in titles), default=0.0) - 0.1 * rank
        if rank == 0 and not titles:
            score = 1.0
        if best is None or score > best[0] + 1e-9:
            best = score, (first, end)
            if score >= 1.0:  # none is better
                break
    if best is not None and best[0] >= _LIKELY:
        return best[1]
    # Metadata may hold a title for search engines that shares no word with the page's.
    return next((span for span in shown if _is_title(flow, span)), None)


def _candidates(flow: Flow, titles: Sequence[str]) -> Iterator[tuple[tuple[int, int], int]]:
    """Yield what may be the headline, with its rank.

    That is an h1, a name, a heading, then bold text and any line that is in a title.
    """
    told = "\n".join(titles)
    for rank, test in enumerate((_is_h1, _is_labelled, _is_heading)):
        for element, (first, end) in flow.ranges.items():
            if 0 < end - first <= _MOST_SEGMENTS and test(flow, element):
                yield (first, end), rank
    for i, segment in enumerate(flow.segments):
        text = segment.text.strip()
        is_line = _SHORTEST_START <= len(text) <= _LONGEST
        if is_line and (segment.bold >= 0.9 * len(text) or text in told):
            yield (i, i + 1), 3


def _is_logo(flow: Flow, span: tuple[int, int], site: str | None) -> bool:
    segments = flow.segments[span[0] : span[1]]
    text = " ".join(_line(segment.text) for segment in segments)
    if site and fold(text).casefold() == fold(site).casefold():
        return True
    links = [link for segment in segments for link in segment.links]
    is_linked = sum(s.linked for s in segments) >= 0.9 * len(text)
    return is_linked and bool(links) and all(_HOME.match(link.url) for link in links)


def _is_title(flow: Flow, span: tuple[int, int]) -> bool:
    """Tell a title from a logo, which leads home and is short."""
    segments = flow.segments[span[0] : span[1]]
    length = sum(len(segment.text) for segment in segments)
    return length >= _SHORTEST_START and 2 * sum(s.linked for s in segments) < length


def find_kicker(flow: Flow, headline: tuple[int, int]) -> str | None:
    """Return the line over the headline, or at its beginning, that its names call so."""
    first, end = headline
    places = range(max(0, first - _KICKER_REACH), end)
    lines = [_line(flow.segments[i].text) for i in places if "kicker" in flow.segments[i].labels]
    lines += [
        _line("".join(map(str, element.itertext())))
        for element, i in flow.inline
        if i in places and "kicker" in flow.inline_labels[element]
    ]
    return next((line for line in lines if 1 < len(line) <= _KICKER_LENGTH), None)


def headline_text(flow: Flow, headline: tuple[int, int], kicker: str | None) -> str:
    """Return the text of the headline's element, without a kicker that is part of it."""
    first, end = headline
    text = " ".join(_line(segment.text) for segment in flow.segments[first:end])
    inside = {element for element, i in flow.inline if first <= i < end}
    is_inside = end - first > 1 or any("kicker" in flow.inline_labels[e] for e in inside)
    text = _without_badge(flow.segments[first].element, text)
    if kicker and is_inside and text.startswith(kicker) and len(text) > len(kicker) + 1:
        return text[len(kicker) :].lstrip(" :|-–—\u00a0")
    return text


def _without_badge(element: Element, text: str) -> str:
    """Return a headline without the mark for subscribers that its first element shows."""
    children = iter(element)
    badge = _line("".join(map(str, next(children, element).itertext())))
    is_badge = len(badge) < len(text) and text.startswith(badge) and page_lines.is_badge(badge)
    return text[len(badge) :].lstrip(" :|-–—\u00a0") if is_badge else text


def _line(text: str) -> str:
    # Not `split()`: non-breaking spaces stay.
    return _BLANKS.sub(" ", text).strip(" ")


def without_site(title: str, publisher: str | None) -> str:
    """Return a metadata title without the site's name behind its last separator.

    Without the publisher's name nothing is cut: the hyphen may be the headline's own.

    >>> without_site("Saint-Lô - Un pont de plus | Le Pays", "Le Pays")
    'Saint-Lô - Un pont de plus'
    """
    parts = _SEPARATOR.split(title)
    while len(parts) > 2 and publisher and _words(parts[-1]) & _words(publisher):
        parts = parts[:-2]
    return "".join(parts)


def _likeness(text: str, title: str) -> float:
    """Return how likely a text is the headline of a page with that title.

    The site's name and section may stand on either side of the headline, and the
    title may be cut short.
    """
    text = _line(fold(text).casefold())
    parts = _SEPARATOR.split(_line(fold(title).casefold()))
    for i in range(0, len(parts), 2):
        rest = "".join(parts[i:])
        start = rest.rstrip(".… ") if rest.endswith(("…", "...")) else rest
        shorter, longer = sorted((start, text), key=len)
        if len(shorter) >= _SHORTEST_START and longer.startswith(shorter):
            is_same = shorter == text or rest != start
            # What begins the title outdoes what ends it: that is mostly the site's name.
            return (1.0 if is_same else similarity(text, rest)) - (0.05 if i else 0.0)
    return similarity(text, title)


def similarity(one: str, other: str) -> float:
    """Return how much two texts share of their words, from 0 to 1.

    >>> similarity("Un titre", "un titre - Le Journal")
    0.66...
    """
    left, right = _words(one), _words(other)
    return 2 * len(left & right) / (len(left) + len(right)) if left and right else 0.0


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.lower()))


def _is_h1(flow: Flow, element: Element) -> bool:
    return bool(element.tag == "h1")


def _is_labelled(flow: Flow, element: Element) -> bool:
    return element.tag != "h1" and "headline" in flow.labels.get(element, ())


def _is_heading(flow: Flow, element: Element) -> bool:
    return element.tag in ("h2", "h3")
