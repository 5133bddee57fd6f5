"""The key under which a place name is looked up, whatever its spelling."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache


def _table() -> dict[int, str]:
    """Letters to lower case without accents; dashes, apostrophes and spaces to a space."""
    table = dict.fromkeys(map(ord, "-'’‘`´ʼ\u00a0\u202f\u2010\u2011\u2012\u2013\u2014.,()/"), " ")
    for code in range(ord("A"), 0x180):
        letter = unicodedata.normalize("NFD", chr(code))[0].lower()
        if letter != chr(code) and letter.isalpha():
            table[code] = letter
    return table | dict.fromkeys(map(ord, "œŒ"), "oe") | dict.fromkeys(map(ord, "æÆ"), "ae")


_TABLE = _table()
_ABBREVIATED = {"st": "saint", "ste": "sainte", "sts": "saints", "stes": "saintes", "lez": "les"}
_ARTICLE = re.compile(r"(?:le|la|les|l) (?=.)")


def folded_words(text: str) -> list[str]:
    """Return the words of `text` without case and accents, abbreviations written out.

    >>> folded_words("St-Étienne-lès-Remiremont")
    ['saint', 'etienne', 'les', 'remiremont']
    """
    return [_ABBREVIATED.get(word, word) for word in text.translate(_TABLE).split()]


def key(name: str) -> str:
    """Return the key of a name: folded, and without its article.

    >>> key("L'Haÿ-les-Roses"), key("Le Havre"), key("EVREUX"), key("Ste Foy")
    ('hay les roses', 'havre', 'evreux', 'sainte foy')
    """
    if name.isascii() and name.isalpha():  # half of all names, without accent or article
        word = name.lower()
        return _ABBREVIATED.get(word, word)
    words = " ".join(folded_words(name))
    match = _ARTICLE.match(words)
    return words[match.end() :] if match else words


@lru_cache(maxsize=1 << 14)
def article(name: str) -> str:
    """Return the folded article that a name begins with, or the empty string.

    >>> article("Les Sables-d'Olonne"), article("L'Aigle"), article("Lens")
    ('les', 'l', '')
    """
    match = _ARTICLE.match(" ".join(folded_words(name)))
    return match[0].strip() if match else ""
