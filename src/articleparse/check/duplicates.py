"""AP7xx: records that stand for the same article."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from articleparse.check.findings import Finding
from articleparse.record import Article


@dataclass
class Duplicates:
    """Remembers the records of a run, by source and by a digest of their text."""

    sources: dict[tuple[str, str], str] = field(default_factory=dict)
    texts: dict[bytes, str] = field(default_factory=dict)

    def findings(self, article: Article, where: str) -> Iterator[Finding]:
        """Yield which earlier records this one repeats; `where` names it for later ones."""
        source = (article.source.name, article.source.sha256)
        first = self.sources.setdefault(source, where)
        if first != where:
            yield Finding("AP701", f"the same source as {first}", "/source/name")
        digest = hashlib.sha256(article.text.encode("utf-8")).digest()
        first = self.texts.setdefault(digest, where)
        if first != where:
            yield Finding("AP702", f"the same text as {first}", "/text")
