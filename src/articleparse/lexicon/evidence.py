"""How much each observation on a name speaks for a person, an organisation or a place."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from articleparse.lexicon.files import rows


class Weights(NamedTuple):
    """Log-odds that an observation adds for each kind; what is left is "none of them"."""

    person: float = 0.0
    organisation: float = 0.0
    place: float = 0.0


@cache
def weights() -> dict[str, Weights]:
    """Return the weights by observation; one that is not listed weighs nothing.

    >>> weights()["honorific"].person > 1
    True
    """
    return {
        name: Weights(float(person), float(organisation), float(place))
        for name, person, organisation, place in rows("name_evidence.tsv", 4)
    }
