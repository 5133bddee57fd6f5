"""What the extractor of roles claims."""

from __future__ import annotations

from dataclasses import dataclass

from articleparse.document import Mention, Span
from articleparse.lexicon.people import Gender


@dataclass(frozen=True, slots=True)
class RoleMention(Mention):
    """A role phrase without its article, from its first adjective on.

    `noun` is its head, `gender` the head's grammatical gender where the form shows
    it. `nested` are the starts of role nouns inside ("avocat du ministre": that of
    "ministre"), `things` the names of prizes, labels and the like inside.
    """

    noun: str
    gender: Gender | None
    is_plural: bool
    nested: tuple[int, ...] = ()
    things: tuple[Span, ...] = ()
