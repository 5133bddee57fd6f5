"""The noun phrase of a role: from its first adjective to its last complement."""

from __future__ import annotations

from articleparse.document import Document
from articleparse.extract.roles.complements import complement, coordinated
from articleparse.extract.roles.heads import head_at
from articleparse.extract.roles.mentions import RoleMention
from articleparse.extract.roles.named import aside, label, quoted, thing
from articleparse.extract.roles.walk import LONGEST, Walk
from articleparse.lexicon.clauses import is_adverb, may_be_finite
from articleparse.lexicon.files import words
from articleparse.lexicon.organisations import is_institutional_adjective
from articleparse.lexicon.people import given_name, role_nouns
from articleparse.lexicon.speech import speech_forms

_ADJECTIVAL = (
    *("ique", "iques", "al", "ale", "aux", "ales", "el", "elle", "els", "elles", "ien", "ienne"),
    *("iens", "iennes", "if", "ive", "aire", "aires", "iste", "istes", "ois", "oise", "ais"),
    *("aise", "ains", "aine", "ant", "ante", "ent", "ente", "ée", "és", "ées", "é", "eur", "euse"),
    *("ier", "ière", "iers", "ières", "eux", "euses", "ives", "ifs"),
)
_BREAKERS, _FUNCTION_WORDS = words("phrase_breakers.txt"), words("function_words.txt")
_AFTER_BARE_NOUN = frozenset(",.)")


def phrase_at(document: Document, index: int) -> tuple[RoleMention, int] | None:
    """Return the role phrase that begins at a token and the index behind it."""
    head = head_at(document, index)
    if head is None:
        return None
    tokens = document.tokens
    walk = Walk(tokens, document.folded, head.behind, head.behind, head.facts.is_plural)
    limit = min(len(tokens.texts), head.behind + LONGEST)
    while walk.position < limit and walk.is_joined(walk.position - 1):
        if not _step(walk):
            break
    mention = RoleMention(
        tokens.starts[head.begin],
        tokens.ends[walk.position - 1],
        "role-phrase",
        noun=head.noun,
        gender=head.facts.gender,
        is_plural=head.facts.is_plural,
        nested=tuple(walk.nested),
        things=tuple(walk.things),
    )
    return mention, walk.position


def _step(walk: Walk) -> bool:
    """Take what comes next, if it belongs to the role."""
    if walk.tokens.texts[walk.position][0].isalnum():
        return (
            complement(walk)
            or _adjective(walk)
            or thing(walk)
            or label(walk)
            or coordinated(walk)
            or _bare_noun(walk)
        )
    return quoted(walk) or aside(walk) or coordinated(walk)


def _adjective(walk: Walk) -> bool:
    text = walk.tokens.texts[walk.position]
    if walk.position == walk.begin and text in words("role_domains.txt"):
        walk.position += 1
        return True
    if not text.islower() or (text in _FUNCTION_WORDS and not _is_elect(walk, text)):
        return False
    if walk.is_plural and text.endswith("ent"):
        return False  # a verb: "les députés votent"
    if is_institutional_adjective(text) or text in role_nouns() or text.endswith(_ADJECTIVAL):
        walk.position += 1
        return True
    return False


def _is_elect(walk: Walk, text: str) -> bool:
    """Tell "le président élu, X", who is not yet in office, from "le maire élu en 2020"."""
    texts, at = walk.tokens.texts, walk.position
    if text not in ("élu", "élue") or at != walk.begin or at + 1 >= len(texts):
        return False
    return texts[at + 1] in _AFTER_BARE_NOUN or texts[at + 1][0].isupper()


def _bare_noun(walk: Walk) -> bool:
    """A noun straight behind another ("chef de projet économie numérique")."""
    texts, at = walk.tokens.texts, walk.position
    text = texts[at]
    if len(text) < 4 or not text.isalpha() or not text.islower() or at + 1 >= len(texts):
        return False
    if text in _BREAKERS or text in _FUNCTION_WORDS:
        return False
    if is_adverb(text) or may_be_finite(text) or text in speech_forms():
        return False
    follows = texts[at + 1]
    if not (
        is_institutional_adjective(follows)
        or follows in _AFTER_BARE_NOUN
        or (follows.isupper() and len(follows) > 1)
        or (walk.is_plural and not text.endswith("nt") and given_name(follows) is not None)
    ):
        return False
    walk.position = at + 1
    return True
