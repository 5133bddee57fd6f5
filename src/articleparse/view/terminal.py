"""A record on a terminal: the article with its facts in colour, and a table of them."""

from __future__ import annotations

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from articleparse.record import Article, BlockModel
from articleparse.view.facts import FactRow, Kind, fact_rows

_STYLES: dict[Kind, str] = {
    "person": "bold cyan",
    "role": "cyan",
    "organisation": "bold magenta",
    "place": "bold green",
    "quote": "italic",
    "speaker": "cyan",
    "figure": "bold yellow",
    "date": "bold blue",
    "footnote": "dim",
    "reference": "underline blue",
}
# A terminal obeys control characters; an article must not steer it.
_CONTROLS = dict.fromkeys([*range(9), *range(11, 32), *range(127, 160)], "\ufffd")
_BLOCK_STYLES = {"kicker": "dim", "headline": "bold", "standfirst": "bold", "crosshead": "bold"}


def show(record: str) -> None:
    """Print a record: in colours on a terminal, else plain."""
    article = Article.model_validate_json(record)
    console = Console()
    if console.is_terminal:
        console.print(rich_view(article))
    else:
        print(plain_view(article))


def rich_view(article: Article) -> RenderableType:
    """Return the article with its facts in colours, for rich to print."""
    rows = fact_rows(article)
    return Group(
        Text(article.source.name.translate(_CONTROLS), style="reverse"),
        Text(_one_line(_heading(article)), style="dim"),
        Text(),
        *(Padding(_block(article, block, rows), (0, 0, 1, 0)) for block in article.blocks),
        _table(rows),
    )


def plain_view(article: Article) -> str:
    """Return the article and its facts as plain lines, one fact a line, tabs between.

    >>> from articleparse import parse
    >>> print(plain_view(parse("Un titre\\n\\nUn texte.", name="essai.txt")))
    essai.txt
    no date
    <BLANKLINE>
    Un titre
    <BLANKLINE>
    Un texte.
    <BLANKLINE>
    """
    facts = [
        f"{row.start}-{row.end}\t{row.kind}\t{_one_line(row.text)}\t{_one_line(row.meaning)}"
        for row in fact_rows(article)
    ]
    heading = [_one_line(article.source.name), _one_line(_heading(article)), ""]
    return "\n".join([*heading, article.text.translate(_CONTROLS), "", *facts])


def _heading(article: Article) -> str:
    day = (
        f"{article.published.date} ({article.published.basis})" if article.published else "no date"
    )
    authors = ", ".join(author.name for author in article.authors)
    return " · ".join(part for part in (day, article.publisher, authors) if part)


def _block(article: Article, block: BlockModel, rows: list[FactRow]) -> Text:
    shown = article.text[block.start : block.end].translate(_CONTROLS)
    text = Text(shown, style=_BLOCK_STYLES.get(block.kind, ""))
    for row in rows:
        if row.start < block.end and row.end > block.start:
            text.stylize(_STYLES[row.kind], row.start - block.start, row.end - block.start)
    return text


def _table(rows: list[FactRow]) -> Table:
    table = Table("where", "kind", "text", "meaning", box=None, header_style="dim", pad_edge=False)
    for row in rows:
        where, kind = f"{row.start}-{row.end}", Text(row.kind, style=_STYLES[row.kind])
        table.add_row(where, kind, Text(_one_line(row.text)), Text(_one_line(row.meaning)))
    return table


def _one_line(text: str) -> str:
    return " ".join(text.split()).translate(_CONTROLS)
