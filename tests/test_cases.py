"""Every tagged sentence gives the facts that its tags tell, and no other of their kind."""

from __future__ import annotations

import pkgutil
from pathlib import Path

import pytest

import articleparse.extract
from articleparse import Hints, Parser
from articleparse.document import Metadata, Origin
from articleparse.reading import compose, hinted_dates
from fact_views import VIEWS, Seen
from tagged_cases import Case, read_cases

CASES = Path(__file__).parents[1] / "fixtures" / "cases"
ORIGIN = Origin("case.txt", "text/plain", "utf-8", "0" * 64)


def _parameters() -> list[object]:
    found = []
    for path in sorted(CASES.glob("*.md")):
        for case in read_cases(path):
            marks = [pytest.mark.xfail(strict=True)] if case.is_known_miss else []
            found.append(pytest.param(path.stem, case, id=case.where, marks=marks))
    return found


def test_every_extractor_has_cases() -> None:
    extractors = {
        module.name
        for module in pkgutil.iter_modules(articleparse.extract.__path__)
        if not module.name.startswith("_")
    }
    assert extractors == {path.stem for path in CASES.glob("*.md")} == set(VIEWS)


@pytest.mark.parametrize(("extractor", "case"), _parameters())
def test_case(extractor: str, case: Case) -> None:
    view, known = VIEWS[extractor]
    for tag in case.tags:
        assert tag.kind in known, f"no tag <{tag.kind}> in {extractor}.md"
        assert {name for name, _ in tag.attributes} <= known[tag.kind]
    hints = Hints(published=case.published)
    document = compose(case.blocks, ORIGIN, Metadata(dates=hinted_dates(hints)))
    article = Parser().parse_document(document)
    expected = sorted(
        ((t.kind, t.start, t.end, dict(t.attributes)) for t in case.tags), key=lambda seen: seen[:3]
    )
    found = sorted(view(article), key=lambda seen: seen[:3])
    assert _show(article.text, _narrow(found, expected)) == _show(article.text, expected)


def _narrow(found: list[Seen], expected: list[Seen]) -> list[Seen]:
    """Leave out of what was found the attributes that the case does not speak of."""
    asked = {seen[:3]: seen[3] for seen in expected}
    return [
        (*seen[:3], {n: v for n, v in seen[3].items() if n in asked.get(seen[:3], seen[3])})
        for seen in found
    ]


def _show(text: str, seen: list[Seen]) -> list[str]:
    return [
        f"{kind} {start}-{end} {text[start:end]!r} {dict(sorted(attributes.items()))}"
        for kind, start, end, attributes in sorted(seen, key=lambda s: s[:3])
    ]


@pytest.mark.parametrize(
    "line",
    [
        '- Le <date value="2021">2021.',
        "- Le 2021</date>.",
        "- Le <date value=2021>2021</date>.",
        "- Le jour sans balise.",
        "- {none} Le <date>2021</date>.",
        "- {odd} Le <date>2021</date>.",
        "Prose seule.",
    ],
)
def test_malformed_cases_are_refused(line: str, tmp_path: Path) -> None:
    path = tmp_path / "dates.md"
    path.write_text(line, encoding="utf-8")
    with pytest.raises(ValueError, match=r"dates\.md"):
        read_cases(path)
