"""Changes by a factor: ont quadruplé, multiplié par trois, divisée par deux."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from articleparse.document import Words
from articleparse.extract.figures.mention import FigureMention
from articleparse.extract.figures.surroundings import modifier_before
from articleparse.lexicon import files
from articleparse.lexicon.numbers import multiplicatives
from articleparse.numerals.numbers import Numeral

# Endings of the first group; "-e" alone is left out: double and triple are adjectives too.
_ENDINGS = (
    *("é", "ée", "és", "ées", "er", "ent", "era", "eront"),
    *("ait", "aient", "erait", "eraient", "ant", "èrent"),
)
_BY = re.compile(r"(?P<verb>(?P<up>multipli\w*)|divis\w*)(?: \w+){0,2} par $", re.I)
_AUXILIARY_REACH = 32
_BY_REACH = 64


@cache
def _forms() -> frozenset[str]:
    return frozenset(stem + ending for stem in multiplicatives() for ending in _ENDINGS)


@cache
def _pattern() -> re.Pattern[str]:
    stems, endings = "|".join(multiplicatives()), "|".join(_ENDINGS)
    return re.compile(rf"(?P<stem>{stems})(?P<end>{endings})(?![\w-])")


@cache
def _auxiliary() -> re.Pattern[str]:
    forms = "|".join(sorted(files.words("auxiliaries.txt"), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{forms})(?: [^\W\d_]+(?: [a-z]+)?)? $")


def multiplications(text: str, words: Words) -> Iterator[FigureMention]:
    """Yield the verbs that tell a factor, with their auxiliary.

    A participle or infinitive counts behind an auxiliary alone: "un doublé" is a
    sportsman's, and a film is dubbed ("doublé par").

    >>> from articleparse.document import cut_words
    >>> text = "Les aides ont presque triplé en un an."
    >>> [(text[m.start:m.end], m.low) for m in multiplications(text, cut_words(text))]
    [('ont presque triplé', 3)]
    """
    for index in words.among(_forms()):
        match = _pattern().match(text, words.starts[index])
        if match is None:
            continue
        start = match.start()
        if match["end"].startswith("é") or match["end"] == "er":
            floor = max(0, start - _AUXILIARY_REACH)
            auxiliary = _auxiliary().search(text[floor:start])
            if auxiliary is None or "\n" in auxiliary[0]:
                continue
            start = floor + auxiliary.start()
        if text[match.end() : match.end() + 5] == " par ":
            continue
        factor = multiplicatives()[match["stem"]]
        about = re.search(r"\b(?:presque|quasiment|pratiquement)\b", text[start : match.end()])
        yield FigureMention(
            start,
            match.end(),
            "multiplying-verb",
            factor,
            factor,
            "×",
            _subject(text, start),
            modifier="about" if about else "exact",
            change="increase",
        )


_CLAUSE_START = re.compile(r"[.,;:!?\n\"()]|\b(?:que|où|dont|et|mais|car) |\bqu'")
_NOTE = re.compile(r" ?[(\[]\w{1,2}[)\]] ?$")
_DETERMINER = re.compile(r"(?:l[ae]s? |l'|des |ces? |cette |ses? |son |sa |leurs? |un |une )", re.I)
_SUBJECT_REACH = 90


def _subject(text: str, verb: int) -> str | None:
    """Return what multiplies: the noun phrase that opens the clause before the verb."""
    left = _NOTE.sub("", text[max(0, verb - _SUBJECT_REACH) : verb]).rstrip()
    starts = [0, *(match.end() for match in _CLAUSE_START.finditer(left))]
    phrase = left[starts[-1] :].strip()
    return phrase if _DETERMINER.match(phrase) else None


def multiple_at(text: str, number: Numeral) -> FigureMention | None:
    """Return the factor that `number` is behind "multiplié par" and "divisé par".

    >>> from articleparse.numerals.numbers import numerals
    >>> text = "une facture divisée par deux"
    >>> mention = multiple_at(text, list(numerals(text))[-1])
    >>> text[mention.start:mention.end], mention.change
    ('divisée par deux', 'decrease')
    """
    # Cheaper than to tell first what stands between the two.
    if " par " not in text[max(0, number.start - _BY_REACH) : number.start].lower():
        return None
    modifier = modifier_before(text, number.start)
    start = modifier[1] if modifier else number.start
    floor = max(0, start - _AUXILIARY_REACH)
    match = _BY.search(text[floor:start])
    if match is None:
        return None
    return FigureMention(
        floor + match.start(),
        number.end,
        "factor",
        number.value,
        number.value,
        "×",
        modifier=modifier[0] if modifier else "exact",
        change="increase" if match["up"] else "decrease",
    )
