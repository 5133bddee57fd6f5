"""AP6xx: figures whose values contradict one another."""

from __future__ import annotations

from collections.abc import Iterator

from articleparse.check.findings import Finding
from articleparse.record import Article


def findings(article: Article) -> Iterator[Finding]:
    """Yield what is wrong with the record's figures."""
    for index, figure in enumerate(article.figures):
        if figure.initial is None or figure.final is None or figure.change is None:
            continue
        rises = figure.final > figure.initial
        if figure.initial == figure.final or rises != (figure.change == "increase"):
            message = f"{figure.change} from {figure.initial} to {figure.final}"
            yield Finding("AP603", message, f"/figures/{index}/change")
