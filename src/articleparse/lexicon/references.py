"""Words with which a newspaper points to its other texts."""

from __future__ import annotations

from articleparse.lexicon.files import words


def reference_nouns() -> frozenset[str]:
    """Return what other texts are called.

    >>> "édition" in reference_nouns()
    True
    """
    return words("reference_nouns.txt")


def reference_verbs() -> frozenset[str]:
    """Return the forms with which a newspaper sends its readers there, without "re-".

    >>> "voir" in reference_verbs()
    True
    """
    return words("reference_verbs.txt")
