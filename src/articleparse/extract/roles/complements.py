"""Complements of a role: what a preposition ties to its head ("maire de Lens")."""

from __future__ import annotations

from articleparse.extract.roles.named import known_end, names, quoted
from articleparse.extract.roles.walk import Walk
from articleparse.lexicon.files import words
from articleparse.lexicon.organisations import is_institutional_adjective
from articleparse.lexicon.people import role_nouns

_PREPOSITIONS, _DETERMINERS = words("role_prepositions.txt"), words("role_determiners.txt")
_BREAKERS, _FUNCTION_WORDS = words("phrase_breakers.txt"), words("function_words.txt")
_PRENOMINAL, _TIME_NOUNS = words("prenominal_adjectives.txt"), words("role_time_nouns.txt")
_NEAR = ("auprès", "près")
_INFINITIVE = ("er", "ir", "re", "oir")
_OF = ("de", "du", "des", "d'")


def complement(walk: Walk) -> bool:
    """Take a preposition and its noun phrase."""
    texts, at = walk.tokens.texts, walk.position
    preposition, following = texts[at], texts[at + 1 : at + 2]
    if preposition == "avec":  # "des Relations avec les collectivités"
        return texts[at - 1].lower() == "relations" and _noun_phrase(walk, at + 1)
    if preposition not in _PREPOSITIONS or not following or _is_adverbial(preposition, *following):
        return False
    if preposition in _NEAR and following[0] in _OF:
        nested = list(walk.nested)
        is_taken = _noun_phrase(walk, at + 2)
        walk.nested[:] = nested  # "secrétaire d'État auprès du ministre X": X is none
        return is_taken
    return _noun_phrase(walk, at + 1)


def _is_adverbial(preposition: str, following: str) -> bool:
    """Tell whether a preposition leads to a circumstance: "sur BFM", "en riant", "par erreur"."""
    if preposition == "sur":
        return following[0].isupper()
    if preposition == "en":
        return following.endswith("ant")
    return preposition == "par" and following != "intérim" and not following.endswith("s")


def coordinated(walk: Walk) -> bool:
    """Take a further complement behind "et": "de l'Économie et des Finances"."""
    texts, begin = walk.tokens.texts, walk.position
    if texts[begin] not in ("et", ",") or begin + 1 >= len(texts):
        return False
    following = texts[begin + 1]
    if following in _OF and (texts[begin] == "et" or _is_list(walk, begin + 2)):
        walk.position = begin + 1
        if complement(walk):
            return True
    elif texts[begin] == "et" and (
        is_institutional_adjective(following) or _is_second_plural(walk, begin + 1)
    ):
        walk.position = begin + 2
        return True
    walk.position = begin
    return False


def _is_second_plural(walk: Walk, at: int) -> bool:
    """Tell whether a plural noun shares "des" with the one before: "des banques et sociétés du Nord"."""
    texts = walk.tokens.texts
    noun = texts[at]
    return (
        texts[at - 3] == "des"
        and texts[at - 2].endswith(("s", "x"))
        and noun.endswith(("s", "x"))
        and noun.islower()
        and noun not in role_nouns()
        and noun not in _BREAKERS
        and noun not in _FUNCTION_WORDS
    )


def _noun_phrase(walk: Walk, at: int) -> bool:
    texts = walk.tokens.texts
    while (
        at < len(texts)
        and walk.is_joined(at - 1)
        and (texts[at] == "de" or texts[at] in _DETERMINERS)
    ):
        at += 1
    if at >= len(texts) or not walk.is_joined(at - 1):
        return False
    text = texts[at]
    if at + 1 < len(texts) and f"{text} {texts[at + 1]}".lower() in role_nouns():
        walk.nested.append(walk.tokens.starts[at])  # "le bras droit du Premier ministre X"
        walk.position = at + 2
        return True
    if text[0].isupper() and text.lower() not in role_nouns():
        return _name(walk, at)
    if text == '"':
        walk.position = at
        return quoted(walk)
    if not text[0].isalnum() or text in _BREAKERS or text in _PREPOSITIONS:
        return False
    if _is_prenominal(walk, at):
        at += 1
        text = texts[at]
    if text.isdigit() and texts[at + 1 : at + 2] == ("ans",):
        return False
    # "responsable des trains de nuit", but "maire à la veille du vote"
    if text in _TIME_NOUNS and texts[at - 1] not in _PREPOSITIONS:
        return False
    if (noun := role_nouns().get(text.lower())) and not noun.is_plural:
        walk.nested.append(walk.tokens.starts[at])
    walk.position = at + 1
    if text.endswith(_INFINITIVE) and walk.position < len(texts):
        _object(walk)
    return True


def _name(walk: Walk, at: int) -> bool:
    before = walk.position
    walk.position = known_end(walk, at) or at
    is_known = walk.position > at
    if is_known and not walk.is_joined(walk.position - 1):
        return True
    if names(walk, is_behind_name=is_known) or is_known:
        return True
    walk.position = before
    return False


def _is_prenominal(walk: Walk, index: int) -> bool:
    """Tell whether an adjective stands here before its noun ("la grande distribution")."""
    texts = walk.tokens.texts
    return (
        texts[index] in _PRENOMINAL
        and index + 1 < len(texts)
        and walk.is_joined(index)
        and texts[index + 1][0].isalpha()
        and texts[index + 1].islower()
        and texts[index + 1] not in _BREAKERS
        and texts[index + 1] not in _PREPOSITIONS
    )


def _object(walk: Walk) -> None:
    """Take what the infinitive governs: "chargé de dénouer la crise"."""
    if walk.tokens.texts[walk.position] in _DETERMINERS:
        before = walk.position
        if not _noun_phrase(walk, walk.position + 1):
            walk.position = before


def _is_list(walk: Walk, at: int) -> bool:
    """Tell whether what begins at a token goes on with "et de …" before long."""
    texts = walk.tokens.texts
    for i in range(at, min(at + 8, len(texts) - 1)):
        if texts[i] == "et":
            return texts[i + 1] in _OF
        if not texts[i][0].isalpha():
            return False
    return False
