"""Tell which names of organisations are one organisation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from articleparse.document import Document
from articleparse.extract.footnotes import FootnoteMention
from articleparse.extract.names import NameMention
from articleparse.lexicon.spelling import plain
from articleparse.record import Extract, Organisation
from articleparse.resolve.names.acronyms import acronyms
from articleparse.resolve.names.telling import is_told


@dataclass(slots=True)
class _Cluster:
    """The mentions of one organisation, and its acronym if the article has it."""

    mentions: list[NameMention] = field(default_factory=list)
    acronym: str | None = None


def organisations_of(
    document: Document, names: Sequence[NameMention], footnotes: Sequence[FootnoteMention]
) -> tuple[Organisation, ...]:
    """Return the organisations in the order of their first mention, with all mentions."""
    pairs = acronyms(document, names)
    known_as: dict[str, str] = {}
    clusters: dict[str, _Cluster] = {}
    for name in names:
        key = _key(name)
        known_as.setdefault(key, key)
    for short, long in pairs:
        known_as[_key(short)] = _key(long)
    for name in names:
        key = _key(name)
        cluster = clusters.setdefault(known_as[key], _Cluster())
        cluster.mentions.append(name)
        if key != known_as[key] or _is_acronym(name):
            cluster.acronym = cluster.acronym or document.text[name.start : name.end]
    return tuple(
        _organisation(document, number, cluster)
        for number, cluster in enumerate(
            (c for c in clusters.values() if is_told(document, c.mentions)), 1
        )
    )


def _is_acronym(name: NameMention) -> bool:
    return bool(
        name.known
        and name.known.acronym
        and len(name.words) == 1
        and plain(name.words[0]) == plain(name.known.acronym)
    )


def _key(name: NameMention) -> str:
    if name.known:
        return plain(name.known.name)
    return " ".join(map(plain, name.words))


def _organisation(document: Document, number: int, cluster: _Cluster) -> Organisation:
    text = document.text
    fullest = max(cluster.mentions, key=lambda m: (m.end - m.start, -m.start))
    kinds = [m.organisation_kind for m in cluster.mentions if m.organisation_kind]
    return Organisation(
        id=f"o{number}",
        name=text[fullest.start : fullest.end],
        acronym=cluster.acronym,
        kind=kinds[0] if kinds else "other",
        mentions=tuple(
            Extract(start=m.start, end=m.end, text=text[m.start : m.end]) for m in cluster.mentions
        ),
        rule=fullest.rule,
    )
