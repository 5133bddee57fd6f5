"""Tell whose words each quotation holds."""

from __future__ import annotations

from functools import cached_property

from articleparse.document import Block, Document, Span
from articleparse.extract.quotes import ANSWER_RULE, TURN_RULE, QuoteMention
from articleparse.record import Organisation, Person, Quote, Speaker
from articleparse.resolve.extracts import extract_at
from articleparse.resolve.speakers.anaphora import Memory
from articleparse.resolve.speakers.cast import Cast
from articleparse.resolve.speakers.phrases import resolve_phrase
from articleparse.resolve.speakers.repeats import Repeats
from articleparse.resolve.speakers.voices import Voice

# Marks, blanks and a stop around a quotation that is a paragraph.
_AROUND = 6
# An echo of a quotation is no longer than a crosshead.
_LONGEST_ECHO = 120
_TITLES = frozenset({"kicker", "headline", "standfirst", "crosshead", "caption"})


def resolve(
    document: Document,
    mentions: list[QuoteMention],
    people: tuple[Person, ...],
    organisations: tuple[Organisation, ...],
) -> tuple[Quote, ...]:
    """Return the quotes with their speakers, in text order."""
    if not mentions:
        return ()
    voices = _voices(document, mentions, Cast(document, people, organisations))
    return tuple(
        _quote(document, number, mention, voice)
        for number, (mention, voice) in enumerate(zip(mentions, voices, strict=True), 1)
    )


def _voices(document: Document, mentions: list[QuoteMention], cast: Cast) -> list[Voice | None]:
    """Resolve what is told, then what only the rest of the article makes clear."""
    memory = Memory(cast, _marked(mentions))
    voices: list[Voice | None] = [None] * len(mentions)
    body = []
    echoes = _Echoes(document, mentions)
    for index, mention in enumerate(mentions):
        if mention.speaker is None:
            block = document.blocks[memory.blocks.block(mention.start)]
            if block.kind in _TITLES or echoes.holds(mention, block):
                continue
        voice = _voice_of(memory, mention)
        voices[index] = voice
        if voice is not None:
            memory.remember(mention.start, voice)
            body.append((mention, voice))
    _repeat(memory, mentions, voices, body)
    _give_to_answerer(document, memory, mentions, voices)
    for index, mention in enumerate(mentions):
        is_open = voices[index] is None and mention.speaker is None
        if is_open and mention.kind != "indirect":
            voices[index] = memory.speaker_named_in_sentence(mention.start)
            before = voices[index - 1] if index else None
            if voices[index] is None and before and memory.same_block(mentions[index - 1], mention):
                voices[index] = before._replace(basis="continued")
    return voices


class _Echoes:
    """Tells paragraphs that are but a quotation which another one holds, as crossheads are."""

    def __init__(self, document: Document, mentions: list[QuoteMention]) -> None:
        self._document = document
        self._mentions = mentions

    @cached_property
    def _told(self) -> str:
        told = (m for m in self._mentions if m.speaker is not None)
        return "\n".join(_folded(self._document, mention) for mention in told).lower()

    def holds(self, mention: QuoteMention, block: Block) -> bool:
        """Tell whether a quotation without speaker stands alone and is told elsewhere."""
        if block.end - block.start > mention.end - mention.start + _AROUND:
            return False
        text = _folded(self._document, mention).lower().rstrip(" .!?")
        return len(text) < _LONGEST_ECHO and text in self._told


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
    if mention.rule == ANSWER_RULE:
        return _answering(memory, mention)
    if mention.speaker is not None:
        return resolve_phrase(memory, mention.speaker, mention.subjects)
    if mention.rule == TURN_RULE:
        return None
    if mention.kind == "indirect":
        return None  # "il est accusé de …": nobody tells by whom
    same_block = memory.last_voice(mention.start, 0)
    nearby = resolve_phrase(memory, mention.nearby) if mention.nearby is not None else None
    if same_block is not None and not (nearby and _takes_over(memory, nearby, same_block)):
        return same_block._replace(basis="continued")
    if nearby is not None and (nearby.refs or nearby.is_pointed_out):
        return nearby
    if mention.kind != "direct":
        return None
    alone = memory.only_person(mention.start)
    if alone is not None:
        return alone
    earlier = memory.last_voice(mention.start, 1)
    if earlier is None and not memory.spoken:
        return memory.witness(mention.start)
    return earlier._replace(basis="continued") if earlier else None


def _takes_over(memory: Memory, nearby: Voice, before: Voice) -> bool:
    """Tell whether a sentence about another person parts a quotation from who spoke before."""
    is_person = not memory.cast.people.keys().isdisjoint(nearby.refs)
    return is_person and nearby.refs != before.refs and nearby.start > memory.spoken[-1].start


def _answering(memory: Memory, mention: QuoteMention) -> Voice | None:
    """Return who answers: whom the label names, else ("R:", initials) whom the text names most."""
    told = resolve_phrase(memory, mention.speaker) if mention.speaker else None
    if told is not None and (told.refs or " " in told.label):
        return told
    return memory.answerer(mention.start) or told


def _marked(mentions: list[QuoteMention]) -> list[Span]:
    return [
        span for mention in mentions if mention.kind != "indirect" for span in mention.fragments
    ]


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
    titles = [_folded(document, mentions[index]) for index in lone]
    repeats = Repeats([(start, text) for start, text, _ in groups], titles)
    for index, title in zip(lone, titles, strict=True):
        found = repeats.find(mentions[index].start, title)
        if found is not None:
            voices[index] = groups[found][2]._replace(basis="continued")


def _folded(document: Document, mention: QuoteMention) -> str:
    return " ".join([document.folded[start:end] for start, end in mention.fragments])


def _quote(document: Document, number: int, mention: QuoteMention, voice: Voice | None) -> Quote:
    fragments = tuple([extract_at(document, span) for span in mention.fragments])
    return Quote(
        id=f"q{number}",
        kind=mention.kind,
        text=" ".join([fragment.text for fragment in fragments]),
        fragments=fragments,
        cue=extract_at(document, mention.cue) if mention.cue else None,
        speaker=Speaker(
            label=voice.label, refs=voice.refs, start=voice.start, end=voice.end, basis=voice.basis
        )
        if voice
        else None,
        rule=mention.rule,
    )
