"""What the extractor of figures claims."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from articleparse.document import Mention
from articleparse.lexicon.numbers import Change, Modifier

Number = int | float
Exactness = Modifier | Literal["exact"]


@dataclass(frozen=True, slots=True)
class FigureMention(Mention):
    """A number with what it measures, in base units.

    `low` and `high` are equal where the text gives one value. `unit` is None where the
    noun is left out; `needs_antecedent` where the number is then a figure only if a
    figure before it lends it a unit ("588 demandes, dont 40").
    """

    low: Number
    high: Number
    unit: str | None
    measures: str | None = None
    modifier: Exactness = "exact"
    change: Change | None = None
    initial: Number | None = None
    final: Number | None = None
    needs_antecedent: bool = False
