"""Common nouns that names of places begin with or stand behind: "mer", "golfe", "rue", "lac"."""

from __future__ import annotations

from functools import cache
from typing import Literal

from articleparse import gazetteer
from articleparse.lexicon.files import lines

Sort = Literal["way", "square", "site", "quarter", "settlement"]


@cache
def sorts() -> dict[str, Sort]:
    """Return the nouns that a name of a place may follow, and what they make of it.

    >>> sorts()["Rue"], sorts()["lac"]
    ('way', 'site')
    """
    files: dict[Sort, str] = {
        "way": "place_ways.txt",
        "site": "place_sites.txt",
        "quarter": "place_quarters.txt",
        "settlement": "place_settlements.txt",
    }
    found: dict[str, Sort] = {"place": "square", "Place": "square"}
    for sort, name in files.items():
        for word in lines(name):
            found[word.split("'")[0]] = sort
            if sort != "site":
                found[word.capitalize()] = sort
    return found


@cache
def beginnings() -> frozenset[str]:
    """Return the words in lower case that names of the gazetteer begin with.

    >>> "golfe" in beginnings()
    True
    """
    return frozenset(
        word
        for name_key, features in gazetteer.features().items()
        if " " in name_key and features[0].has_common_beginning
        for word in (name_key.split()[0], features[0].name.split()[0])
        if word.islower()
    )


@cache
def common_words() -> frozenset[str]:
    """Return all of them, as they are written.

    >>> {"golfe", "Rue"} <= common_words()
    True
    """
    return beginnings().union(sorts())
