"""Tell whom the rest of the text makes a short label stand for: a body in full, an author."""

from __future__ import annotations

import re
from collections.abc import Collection

from articleparse.document import Document, fold
from articleparse.lexicon.clauses import words_of
from articleparse.lexicon.speech import singular, speaker_nouns
from articleparse.resolve.speakers.cast import Cast, Named, without_small
from articleparse.resolve.speakers.naming import NounPhrase
from articleparse.resolve.speakers.voices import Voice

# What a body's noun goes on with: "de" and a name, of several capitals even.
_NAME = (
    r" (?:de la |de l'|du |des |de |d')"
    r"(?:[A-ZÀ-Þ][\w-]*(?:(?: (?:de la|de l'|du|des|de|et)| d'| l')? ?[A-ZÀ-Þ][\w-]*)*"
)
# A ministry goes by its matter, and police is one.
_MATTER = {"ministère": r"|[a-zà-ÿ-]+", "préfecture": r"|police\b"}
# "collègue Alex": a noun, adjectives and one name without surname.
_GIVEN = re.compile(r"(?P<noun>(?:[a-zà-ÿ-]+ ){1,3})(?P<name>[A-ZÀ-Þ][a-zà-ÿ]{2,20})")
# Who made a document, behind its noun: "le rapport de [la société du pont]".
_MAKER = re.compile(r" (?:de la |de l'|du |des |d'une? |de |d')(?P<maker>(?P<head>[\w-]+).*)")
# A noun that the text completes in several ways takes up one within this many characters.
_NEAR = 1500


def in_full(document: Document, noun: NounPhrase) -> Voice | None:
    """Return the fuller phrase that "la préfecture" stands for, the last one before or first behind.

    Only bodies have such names; "le ministère" without another name stays a label.
    """
    is_body = noun.noun is not None and noun.noun.kind == "body"
    if not (is_body and noun.is_definite and noun.words == [noun.head]) or noun.is_plural:
        return None
    # The noun first, then that nothing stands before it: the scan leaps from noun to noun.
    head = re.escape(noun.head)
    pattern = rf"{head}(?<!\w{head}){_NAME}{_MATTER.get(noun.head, '')})"
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


def given_name(noun: NounPhrase) -> Voice | None:
    """Return the name alone that ends the phrase of one person: "le boulanger [Alex]"."""
    is_person = noun.noun is not None and noun.noun.kind == "person" and not noun.is_plural
    match = _GIVEN.fullmatch(noun.text) if is_person and not noun.text.islower() else None
    if match is None or _links_name(match["noun"].lower().split()):
        return None
    return Voice(match["name"], (), noun.start, noun.end, "named", noun.gender, head=noun.head)


def _links_name(words: list[str]) -> bool:
    """Tell whether a name belongs to the noun: "le président de la République"."""
    is_governed = any(word in words_of("preposition") for word in words)
    return is_governed or len(without_small(words)) < len(words)


def maker_of(noun: NounPhrase) -> Voice | None:
    """Return the unnamed body whose document a phrase is: "le rapport de [la société du pont]"."""
    if noun.noun is None or noun.noun.kind != "document":
        return None
    match = _MAKER.search(fold(noun.text))
    maker = speaker_nouns().get(singular(match["head"].lower())) if match else None
    if match is None or maker is None or maker.kind not in ("body", "group"):
        return None
    label = noun.text[match.start("maker") :]
    return Voice(label, (), noun.start, noun.end, "role", maker.gender, head=match["head"])


def author_of(cast: Cast, noun: NounPhrase) -> Voice | None:
    """Return who made the document that "l'étude" takes up, by "une étude de X" elsewhere.

    A report, a survey or a statement speaks for its author.
    """
    is_document = noun.noun is not None and noun.noun.kind == "document"
    if not (is_document and noun.is_definite and noun.words == [noun.head]):
        return None
    found = _maker(cast, noun, [noun.head])
    studies = words_of("study")
    if found is None and noun.head in studies:
        found = _maker(cast, noun, studies)  # "une note de l'Insee … l'étude"
    if found is None:
        return None
    name = cast.name(found.id)
    return Voice(name, (found.id,), noun.start, noun.end, "role", noun.gender)


def _maker(cast: Cast, noun: NounPhrase, heads: Collection[str]) -> Named | None:
    """Return the last one before a phrase, else the first, whose document one of the nouns is."""
    nouns = "|".join(map(re.escape, sorted(heads)))
    made = re.compile(
        rf"\b(?:{nouns})\b[^.!?:;\n\"]{{0,40}}(?: (?:de|par) (?:la |le |l')?| du | d')$"
    )
    found: Named | None = None
    for named in cast.named:
        lead = cast.document.folded[max(0, named.start - 80) : named.start]
        is_near = any(head in lead for head in heads)  # cheaper than the search
        if is_near and made.search(lead) and (found is None or named.start < noun.start):
            found = named
    return found
