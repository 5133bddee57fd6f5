"""Find pointers to other articles: "voir notre article du …", "(lire ci-contre)"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from articleparse.document import Document, Mention
from articleparse.lexicon.references import reference_nouns, reference_verbs

_OWN = frozenset(("notre", "nos"))
_ADVERBS = r"(?: (?:aussi|également|par exemple|notamment|à ce sujet|à ce propos|sur ce sujet|ici|encore))*"
_HERE = re.compile(
    r"(?P<ref>(?:re)?(?:lire|voir)(?: aussi| également)?(?: l'(?:article|encadré|interview|entretien))?"
    r" (?:ci-(?:contre|dessous|dessus|après|avant)|par ailleurs|pages? \d+(?:(?: ?-| à| et) ?\d+)?"
    r"|p\. ?\d+|en pages? \d+(?:(?: ?-| à| et) ?\d+)?|(?:notre |l')encadré|plus (?:haut|bas|loin)))(?!\w)",
    re.IGNORECASE,
)
_OPENS_LINE = re.compile(r"(?:^|\n)[ >•▶→*-]*(?:[àa] )?$", re.IGNORECASE)
_LONGEST_OPENING = 16
_LINE = re.compile(
    r"(?:re)?(?:lire|voir|écouter)(?: (?:aussi|également|encore))?(?: sur le sujet)? ?[:|>] ?"
    r"(?P<ref>[^\n]{8,200})",
    re.IGNORECASE,
)
_LONGEST = 100


@dataclass(frozen=True, slots=True)
class ReferenceMention(Mention):
    """A pointer to another text, from "notre" or the verb to the end of its description."""


@cache
def _openers() -> frozenset[str]:
    """Return the words that pointers begin with: nothing else in an article is looked at."""
    verbs = reference_verbs()
    return _OWN | verbs | frozenset(f"re{verb}" for verb in verbs) | {"cf"}


@cache
def _described() -> re.Pattern[str]:
    nouns = "|".join(sorted(reference_nouns(), key=len, reverse=True))
    see = rf"(?:re)?(?:{'|'.join(sorted(reference_verbs()))})|cf\.?"
    own = rf"(?:notre|nos) (?:[a-zà-ÿ]+ )?(?:{nouns})\b"
    date = r"d(?:u|e|es|'(?=hier|avant|avril|août|octobre)) ?"
    end = rf"[^.;:)\n\"]{{0,{_LONGEST}}}"
    return re.compile(
        rf"(?:{see}){_ADVERBS},? :? ?(?:dans |sur )?(?P<seen>(?:{own}|l'(?:{nouns})\b|(?:cet|cette|le|la|les) (?:{nouns})\b){end})"
        rf"|(?P<own>{own} {date}(?=\d|1er|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|[a-zéû]+ \d{{4}}|ce ){end})",
        re.IGNORECASE,
    )


def extract(document: Document) -> list[ReferenceMention]:
    """Find them in a document, in text order."""
    text, words = document.folded, document.words
    found: list[ReferenceMention] = []
    for index in words.among(_openers()):
        start = words.starts[index]
        if words.lows[index] not in _OWN:
            if position := _HERE.match(text, start):
                found.append(_mention(text, *position.span("ref"), "position"))
            if (line := _LINE.match(text, start)) and _OPENS_LINE.search(
                text, max(0, start - _LONGEST_OPENING), start
            ):
                found.append(_mention(text, *line.span("ref"), "line"))
        if described := _described().match(text, start):
            start, end = described.span("seen" if described["seen"] else "own")
            found.append(_mention(text, start, _shortened(text, start, end), "described"))
    found.sort(key=lambda mention: (mention.start, -mention.end))
    kept: list[ReferenceMention] = []
    for mention in found:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def _mention(text: str, start: int, end: int, rule: str) -> ReferenceMention:
    while end > start and text[end - 1] in " ,":
        end -= 1
    return ReferenceMention(start, end, rule)


_DATED = re.compile(
    r"[^,]*?\b(?:\d{1,2}|1er) (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)(?: \d{4})?|[^,]*?\d\d/\d\d/\d{4}",
    re.IGNORECASE,
)


def _shortened(text: str, start: int, end: int) -> int:
    """End the reference behind its date, else at the first comma."""
    if dated := _DATED.match(text, start, end):
        return dated.end()
    comma = text.find(",", start, end)
    return comma if comma > 0 else end
