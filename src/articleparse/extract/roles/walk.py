"""Where the reading of a role phrase stands: what its steps share."""

from __future__ import annotations

from dataclasses import dataclass, field

from articleparse.document import Span, Tokens
from articleparse.extract.roles.heads import is_joined

LONGEST = 40  # tokens; a longer phrase stops there


@dataclass(slots=True)
class Walk:
    """A walk over what belongs to the head of a role.

    `begin` is the token behind the head, `position` the one behind all that is taken so
    far; `is_plural` tells the number of the head. `nested` are the starts of role nouns inside, `things` the names of prizes,
    labels and the like.
    """

    tokens: Tokens
    folded: str
    begin: int
    position: int
    is_plural: bool
    nested: list[int] = field(default_factory=list)
    things: list[Span] = field(default_factory=list)

    def is_joined(self, index: int) -> bool:
        """Tell whether only a blank parts a token from the next."""
        return is_joined(self.tokens, self.folded, index)
