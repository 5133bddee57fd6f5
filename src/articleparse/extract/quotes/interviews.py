"""Find the answers of a question-and-answer interview, which carry no marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from articleparse.document import Block, Document, Span

# Fewer questions than this may be the writer's own.
_LEAST_QUESTIONS = 3
_LONGEST_QUESTION = 400
# Of the paragraphs from the first question on, at least this share are questions.
_LEAST_SHARE = 0.25
_MARK = re.compile(r'"|^- ')


def find_answers(document: Document) -> list[Span]:
    """Return the paragraphs that answer a question of the newspaper, in order.

    An interview shows by questions that are paragraphs of their own, each with an
    answer behind it; the answer lasts until the next question or crosshead.
    """
    blocks = [block for block in document.blocks if block.kind in ("paragraph", "crosshead")]
    asked = [index for index, block in enumerate(blocks) if _is_question(document, block)]
    if len(asked) < _LEAST_QUESTIONS or len(asked) < _LEAST_SHARE * (len(blocks) - asked[0]):
        return []
    return list(_answers(document, blocks, asked))


def _is_question(document: Document, block: Block) -> bool:
    if block.kind != "paragraph" or block.end - block.start > _LONGEST_QUESTION:
        return False
    text = document.folded[block.start : block.end]
    return text.endswith("?") and not _MARK.search(text)


def _answers(document: Document, blocks: Sequence[Block], asked: Sequence[int]) -> Iterator[Span]:
    questions = set(asked)
    is_answer = False
    for index, block in enumerate(blocks):
        if index in questions or block.kind == "crosshead":
            is_answer = index in questions
        elif is_answer and not _MARK.search(document.folded, block.start, block.end):
            yield Span(block.start, block.end)
