"""What the class and id of an element say about its part in the page."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from articleparse.lexicon.files import rows
from articleparse.reading.html.segments import NO_LABELS

_WORDS = re.compile(r"[A-Z]?[a-zà-ÿ]+|[A-Z]+(?![a-z])|\d+")


@lru_cache(maxsize=20_000)
def labels(names: str) -> frozenset[str]:
    """Return the labels of an element whose class and id are `names`.

    Names are read as words, whatever joins them.

    >>> sorted(labels("article__chapo")), sorted(labels("blocNewsletter"))
    (['standfirst'], ['junk'])
    """
    words = " " + " ".join(_WORDS.findall(names)).lower() + " "
    found = {label for phrase, label in _phrases(words) if f" {phrase} " in words}
    return frozenset(found) if found else NO_LABELS


def _phrases(words: str) -> list[tuple[str, str]]:
    by_first = _by_first_word()
    return [entry for word in set(words.split()) for entry in by_first.get(word, ())]


@cache
def _by_first_word() -> dict[str, list[tuple[str, str]]]:
    table: dict[str, list[tuple[str, str]]] = {}
    for phrase, label in rows("page_classes.tsv", 2):
        table.setdefault(phrase.split()[0], []).append((phrase, label))
    return table
