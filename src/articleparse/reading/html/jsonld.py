"""What the JSON-LD of a page says about its article."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any

from articleparse.reading.decoding import clean

# https://schema.org/Article and its kinds end in these; a WebPage speaks where none is.
_ARTICLE = re.compile(r"(?:Article|Posting|Report|Review|Recipe)$")
_PAGE = re.compile(
    r"(?:WebPage|VideoObject|AudioObject|NewsMediaObject|RadioEpisode|PodcastEpisode|CreativeWork)$"
)
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
# What is read where a quotation mark too many has broken the script.
_TYPE = re.compile(r'"@type"\s*:\s*"(\w{1,40})"')
_STRING = re.compile(r'"(datePublished|dateModified|inLanguage|url)"\s*:\s*"([^"\n]{1,300})"')
_AUTHOR = re.compile(
    r'"author"\s*:\s*[\[{\s]{0,20}(?:"@type"\s*:\s*"\w{1,40}"\s*,\s*"name"\s*:\s*)?"([^"\n]{2,200})"'
)
_MAX_OBJECTS = 2000


@dataclass(frozen=True, slots=True)
class ArticleData:
    """The article's object in a page's JSON-LD; empty where the page has none."""

    headline: str | None = None
    description: str | None = None
    published: str | None = None
    modified: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    language: str | None = None
    url: str | None = None
    is_free: bool = True
    words: int | None = None
    is_article: bool = False


def read_json_ld(scripts: Sequence[str], url: str | None = None) -> ArticleData:
    """Return what the scripts say about the article, the one at `url` if several are.

    >>> read_json_ld(['{"@type": "NewsArticle", "headline": "Un titre"}']).headline
    'Un titre'
    >>> read_json_ld(["{broken"]).headline
    """
    found = [item for script in scripts for item in _objects(_loads(script))]
    articles = [item for item in found if _has_type(item, _ARTICLE)]
    pages = [item for item in found if _has_type(item, _PAGE)]
    chosen = articles or pages
    if not chosen:
        return ArticleData()
    own = [item for item in chosen if url and _url(item) and _same(_url(item), url)]
    dated = [item for item in own or chosen if item.get("datePublished")]
    return _article(([*dated, *own, *chosen])[0], found, bool(articles))


def _loads(script: str) -> Any:
    script = script.strip().removeprefix("<![CDATA[").removesuffix("]]>").strip().rstrip(";")
    for attempt in (script, _TRAILING_COMMA.sub(r"\1", script)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return _broken(script)


def _broken(script: str) -> dict[str, str] | None:
    """Return the strings about an article that stand in a script that is no JSON."""
    kind = _TYPE.search(script)
    if not kind or not _ARTICLE.search(kind[1]):
        return None
    found = {match[1]: match[2] for match in reversed(list(_STRING.finditer(script)))}
    author = _AUTHOR.search(script)
    return found | {"@type": kind[1]} | ({"author": author[1]} if author else {})


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    """Yield the top objects, those of lists and graphs, and main entities."""
    waiting = [value]
    seen = 0
    while waiting and seen < _MAX_OBJECTS:
        item = waiting.pop(0)
        seen += 1
        if isinstance(item, list):
            waiting[:0] = item
        elif isinstance(item, dict):
            yield item
            for key in ("@graph", "mainEntity", "mainEntityOfPage"):
                if isinstance(item.get(key), (list, dict)):
                    waiting.append(item[key])


def _article(item: dict[str, Any], found: list[dict[str, Any]], is_article: bool) -> ArticleData:
    by_id = {str(other["@id"]): other for other in found if "@id" in other}
    return ArticleData(
        headline=_text(item.get("headline") or item.get("name")),
        description=_text(item.get("description")),
        published=_text(item.get("datePublished")),
        modified=_text(item.get("dateModified")),
        authors=tuple(_names(item.get("author") or item.get("creator"), by_id)),
        publisher=next(_names(item.get("publisher"), by_id), None),
        language=_text(item.get("inLanguage")),
        url=_url(item),
        is_free=str(item.get("isAccessibleForFree", "true")).strip().lower() not in ("false", "0"),
        words=int(count) if (count := str(item.get("wordCount", ""))[:9]).isdecimal() else None,
        is_article=is_article,
    )


def _names(value: Any, by_id: dict[str, dict[str, Any]]) -> Iterator[str]:
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict):
            if "name" not in one and "@id" in one:
                one = by_id.get(str(one["@id"]), one)
            one = one.get("name")
        for name in one if isinstance(one, list) else [one]:
            if text := _text(name):
                yield text


def _has_type(item: dict[str, Any], pattern: re.Pattern[str]) -> bool:
    kinds = item.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and pattern.search(kind) for kind in kinds)


def _url(item: dict[str, Any]) -> str | None:
    page = item.get("mainEntityOfPage")
    page = page.get("@id") if isinstance(page, dict) else page
    for value in (item.get("url"), page):
        if isinstance(value, str) and value.startswith("http"):
            return value
    return None


def _same(one: str | None, other: str) -> bool:
    def bare(url: str) -> str:
        return re.sub(r"^https?://(?:www\.)?|[?#].*|/$", "", url)

    return one is not None and bare(one) == bare(other)


def _text(value: Any) -> str | None:
    if not isinstance(value, (str, int, float)):
        return None
    return clean(unescape(unescape(str(value)))).strip() or None
