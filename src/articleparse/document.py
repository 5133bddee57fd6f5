"""One article as frozen text: spans, blocks, and what its page says about itself."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import accumulate
from operator import add
from typing import Literal, NamedTuple

BlockKind = Literal[
    "kicker",
    "headline",
    "standfirst",
    "byline",
    "dateline",
    "crosshead",
    "paragraph",
    "list_item",
    "caption",
    "footnote",
    "related",
]

_SPACES = "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_APOSTROPHES = "\u2019\u2018\u02bc\u2032\u00b4`\u201b\uff07"
_QUOTES = "\u00ab\u00bb\u201c\u201d\u201e\u201f\u2033\uff02"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ad"
_FOLDING = (
    dict.fromkeys(_SPACES, " ")
    | dict.fromkeys(_APOSTROPHES, "'")
    | dict.fromkeys(_QUOTES, '"')
    | dict.fromkeys(_DASHES, "-")
)


def fold(text: str) -> str:
    """Make all spaces, apostrophes, quotation marks and dashes of `text` look alike.

    The result has the same length, so an offset into it is an offset into `text`.
    Newlines, letters and case stay.

    >>> fold("l’avis : « 1\u202f200 – oui »")
    'l\\'avis : " 1 200 - oui "'
    """
    # One mark after the other: many times as fast as `str.translate`, which asks each character.
    for mark, plain in _FOLDING.items():
        if mark in text:
            text = text.replace(mark, plain)
    return text


# Most words stand apart from apostrophes, stops and hyphens, and the second line takes them, as
# the first does away with blanks. Else an elided word ("l'", "qu'"), initials ("J.-P.", "A.M.F."),
# a word with inner hyphens and apostrophes, or any other visible character by itself.
_TOKEN = re.compile(
    r"""( (?=\S)
      (?: \w+(?![\w'.-])
      | (?:[dlnsmtcjDLNSMTCJ]|[A-Za-z]{0,6}qu|Qu)'(?=\w)
      | [A-ZÀ-Þ]h?\.(?:-?[A-ZÀ-Þ]\.)*(?!\w)
      | \w+(?:['-]\w+)*
      | \S ))""",
    re.VERBOSE,
)
_LETTERS_OR_DIGITS = re.compile(r"[^\W\d_]+|\d+")
_LETTERS_AND_DIGITS = re.compile(r"[^\W_]+")


class Tokens(NamedTuple):
    """Words, numbers and marks in text order: what each is and where it stands."""

    texts: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def tokenize(folded: str) -> Tokens:
    """Cut a folded text into words, numbers and marks.

    >>> tokenize("L'avis de J.-P. Roy, à Saint-Lô (50).").texts
    ("L'", 'avis', 'de', 'J.-P.', 'Roy', ',', 'à', 'Saint-Lô', '(', '50', ')', '.')
    """
    # Pieces and gaps by turns, their lengths summed up: several times as fast as asking
    # every match for its span.
    parts = _TOKEN.split(folded)
    reached = tuple(accumulate(map(len, parts)))
    return Tokens(tuple(parts[1::2]), reached[: len(parts) - 1 : 2], reached[1::2])


class Runs(NamedTuple):
    """Runs of letters and digits in text order, also those inside tokens ("L'", "A7")."""

    raws: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def runs_in(tokens: Tokens) -> Runs:
    """Return the runs of letters and digits of a text that has been cut into tokens.

    >>> runs_in(tokenize("L'A7, avant-hier")).raws
    ('L', 'A7', 'avant', 'hier')
    """
    # No run goes beyond its token, and most tokens are one: cheaper than a cut of its own.
    raws: list[str] = []
    starts: list[int] = []
    for text, start in zip(tokens.texts, tokens.starts, strict=True):
        if text.isalpha():
            raws.append(text)
            starts.append(start)
        else:
            for raw, offset in _runs_of(text):
                raws.append(raw)
                starts.append(start + offset)
    return Runs(tuple(raws), tuple(starts), tuple(map(add, starts, map(len, raws))))


@lru_cache(maxsize=1 << 14)  # marks and elided words come again and again
def _runs_of(token: str) -> tuple[tuple[str, int], ...]:
    return tuple((match[0], match.start()) for match in _LETTERS_AND_DIGITS.finditer(token))


class Words(NamedTuple):
    """Runs of letters and runs of digits in text order, also those inside tokens.

    `lows` are the words in lower case, `all` each of these once; `numbers` says which
    words are digits.
    """

    raws: tuple[str, ...]
    lows: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    numbers: tuple[int, ...]
    all: frozenset[str]

    def among(self, known: frozenset[str]) -> list[int]:
        """Return the indices of the words that are `known` in lower case.

        >>> cut_words("Hier et avant-hier").among(frozenset({"hier"}))
        [0, 3]
        """
        if known.isdisjoint(self.all):  # many times as fast as to look where they stand
            return []
        return [index for index, low in enumerate(self.lows) if low in known]

    def among_with_numbers(self, known: frozenset[str]) -> list[int]:
        """Return what `among` does, and where digits stand, in text order.

        >>> cut_words("8 ou 9 mai").among_with_numbers(frozenset({"mai"}))
        [0, 2, 3]
        """
        return sorted((*self.numbers, *self.among(known)))


def words_in(runs: Runs) -> Words:
    """Return the runs with letters and digits apart.

    >>> words_in(runs_in(tokenize("l'A7"))).raws
    ('l', 'A', '7')
    """
    raws: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    numbers: list[int] = []
    done = 0
    # Few are no letters, still fewer letters and digits.
    for i in [i for i, raw in enumerate(runs.raws) if not raw.isalpha()]:
        raws += runs.raws[done:i]
        starts += runs.starts[done:i]
        ends += runs.ends[done:i]
        for part in _LETTERS_OR_DIGITS.finditer(runs.raws[i]):
            if part[0].isdecimal():
                numbers.append(len(raws))
            raws.append(part[0])
            starts.append(runs.starts[i] + part.start())
            ends.append(runs.starts[i] + part.end())
        done = i + 1
    raws += runs.raws[done:]
    starts += runs.starts[done:]
    ends += runs.ends[done:]
    lows = tuple(map(str.lower, raws))
    return Words(tuple(raws), lows, tuple(starts), tuple(ends), tuple(numbers), frozenset(lows))


def cut_words(folded: str) -> Words:
    """Cut a folded text into runs of letters and runs of digits.

    >>> cut_words("L'A7, avant-hier").lows
    ('l', 'a', '7', 'avant', 'hier')
    """
    return words_in(runs_in(tokenize(folded)))


class Span(NamedTuple):
    """A half-open range of code points of `Document.text`."""

    start: int
    end: int


class Block(NamedTuple):
    """A span of the text with its part in the article (headline, paragraph …)."""

    kind: BlockKind
    start: int
    end: int


class Link(NamedTuple):
    """The text of a hyperlink and its target, as the page gives it."""

    start: int
    end: int
    url: str


class Byline(NamedTuple):
    """An author as the page names them; the span is missing where only metadata does."""

    name: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A day that the page, its metadata or the caller states for the article.

    `origin` says where it stands ("json-ld datePublished", "meta
    article:published_time", "caller" …); `text` is the value as it stands there;
    `date` and `time` are local to the publisher (Europe/Paris unless told).
    """

    role: Literal["published", "modified"]
    origin: str
    text: str
    date: dt.date
    time: dt.time | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the page or the caller tells about the article, apart from its text."""

    url: str | None = None
    publisher: str | None = None
    language: str | None = None
    dates: tuple[StatedDate, ...] = ()
    authors: tuple[Byline, ...] = ()
    truncated: bool = False


@dataclass(frozen=True, slots=True)
class Origin:
    """The bytes that a document was read from, and what their container tells beside."""

    name: str
    media_type: str
    encoding: str | None
    sha256: str
    extra: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Document:
    """One article: its canonical text, the blocks that cover it, and its metadata.

    `blocks` are in text order and do not overlap. `sentences` lie inside blocks.
    `superscripts` are the spans that the page sets as superscript (footnote
    markers mostly) and `links` its hyperlinks; plain text has neither.
    """

    text: str
    blocks: tuple[Block, ...]
    origin: Origin
    metadata: Metadata = field(default_factory=Metadata)
    sentences: tuple[Span, ...] = ()
    superscripts: tuple[Span, ...] = ()
    links: tuple[Link, ...] = ()

    @cached_property
    def folded(self) -> str:
        """The text as `fold` gives it: match on this, with offsets into `text`."""
        return fold(self.text)

    @cached_property
    def tokens(self) -> Tokens:
        """Words, numbers and marks of the folded text, in order."""
        return tokenize(self.folded)

    @cached_property
    def runs(self) -> Runs:
        """Runs of letters and digits of the folded text, in order."""
        return runs_in(self.tokens)

    @cached_property
    def words(self) -> Words:
        """Runs of letters and runs of digits of the folded text, in order."""
        return words_in(self.runs)

    def block_text(self, kind: BlockKind) -> str | None:
        """Return the text of the first block of that kind, or None."""
        for block in self.blocks:
            if block.kind == kind:
                return self.text[block.start : block.end]
        return None


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that an extractor claims, and the name of the rule that saw it.

    Each extractor derives its own mention type from this one.
    """

    start: int
    end: int
    rule: str

    @property
    def span(self) -> Span:
        """The claimed range."""
        return Span(self.start, self.end)
