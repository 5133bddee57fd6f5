"""Lines of plain text to paragraphs, hard-wrapped ones joined again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

# A text wrapped by hand or by a mail program has lines of about this width.
_NARROWEST, _WIDEST = 40, 110
# Of the line breaks inside paragraphs, so many must be where the next word did not fit.
_WRAPPED_SHARE = 0.7
_BLANK_LINES = re.compile(r"\n\s*\n")


def paragraphs(text: str) -> list[str]:
    r"""Return the paragraphs of a text, without outer blanks, in their order.

    A line break parts paragraphs, unless the text is wrapped at a fixed width.

    >>> paragraphs("Un titre\n\nUne phrase.\nUne autre.")
    ['Un titre', 'Une phrase.', 'Une autre.']
    """
    groups = [
        [stripped for line in group.split("\n") if (stripped := line.strip())]
        for group in _BLANK_LINES.split(text)
    ]
    width = _wrapping_width(groups)
    return [
        paragraph for group in groups for paragraph in (_joined(group, width) if width else group)
    ]


def _wrapping_width(groups: Sequence[Sequence[str]]) -> int | None:
    """Return the width at which the text is wrapped, or None if it is not."""
    breaks = [pair for group in groups for pair in pairwise(group)]
    if len(breaks) < 2:
        return None
    width = max(len(line) for group in groups for line in group)
    if not _NARROWEST <= width <= _WIDEST:
        return None
    forced = sum(_is_forced(line, following, width) for line, following in breaks)
    return width if forced >= _WRAPPED_SHARE * len(breaks) else None


def _is_forced(line: str, following: str, width: int) -> bool:
    """Tell whether the first word of the following line had no place on this one.

    Some slack, as the widest line may be one with a space or stop hanging over.
    """
    first = following.split(maxsplit=1)[0]
    return len(line) + 1 + len(first) > width - 4


def _joined(lines: Sequence[str], width: int) -> list[str]:
    done: list[str] = []
    current = ""
    for i, line in enumerate(lines):
        # A hyphen at the end of a line stays: "Saint-", "celui-" keep theirs anyway.
        current += line if not current or current.endswith("-") else " " + line
        if i + 1 == len(lines) or not _is_forced(line, lines[i + 1], width):
            done.append(current)
            current = ""
    return done
