"""What stands around a name: article, preposition, governing noun, neighbours."""

from __future__ import annotations

from typing import NamedTuple

from articleparse.extract.places.words import Words, opens
from articleparse.lexicon import places as lexicon
from articleparse.lexicon.organisations import bearers
from articleparse.lexicon.people import given_name

_LEADS = frozenset((" ", "'", "' "))
_ARTICLES = frozenset(("le", "la", "les", "l"))
_CONTRACTED = {"du": ("de", "le"), "des": ("de", "les"), "au": ("à", "le"), "aux": ("à", "les")}
_PREPOSITIONS = {
    "à": "à",
    "À": "à",
    "A": "à",
    "de": "de",
    "d": "de",
    "De": "de",
    "D": "de",
    "en": "en",
    "En": "en",
    "dans": "dans",
    "Dans": "dans",
}
_OTHER_PREPOSITIONS = frozenset(
    ("depuis", "devant", "entre", "hors", "jusqu", "par", "pour", "sous", "sur", "vers", "via")
)
_FREE_WORDS = _OTHER_PREPOSITIONS | frozenset(
    ("comme", "et", "mais", "ou", "ni", "que", "qu", "si")
)
_NO_HEADS: frozenset[str] = frozenset()
_HONORIFICS = frozenset(("m", "mm", "mme", "mmes", "mlle", "me", "mgr", "dr", "pr"))


class Surroundings(NamedTuple):
    """The evidence next to a name, as the text has it."""

    article: str
    """le, la, les, l, or empty; contracted ones written out."""
    preposition: str
    """à, de, en, dans, another one, or empty."""
    heads: frozenset[str]
    """The kinds of the noun before "de" (see the lexicon's place heads)."""
    phrase_start: int
    """Where the name begins with an article that is not contracted."""
    first: int
    """Number of the first word of article and preposition with the name."""
    begins_sentence: bool
    follows_capital: bool
    """Whether a capitalised word stands right before the name, or governs it."""
    follows_noun: bool
    """Whether a word in lower case that governs no name stands right before it."""
    precedes_capital: bool
    """Whether the name goes on with a capitalised word or a number."""
    precedes_given_name: bool
    """Whether that word is a common given name."""
    is_idiom: bool
    in_brackets: bool


def look_around(words: Words, first: int, last: int, name_key: str) -> Surroundings:
    """Return the evidence around the words `first` to `last`."""
    at, gap = first, words.gap(first)
    begins = not at or opens(gap)
    article = preposition = ""
    if not begins and gap in _LEADS and words.low(at - 1) in _ARTICLES:
        at -= 1
        article, gap = words.low(at), words.gap(at)
        begins = not at or opens(gap)
    phrase_start = words.starts[at]
    if not begins and (gap in _LEADS or gap == "-"):
        before = words.raws[at - 1]
        low = words.low(at - 1)
        if not article and low in _CONTRACTED:
            preposition, article = _CONTRACTED[low]
        elif before in _PREPOSITIONS:
            preposition = _PREPOSITIONS[before]
        elif low in _OTHER_PREPOSITIONS:
            preposition = low
        if preposition:
            at -= 1
            gap = words.gap(at)
            begins = not at or opens(gap)
    if begins:
        follows_capital, follows_noun, heads = False, False, _NO_HEADS
    else:
        follows_capital, follows_noun, heads = _before(words, at, gap, preposition, article)
    precedes_capital = _precedes_capital(words, last)
    return Surroundings(
        article,
        preposition,
        heads,
        phrase_start,
        at,
        begins,
        follows_capital,
        follows_noun,
        precedes_capital,
        precedes_capital and _precedes_given_name(words, last),
        _is_idiom(words, first, name_key),
        _in_brackets(words, first, last),
    )


def _before(
    words: Words, at: int, gap: str, preposition: str, article: str
) -> tuple[bool, bool, frozenset[str]]:
    """Return whether a capital, or a noun, stands before the gap, and the kinds of heads."""
    if gap.startswith(")") and preposition == "de":
        opened = next((i for i in range(at - 1, max(at - 8, 0), -1) if "(" in words.gap(i)), 0)
        return False, False, _heads(words, opened - 1) if opened else _NO_HEADS
    if gap not in (" ", "'", "-"):
        return False, False, _NO_HEADS
    before = at - 1
    heads = _heads(words, before) if preposition == "de" else _NO_HEADS
    if words.is_capital(before) and not _is_party(words, before):
        opens = words.begins_sentence(before) and (
            bool(heads) or words.low(before) in lexicon.openers() or bool(preposition)
        )
        governs = preposition in ("", "de")
        return governs and not opens and not heads, False, heads
    is_noun = not preposition and not article and words.low(before) not in _FREE_WORDS
    return False, is_noun, heads


def _is_party(words: Words, index: int) -> bool:
    """Tell "le sénateur PCF de Paris" from "la RATP de Paris": a party parts noun and place."""
    raw = words.raws[index]
    parts = raw.isupper() and words.gap(index) == " " and words.raws[index - 1].islower()
    return parts and any(known.kind == "party" for known in bearers(raw))


def _heads(words: Words, index: int) -> frozenset[str]:
    known = lexicon.heads()
    if index < 0:
        return frozenset()
    raw = words.raws[index].lower()
    if index and words.gap(index) == "-":
        joined = f"{words.raws[index - 1].lower()}-{raw}"
        if joined in known:
            return known[joined]
    return known.get(raw, frozenset())


def _precedes_capital(words: Words, last: int) -> bool:
    after = last + 1
    if after >= len(words):
        return False
    gap = words.gap(after)
    if gap == "-":
        return True
    if gap != " ":
        return False
    if words.raws[after][0].isdigit():
        return len(words.raws[after]) <= 4
    return words.is_capital(after) and words.low(after) not in _HONORIFICS


def _precedes_given_name(words: Words, last: int) -> bool:
    given = given_name(words.raws[last + 1]) if words.gap(last + 1) == " " else None
    return given is not None and given.is_common


def _is_idiom(words: Words, first: int, name_key: str) -> bool:
    known = lexicon.idioms().get(name_key)
    if not known:
        return False
    phrase = ""
    for index in range(first - 1, max(first - 5, -1), -1):
        if words.gap(index + 1) not in (" ", "'", "-"):
            return False
        phrase = f"{words.low(index)} {phrase}".strip()
        if phrase in known:
            return True
    return False


def _in_brackets(words: Words, first: int, last: int) -> bool:
    """Tell whether the name stands alone between brackets, commas and strokes."""
    text, start, end = words.text, words.starts[first], words.ends[last]
    left = text[max(0, start - 30) : start]
    opened = left.rfind("(")
    return (
        opened >= 0
        and ")" not in left[opened:]
        and (text[end : end + 1] in (")", ",", "/", " ") or text[end : end + 2] == "- ")
        and left.rstrip()[-1:] in ("(", ",", "/", "-", "'", "a", "e", "s", "–")
        and ")" in text[end : end + 40]
    )
