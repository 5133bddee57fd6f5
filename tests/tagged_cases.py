"""Strict reader of `fixtures/cases/*.md`: one sentence a case, facts tagged inline.

A case is a list item. Everything else in the file is prose for the reader.

    - {published=2021-06-08} Il viendra <date value="2021-06-14">lundi</date>.

Settings in braces may come first: `published=DAY`, `none` (a case without any fact
must say so), `miss` (a known miss, run as a strict xfail). ` ¶ ` parts paragraphs;
`¶headline` or `¶crosshead` before a paragraph's text gives its kind. Tags nest; an
attribute that is left out is not compared, an empty one means null.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

_TAG = re.compile(r"<(?P<close>/?)(?P<kind>[a-z]+)(?P<attributes>(?:\s+[a-z_]+=\"[^\"]*\")*)\s*>")
_ATTRIBUTE = re.compile(r"([a-z_]+)=\"([^\"]*)\"")
_SETTINGS = re.compile(r"\{([^}]*)\}\s*")
_PARAGRAPH = re.compile(r"\s*¶(headline|standfirst|crosshead|footnote|list_item|dateline)?\s+")


@dataclass(frozen=True)
class Tagged:
    kind: str
    start: int
    end: int
    attributes: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Case:
    """`blocks` are (kind, text); offsets of `tags` are those of the composed document."""

    where: str
    blocks: tuple[tuple[str, str], ...]
    tags: tuple[Tagged, ...]
    published: str | None
    is_known_miss: bool


def read_cases(path: Path) -> list[Case]:
    """Read one file; raise ValueError, naming file and line, for anything malformed."""
    cases = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("- "):
            where = f"{path.name}:{number}"
            try:
                cases.append(_case(line[2:].strip(), where))
            except ValueError as error:
                raise ValueError(f"{where}: {error}") from None
        elif line.lstrip().startswith("- "):
            raise ValueError(f"{path.name}:{number}: a case is not indented")
    if not cases:
        raise ValueError(f"{path.name}: no case")
    return cases


def _case(line: str, where: str) -> Case:
    settings: dict[str, str] = {}
    if match := _SETTINGS.match(line):
        for part in match[1].split():
            key, _, value = part.partition("=")
            if key not in ("published", "none", "miss"):
                raise ValueError(f"unknown setting {key!r}")
            settings[key] = value
        line = line[match.end() :]
    blocks: list[tuple[str, str]] = []
    tags: list[Tagged] = []
    offset = 0
    # Without a mark in front the first paragraph is a plain one.
    parts = _PARAGRAPH.split(line if line.startswith("¶") else "¶ " + line)[1:]
    for kind, marked in zip(parts[::2], parts[1::2], strict=True):
        text, found = _untag(marked, offset)
        blocks.append((kind or "paragraph", text))
        tags += found
        offset += len(text) + 2
    if bool(tags) == ("none" in settings):
        raise ValueError("a case has tags, or says {none}")
    return Case(where, tuple(blocks), tuple(tags), settings.get("published"), "miss" in settings)


def _untag(marked: str, offset: int) -> tuple[str, list[Tagged]]:
    text = ""
    position = 0
    opened: list[tuple[str, int, tuple[tuple[str, str], ...]]] = []
    tags = []
    for match in _TAG.finditer(marked):
        text += marked[position : match.start()]
        position = match.end()
        if not match["close"]:
            attributes = tuple(_ATTRIBUTE.findall(match["attributes"]))
            opened.append((match["kind"], offset + len(text), attributes))
        elif not opened or opened[-1][0] != match["kind"]:
            raise ValueError(f"</{match['kind']}> closes nothing")
        else:
            kind, start, attributes = opened.pop()
            tags.append(Tagged(kind, start, offset + len(text), attributes))
    text += marked[position:]
    if opened:
        raise ValueError(f"<{opened[-1][0]}> is not closed")
    if re.search(r"</?[a-z]+", text):
        raise ValueError("a malformed tag")
    return text, tags
