"""Tell which names of organisations are one organisation."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, field

from articleparse.document import Document
from articleparse.extract.footnotes import FootnoteMention
from articleparse.extract.names import NameMention
from articleparse.lexicon.organisations import Known, bearers
from articleparse.lexicon.spelling import plain
from articleparse.record import Organisation
from articleparse.resolve.extracts import extract_at
from articleparse.resolve.names.acronyms import acronyms, noted
from articleparse.resolve.names.telling import is_told, surroundings


@dataclass(slots=True)
class _Cluster:
    """The mentions of one organisation, and its acronym if the article has it."""

    mentions: list[NameMention] = field(default_factory=list)
    acronym: str | None = None


def organisations_of(
    document: Document, names: Sequence[NameMention], footnotes: Sequence[FootnoteMention]
) -> tuple[Organisation, ...]:
    """Return the organisations in the order of their first mention, with all mentions."""
    if not names:
        return ()
    pairs = acronyms(document, names)
    if footnotes:
        pairs += noted(document, names, footnotes)
    in_full = {name.known for name in names if name.known and len(name.words) > 1}
    keys = [_key(name, in_full) for name in names]
    known_as = {key: key for key in keys}
    for short, long in pairs:
        known_as[_key(short, in_full)] = _key(long, in_full)
    clusters: dict[str, _Cluster] = {}
    for name, key in zip(names, keys, strict=True):
        cluster = clusters.setdefault(known_as[key], _Cluster())
        cluster.mentions.append(name)
        if key != known_as[key] or _is_acronym(name):
            cluster.acronym = cluster.acronym or document.text[name.start : name.end]
    around = surroundings(document)
    told = [cluster for cluster in clusters.values() if is_told(cluster.mentions, around)]
    return tuple([_organisation(document, i, cluster) for i, cluster in enumerate(told, 1)])


def _is_acronym(name: NameMention) -> bool:
    return bool(
        name.known
        and name.known.acronym
        and len(name.words) == 1
        and plain(name.words[0]) == plain(name.known.acronym)
    )


def _key(name: NameMention, in_full: Set[Known]) -> str:
    """Return what all names of one organisation have in common."""
    known = _bearer(name, in_full)
    return plain(known.name) if known else name.key


def _bearer(name: NameMention, in_full: Set[Known]) -> Known | None:
    """Return the known organisation that a name means.

    Several may share an acronym (AMF: mayors, or financial markets). It then means the
    one that the article names in full as well; where none or both are, nobody can tell.
    """
    sharing = _sharing(name)
    if len(sharing) < 2:
        return name.known
    told = [known for known in sharing if known in in_full]
    return told[0] if len(told) == 1 else None


def _sharing(name: NameMention) -> tuple[Known, ...]:
    return bearers(name.words[0]) if name.known and len(name.words) == 1 else ()


def _tells_kind(name: NameMention) -> bool:
    if name.organisation_kind is None:
        return False
    sharing = _sharing(name)
    return len(sharing) < 2 or len({known.kind for known in sharing}) < 2


def _organisation(document: Document, number: int, cluster: _Cluster) -> Organisation:
    text = document.text
    fullest = max(cluster.mentions, key=lambda m: (m.end - m.start, -m.start))
    kinds = (m.organisation_kind for m in cluster.mentions if _tells_kind(m))
    return Organisation(
        id=f"o{number}",
        name=text[fullest.start : fullest.end],
        acronym=cluster.acronym,
        kind=next(kinds, None) or "other",
        mentions=tuple([extract_at(document, mention) for mention in cluster.mentions]),
        rule=fullest.rule,
    )
