"""Known organisations at a place in the text."""

from __future__ import annotations

from articleparse.extract.names.words import Words
from articleparse.lexicon.name_words import name_words
from articleparse.lexicon.organisations import KnownForm
from articleparse.lexicon.spelling import plain
from articleparse.lexicon.word import Word, word

_SHORT = 3  # acronyms up to this length are words as often ("Est", "Cor", "Pas")


def known_at(words: Words, index: int) -> tuple[int, KnownForm] | None:
    """Return the longest known organisation that begins at a token, and where it ends."""
    first = word(words.texts[index])
    if not first.forms:
        return None
    if index not in words.breaks:
        for form in first.forms.get(plain(words.texts[index + 1]), ()):
            if _is_written(words, index, form) and _has_its_capitals(words, index, first, form):
                return index + len(form.plain), form
    for form in first.forms.get("", ()):
        if _has_its_capitals(words, index, first, form):
            return index + 1, form
    return None


def _is_written(words: Words, index: int, form: KnownForm) -> bool:
    """Tell whether a form whose first two words stand at a token stands there whole."""
    texts, breaks = words.texts, words.breaks
    for at, expected in enumerate(form.plain[2:], index + 2):
        if at - 1 in breaks or plain(texts[at]) != expected:
            return False
    return True


def _has_its_capitals(words: Words, index: int, first: Word, form: KnownForm) -> bool:
    written = first.text
    if len(form.tokens) == 1:
        if form.has_lost_article:
            follows = index > 0 and words.texts[index - 1].lower() in name_words("lost article")
            return written == form.tokens[0] and follows and index not in words.opens
        if len(written) <= _SHORT or form.known.is_ambiguous:
            return written == form.tokens[0] or (
                written.isupper() and len(written) <= _SHORT and not form.known.is_ambiguous
            )
        return written[0].isupper() or written == form.tokens[0]
    if not written[0].isupper() and (form.has_lost_article or not first.is_written_head):
        return written == form.tokens[0]
    return all(
        words.texts[index + i][0].isupper() or not token[0].isupper()
        for i, token in enumerate(form.tokens)
        if i > 0
    )
