"""Decide what each name is, and which names are one person or organisation."""

from __future__ import annotations

from articleparse.document import Document
from articleparse.extract.footnotes import FootnoteMention
from articleparse.extract.names import NameMention
from articleparse.extract.places import PlaceMention
from articleparse.extract.roles import RoleMention
from articleparse.record import Organisation, Person
from articleparse.resolve.names.deciding import decide
from articleparse.resolve.names.organisations import organisations_of
from articleparse.resolve.names.people import clusters_of, person
from articleparse.resolve.overlaps import Claims, free_of
from articleparse.resolve.roles import roles_of

__all__ = ["resolve"]


def resolve(
    document: Document,
    names: list[NameMention],
    roles: list[RoleMention],
    places: list[PlaceMention],
    footnotes: list[FootnoteMention],
) -> tuple[tuple[Person, ...], tuple[Organisation, ...], list[PlaceMention]]:
    """Return people, organisations, and the place mentions that are left as places."""
    decided = decide(document, names, roles, places)
    organisations = organisations_of(document, decided.organisations, footnotes)
    clusters = clusters_of(document, decided.people)
    told = roles_of(document, clusters, roles, organisations)
    people = tuple(
        [
            person(document, f"p{number}", cluster, its_roles)
            for number, (cluster, its_roles) in enumerate(zip(clusters, told, strict=True), 1)
        ]
    )
    left = free_of(places, [m for cluster in clusters for m in cluster.mentions])
    bodies = Claims(m for organisation in organisations for m in organisation.mentions)
    # Where the text writes where a place lies, the place is meant, not only the body's name.
    left = [m for m in left if m.within is not None or not bodies.share(m)]
    return people, organisations, left
