"""Facts as W3C Web Annotations: https://www.w3.org/TR/annotation-model/

One AnnotationPage a record, a line each. An annotation's target is the record's `text`,
named by its digest: a TextPositionSelector counts its code points, as the model and the
record both do; a TextQuoteSelector finds the words again in another copy of the text.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from articleparse.export import Put
from articleparse.export.naming import article_iri, text_iri
from articleparse.record import Article
from articleparse.view.facts import FactRow, fact_rows

AROUND = 32
"""Characters of text that a TextQuoteSelector tells before and behind its words."""


def write(articles: Iterable[Article], put: Put) -> list[str]:
    """Write a page for each record in which a fact was found."""
    for article in articles:
        if rows := fact_rows(article):
            put(json.dumps(_page(article, rows), ensure_ascii=False) + "\n")
    return []


def _page(article: Article, rows: list[FactRow]) -> dict[str, Any]:
    iri = article_iri(article)
    source = {"id": text_iri(article), "type": "Text", "format": "text/plain"}
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"{iri}#annotations",
        "type": "AnnotationPage",
        "startIndex": 0,
        "items": [
            {
                "id": f"{iri}#annotation-{number}",
                "type": "Annotation",
                "motivation": "describing",
                "creator": _creator(article, row),
                "body": [_body("tagging", row.kind), _body("describing", row.meaning)],
                "target": _target(article, row, source),
            }
            for number, row in enumerate(rows, start=1)
        ],
    }


def _creator(article: Article, row: FactRow) -> dict[str, str]:
    program = f"{article.producer.name} {article.producer.version}"
    return {"type": "Software", "name": program, "nickname": row.rule}


def _body(purpose: str, value: str) -> dict[str, str]:
    return {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}


def _target(article: Article, row: FactRow, source: dict[str, str]) -> dict[str, Any]:
    text = article.text
    selectors = [
        {"type": "TextPositionSelector", "start": row.start, "end": row.end},
        {
            "type": "TextQuoteSelector",
            "exact": text[row.start : row.end],
            "prefix": text[max(0, row.start - AROUND) : row.start],
            "suffix": text[row.end : row.end + AROUND],
        },
    ]
    target = {"type": "SpecificResource", "source": source, "selector": selectors}
    return target | ({"scope": article.url} if article.url else {})
