"""What the extractor of names claims."""

from __future__ import annotations

from dataclasses import dataclass

from articleparse.document import Mention
from articleparse.lexicon.organisations import Known
from articleparse.lexicon.people import Gender
from articleparse.record import OrganisationKind


@dataclass(frozen=True, slots=True)
class NameMention(Mention):
    """A name and what speaks for its kind.

    `evidence` are names of observations, weighed by `lexicon.evidence`. `words` are the
    name's words, `key` is the name spelled plainly, as names are compared; of a person's name the first `given` of them are given names.
    `honorific` stands before the name (the span leaves it out); `known` is the known
    organisation of that name, `organisation_kind` what its head noun or the noun
    before it makes of it.
    """

    evidence: tuple[str, ...]
    words: tuple[str, ...]
    key: str
    given: int = 0
    honorific: str | None = None
    honorific_start: int | None = None
    gender: Gender | None = None
    known: Known | None = None
    organisation_kind: OrganisationKind | None = None
