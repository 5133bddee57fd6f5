"""What the class and id of an element say about its part in the page."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from articleparse.lexicon.files import rows
from articleparse.reading.html.segments import NO_LABELS

# What only keeps a shorter phrase inside it from being read.
_NOTHING = "none"
_WORDS = re.compile(r"[A-Z]?[a-zà-ÿ]+|[A-Z]+(?![a-z])|\d+")


@lru_cache(maxsize=20_000)
def labels(names: str) -> frozenset[str]:
    """Return the labels of an element whose class and id are `names`.

    Names are read as words, whatever joins them. A phrase says nothing where it is
    part of a longer one: "post paywall" is what stands behind the wall, and no wall.

    >>> sorted(labels("article__chapo")), sorted(labels("blocNewsletter"))
    (['standfirst'], ['junk'])
    >>> sorted(labels("post-paywall")), sorted(labels("paywall post-paywall"))
    ([], ['junk'])
    """
    words = " " + " ".join(_WORDS.findall(names)).lower() + " "
    found = [entry for entry in _phrases(words) if f" {entry[0]} " in words]
    if len(found) > 1:
        found = [entry for entry in found if _stands_alone(entry[0], found, words)]
    named = {label for _, label in found if label != _NOTHING}
    return frozenset(named) if named else NO_LABELS


def _stands_alone(phrase: str, found: list[tuple[str, str]], words: str) -> bool:
    """Tell whether a phrase stands somewhere where it is no part of a longer one."""
    for longer, _ in found:
        if phrase != longer and f" {phrase} " in f" {longer} ":
            words = words.replace(f" {longer} ", " | ")
    return f" {phrase} " in words


def _phrases(words: str) -> list[tuple[str, str]]:
    by_first = _by_first_word()
    return [entry for word in set(words.split()) for entry in by_first.get(word, ())]


@cache
def _by_first_word() -> dict[str, list[tuple[str, str]]]:
    table: dict[str, list[tuple[str, str]]] = {}
    for phrase, label in rows("page_classes.tsv", 2):
        table.setdefault(phrase.split()[0], []).append((phrase, label))
    return table
