"""Runs of capitalised words that are no names: small words, things, emphasis in capitals."""

from __future__ import annotations

from articleparse.extract.names.known import known_at
from articleparse.extract.names.words import Words
from articleparse.lexicon.files import words as word_list
from articleparse.lexicon.word import word

_OTHER_NAMES = word_list("other_names.txt")
_OTHER_OPENERS = {name.partition(" ")[0] for name in _OTHER_NAMES if " " in name}
_RUBRIC = 7  # letters; shorter words are acronyms as often


def is_no_name(words: Words, begin: int, end: int) -> bool:
    """Tell whether a run is a lone function word, a thing, or capitals for emphasis."""
    texts, first = words.texts, word(words.texts[begin])
    if end == begin + 1 and first.is_function:
        return True
    if texts[end - 1] in _OTHER_OPENERS and _is_other(words, end - 1):
        return True
    return (
        first.given is None
        and first.text.isupper()
        and all(map(str.isupper, texts[begin:end]))
        and _is_emphasis(words, begin, end)
    )


def _is_emphasis(words: Words, begin: int, end: int) -> bool:
    """Tell whether words in capitals are no acronym, but a heading or a shout."""
    texts = words.texts
    return (
        (
            end > begin + 1
            and all(
                len(t) > 2 or words.at(i).is_function for i, t in enumerate(texts[begin:end], begin)
            )
        )
        or _is_rubric(words, begin, end)
        or _shouts(words, begin - 1)
        or _shouts(words, end)
    )


def _is_rubric(words: Words, begin: int, end: int) -> bool:
    """Tell whether a long word in capitals names a rubric ("ÉCONOMIE - …", "X/TRIBUNE")."""
    texts = words.texts
    if end > begin + 1 or len(texts[begin]) < _RUBRIC or known_at(words, begin):
        return False
    opens = begin in words.opens or (begin > 0 and texts[begin - 1] == "/")
    return opens and texts[end : end + 1] in (("-",), (":",), ("/",))


def _is_other(words: Words, index: int) -> bool:
    """Tell whether two words are the name of something else ("les Gilets jaunes")."""
    texts = words.texts
    return index not in words.breaks and f"{texts[index]} {texts[index + 1]}" in _OTHER_NAMES


def _shouts(words: Words, index: int) -> bool:
    """Tell whether a small word stands in capitals at a token, as all around it then does."""
    if not 0 <= index < len(words.texts):
        return False
    word = words.at(index)
    return word.is_function and len(word.text) > 1 and word.text.isupper()
