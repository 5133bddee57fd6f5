"""Find role phrases: what a text says that a person is."""

from __future__ import annotations

from articleparse.document import Document
from articleparse.extract.roles.heads import opening_words
from articleparse.extract.roles.mentions import RoleMention
from articleparse.extract.roles.phrases import phrase_at

__all__ = ["RoleMention", "extract"]


def extract(document: Document) -> list[RoleMention]:
    """Find them in a document, in text order, apart from one another.

    >>> from articleparse.reading import read
    >>> document = read("La maire de Vannes, ancienne cheffe de projet à l'Insee.", "essai", None)
    >>> [document.text[m.start : m.end] for m in extract(document)]
    ['maire de Vannes', "ancienne cheffe de projet à l'Insee"]
    """
    found = []
    behind = 0
    texts = document.tokens.texts
    opening = opening_words(frozenset(texts))
    for index in [index for index, text in enumerate(texts) if text in opening]:
        if index >= behind and (phrase := phrase_at(document, index)):
            mention, behind = phrase
            found.append(mention)
    return found
