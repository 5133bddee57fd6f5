"""Tell which names of people are one person."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from articleparse.document import Document
from articleparse.extract.names import NameMention
from articleparse.lexicon.people import Gender
from articleparse.lexicon.spelling import plain
from articleparse.record import Person, Role
from articleparse.resolve.extracts import extract_at
from articleparse.resolve.names.telling import is_told, surroundings

_start = attrgetter("start")
_NAMESAKES = 8  # people of one family name that are looked at; bounds the time


@dataclass(slots=True)
class Cluster:
    """The mentions of one person; `full` is the fullest name so far.

    `titled` is the gender that an honorific shows, which goes before what the given
    name tells.
    """

    full: NameMention
    mentions: list[NameMention] = field(default_factory=list)
    titled: Gender | None = None

    @property
    def gender(self) -> Gender | None:
        """Grammatical gender, if the text shows it."""
        return self.titled or self.full.gender

    def add(self, name: NameMention) -> None:
        """Take a mention in."""
        self.mentions.append(name)
        if len(name.words) > len(self.full.words):
            self.full = name
        if name.honorific and self.titled is None:
            self.titled = name.gender


def clusters_of(document: Document, names: Sequence[NameMention]) -> list[Cluster]:
    """Return the people in the order of their first mention, each with all its mentions.

    Full names come first, wherever they stand; then a family or given name alone goes
    to the person of that name who was named last before it, else first after it, of a
    gender that does not contradict the honorific.
    """
    clusters: list[Cluster] = []
    by_family: dict[str, list[Cluster]] = {}
    spots: dict[str, list[tuple[int, Cluster]]] = {}
    full_forms = {_phrase(n.words[n.given :]) for n in names if 0 < n.given < len(n.words)}
    forms = [() if _is_short(name, full_forms) else _short_forms(name) for name in names]
    for name, short_forms in zip(names, forms, strict=True):
        if short_forms:
            cluster = _joined(clusters, by_family, name)
            for word in short_forms:
                spots.setdefault(word, []).append((name.start, cluster))
    named_last: dict[str, Cluster] = {}
    singles: dict[str, list[Cluster]] = {}
    for name, short_forms in zip(names, forms, strict=True):
        if not short_forms:
            word = name.key
            owner = _owner(spots.get(word, ()), named_last.get(word), name)
            if owner is None:
                _joined(clusters, singles, name)
            else:
                owner.add(name)
                named_last[word] = owner
        else:
            for word in short_forms:
                named_last.pop(word, None)
    around = surroundings(document)
    clusters = [c for c in clusters if is_told(c.mentions, around)]
    for cluster in clusters:
        cluster.mentions.sort(key=_start)
    return sorted(clusters, key=lambda c: c.mentions[0].start)


def _is_short(name: NameMention, families: set[str]) -> bool:
    """Tell whether a name is one word, or the whole family name of a fuller one."""
    return len(name.words) == 1 or (name.given == 0 and name.key in families)


def _key(name: NameMention) -> tuple[str, ...]:
    return tuple(plain(word.replace("-", " ")) for word in name.words)


def _joined(
    clusters: list[Cluster], by_family: dict[str, list[Cluster]], name: NameMention
) -> Cluster:
    """Put a name into the cluster of the same person, or into a new one; return it."""
    namesakes = by_family.setdefault(plain(name.words[-1]), [])
    for cluster in namesakes[-_NAMESAKES:]:
        if _is_same(cluster.full, name) and not _contradict(cluster.gender, name):
            cluster.add(name)
            return cluster
    cluster = Cluster(name)
    cluster.add(name)
    namesakes.append(cluster)
    clusters.append(cluster)
    return cluster


def _is_same(one: NameMention, other: NameMention) -> bool:
    a, b = _key(one), _key(other)
    if a == b:
        return True
    if len(a) == 1 or len(b) == 1 or a[-1] != b[-1] or a[0][0] != b[0][0]:
        return False
    return a[0] == b[0] or a[0].endswith(".") or b[0].endswith(".")


def _contradict(gender: Gender | None, name: NameMention) -> bool:
    return bool(gender and name.honorific and name.gender and name.gender != gender)


def _short_forms(name: NameMention) -> set[str]:
    """The single words that may stand for a person with that full name."""
    family = name.words[name.given :] or name.words[-1:]
    phrase = _phrase(family) if len(family) > 1 else plain(family[0])
    return {plain(name.words[0]), plain(family[0]), plain(name.words[-1]), phrase}


def _phrase(words: Sequence[str]) -> str:
    return " ".join(map(plain, words))


def _owner(
    spots: Sequence[tuple[int, Cluster]], last: Cluster | None, name: NameMention
) -> Cluster | None:
    """Return whose short form a name is, by where the full forms of that word stand."""
    if last is not None and _fits(last, name):
        return last
    at = bisect_left(spots, name.start, key=lambda spot: spot[0])
    nearest = [*reversed(spots[max(0, at - _NAMESAKES) : at]), *spots[at : at + _NAMESAKES]]
    return next((cluster for _, cluster in nearest if _fits(cluster, name)), None)


def _fits(cluster: Cluster, name: NameMention) -> bool:
    if name.honorific and plain(name.words[0]) == plain(cluster.full.words[0]):
        return False
    return not _contradict(cluster.gender, name)


def person(document: Document, id: str, cluster: Cluster, roles: tuple[Role, ...]) -> Person:
    """Return the record of a person."""
    mentions, full, text = cluster.mentions, cluster.full, document.text
    titles = [m.honorific for m in mentions if m.honorific]
    given = " ".join(full.words[: full.given]) or None
    return Person(
        id=id,
        name=text[full.start : full.end],
        given_name=given if len(full.words) > 1 else None,
        family_name=_family(document, full),
        honorific=titles[0] if titles else None,
        gender=cluster.gender,
        roles=roles,
        mentions=tuple([extract_at(document, mention) for mention in mentions]),
        rule=full.rule,
    )


def _family(document: Document, full: NameMention) -> str | None:
    if len(full.words) == 1:
        return None if full.given else full.words[0]
    rest = full.words[full.given :]
    return " ".join(rest).replace("' ", "'") or None
