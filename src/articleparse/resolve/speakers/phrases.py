"""Resolve the phrase that tells a speaker: a name, a role, a pronoun, or a bare label."""

from __future__ import annotations

from articleparse.extract.quotes import SpeakerPhrase
from articleparse.lexicon.clauses import words_of
from articleparse.lexicon.files import words
from articleparse.resolve.speakers import labels, naming
from articleparse.resolve.speakers.anaphora import Memory
from articleparse.resolve.speakers.cast import role_synonyms
from articleparse.resolve.speakers.voices import Voice

# Least salience of somebody without a role whom the name of an office takes up: the
# subject of the sentence before, or who spoke there.
_ON_MIND = 0.5


def resolve_phrase(
    memory: Memory, phrase: SpeakerPhrase, subjects: tuple[SpeakerPhrase, ...] = ()
) -> Voice | None:
    """Return the voice of a speaker phrase: named, by role, by pronoun, or a bare label.

    `subjects` are those of the sentences before, which a pronoun may take up.
    """
    cast = memory.cast
    if phrase.kind == "possessive":
        return memory.possessor(phrase.start, phrase.end)
    if phrase.kind == "pronoun":
        word = cast.document.folded[phrase.start : phrase.end].lower()
        return memory.pronoun(word, phrase.start, phrase.end, _speakers_of(memory, subjects))
    return _resolve_noun(memory, naming.NounPhrase(cast, phrase.start, phrase.end))


def _resolve_noun(memory: Memory, noun: naming.NounPhrase) -> Voice:
    cast = memory.cast
    if noun.count and "même" in noun.words and (both := memory.last_voices(noun.count)):
        return naming.together(cast, noun, both)
    is_same = "même" in noun.lowered and noun.words[:2] == ["même", "source"]
    if is_same and (last := memory.last_voice(noun.start, 1)):
        return last._replace(start=noun.start, end=noun.end, basis="role")
    return (
        naming.resolve_names(cast, noun)
        or _last_named(memory, noun)
        or _in_apposition(memory, noun)
        or _unknown(memory, noun)
        or naming.resolve_role(cast, noun)
        or naming.resolve_bodies(cast, noun)
        or _bare_person(memory, noun)
        or _same_label(memory, noun)
        or labels.in_full(cast.document, noun)
        or labels.author_of(cast, noun)
        or _sender(memory, noun)
        or labels.maker_of(noun)
        or naming.label_only(noun)
    )


def _last_named(memory: Memory, noun: naming.NounPhrase) -> Voice | None:
    """Return whom "ce dernier", "cette dernière" or "ces derniers" takes up: the nearest before."""
    is_latter = len(noun.words) == 1 and noun.words[0] in words_of("latter")
    if not is_latter or not noun.grammar.is_pointing:
        return None
    if noun.is_plural:
        return memory.last_several(noun.start, noun.end)
    return memory.last_named(noun.start, noun.end, noun.gender)


def _in_apposition(memory: Memory, noun: naming.NounPhrase) -> Voice | None:
    """Return who has just spoken and is told of by the phrase: "a dit Anne, Lilloise, qui …"."""
    last = memory.last_voice(noun.start, 0)
    if last is None or not noun.text[:1].isupper():
        return None
    if memory.cast.document.folded[last.end : noun.start] != ", ":
        return None
    return last._replace(start=noun.start, end=noun.end, basis="role")


def _speakers_of(memory: Memory, subjects: tuple[SpeakerPhrase, ...]) -> list[Voice]:
    """Return the subjects that are somebody: an entity, or called by a noun of speakers."""
    found = []
    for phrase in subjects:
        noun = naming.NounPhrase(memory.cast, phrase.start, phrase.end)
        is_speaker = noun.noun is not None and noun.noun.kind != "document"
        voice = _resolve_noun(memory, noun)
        if voice.refs or is_speaker:
            found.append(voice)
    return found


def _bare_person(memory: Memory, noun: naming.NounPhrase) -> Voice | None:
    """Return the person whom a noun of no known role takes up ("le jeune homme")."""
    is_group = noun.noun is not None and noun.noun.kind == "group"
    if noun.head in words_of("speech noun") and not is_group:
        return memory.possessor(noun.start, noun.end)
    is_person = noun.noun is not None and noun.noun.kind == "person"
    if not is_person or not noun.is_definite or noun.is_plural or _is_office(noun):
        return None
    is_sole = noun.head in words("sole_offices.txt")
    is_office = is_sole or bool(role_synonyms(noun.folded))
    if not is_office and (last := _unnamed_before(memory, noun)):
        return last._replace(start=noun.start, end=noun.end, basis="role")
    looks_ahead = noun.determiner in ("le", "la", "l'")
    roles = memory.cast.roles
    others = {
        id
        for id in memory.cast.people_with([noun.head])
        if any(naming.is_another(role, noun) for role in roles[id])
    }
    # "le maire de Souillac" is nobody else; the state has one president for all.
    is_one = is_sole and noun.has_name and noun.head not in words_of("state office")
    least = _ON_MIND if is_one else None
    if is_office:
        others.update(id for id in roles if roles[id])
    id = memory.person(noun.start, noun.gender, looks_ahead, others, least)
    if id is None:
        return None
    return Voice(memory.cast.name(id), (id,), noun.start, noun.end, "role", noun.gender)


def _unnamed_before(memory: Memory, noun: naming.NounPhrase) -> Voice | None:
    """Return who goes by one name and has spoken in this paragraph: "Justine. La jeune femme"."""
    last = memory.last_voice(noun.start, 0)
    if last is None or last.refs or last.is_plural or last.gender is None:
        return None
    return last if last.label[:1].isupper() and last.gender == noun.gender else None


def _is_office(noun: naming.NounPhrase) -> bool:
    """Tell whether a complement makes the phrase an office: "l'attaché de presse du club".

    Who holds it is told by a role alone.
    """
    complements = noun.text.count(" de ") + noun.text.count(" du ") + noun.text.count(" d'")
    adjectives = words("prenominal_adjectives.txt")  # in the plural
    is_described = bool(noun.words) and f"{noun.words[0]}s" in adjectives
    return complements > 1 and not is_described  # "le meilleur buteur de l'histoire du club"


def _unknown(memory: Memory, noun: naming.NounPhrase) -> Voice | None:
    """Return who goes by one name that is no entity's: "son collègue Alex" is somebody else."""
    voice = labels.given_name(noun)
    return None if voice and memory.cast.named_in(noun.start, noun.end) else voice


def _sender(memory: Memory, noun: naming.NounPhrase) -> Voice | None:
    """Return who spoke last in the paragraph, and goes on in "le communiqué"."""
    is_bare = noun.is_definite and not noun.is_plural and noun.words == [noun.head]
    if not is_bare or noun.head not in words_of("message"):
        return None
    last = memory.last_voice(noun.start, 0)
    return last._replace(start=noun.start, end=noun.end, basis="continued") if last else None


def _same_label(memory: Memory, noun: naming.NounPhrase) -> Voice | None:
    """Return the last unnamed speaker whom a shorter phrase takes up: "cette source"."""
    if not noun.is_definite or len(noun.words) > 1 or not noun.words:
        return None
    for _, _, voice in reversed(memory.spoken):
        if not voice.refs and voice.head == noun.words[0] and " " in voice.label:
            return voice._replace(start=noun.start, end=noun.end, basis="role")
    return None
