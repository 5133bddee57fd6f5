"""Names inside a role: of places and bodies, of parties and prizes, in marks or parentheses."""

from __future__ import annotations

from articleparse.document import Span
from articleparse.extract.roles.walk import LONGEST, Walk
from articleparse.lexicon.files import words
from articleparse.lexicon.organisations import (
    heads,
    is_institutional_adjective,
    known_forms_by_second_word,
)
from articleparse.lexicon.people import given_name, honorifics
from articleparse.lexicon.places import heads as place_heads
from articleparse.lexicon.spelling import plain

_PREPOSITIONS, _DETERMINERS = words("role_prepositions.txt"), words("role_determiners.txt")
_THINGS = words("thing_heads.txt")
_LANDS = ("town", "department", "state")
_ASIDE = 20  # tokens between parentheses inside a role
_QUOTED = 16  # tokens between quotation marks inside a role


def label(walk: Walk) -> bool:
    """Take a body or place straight behind a noun: "député LR", "patron du groupe Bardolex"."""
    text = walk.tokens.texts[walk.position]
    if len(text) > 1 and text.isupper() and text.isalpha():
        walk.position += 1
        return True
    end = known_end(walk, walk.position)
    if end is None:
        before = walk.tokens.texts[walk.position - 1]
        describes = heads().get(before)
        is_described = describes is not None and describes.describes is not None
        is_land = not place_heads().get(before, frozenset()).isdisjoint(_LANDS)
        return (is_described or is_land) and names(walk)
    walk.position = end
    return True


def known_end(walk: Walk, at: int) -> int | None:
    """Return where a known organisation ends that begins at a token."""
    texts = walk.tokens.texts
    by_second = known_forms_by_second_word().get(plain(texts[at]))
    if by_second is None:
        return None
    second = plain(texts[at + 1]) if at + 1 < len(texts) else ""
    for form in (*by_second.get(second, ()), *by_second.get("", ())):
        end = at + len(form.tokens)
        if texts[at:end] == form.tokens and (
            not form.known.is_ambiguous or form.known.kind == "party" or len(form.tokens) > 1
        ):
            if form.has_lost_article and texts[at - 1] not in _DETERMINERS:
                continue
            return end
    return None


def names(walk: Walk, *, is_behind_name: bool = False) -> bool:
    """Take capitalised words, up to where a person's name begins."""
    begin = walk.position - is_behind_name
    texts = walk.tokens.texts
    while walk.position < len(texts) and (
        walk.position == begin or walk.is_joined(walk.position - 1)
    ):
        text = texts[walk.position]
        if not text[0].isupper() or text in honorifics() or _is_person(walk, begin):
            break
        walk.position += 1
    return walk.position > begin + is_behind_name


def quoted(walk: Walk) -> bool:
    """Take what stands between quotation marks."""
    texts, at = walk.tokens.texts, walk.position
    if texts[at] != '"' or not _opens(walk, at):
        return False
    for end in range(at + 1, min(at + _QUOTED, len(texts))):
        if texts[end] == '"':
            walk.position = end + 1
            return True
    return False


def _opens(walk: Walk, at: int) -> bool:
    """Tell an opening mark from one that closes: '… le ministre", détaille-t-elle'."""
    tokens = walk.tokens
    stands_off = tokens.starts[at] > tokens.ends[at - 1]
    return stands_off and at + 1 < len(tokens.texts) and tokens.texts[at + 1][0].isalnum()


def aside(walk: Walk) -> bool:
    """Take parentheses where the role goes on: "maire (PS) de Lens", "école (EAC) Nord"."""
    texts, at = walk.tokens.texts, walk.position
    if texts[at] != "(":
        return False
    for end in range(at + 1, min(at + _ASIDE, len(texts) - 1)):
        if texts[end] != ")":
            continue
        behind = texts[end + 1]
        if behind in _PREPOSITIONS or (
            end == at + 2 and texts[at + 1].isupper() and behind[0].isupper()
        ):
            walk.position = end + 1
            _names_behind(walk)
            return True
        return False
    return False


def thing(walk: Walk) -> bool:
    """Take the name of a prize, a label or a programme: "du prix Ambre", "du label Villes et Vents"."""
    texts, at = walk.tokens.texts, walk.position
    if not texts[at][0].isupper() or not _is_behind_thing(walk) or _is_full_name(walk, at):
        return False
    end = _capitals(walk, at)
    last = end
    while last + 1 < len(texts) and texts[last] in (",", "et") and texts[last + 1][0].isupper():
        is_last = texts[last] == "et"
        last = _capitals(walk, last + 1)
        if is_last:
            end = last
            break
    walk.things.append(Span(walk.tokens.starts[at], walk.tokens.ends[end - 1]))
    walk.position = end
    return True


def _is_person(walk: Walk, begin: int) -> bool:
    """Tell whether a person's full name begins here, behind the names of the role."""
    return walk.position > begin and _is_full_name(walk, walk.position)


def _is_full_name(walk: Walk, at: int) -> bool:
    """Tell whether a given name and another capitalised word stand at a token."""
    texts = walk.tokens.texts
    return (
        at + 1 < len(texts)
        and given_name(texts[at]) is not None
        and texts[at + 1][0].isupper()
        and walk.is_joined(at)
    )


def _names_behind(walk: Walk) -> None:
    """Take the names that follow a parenthesis, but none of a person."""
    text = walk.tokens.texts[walk.position]
    if text[0].isupper() and walk.is_joined(walk.position - 1) and given_name(text) is None:
        names(walk)


def _capitals(walk: Walk, at: int) -> int:
    texts, limit = walk.tokens.texts, walk.begin + LONGEST
    at += 1
    while at < min(limit, len(texts)) and texts[at][0].isupper():
        if not walk.is_joined(at - 1):
            break
        at += 1
    return at


def _is_behind_thing(walk: Walk) -> bool:
    """Tell whether a noun of things stands before, at most an adjective between."""
    texts, at = walk.tokens.texts, walk.position - 1
    if at > walk.begin and is_institutional_adjective(texts[at]):
        at -= 1
    return at >= walk.begin and texts[at] in _THINGS
