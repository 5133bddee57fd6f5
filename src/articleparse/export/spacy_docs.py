"""Records as spaCy documents with their facts as spans, in files of `DocBin`.

The tokens are those of spaCy's French tokenizer, without any model. A fact whose edges
are no token's edges is widened to whole tokens and put into the group `unaligned`
as well, so that it can be told from those that stand exactly.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from articleparse.record import Article
from articleparse.view.facts import fact_rows

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

PER_FILE = 1000
"""Documents in a file: a `DocBin` is held in memory until it is written."""

ENTITIES = {"person": "PER", "organisation": "ORG", "place": "LOC"}
"""Kinds that are entities, under the labels of spaCy's French models."""

UNALIGNED = "unaligned"


def write(articles: Iterable[Article], folder: Path) -> list[str]:
    """Write `00000.spacy`, `00001.spacy` …; tell how many facts fit no tokens.

    Raises OSError where spaCy is not installed.
    """
    try:
        import spacy
        from spacy.tokens import DocBin
    except ImportError:
        raise OSError("spaCy needs: pip install articleparse[spacy]") from None
    remaining = iter(articles)
    spans = unaligned = 0
    for number in count():
        # A tokenizer of its own for each file: it remembers every word that it has seen.
        language = spacy.blank("fr")
        packed = DocBin(attrs=["ENT_IOB", "ENT_TYPE"], store_user_data=True)
        for article in islice(remaining, PER_FILE):
            doc = document(article, language)
            spans += sum(len(group) for key, group in doc.spans.items() if key != UNALIGNED)
            unaligned += len(doc.spans[UNALIGNED])
            packed.add(doc)
        if not len(packed):
            break
        packed.to_disk(folder / f"{number:05}.spacy")
    return [f"spans: {spans}, widened to whole tokens: {unaligned}"]


def document(article: Article, language: Language) -> Doc:
    """Return the record's text with a span group for each kind of fact.

    `doc.ents` are the people, organisations and places that overlap no longer one, and
    `doc.user_data["record"]` is the name of the record's source.
    """
    from spacy.util import filter_spans

    # Not `make_doc`: its limit on the length of texts is for models, and none is used here.
    doc = language.tokenizer(article.text)
    doc.user_data["record"] = article.source.name
    groups: dict[str, list[Any]] = {UNALIGNED: []}
    entities = []
    for row in fact_rows(article):
        label = ENTITIES.get(row.kind, row.kind)
        span = doc.char_span(row.start, row.end, label)
        if span is None:
            span = doc.char_span(row.start, row.end, label, alignment_mode="expand")
            groups[UNALIGNED].append(span)
        elif row.kind in ENTITIES:
            entities.append(span)
        groups.setdefault(row.kind, []).append(span)
    doc.ents = filter_spans(entities)
    for kind, spans in groups.items():
        doc.spans[kind] = spans
    return doc
