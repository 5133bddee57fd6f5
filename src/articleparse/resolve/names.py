"""Decide what each name is, and which names are one person or organisation."""

from __future__ import annotations

from articleparse.document import Document
from articleparse.extract.footnotes import FootnoteMention
from articleparse.extract.names import NameMention
from articleparse.extract.places import PlaceMention
from articleparse.extract.roles import RoleMention
from articleparse.record import Organisation, Person


def resolve(
    document: Document,
    names: list[NameMention],
    roles: list[RoleMention],
    places: list[PlaceMention],
    footnotes: list[FootnoteMention],
) -> tuple[tuple[Person, ...], tuple[Organisation, ...], list[PlaceMention]]:
    """Return people, organisations, and the place mentions that are left as places."""
    return (), (), places
