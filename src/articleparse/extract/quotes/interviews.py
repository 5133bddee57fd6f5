"""Find the answers of a question-and-answer interview, which carry no marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from articleparse.document import Block, Document, Span
from articleparse.extract.quotes.noun_phrases import SpeakerPhrase

# Fewer questions than this may be the writer's own, where nothing tells who asks.
_LEAST_QUESTIONS = 3
_LONGEST_QUESTION = 400
# Of the paragraphs from the first question on, at least this share are questions.
_LEAST_SHARE = 0.25
# Who asks is known by questions; at least this share of the turns are.
_LEAST_ASKED = 0.5
_MARK = re.compile(r'"|^- ')
_KINDS = frozenset(("paragraph", "crosshead", "list_item"))
# "Odile Vernet :", "LE COURRIER. -", "O. V. -", "Q:"; what a full stop alone ends has to come again.
_LABEL = re.compile(
    r"(?P<label>[A-ZÀ-Þ][\w'.&-]{0,30}(?: (?:[A-ZÀ-Þ]|(?:d[eu]s? |d'|de la |l[ae]s? )\w)[\w'.&-]{0,30}){0,5}?)"
    r"(?P<separator> ?: |\. ?- ?| - |\. (?=[A-ZÀ-Þ\"]))"
)
# "Odile Vernet Oui, …": a name that most answers begin with.
_NAME = re.compile(r"[A-ZÀ-Þ][\w'-]+ (?:d[eu]s? )?[A-ZÀ-Þ][\w'-]+ (?=[A-ZÀ-Þ\"])")
_ENDS = '.!?…")'
# What is put to somebody without a question mark is no longer than this.
_LONGEST_REMARK = 250
_JE = re.compile(r"\b(?:j'|(?:je|me|moi|mon|ma|mes)\b)", re.IGNORECASE)
_WE = re.compile(r"\b(?:j'|(?:je|nous|mon|ma|mes|notre|nos)\b)", re.IGNORECASE)
_VOUS = re.compile(r"\b(?:vous|votre|vos)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Answer:
    """What one paragraph answers, and the label that says who does, if any."""

    content: Span
    speaker: SpeakerPhrase | None = None


@dataclass(slots=True)
class _Turn:
    """A paragraph of an interview, behind its label."""

    block: Block
    content: Span
    is_question: bool
    label: str | None = None
    speaker: SpeakerPhrase | None = None

    @property
    def whole(self) -> Span:
        """The paragraph with its label."""
        return Span(self.block.start, self.block.end)


@dataclass(slots=True)
class _Labels:
    """Who asks and who answers, by the labels of their paragraphs."""

    asking: set[str] = field(default_factory=set)
    answering: set[str] = field(default_factory=set)


def find_answers(document: Document) -> list[Answer]:
    """Return the paragraphs that answer a question of the newspaper, in order.

    An interview shows by labels before who asks and who answers, or by questions to
    somebody that are paragraphs of their own; an answer lasts until the next question.
    """
    blocks = [block for block in document.blocks if block.kind in _KINDS]
    if "?" not in document.folded:
        return []
    turns = [_turn(document, block) for block in blocks]
    labels = _roles(turns)
    if labels.answering:
        answers = list(_labelled(document, turns, labels))
    else:
        answers = _behind_names(document, list(_unlabelled(document, turns)))
    # Credits and links stand behind the last answer; they end no sentence.
    folded = document.folded
    return [one for one in answers if folded[one.content.end - 1] in _ENDS]


def _turn(document: Document, block: Block) -> _Turn:
    folded = document.folded
    content = Span(block.start, block.end)
    is_question = block.end - block.start <= _LONGEST_QUESTION and folded[
        block.start : block.end
    ].rstrip(' "').endswith("?")
    match = _LABEL.match(folded, block.start, block.end)
    if match is None:
        return _Turn(block, content, is_question)
    speaker = SpeakerPhrase(*match.span("label"), "noun")
    label = match["label"] + match["separator"].strip()
    return _Turn(block, Span(match.end(), block.end), is_question, label, speaker)


def _roles(turns: Sequence[_Turn]) -> _Labels:
    """Tell askers, most of whose turns are questions, from those whose turns follow theirs."""
    places: dict[str, list[int]] = {}
    for index, turn in enumerate(turns):
        if turn.label is not None:
            places.setdefault(turn.label, []).append(index)
    found = _Labels()
    for label, indexes in places.items():
        is_sure = not label.endswith(".") or len(indexes) > 1
        asked = sum(turns[index].is_question for index in indexes)
        if is_sure and asked >= _LEAST_ASKED * len(indexes):
            found.asking.add(label)
    for label, indexes in places.items():
        is_sure = not label.endswith(".") or len(indexes) > 1
        askers = [turns[index - 1].label for index in indexes if _is_asked(turns, index, found)]
        # Without a label who asks shows by asking the same person again.
        is_told = any(askers) or len(askers) > 1
        if is_sure and is_told and label not in found.asking:
            found.answering.add(label)
    return found


def _is_asked(turns: Sequence[_Turn], index: int, labels: _Labels) -> bool:
    before = turns[index - 1] if index else None
    return before is not None and (before.is_question or before.label in labels.asking)


def _labelled(document: Document, turns: Sequence[_Turn], labels: _Labels) -> Iterator[Answer]:
    speaker: SpeakerPhrase | None = None
    is_answer = False
    for turn in turns:
        if turn.label in labels.answering:
            is_answer, speaker = True, turn.speaker
            yield Answer(turn.content, speaker)
        elif turn.label in labels.asking or turn.is_question or _is_remark(document, turn):
            is_answer = turn.label is None and speaker is not None
            is_answer = is_answer or len(labels.answering) == 1
        elif is_answer and turn.block.kind != "crosshead":
            yield Answer(turn.whole, speaker)


def _unlabelled(document: Document, turns: Sequence[_Turn]) -> Iterator[Answer]:
    folded = document.folded
    asked = [
        index
        for index, turn in enumerate(turns)
        if turn.is_question and not _MARK.search(folded, *turn.whole)
    ]
    if len(asked) < _LEAST_QUESTIONS or len(asked) < _LEAST_SHARE * (len(turns) - asked[0]):
        return
    # An explanation asks its reader's questions, an interview somebody's.
    told = turns[asked[0] :]
    if not any(_tells_persons(folded, turn) for turn in told):
        return
    questions = set(asked)
    is_answer = False
    for index, turn in enumerate(turns):
        if index in questions or turn.block.kind == "crosshead":
            is_answer = index in questions
        elif is_answer and _is_remark(document, turn):
            continue
        elif is_answer and folded[turn.block.start] not in '"-':
            yield Answer(turn.whole)


def _tells_persons(folded: str, turn: _Turn) -> bool:
    if turn.is_question:
        return bool(_VOUS.search(folded, *turn.whole))
    return '"' not in folded[slice(*turn.whole)] and bool(_WE.search(folded, *turn.whole))


def _is_remark(document: Document, turn: _Turn) -> bool:
    """Tell whether a short paragraph says to somebody what they have to answer."""
    start, end = turn.whole
    is_short = end - start <= _LONGEST_REMARK
    folded = document.folded
    return (
        is_short and bool(_VOUS.search(folded, start, end)) and not _JE.search(folded, start, end)
    )


def _behind_names(document: Document, answers: list[Answer]) -> list[Answer]:
    """Take off the name that most answers begin with, and keep it for the speaker."""
    matches = [_NAME.match(document.folded, *answer.content) for answer in answers]
    names = [match[0] for match in matches if match]
    if len(names) < _LEAST_QUESTIONS or len(set(names)) > 1:
        return answers
    return [
        Answer(Span(match.end(), answer.content.end), SpeakerPhrase(*match.span(), "noun"))
        if match
        else answer
        for match, answer in zip(matches, answers, strict=True)
    ]
