"""Tell infinitives from nouns by their ends."""

from __future__ import annotations

from functools import lru_cache

from articleparse.lexicon.files import rows, words

_FIRST_AND_SECOND = ("er", "ir")
_NOUNS_MOSTLY = ("ier", "oir")  # "quartier", "terroir"
_OF_NOUNS_MOSTLY = ("fier", "evoir", "enir")  # "vérifier", "recevoir", "prévenir"
_THIRD = ("endre", "ondre", "erdre", "ordre")


@lru_cache(maxsize=5_000)
def is_infinitive(word: str) -> bool:
    """Tell whether a lower-case word is an infinitive, as far as its end tells.

    The ends in -re are those of the irregular verbs; nouns with such ends are listed.

    >>> [is_infinitive(word) for word in ("défendre", "interdire", "culture", "mer", "quartier")]
    [True, True, False, False, False]
    """
    if word in words("infinitive_lookalikes.txt") or len(word) < 4:
        return False
    if word.endswith(_NOUNS_MOSTLY):
        return word.endswith(_OF_NOUNS_MOSTLY)
    return word.endswith(_FIRST_AND_SECOND) or word.endswith((*_THIRD, *_irregular()))


@lru_cache(maxsize=1)
def _irregular() -> tuple[str, ...]:
    return tuple(end for end, *_ in rows("irregular_verbs.tsv", 9) if end.endswith(("re", "voir")))
