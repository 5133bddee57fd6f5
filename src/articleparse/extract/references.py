"""Find pointers to other articles: "voir notre article du …", "(lire ci-contre)"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from articleparse.document import Document, Mention
from articleparse.lexicon.references import reference_nouns

_SEE = r"(?:re)?(?:lire|voir|lisez|voyez|écouter|consulter|retrouve[rz])|cf\.?"
_ADVERBS = r"(?: (?:aussi|également|par exemple|notamment|à ce sujet|à ce propos|sur ce sujet|ici|encore))*"
_HERE = re.compile(
    r"\b(?P<ref>(?:re)?(?:lire|voir)(?: aussi| également)?(?: l'(?:article|encadré|interview|entretien))?"
    r" (?:ci-(?:contre|dessous|dessus|après|avant)|par ailleurs|pages? \d+(?:(?: ?-| à| et) ?\d+)?"
    r"|p\. ?\d+|en pages? \d+(?:(?: ?-| à| et) ?\d+)?|(?:notre |l')encadré|plus (?:haut|bas|loin)))(?!\w)",
    re.IGNORECASE,
)
_LINE = re.compile(
    r"(?:^|\n)[ >•▶→*-]*(?:(?:à|a) )?(?:re)?(?:lire|voir|écouter)(?: (?:aussi|également|encore))?(?: sur le sujet)? ?[:|>] ?"
    r"(?P<ref>[^\n]{8,200})",
    re.IGNORECASE,
)
_LONGEST = 100


@dataclass(frozen=True, slots=True)
class ReferenceMention(Mention):
    """A pointer to another text, from "notre" or the verb to the end of its description."""


@cache
def _described() -> re.Pattern[str]:
    nouns = "|".join(sorted(reference_nouns(), key=len, reverse=True))
    own = rf"(?:notre|nos) (?:[a-zà-ÿ]+ )?(?:{nouns})\b"
    date = r"d(?:u|e|es|'(?=hier|avant|avril|août|octobre)) ?"
    end = rf"[^.;:)\n\"]{{0,{_LONGEST}}}"
    return re.compile(
        rf"\b(?:{_SEE}){_ADVERBS},? :? ?(?:dans |sur )?(?P<seen>(?:{own}|l'(?:{nouns})\b|(?:cet|cette|le|la|les) (?:{nouns})\b){end})"
        rf"|\b(?P<own>{own} {date}(?=\d|1er|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|[a-zéû]+ \d{{4}}|ce ){end})",
        re.IGNORECASE,
    )


def extract(document: Document) -> list[ReferenceMention]:
    """Find them in a document, in text order."""
    text = document.folded
    found: list[ReferenceMention] = []
    for rule, pattern in (("described", _described()), ("position", _HERE), ("line", _LINE)):
        for match in pattern.finditer(text):
            group = "ref" if rule != "described" else ("seen" if match["seen"] else "own")
            start, end = match.span(group)
            if rule == "described":
                end = _shortened(text, start, end)
            while end > start and text[end - 1] in " ,":
                end -= 1
            found.append(ReferenceMention(start, end, rule))
    found.sort(key=lambda mention: (mention.start, -mention.end))
    kept: list[ReferenceMention] = []
    for mention in found:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


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
