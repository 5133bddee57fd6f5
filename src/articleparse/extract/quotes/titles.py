"""Find the marks that hold the title of a work or the name of a body, in the whole text."""

from __future__ import annotations

from collections.abc import Iterable

from articleparse.document import Document
from articleparse.extract.quotes.frames import Frame
from articleparse.extract.quotes.marks import Marked, content_of
from articleparse.lexicon.clauses import has_finite, may_be_finite, words_of

# Longer contents than this are no title.
_LONGEST = 80
# A newspaper's name has at most this many words: "au « Monde »".
_LONGEST_NAME = 3
# What stands between the titles of a list.
_LIST = frozenset((",", "et", ", et", "ou"))


def find_titles(document: Document, frames: Iterable[Frame]) -> frozenset[str]:
    """Return the titles that the text shows to be such somewhere, as `title_key` writes them."""
    return frozenset(
        title_key(document, marked)
        for frame in frames
        for index, marked in enumerate(frame.marked)
        if marked.close - marked.open <= _LONGEST
        and document.text[marked.start].isupper()
        and (_is_shown(document, frame, marked) or _is_listed(document, frame, index))
    )


def title_key(document: Document, marked: Marked) -> str:
    """Return what stands between marks as titles are compared."""
    return document.folded[marked.start : marked.end].strip(" ,.").lower()


def is_titled(document: Document, frame: Frame, marked: Marked) -> bool:
    """Tell whether the marks hold a title or name: 'le livre "…"', "baptisé « … »"."""
    end = frame.token_at(marked.open)
    if not end:
        return False
    gap = frame.between(frame.ends[end - 1], marked.open)
    last, before = frame.words[end - 1], frame.words[end - 2] if end > 1 else ""
    if gap == " " and last in words_of("title"):
        return True
    if gap == " " and before in words_of("naming") and last in words_of("determiner"):
        return True  # "le mouvement dit des « gilets »"
    # "le collectif citoyen « Digue et nous »", "sous le nom de « Digue »"
    links = (
        gap in (" ", "'")
        and last not in words_of("determiner")
        and (last in words_of("complement") or last not in words_of("preposition"))
    )
    if not links or document.text[marked.start].islower():
        return False
    is_body = last in words_of("named body") or before in words_of("named body")
    return before in words_of("title") or (is_body and last not in words_of("complement"))


def is_subject(frame: Frame, marked: Marked) -> bool:
    """Tell whether a verb stands right behind marks that open the sentence: "« Digue » propose"."""
    at = frame.token_at(marked.stop)
    if at + 1 >= len(frame.words) or frame.token_at(marked.open) or frame.marked[0] != marked:
        return False
    is_next = frame.between(marked.stop, frame.starts[at]) == " "
    following = frame.words[at + 1]
    goes_on = following in words_of("determiner") or following in words_of("preposition")
    return is_next and goes_on and may_be_finite(frame.words[at])


def _is_shown(document: Document, frame: Frame, marked: Marked) -> bool:
    """Tell whether the words around show a title: "dans « Digue »", "« Digue », comédie …"."""
    at = frame.token_at(marked.open)
    if is_titled(document, frame, marked):
        return True
    content = content_of(document, marked)
    if has_finite(content[1:]):
        return _is_called(frame, marked)
    is_apart = at and frame.between(frame.ends[at - 1], marked.open) != " "
    if is_apart or not at:
        return _is_called(frame, marked)
    is_name = frame.words[at - 1] in ("à", "au", "du") and len(content) <= _LONGEST_NAME
    return is_name or frame.words[at - 1] == "dans" or _is_called(frame, marked)


def _is_called(frame: Frame, marked: Marked) -> bool:
    """Tell whether an apposition behind says what has the name: "« Digue », une comédie"."""
    at = frame.token_at(marked.stop)
    if at >= len(frame.words) or frame.between(marked.stop, frame.starts[at]) != ", ":
        return False
    behind = frame.words[at : at + 3]
    if behind[0] in words_of("work"):
        return True
    return behind[0] in words_of("determiner") and any(w in words_of("work") for w in behind[1:2])


def _is_listed(document: Document, frame: Frame, index: int) -> bool:
    """Tell whether marks stand in a list of titles: "après « Digue », « Rive » et « Quai »"."""
    first = last = index
    marked = frame.marked
    while first and _joins(document, frame, marked[first - 1], marked[first]):
        first -= 1
    while last + 1 < len(marked) and _joins(document, frame, marked[last], marked[last + 1]):
        last += 1
    at = frame.token_at(marked[first].open)
    if last == first or not at:
        return False
    is_next = frame.between(frame.ends[at - 1], marked[first].open) == " "
    return is_next and frame.words[at - 1] in words_of("title preposition")


def _joins(document: Document, frame: Frame, one: Marked, other: Marked) -> bool:
    is_capital = document.text[one.start].isupper() and document.text[other.start].isupper()
    return is_capital and frame.between(one.stop, other.open).strip() in _LIST
