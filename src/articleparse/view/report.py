"""The HTML report: one page that needs nothing but itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import groupby

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from articleparse.record import Article, BlockModel
from articleparse.view.cards import KINDS, Card, cards
from articleparse.view.overview import department_map, voices
from articleparse.view.review import CHOSEN_BY_POPULATION, Doubt, doubts
from articleparse.view.spans import Marked, Segment, merged, segments

VOICES_SHOWN, DOUBTFUL_SHOWN = 20, 20
"""How many speakers, and articles to review, the overview lists; the rest is counted."""

_DEPTHS = {"headline": 0, "crosshead": 1}
_CONTROLS = dict.fromkeys([*range(9), *range(11, 32), *range(127, 160)], "\ufffd")


@dataclass(frozen=True, slots=True)
class Passage:
    """A block as the page shows it; `depth` counts headings from the article's own, if it is one."""

    depth: int | None
    kind: str
    segments: list[Segment]


@dataclass(frozen=True, slots=True)
class Page:
    """One record as the page shows it; `starts` are the offsets that can be linked to."""

    number: int
    article: Article
    title: str
    passages: list[Passage]
    cards: list[Card]
    groups: dict[str, list[Card]]
    doubts: list[Doubt]
    starts: frozenset[int]
    stops: frozenset[int]

    @property
    def id(self) -> str:
        """What the ids of its elements begin with."""
        return f"a{self.number}"

    @property
    def urgency(self) -> int:
        """How much there is to review; what was chosen by population alone counts little."""
        return sum(1 if doubt.why == CHOSEN_BY_POPULATION else 3 for doubt in self.doubts)


def report(articles: Sequence[Article]) -> Iterator[str]:
    """Yield the page in pieces: an overview where there are several records, then each.

    >>> from articleparse import parse
    >>> page = "".join(report([parse("Un titre\\n\\nÀ Redon, <rien>.")]))
    >>> page.startswith("<!doctype html>"), "&lt;rien&gt;" in page
    (True, True)
    """
    pages = [_page(number, article) for number, article in enumerate(articles, 1)]
    counts = dict.fromkeys(KINDS, 0)
    for page in pages:
        for card in page.cards:
            counts[card.kind] += 1
    said = voices(articles)
    doubtful = sorted((page for page in pages if page.doubts), key=lambda page: -page.urgency)
    yield from (
        _environment()
        .get_template("report.html")
        .generate(
            pages=pages,
            kinds=KINDS,
            counts=counts,
            doubtful=doubtful[:DOUBTFUL_SHOWN],
            more_doubtful=len(doubtful[DOUBTFUL_SHOWN:]),
            voices=said[:VOICES_SHOWN],
            more_voices=len(said[VOICES_SHOWN:]),
            tiles=department_map(articles),
        )
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("articleparse.view"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["shown"] = _shown
    environment.globals["asset"] = _asset
    return environment


def _shown(text: str) -> str:
    """Replace control characters, which HTML does not allow."""
    return text.translate(_CONTROLS)


def _asset(name: str) -> Markup:
    """Return a style sheet or script of the package, as it is."""
    return Markup((files(__package__) / "templates" / name).read_text(encoding="utf-8"))


def _page(number: int, article: Article) -> Page:
    found = cards(article)
    marks = merged(mark for card in found for mark in card.marks)
    passages = list(_passages(article, marks))
    shown = [segment for passage in passages for segment in passage.segments]
    return Page(
        number=number,
        article=article,
        title=article.headline or article.source.name,
        passages=passages,
        cards=found,
        groups={kind: list(group) for kind, group in groupby(found, key=lambda card: card.kind)},
        doubts=doubts(article),
        starts=frozenset(segment.start for segment in shown),
        stops=_stops(shown),
    )


def _passages(article: Article, marks: list[Marked]) -> Iterator[Passage]:
    """Yield the blocks with their marks; both are in text order, so one walk does."""
    waiting, following = [], 0
    for block in article.blocks:
        while following < len(marks) and marks[following].start < block.end:
            waiting.append(marks[following])
            following += 1
        waiting = [mark for mark in waiting if mark.end > block.start]
        yield Passage(_DEPTHS.get(block.kind), block.kind, _segments(article, block, waiting))


def _segments(article: Article, block: BlockModel, marks: list[Marked]) -> list[Segment]:
    return segments(article.text, block.start, block.end, marks)


def _stops(shown: list[Segment]) -> frozenset[int]:
    """Return where links begin, and the tab key stops: once a mark, where it has letters."""
    first: dict[Marked, int] = {}
    for segment in shown:
        if segment.main and not segment.text.isspace():
            first.setdefault(segment.main, segment.start)
    return frozenset(first.values())
