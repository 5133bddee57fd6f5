"""Tell the full name of a body that the record does not hold but the text writes out."""

from __future__ import annotations

import re

from articleparse.document import Document
from articleparse.resolve.speakers.naming import NounPhrase
from articleparse.resolve.speakers.voices import Voice

# What a body's noun goes on with: "de" and a name, of several capitals even.
_NAME = (
    r" (?:de la |de l'|du |des |de |d')"
    r"(?:[A-ZÀ-Þ][\w-]*(?:(?: (?:de la|de l'|du|des|de|et)| d'| l')? ?[A-ZÀ-Þ][\w-]*)*"
)
# A ministry goes by its matter, and police is one.
_MATTER = {"ministère": r"|[a-zà-ÿ-]+", "préfecture": r"|police\b"}
# A noun that the text completes in several ways takes up one within this many characters.
_NEAR = 1500


def in_full(document: Document, noun: NounPhrase) -> Voice | None:
    """Return the fuller phrase that "la préfecture" stands for, the last one before or first behind.

    Only bodies have such names; "le ministère" without another name stays a label.
    """
    is_body = noun.noun is not None and noun.noun.kind == "body"
    if not (is_body and noun.is_definite and noun.words == [noun.head]) or noun.is_plural:
        return None
    pattern = rf"\b{re.escape(noun.head)}{_NAME}{_MATTER.get(noun.head, '')})"
    written = list(re.finditer(pattern, document.folded))
    before = [match for match in written if match.start() < noun.start]
    if not written:
        return None
    found = (before or written)[-1 if before else 0]
    is_one = len({match[0].lower() for match in written}) == 1
    if not is_one and noun.start - found.start() > _NEAR:
        return None
    label = document.text[found.start() : found.end()]
    return Voice(label, (), noun.start, noun.end, "role", noun.gender, head=noun.head)
