"""Known organisations at a place in the text."""

from __future__ import annotations

from articleparse.extract.names.words import Words
from articleparse.lexicon.organisations import KnownForm, heads, known_forms
from articleparse.lexicon.spelling import plain

_ARTICLES = frozenset(["le", "la", "l'", "les", "au", "aux", "du", "des", "de", "par", "à"])
_SHORT = 3  # acronyms up to this length are words as often ("Est", "Cor", "Pas")


def known_at(words: Words, index: int) -> tuple[int, KnownForm] | None:
    """Return the longest known organisation that begins at a token, and where it ends."""
    forms = known_forms().get(plain(words.texts[index]))
    for form in forms or ():
        end = index + len(form.tokens)
        if _is_written(words, index, end, form) and _has_its_capitals(words, index, form):
            return end, form
    return None


def _is_written(words: Words, index: int, end: int, form: KnownForm) -> bool:
    texts = words.texts
    return end <= len(texts) and all(
        words.joined[i - 1] and plain(texts[i]) == form.plain[i - index]
        for i in range(index + 1, end)
    )


def _has_its_capitals(words: Words, index: int, form: KnownForm) -> bool:
    first = words.texts[index]
    if len(form.tokens) == 1:
        if form.has_lost_article:
            follows = index > 0 and words.texts[index - 1].lower() in _ARTICLES
            return first == form.tokens[0] and follows and index not in words.opens
        if len(first) <= _SHORT or form.known.is_ambiguous:
            return first == form.tokens[0] or (
                first.isupper() and len(first) <= _SHORT and not form.known.is_ambiguous
            )
        return first[0].isupper() or first == form.tokens[0]
    if not first[0].isupper() and (form.has_lost_article or first not in heads()):
        return first == form.tokens[0]
    return all(
        words.texts[index + i][0].isupper() or not token[0].isupper()
        for i, token in enumerate(form.tokens)
        if i > 0
    )
