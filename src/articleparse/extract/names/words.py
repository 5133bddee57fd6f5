"""The words of a document as the scanner for names walks over them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import filterfalse

from articleparse.document import Document, Tokens
from articleparse.extract.names.spelled import spelled_out
from articleparse.lexicon.name_words import name_words
from articleparse.lexicon.organisations import foreign_heads, heads, known_forms
from articleparse.lexicon.word import Word, word

_OPENING = frozenset('"([-*•')
_AFTER_WHICH_CAPITALS = frozenset('":?!')
_MARKS = _OPENING | _AFTER_WHICH_CAPITALS | {")"}


@dataclass(frozen=True, slots=True)
class Words:
    """Tokens by index, with what of them begins a sentence or follows without a break.

    `noted` are the indices of the tokens at which a name may begin, in order; `opens`
    holds those of them that begin a sentence, a line or what stands between quotation
    marks; `breaks` the tokens that more than a blank parts from the next one;
    `all` is the set of all tokens, `long_names` tells where those end that an
    acronym behind them spells, by where they begin; `has_foreign_head` tells whether any
    token is a noun of another language that heads names of bodies.
    """

    texts: tuple[str, ...]
    starts: Sequence[int]
    ends: Sequence[int]
    noted: Sequence[int]
    opens: frozenset[int]
    breaks: frozenset[int]
    all: frozenset[str]
    long_names: dict[int, int]
    has_foreign_head: bool

    @classmethod
    def of(cls, document: Document) -> Words:
        """Prepare the words of a document."""
        tokens = document.tokens
        texts, starts, ends = tokens
        spelled = frozenset(texts)
        noted_words = spelled & _opening_in_lower_case()
        noted_words |= set(filter(_is_noted, filterfalse(str.islower, spelled)))
        noted = [index for index, text in enumerate(texts) if text in noted_words]
        breaks = _breaks(document.folded, starts)
        return cls(
            texts,
            starts,
            ends,
            noted,
            _opens(noted, tokens, breaks, {sentence.start for sentence in document.sentences}),
            breaks,
            spelled,
            spelled_out(texts, _all("(", texts) if "(" in spelled else [], breaks),
            not spelled.isdisjoint(foreign_heads()),
        )

    def at(self, index: int) -> Word:
        """Return what is known of a token."""
        return word(self.texts[index])

    def is_name(self, index: int) -> bool:
        """Tell whether the token is a word that begins with a capital ("Roy", "al-Assad")."""
        return word(self.texts[index]).is_name

    def goes_on(self, index: int) -> bool:
        """Tell whether a capitalised word follows a token straight away."""
        return index not in self.breaks and word(self.texts[index + 1]).is_name

    def stands_in_lower_case(self, lower: str) -> bool:
        """Tell whether a word of the text is written so somewhere, in lower case."""
        return lower in self.all and lower.islower()


def _all(mark: str, texts: tuple[str, ...]) -> list[int]:
    """Return where a mark stands: few do, and `index` looks many times as fast as a loop."""
    found = []
    at = -1
    for _ in range(texts.count(mark)):
        at = texts.index(mark, at + 1)
        found.append(at)
    return found


def _opens(
    noted: Iterable[int], tokens: Tokens, breaks: Collection[int], begins: Collection[int]
) -> frozenset[int]:
    """Return which tokens begin a sentence (`begins` are offsets) or a line, or open behind a mark."""
    texts, starts = tokens.texts, tokens.starts
    return frozenset(
        [
            index
            for index in noted
            if starts[index] in begins
            or index - 1 in breaks
            or (texts[index - 1] in _MARKS and _lets_open(tokens, index - 1, breaks, begins))
        ]
    )


def _lets_open(
    tokens: Tokens, index: int, breaks: Collection[int], begins: Collection[int]
) -> bool:
    """Tell whether what stands behind a mark opens, by all the marks up to there: '("', '- «'."""
    texts, starts = tokens.texts, tokens.starts
    first = index
    while starts[first] not in begins and first - 1 not in breaks and texts[first - 1] in _MARKS:
        first -= 1
    opens = starts[first] in begins or first - 1 in breaks
    for at in range(first, index + 1):
        if opens:
            opens = texts[at] in _OPENING
        else:
            opens = texts[at] in _AFTER_WHICH_CAPITALS or (texts[at] == ")" and _is_item(texts, at))
    return opens


def _is_item(texts: tuple[str, ...], index: int) -> bool:
    """Tell whether a closing parenthesis ends the number of an item: "2) Essayer"."""
    return index > 0 and texts[index - 1].isdigit() and (index < 2 or texts[index - 2] != "(")


def _breaks(folded: str, starts: Sequence[int]) -> frozenset[int]:
    """Return the tokens behind which a line ends or several blanks follow, and the ends."""
    found = {-1, len(starts) - 1}
    for gap in ("\n", "  "):
        at = folded.find(gap)
        while at >= 0:
            behind = bisect_left(starts, at)
            found.add(behind - 1)
            if behind == len(starts):
                break
            at = folded.find(gap, starts[behind])
    return frozenset(found)


@cache
def _opening_in_lower_case() -> frozenset[str]:
    known = {form.tokens[0] for forms in known_forms().values() for form in forms}
    return name_words("saint") | heads().keys() | set(filter(str.islower, known))


@lru_cache(maxsize=10_000)
def _is_noted(text: str) -> bool:
    """Tell of a token not in lower case whether a name may begin with it."""
    if not text[0].isalnum():
        return False
    known = word(text)
    return known.is_name or (
        (text[0].isupper() or text[0].isdigit()) and bool(known.forms or known.head)
    )
