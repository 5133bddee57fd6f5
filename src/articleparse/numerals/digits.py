"""Values of numbers in digits as the press groups them: 1 200, 1.200, 1'200, 3,5."""

from __future__ import annotations

import re

PATTERN = r"(?:\d{1,3}([ .'])\d{3}(?:\1\d{3}){0,4}(?!\d)|\d+)(?:,\d+|\.\d+)?"
"""A number in folded text; group 1 is the mark between groups of three digits."""

_DIGITS = re.compile(PATTERN)


def value_of(digits: str) -> int | float:
    """Return the value of a number in digits, in folded text.

    A comma begins decimals. So does a full stop, unless three digits follow it.

    >>> value_of("1 200"), value_of("1.200.000"), value_of("6.700,54"), value_of("3,5")
    (1200, 1200000, 6700.54, 3.5)
    >>> value_of("1.5"), value_of("2,0")
    (1.5, 2)
    """
    if digits.isdecimal():
        return int(digits)
    match = _DIGITS.match(digits)
    if match and (mark := match[1]):
        whole, _, decimals = digits.replace(mark, "").partition("," if mark == "." else ".")
        if mark != "." and "," in whole:
            whole, _, decimals = whole.partition(",")
    else:
        whole, _, decimals = digits.replace(",", ".").partition(".")
    return integral(float(f"{whole}.{decimals}")) if decimals else int(whole)


def integral(value: float) -> int | float:
    """Return an int where the value is one; floats lose the noise of their binary form.

    >>> integral(2.0), integral(0.1 * 3)
    (2, 0.3)
    """
    value = float(f"{value:.12g}")
    return int(value) if value.is_integer() else value
