"""Score the pairs of acronym and long form: precision, recall and F1 over a corpus.

python benchmarks/acronyms.py [TEXTS.jsonl]

TEXTS.jsonl holds one text a line, with the spans of its `acronyms` and of its
`long_forms`, as the French legal part of the SDU@AAAI-22 shared task has them. That
corpus does not pair them. Here a long form and an acronym are a pair where they stand
beside each other with nothing but marks between them, one of which is a parenthesis, or
where a comma, a dash or "ou" stands between them; either may come first. What no
acronym stands beside is left out.

A pair is found where an organisation of the record has that acronym and that name;
articles, accents and case are passed over. The corpus counts acronyms of treaties,
funds and quantities too; the record holds organisations alone, so that recall is told
for those long forms apart that a head noun of organisations begins.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

from articleparse import parse
from articleparse.document import fold
from articleparse.lexicon.organisations import heads
from articleparse.lexicon.spelling import plain

DEFAULT = Path(__file__).parents[2] / "shared" / "data" / "acronyms_sdu22_fr_dev.jsonl"
_BESIDE = re.compile(r' ?["(]+ ?|["]? ?\( ?["]?|, (?:ou )?| - | ou ')
_ARTICLE = re.compile(r"^(?:le|la|les|l'|un|une|du|des|de la|de l'|de|d') ?")

Pair = tuple[str, str]


def bare(text: str) -> str:
    """Spelled plainly, without the article before it."""
    return _ARTICLE.sub("", plain(fold(text)).strip(), count=1)


def gold(row: dict) -> set[Pair]:
    """The (acronym, long form) of a text that stand beside each other."""
    text = fold(row["text"])
    found = set()
    for start, end in row["long_forms"]:
        for first, last in row["acronyms"]:
            between = text[end:first] if end <= first else text[last:start]
            if _BESIDE.fullmatch(between):
                found.add((bare(text[first:last]), bare(text[start:end])))
    return found


def found(text: str) -> set[Pair]:
    """The (acronym, name) of a record's organisations, of those that have both."""
    return {
        (bare(body.acronym), bare(body.name))
        for body in parse(text).organisations
        if body.acronym and body.acronym != body.name
    }


def scores(right: int, told: int, wanted: int) -> str:
    precision, recall = right / max(told, 1), right / max(wanted, 1)
    both = precision + recall
    return f"{precision:.3f} {recall:.3f} {2 * precision * recall / both if both else 0:.3f}"


if __name__ == "__main__":
    path = Path(sys.argv[1]) if sys.argv[1:] else DEFAULT
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    pairs = [(gold(row), found(row["text"])) for row in rows]
    if "--misses" in sys.argv:
        for wanted, told in pairs:
            for pair in sorted(wanted - told):
                print("missed", *pair, sep="\t")
            for pair in sorted(told - wanted):
                print("extra", *pair, sep="\t")
    right = sum(len(wanted & told) for wanted, told in pairs)
    print("precision recall F1, of", sum(len(wanted) for wanted, _ in pairs), "pairs")
    print(scores(right, sum(len(t) for _, t in pairs), sum(len(w) for w, _ in pairs)))
    bodies = {
        (i, pair)
        for i, (wanted, _) in enumerate(pairs)
        for pair in wanted
        if pair[1].split(" ")[0] in {plain(head) for head in heads()}
    }
    seen = sum(pair in pairs[i][1] for i, pair in bodies)
    print(f"recall of {len(bodies)} that a head noun begins: {seen / max(len(bodies), 1):.3f}")
