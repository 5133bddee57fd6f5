"""The signs that cite a note: (1), [1], ¹, *, (a)."""

from __future__ import annotations

import re

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
SUPERSCRIPT = "[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}"
_SIGN = r"\d{1,2}|[a-z]|\*{1,3}"

AT_LINE_START = re.compile(
    rf"(?:\((?P<round>{_SIGN})\)|\[(?P<square>{_SIGN})\]|(?P<raised>{SUPERSCRIPT})|(?P<star>\*{{1,3}}))"
    r"[ :.-]*(?=\S)"
)
"""A marker that begins a note wherever it stands."""

NUMBERED_LINE = re.compile(r"(?P<plain>\d{1,2})(?: ?[.)/:-] ?| )(?=\S)")
"""A number that begins a note under a heading "Notes" alone."""

IN_TEXT = re.compile(
    rf"\((?P<round>(?:{_SIGN})(?:(?:, ?| et |-)\d{{1,2}})*)\)"
    rf"|\[(?P<square>(?:{_SIGN})(?:(?:, ?| et |-)\d{{1,2}})*)\]"
    rf"|(?P<raised>{SUPERSCRIPT})"
    r"|(?<=[^\W_])(?P<star>\*{1,3})(?!\w)|(?<=[\"»”]) ?(?P<star2>\*{1,3})(?!\w)"
)
"""A marker in running text; several notes may be cited in one pair of brackets."""


def sign(match: re.Match[str]) -> str:
    """Return the bare sign of a marker.

    >>> sign(AT_LINE_START.match("(1) Note")), sign(AT_LINE_START.match("² Note"))
    ('1', '2')
    """
    groups = (value for value in match.groupdict().values() if value)
    return next(groups).translate(_SUPERSCRIPTS)


def signs(match: re.Match[str]) -> list[str]:
    """Return the bare signs of a marker that may cite several notes.

    >>> signs(IN_TEXT.match("(1, 2)")), signs(IN_TEXT.match("[3-5]"))
    (['1', '2'], ['3', '4', '5'])
    """
    text = sign(match)
    ends = text.split("-")
    if len(ends) == 2 and all(end.isdecimal() for end in ends):
        return [str(number) for number in range(int(ends[0]), int(ends[1]) + 1)]
    return [part for part in re.split(r", ?| et ", text) if part]
