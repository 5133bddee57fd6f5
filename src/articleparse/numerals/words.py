"""Values of numbers in words, by text2num, with what it leaves out."""

from __future__ import annotations

import re
from functools import lru_cache

from text_to_num import text2num

# text2num knows no number beyond 10^12, and stumbles over these spellings.
_SPELLING = str.maketrans({"-": " "})
_BILLION = re.compile(r"^(?P<head>.*?)\s*\bbillions?\b\s*(?P<tail>.*)$")
_BILLION_FACTOR = 10**12


@lru_cache(maxsize=4096)
def value_of(words: str) -> int | float | None:
    """Return the value of a number in words, None where they make no number.

    `words` is folded text in any case; "virgule" begins decimals.

    >>> value_of("trente-et-un"), value_of("nonante huit"), value_of("deux millions trois cents")
    (31, 98, 2000300)
    >>> value_of("douze virgule zéro cinq"), value_of("deux trois")
    (12.05, None)
    """
    words = words.lower().translate(_SPELLING)
    whole, virgule, decimals = words.replace(" point ", " virgule ").partition(" virgule ")
    value = _integer(whole)
    if not virgule or value is None:
        return value
    zeros = re.match(r"(?:z[ée]ro ?)*", decimals)
    count = len(zeros[0].split()) if zeros else 0
    rest = decimals[zeros.end() :] if zeros else decimals
    tail = _integer(rest) if rest else 0
    if tail is None:
        return None
    return float(f"{value}.{'0' * count}{tail}")


def _integer(words: str) -> int | None:
    if match := _BILLION.match(words):
        head = _integer(match["head"]) if match["head"] else 1
        tail = _integer(match["tail"]) if match["tail"] else 0
        return None if head is None or tail is None else head * _BILLION_FACTOR + tail
    words = words.replace("milles", "mille").replace("zero", "zéro")
    words = re.sub(r"^(une?|mille) ?(?=millions?|milliards?)", "un ", words).removeprefix("et ")
    try:
        return int(text2num(re.sub(r"\bune\b", "un", words), "fr"))
    except ValueError:
        return None
