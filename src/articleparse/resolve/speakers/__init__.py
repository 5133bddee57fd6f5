"""Tell whose words each quotation holds."""

from __future__ import annotations

from dataclasses import replace

from articleparse.document import Document, Span
from articleparse.extract.quotes import ANSWER_RULE, QuoteMention, SpeakerPhrase
from articleparse.lexicon.clauses import words_of
from articleparse.lexicon.files import words
from articleparse.record import Extract, Organisation, Person, Quote, Speaker
from articleparse.resolve.speakers import naming
from articleparse.resolve.speakers.anaphora import Memory
from articleparse.resolve.speakers.cast import Cast
from articleparse.resolve.speakers.repeats import Repeats
from articleparse.resolve.speakers.voices import Voice

_TITLES = frozenset({"kicker", "headline", "standfirst", "crosshead", "caption"})


def resolve(
    document: Document,
    mentions: list[QuoteMention],
    people: tuple[Person, ...],
    organisations: tuple[Organisation, ...],
) -> tuple[Quote, ...]:
    """Return the quotes with their speakers, in text order."""
    cast = Cast(document, {p.id: p for p in people}, {o.id: o for o in organisations})
    voices = _voices(document, mentions, cast)
    return tuple(
        _quote(document, number, mention, voice)
        for number, (mention, voice) in enumerate(zip(mentions, voices, strict=True), 1)
    )


def _voices(document: Document, mentions: list[QuoteMention], cast: Cast) -> list[Voice | None]:
    """Resolve what is told, then what only the rest of the article makes clear."""
    memory = Memory(cast, _marked(mentions))
    voices: list[Voice | None] = [None] * len(mentions)
    body = []
    for index, mention in enumerate(mentions):
        is_title = document.blocks[memory.blocks.block(mention.start)].kind in _TITLES
        if is_title and mention.speaker is None:
            continue
        voice = _voice_of(memory, mention)
        voices[index] = voice
        if voice is not None:
            memory.remember(mention.start, voice)
            if not is_title:
                body.append((mention, voice))
    _repeat(memory, mentions, voices, body)
    _give_to_answerer(document, memory, mentions, voices)
    for index, mention in enumerate(mentions):
        if voices[index] is None and mention.speaker is None:
            voices[index] = memory.speaker_named_in_sentence(mention.start)
            before = voices[index - 1] if index else None
            if voices[index] is None and before and memory.same_block(mentions[index - 1], mention):
                voices[index] = replace(before, basis="continued")
    return voices


def _give_to_answerer(
    document: Document, memory: Memory, mentions: list[QuoteMention], voices: list[Voice | None]
) -> None:
    """Give an interview's headline to who answers, where nothing else tells whose it is."""
    answers = [mention for mention in mentions if mention.rule == ANSWER_RULE]
    if not answers:
        return
    for index, mention in enumerate(mentions):
        kind = document.blocks[memory.blocks.block(mention.start)].kind
        if voices[index] is None and mention.speaker is None and kind in _TITLES:
            voices[index] = memory.answerer(answers[0].start)


Group = tuple[int, str, Voice]


def _groups(
    memory: Memory, document: Document, body: list[tuple[QuoteMention, Voice]]
) -> list[Group]:
    """Put together what one voice says in one block, for titles that draw on all of it."""
    found: dict[tuple[int, str], Group] = {}
    for mention, voice in body:
        key = memory.blocks.block(mention.start), voice.label
        start, text, _ = found.get(key, (mention.start, "", voice))
        found[key] = (start, f"{text} {_folded(document, mention)}", voice)
    return list(found.values())


def _voice_of(memory: Memory, mention: QuoteMention) -> Voice | None:
    if mention.speaker is not None:
        return resolve_phrase(memory, mention.speaker, mention.subjects)
    if mention.rule == ANSWER_RULE:
        return memory.answerer(mention.start)
    same_block = memory.last_voice(mention.start, 0)
    if same_block is not None:
        return replace(same_block, basis="continued")
    if mention.nearby is not None:
        voice = resolve_phrase(memory, mention.nearby)
        if voice is not None and voice.refs:
            return voice
    if mention.kind != "direct":
        return None
    earlier = memory.last_voice(mention.start, 1)
    return replace(earlier, basis="continued") if earlier else None


def _marked(mentions: list[QuoteMention]) -> list[Span]:
    return [
        span for mention in mentions if mention.kind != "indirect" for span in mention.fragments
    ]


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
    if noun.words[:2] == ["même", "source"] and (last := memory.last_voice(noun.start, 1)):
        return replace(last, start=noun.start, end=noun.end, basis="role")
    return (
        naming.resolve_names(cast, noun)
        or naming.resolve_role(cast, noun)
        or naming.resolve_bodies(cast, noun)
        or _bare_person(memory, noun)
        or naming.label_only(noun)
    )


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
    if noun.head in words_of("speech noun"):
        return memory.possessor(noun.start, noun.end)
    is_person = noun.noun is not None and noun.noun.kind == "person"
    is_last = noun.words[:1] in (["dernier"], ["dernière"])
    if not (is_person or is_last) or not noun.is_definite or noun.is_plural:
        return None
    looks_ahead = noun.determiner in ("le", "la", "l'")
    others = {
        id
        for id in memory.cast.people_with([noun.head])
        if any(naming.is_another(role, noun) for role in memory.cast.roles[id])
    }
    if noun.head in words("sole_offices.txt"):
        others |= {id for id, roles in memory.cast.roles.items() if roles}
    id = memory.person(noun.start, noun.gender, looks_ahead, frozenset(others))
    if id is None:
        return None
    return Voice(memory.cast.name(id), (id,), noun.start, noun.end, "role", noun.gender)


def _repeat(
    memory: Memory,
    mentions: list[QuoteMention],
    voices: list[Voice | None],
    body: list[tuple[QuoteMention, Voice]],
) -> None:
    """Give titles and lone fragments the voice whose words they repeat."""
    lone = [i for i, m in enumerate(mentions) if voices[i] is None and m.speaker is None]
    if not lone:
        return
    document = memory.cast.document
    groups = _groups(memory, document, body)
    repeats = Repeats([(start, text) for start, text, _ in groups])
    for index in lone:
        found = repeats.find(mentions[index].start, _folded(document, mentions[index]))
        if found is not None:
            voices[index] = replace(groups[found][2], basis="continued")


def _text(document: Document, mention: QuoteMention) -> str:
    return " ".join(document.text[f.start : f.end] for f in mention.fragments)


def _folded(document: Document, mention: QuoteMention) -> str:
    return " ".join(document.folded[f.start : f.end] for f in mention.fragments)


def _quote(document: Document, number: int, mention: QuoteMention, voice: Voice | None) -> Quote:
    text = document.text
    return Quote(
        id=f"q{number}",
        kind=mention.kind,
        text=_text(document, mention),
        fragments=tuple(
            Extract(start=f.start, end=f.end, text=text[f.start : f.end]) for f in mention.fragments
        ),
        cue=Extract(start=mention.cue.start, end=mention.cue.end, text=text[slice(*mention.cue)])
        if mention.cue
        else None,
        speaker=Speaker(
            label=voice.label, refs=voice.refs, start=voice.start, end=voice.end, basis=voice.basis
        )
        if voice
        else None,
        rule=mention.rule,
    )
