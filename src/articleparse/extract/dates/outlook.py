"""Of what time a clause speaks: the tense of the verb nearest to a date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice

from articleparse.extract.dates.mention import Outlook
from articleparse.extract.dates.patterns import alternatives
from articleparse.lexicon.calendar import (
    future_governors,
    future_lookalikes,
    future_words,
    months,
    past_auxiliaries,
    past_lookalikes,
)
from articleparse.lexicon.clauses import is_finite, words_of
from articleparse.lexicon.infinitives import is_infinitive
from articleparse.lexicon.speech import speech_forms

_WORD = re.compile(r"[^\W\d_]+(?:-t-[a-z]+)?")
_REACH = 110
# Right before a date stand a participle, its adverbs and its auxiliary, or a preposition.
_LEFT = 48
# An infinitive stands so near before the date, its verb among so many words before it.
_PLAN = 60
# A participle with its preposition is no longer, nor its auxiliary with what stands between.
_PARTICIPLE_REACH = 36
_GOVERNING = 8
# Endings of the simple future, of imparfait, passé simple and participles.
_FUTURE = re.compile(r"[^\W\d_]+(?:ra|ront|rons|rez)(?:-t-(?:il|elle|on))?$")
_PAST = re.compile(r"[^\W\d_]{2,}(?:aient|èrent|urent|irent)$|[^\W\d_]{3,}(?:ait)$")
# What all these end with, but for "a-t-il".
_VERB_ENDINGS = ("ra", "ront", "rons", "rez", "ent", "ait", "fut")
_PARTICIPLE = re.compile(r"[^\W\d_]*(?:é|ée|és|ées|i|ie|is|it|ite|u|ue|us|ues|ert|erte|ort)$")
_BEFORE_FUTURE = re.compile(r"(?:d'ici(?: à| au| le)?(?: la)?|à compter d[ue]|en vue d[ue]) ?$")
_FOR = re.compile(r"(?P<participle>ée?s? )?pour(?: le| la| fin| début)? ?$")
_BEFORE_PAST = re.compile(r"(?:depuis|remonte à|datant d[ue]|daté du) ?(?:le |la |l')?$")
# "Lancé en janvier": a participle right before tells of what is done.
_PARTICIPLE_BEFORE = re.compile(
    r"\b(\w{2,}ée?s?) (?:(?:en|le|au|fin|début|courant|à la|dès) ?)?$", re.I
)
# "sera, elle aussi, bien [gardée]"
_AUXILIARY_BEFORE = re.compile(
    r"(\w+)(?:, [^,]{1,15},)? (?:(?:\w+ment|très|plus|bien|aussi|déjà|de nouveau) )?$", re.I
)
_ATTRIBUTION = re.compile(r", (?:a|ont|avait|avaient|a-t-(?:il|elle|on)|ont-(?:ils|elles)) (\w+)")
_UNTIL = re.compile(r"(?:jusqu'(?:au|à|en)|à partir d[ue]|dès) ?(?:le |la |l')?$")
_INFINITIVE = re.compile(
    r"\b(?:(?:à|de|pour) |d')(?:ne (?:pas|plus) )?(?:(?:se|y|en|le|la|les|lui|leur) |s'|l')?"
    r"(?:être \w+|(?P<verb>[a-zà-ÿ]{3,}(?:er|ir|re)))(?P<object> [^,.;:!?\"]{1,25})?"
    r" (?:(?:en|le|au|dès|ce) )?$"
)
_INFINITIVE_ENDS = ("er ", "re ", "ir ")


@cache
def _future_openers() -> dict[str, frozenset[str]]:
    """Return the words that the phrases of the future begin with, and their second words.

    The second word is empty where a phrase has one word.
    """
    found: dict[str, frozenset[str]] = {}
    for phrase in future_words():
        first, second, *_ = *_WORD.findall(phrase), ""
        found[first] = found.get(first, frozenset()) | {second}
    return found


@cache
def _future_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(future_words())})(?!\w)")


def outlook(text: str, start: int, end: int, sentence: tuple[int, int]) -> Outlook | None:
    """Return whether the clause about `text[start:end]` speaks of the past or the future.

    >>> text = "Le vote aura lieu jeudi, a dit le maire."
    >>> outlook(text, 18, 23, (0, len(text)))
    'future'
    """
    left = text[max(sentence[0], start - _LEFT) : start]
    if _BEFORE_FUTURE.search(left):
        return "future"
    # "prêt pour mardi", "espéré pour juin", but "le niveau le plus bas pour mars".
    wait = _FOR.search(left) if "pour" in left else None
    if wait and (wait["participle"] or text[start:end] not in months()):
        return "future"
    if _BEFORE_PAST.search(left):
        return "past"
    if _is_planned(text, max(sentence[0], start - _REACH), start):
        return "future"
    if _is_done(left):
        return "past"
    floor, ceiling = max(sentence[0], start - _REACH), min(sentence[1], end + _REACH)
    # "…, ont précisé les organisateurs" tells when it was said, not when it will be.
    if (said := _ATTRIBUTION.search(text, end, ceiling)) and said[1] in speech_forms():
        ceiling = said.start()
    found = min(_verbs(text, floor, start, is_before=True), default=None)
    # Those behind the date come with growing distance.
    behind = next(_verbs(text, end, ceiling, is_before=False), None)
    if behind is not None and (found is None or behind < found):
        found = behind
    if found is not None:
        return found[1]
    return "future" if _UNTIL.search(left) else None


def _is_planned(text: str, floor: int, start: int) -> bool:
    """Tell whether an infinitive before the date is what somebody asks, plans or promises."""
    near = max(floor, start - _PLAN)
    infinitive = None
    if any(text.find(end, near, start) >= 0 for end in _INFINITIVE_ENDS):
        infinitive = _INFINITIVE.search(text[near:start])
    if infinitive is None or (infinitive["verb"] and not is_infinitive(infinitive["verb"])):
        return False
    if any(map(is_finite, _WORD.findall(infinitive["object"] or ""))):
        return False  # "le projet de centre a été présenté lundi"
    before = _WORD.findall(text, floor, near + infinitive.start())[-_GOVERNING:]
    return not future_governors().isdisjoint(map(str.lower, before))


def _is_done(left: str) -> bool:
    """Tell whether a participle right before the date says what is over: "lancé en janvier"."""
    found = _PARTICIPLE_BEFORE.search(left, max(0, len(left) - _PARTICIPLE_REACH))
    if found is None:
        return False
    begin = found.start()
    auxiliary = _AUXILIARY_BEFORE.search(left, max(0, begin - _PARTICIPLE_REACH), begin)
    return not (_future_pattern().match(left, begin) or _is_ahead(auxiliary and auxiliary[1]))


def _is_ahead(auxiliary: str | None) -> bool:
    """Tell whether the word before a participle puts it into the future: "sera", "être"."""
    return auxiliary is not None and (auxiliary == "être" or bool(_FUTURE.match(auxiliary)))


def _gap(text: str, start: int, end: int) -> int:
    """Return how far two words are apart; a comma or a quotation mark between counts much."""
    between = text[start:end]
    return (
        len(between) + 30 * (between.count(",") + between.count('"')) + 15 * between.count(" et ")
    )


def _verbs(text: str, start: int, end: int, is_before: bool) -> Iterator[tuple[int, Outlook]]:
    """Yield how far from the date a verb stands between `start` and `end`, and its time."""
    words: list[str] = _WORD.findall(text, start, end)
    for index in [index for index, word in enumerate(words) if _may_tell(word)]:
        word, following = words[index], words[index + 1 : index + 3]
        if _may_open(word, following):
            at = _span(text, start, end, index)[0]
            if ahead := _future_pattern().match(text, at, end):
                yield _gap(text, ahead.end(), end) if is_before else _gap(text, start, at), "future"
        if following and following[0].endswith("ment"):
            del following[0]  # "se sont également durcis"
        behind = following[0] if following else ""
        time = _tense(word, behind, words[index - 1] if index else "")
        if time is None and _is_future_in_past(word, behind, words[max(0, index - 8) : index]):
            time = "future"
        if time is not None:
            first, last = _span(text, start, end, index)
            yield _gap(text, last, end) if is_before else _gap(text, start, first), time


@lru_cache(maxsize=1 << 14)  # words come again and again
def _may_tell(word: str) -> bool:
    """Tell whether a word may be a verb that tells the time, or begin a phrase of the future."""
    is_verb = word.endswith(_VERB_ENDINGS) or "-t-" in word or word in past_auxiliaries()
    return is_verb or word in _future_openers()


def _span(text: str, start: int, end: int, index: int) -> tuple[int, int]:
    """Return where the word of that number stands; few are asked for."""
    return next(islice(_WORD.finditer(text, start, end), index, None)).span()


def _may_open(word: str, following: list[str]) -> bool:
    """Tell whether a phrase of the future may begin with a word and those behind it."""
    seconds = _future_openers().get(word)
    return seconds is not None and not seconds.isdisjoint(("", *following[:1]))


def _is_future_in_past(word: str, behind: str, before: list[str]) -> bool:
    """Tell "a dit que le pont fermerait lundi", which is to come, from what is but alleged."""
    if not word.endswith(("rait", "raient")) or word in ("aurait", "auraient"):
        return False
    if word in ("serait", "seraient") and (
        behind in words_of("birth or death") or not _PARTICIPLE.match(behind)
    ):
        return False
    return "que" in before or "qu" in before


def _is_perfect(word: str, behind: str) -> bool:
    """Tell "les motards auront été nombreux", which is over, from "auront lieu"."""
    has_auxiliary = word in ("aura", "auront", "aurons", "aurez")
    return has_auxiliary and behind != "lieu" and bool(_PARTICIPLE.match(behind))


def _tense(word: str, behind: str, before: str) -> Outlook | None:
    if word in past_auxiliaries():
        if before == "y" or behind in future_words():
            return None
        return "past" if _PARTICIPLE.match(behind) or behind in ("été", "pas", "aussi") else None
    base = word.partition("-t-")[0]
    if base != word and base == "a":
        return "past"
    if _is_perfect(base, behind):
        return None
    if _FUTURE.match(word) and word[0].islower() and base not in future_lookalikes():
        return "future" if len(base) > 3 or base == "ira" else None
    if _PAST.match(word) and word not in future_words() and not word.endswith(("rait", "raient")):
        return None if word in past_lookalikes() else "past"
    return "past" if word in ("fut", "était", "avait", "étaient") else None
