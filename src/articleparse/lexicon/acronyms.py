"""Tell whether an acronym is put together from the words of a longer name."""

from __future__ import annotations

from collections.abc import Sequence

from articleparse.lexicon.spelling import plain

_NO_INITIAL = frozenset(
    ["de", "du", "des", "d'", "la", "le", "les", "l'", "et", "a", "au", "aux", "en", "pour", "sur"]
)


def is_short_for(short: str, long: Sequence[str]) -> bool:
    """Tell whether a word is put together from letters that begin the words of a name.

    >>> is_short_for("Anah", ["Agence", "nationale", "de", "l'", "habitat"])
    True
    >>> is_short_for("Suez", ["Institut", "national"])
    False
    """
    letters = [c for c in plain(short) if c.isalnum()]
    words = [plain(word) for word in long if word[0].isalnum()]
    if len(words) < 2 or len(letters) < 2 or letters[0] != words[0][0]:
        return False
    return _covers(letters, [w for w in words if w not in _NO_INITIAL]) or _covers(letters, words)


def shares_initials(short: str, long: Sequence[str]) -> bool:
    """Tell whether a word has a name's initials in another order, as other languages set them.

    >>> shares_initials("UEFA", ["Union", "des", "associations", "européennes", "de", "football"])
    True
    >>> shares_initials("Fnac", ["Conseil", "national", "de", "la", "fonction", "publique"])
    False
    """
    initials = _initials(long)
    return len(initials) > 2 and sorted(plain(short)) == sorted(initials)


def begins_with_initials(short: str, long: Sequence[str]) -> bool:
    """Tell whether the first two letters of a word are initials of a name, in order.

    >>> begins_with_initials("OFEV", ["Office", "fédéral", "de", "l'", "environnement"])
    True
    >>> begins_with_initials("CHU", ["Conseil", "des", "sages"])
    False
    """
    initials = _initials(long)
    return len(initials) > 1 and list(plain(short)[:2]) == initials[:2]


def _initials(long: Sequence[str]) -> list[str]:
    words = [plain(word) for word in long if word[0].isalnum()]
    return [word[0] for word in words if word not in _NO_INITIAL]


def _covers(letters: Sequence[str], words: Sequence[str]) -> bool:
    """Tell whether the letters can be taken in order from the beginnings of the words."""
    reached = {0}
    for word in words:
        for at in sorted(reached):
            taken = 0
            while at < len(letters) and taken < len(word) and letters[at] == word[taken]:
                at, taken = at + 1, taken + 1
                reached.add(at)
    return len(letters) in reached
