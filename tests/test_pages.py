"""Golden pages: each page of fixtures/pages reads as its JSON file says, whole and clean."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articleparse.document import Document
from articleparse.errors import ArticleParseError
from articleparse.reading import read

PAGES = Path(__file__).parents[1] / "fixtures" / "pages"
SLUGS = sorted(path.stem for path in PAGES.glob("*.html"))


def shape(document: Document) -> list[list[str]]:
    return [[b.kind, document.text[b.start : b.end]] for b in document.blocks]


def spaced(blocks: list[list[str]]) -> list[list[str]]:
    """Blocks with plain spaces, as expectations are typed; what kind is tested apart."""
    return [[kind, text.replace("\u00a0", " ").replace("\u202f", " ")] for kind, text in blocks]


def day(document: Document, role: str) -> str | None:
    return next((str(d.date) for d in document.metadata.dates if d.role == role), None)


def test_every_page_has_its_expectation() -> None:
    assert sorted(path.stem for path in PAGES.glob("*.json")) == SLUGS
    assert SLUGS


@pytest.mark.parametrize("slug", SLUGS)
def test_page(slug: str) -> None:
    document = read((PAGES / f"{slug}.html").read_bytes(), slug)
    expected = json.loads((PAGES / f"{slug}.json").read_text(encoding="utf-8"))
    metadata = document.metadata
    assert spaced(shape(document)) == expected["blocks"]
    assert day(document, "published") == expected.get("published")
    assert day(document, "modified") == expected.get("modified")
    assert [author.name for author in metadata.authors] == expected.get("authors", [])
    assert metadata.publisher == expected.get("publisher")
    assert metadata.language == expected.get("language")
    assert metadata.url == expected.get("url")
    assert metadata.truncated is expected.get("truncated", False)
    raised = [document.text[s.start : s.end] for s in document.superscripts]
    assert raised == expected.get("superscripts", [])


def page(body: str, head: str = "") -> Document:
    return read(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>")


ARTICLE = "<h1>Un titre assez long</h1><p>Un premier alinéa qui dit ce qui se passe à Rodez.</p>"


def test_non_breaking_spaces_and_links_are_kept() -> None:
    document = page(
        f'{ARTICLE}<p>Ils étaient 1&nbsp;200 (<a href="/avant">notre article du 3 mai</a>).</p>'
    )
    assert "1\u00a0200" in document.text
    (link,) = document.links
    assert (document.text[link.start : link.end], link.url) == ("notre article du 3 mai", "/avant")


def test_the_day_is_that_of_the_publisher_and_conflicts_stay() -> None:
    document = page(
        f"{ARTICLE}<p>Publié le 9 mars 2021</p>",
        '<meta property="article:published_time" content="2021-03-07T23:40:00Z">'
        '<meta name="date" content="pas une date">',
    )
    assert [(d.origin, d.date.day) for d in document.metadata.dates] == [
        ("meta article:published_time", 8),
        ("visible", 9),
    ]
    assert document.metadata.dates[0].time == dt.time(0, 40)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Par Ana Roy", ["Ana Roy"]),
        ("Par Ana Roy et Luc Sy, à Lomé", ["Ana Roy", "Luc Sy"]),
        ("Par A. R. (avec AFP)", ["A. R.", "AFP"]),
        ("Par Ana Roy, envoyée spéciale à Lomé", ["Ana Roy"]),
        ("Par Admin", []),
        ("Par la rédaction", []),
        ("De notre envoyée spéciale à Lomé, Ana Roy", ["Ana Roy"]),
        ("Ana Roy/ats", ["Ana Roy", "ats"]),
        ("Ana Roy - ana.roy@pays.example", ["Ana Roy"]),
        ("Soumis par Ana Roy le mar, 08/06/2021 - 09:05", ["Ana Roy"]),
    ],
)
def test_byline(line: str, names: list[str]) -> None:
    document = page(
        f'<h1>Un titre assez long</h1><p class="signature">{line}</p>{ARTICLE}'
        '<aside><span class="author">Paul Sidebar</span></aside>'
    )
    assert [author.name for author in document.metadata.authors] == names


def test_initials_are_spelled_out_by_metadata() -> None:
    document = page(
        f'<h1>Un titre assez long</h1><p class="author">Par A.R.</p>{ARTICLE}',
        '<meta name="author" content="Ana Roy">',
    )
    assert [author.name for author in document.metadata.authors] == ["Ana Roy"]


def blocks(body: str) -> list[str]:
    document = page(f"<h1>Un titre assez long</h1>{body}")
    return [document.text[b.start : b.end] for b in document.blocks][1:]


LONG = "Un alinéa assez long, qui dit ce qui se passe à Rodez depuis le début de la semaine."


def test_preformatted_text_has_its_paragraphs() -> None:
    assert blocks(f"<pre>{LONG}\n\n  {LONG}\n \nUne ligne\ncoupée, et la suite.</pre>") == [
        LONG,
        LONG,
        "Une ligne coupée, et la suite.",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Enregistrer Commenter Partager",
        "Lire sur le sujet <a href=/x>La cantine passe au bio</a>",
        "Mots-clés : cantine, bio",
        "Advertisement",
        "3 min de lecture",
        "<a href=/x>Un autre article du même auteur</a>",
        "Il vous reste 74.35% de cet article à lire.",
    ],
)
def test_lines_that_no_article_holds_are_left_out(line: str) -> None:
    assert blocks(f"<p>{LONG}</p><p>{line}</p><p>{LONG}</p>") == [LONG, LONG]


@pytest.mark.parametrize(
    "line",
    [
        "« Écrivez-nous à la mairie », dit l’affiche collée sur la porte.",
        "Pour faire un don, il faut pousser la porte de la <a href=/x>mairie</a>.",
        "La publicité pour l’alcool recule, et la newsletter du maire aussi.",
        "Il a lu la lettre à voix haute, puis l’a pliée en quatre. © ou pas, elle est à lui.",
    ],
)
def test_sentences_stay_whatever_they_speak_of(line: str) -> None:
    text = line.replace("<a href=/x>", "").replace("</a>", "")
    assert blocks(f"<p>{LONG}</p><p>{line}</p><p>{LONG}</p>") == [LONG, text, LONG]
    boxed = f"<div><p>{LONG}</p></div><div><p>{line}</p><p>{LONG}</p></div><div><p>{LONG}</p></div>"
    assert blocks(boxed) == [LONG, text, LONG, LONG]


@pytest.mark.parametrize(
    ("told", "truncated"),
    [
        ('"isAccessibleForFree": "False"', True),
        ('"isAccessibleForFree": false, "wordCount": 400', True),
        ('"isAccessibleForFree": false, "wordCount": 11', False),
        ('"isAccessibleForFree": false, "articleBody": "Un premier alinéa"', True),
        ('"isAccessibleForFree": true', False),
    ],
)
def test_a_paid_article_is_truncated_unless_all_its_words_stand_there(
    told: str, truncated: bool
) -> None:
    document = page(
        ARTICLE,
        '<script type="application/ld+json">{"@type": "NewsArticle", ' + told + "}</script>",
    )
    assert document.metadata.truncated is truncated


@pytest.mark.parametrize(
    "bomb",
    [
        pytest.param("<div>" * 100_000, id="nested elements"),
        pytest.param("<span><b>" * 50_000, id="nested inline elements"),
        pytest.param("<script>" * 100_000, id="unclosed scripts"),
        pytest.param("<!--" * 100_000, id="unclosed comments"),
        pytest.param("<p class='a b c'>" * 50_000, id="unclosed paragraphs"),
        pytest.param("<p>Lire aussi : </p>" * 50_000, id="junk lines"),
        pytest.param("<sup>1" * 50_000, id="unclosed superscripts"),
        pytest.param("<br>" * 200_000, id="line breaks"),
        pytest.param("<div>" + "<a href=x>Lire aussi</a> x<br>" * 50_000, id="links and breaks"),
        pytest.param("<div>" + "<a href=x>y</a><sup>1</sup> " * 50_000, id="links and markers"),
        pytest.param("&amp;" * 200_000, id="entities"),
        pytest.param("<div class=a><p>Lire aussi</p>" * 30_000, id="boxes in boxes"),
        pytest.param("<p>Je fais un don à ce journal.</p><hr>" * 50_000, id="appeals and rules"),
        pytest.param("<b>Titre<br></b>Texte.<br>" * 50_000, id="bold lines"),
        pytest.param("<p>Un alinéa de ce qui se passe.</p><p>Lire aussi</p>" * 40_000, id="breaks"),
        pytest.param("<li>(1) Une note</li>" * 40_000, id="notes"),
        pytest.param("<p>Un alinéa de ce qui se passe à Rodez.</p>" * 100_000, id="5 MB"),
    ],
)
def test_hostile_pages_are_read_in_time(bomb: str) -> None:
    begun = time.perf_counter()
    with contextlib.suppress(ArticleParseError):
        page(ARTICLE + bomb)
    assert time.perf_counter() - begun < 20


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.text(max_size=20),
            st.sampled_from(
                [
                    *("<p>", "</p>", "<br>", "<sup>1</sup>", "<a href=x>", "</a>", "<h2>", "<td>"),
                    *("<ol class=notes>", "<li>", "<div class=chapo>", "</div>", "<time>", "<b>"),
                    *("</b>", "&shy;", "&#146;", "<i>Puis", "(1) ", "\n"),
                ]
            ),
        ),
        max_size=40,
    )
)
def test_any_markup_is_read_or_refused(parts: list[str]) -> None:
    try:
        document = page(ARTICLE + "".join(parts))
    except ArticleParseError:
        return
    for span in (*document.superscripts, *document.links, *document.sentences):
        assert 0 <= span.start < span.end <= len(document.text)
    for block in document.blocks:
        text = document.text[block.start : block.end]
        assert text
        assert text == text.strip()
