"""Reading bytes and plain text: encodings, blocks by shape, hints, bad input."""

from __future__ import annotations

import datetime as dt
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articleparse.document import Document
from articleparse.errors import (
    ArticleParseError,
    EmptySourceError,
    InvalidHintError,
    SourceTooLargeError,
    UnreadableSourceError,
)
from articleparse.reading import MAX_BYTES, Hints, read

TITLE = "La cantine de Redon passe au bio"
SUMMARY = "La commune a voté lundi le passage de ses quatre cantines aux produits biologiques."
BODY = "Le vote a duré trois heures et le débat fut vif, selon plusieurs élus de la majorité."


def shape(document: Document) -> list[tuple[str, str]]:
    return [(b.kind, document.text[b.start : b.end]) for b in document.blocks]


def test_parts_of_an_article_are_told_by_their_shape() -> None:
    text = "\n\n".join(
        [
            *("Archives", TITLE, SUMMARY, "Par Ana Roy (avec AFP)", BODY, "Un coût maîtrisé"),
            *(BODY + "\n" + BODY, '"Nous irons au bout"', BODY + " L'Agence bio (1) suit."),
            "(1) Agence française pour le développement\net la promotion du bio.",
        ]
    )
    document = read(text)
    assert [kind for kind, _ in shape(document)] == [
        *("kicker", "headline", "standfirst", "byline", "paragraph", "crosshead"),
        *("paragraph", "paragraph", "crosshead", "paragraph", "footnote"),
    ]
    assert [author.name for author in document.metadata.authors] == ["Ana Roy", "AFP"]
    author = document.metadata.authors[0]
    assert document.text[author.start : author.end] == "Ana Roy"
    assert shape(document)[-1][1].endswith("développement et la promotion du bio.")


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        pytest.param(BODY, ["paragraph"], id="one paragraph has no headline"),
        pytest.param(f"{BODY}\n\n{BODY}", ["paragraph"] * 2, id="a sentence is no headline"),
        pytest.param(
            f"{TITLE}\n{BODY}", ["headline", "paragraph"], id="no standfirst without body"
        ),
        pytest.param(
            f"{TITLE}\n\n{SUMMARY}\n{SUMMARY}\n\npar Ana Roy\n\n{BODY}",
            ["headline", "standfirst", "paragraph", "byline", "paragraph"],
            id="a byline below a summary of two lines",
        ),
        pytest.param(
            f"{TITLE}\n\n{SUMMARY}\n\n{BODY}\n\n- du pain\n- du lait\n\n{BODY}",
            ["headline", "standfirst", "paragraph", "list_item", "list_item", "paragraph"],
            id="list",
        ),
        pytest.param(
            f"{TITLE}\n\n{SUMMARY}\n\n{BODY}\n\nUne fin sans point",
            ["headline", "standfirst", "paragraph", "paragraph"],
            id="the last line is no crosshead",
        ),
        pytest.param(
            f"{TITLE}\n\nREDON (AFP) –\n\n{SUMMARY}\n\n{BODY}",
            ["headline", "dateline", "standfirst", "paragraph"],
            id="dateline",
        ),
        pytest.param(
            f"{TITLE}\n\n{SUMMARY}\n\n{BODY}\n\n(1) Une note sans appel.",
            ["headline", "standfirst", "paragraph", "paragraph"],
            id="a note needs its anchor",
        ),
    ],
)
def test_shape(text: str, kinds: list[str]) -> None:
    assert [kind for kind, _ in shape(read(text))] == kinds


def test_hard_wrapped_lines_are_joined() -> None:
    wrapped = (
        "Le conseil municipal de Redon a voté lundi soir, après trois heures\n"
        "d'un débat très vif, le passage progressif de ses quatre cantines à\n"
        "des produits issus de l'agriculture biologique et des fermes Saint-\n"
        "Julien."
    )
    document = read(f"{TITLE}\n\n{wrapped}\n\n{wrapped}")
    assert "trois heures d'un débat" in document.text
    assert "fermes Saint-Julien." in document.text
    assert len(document.blocks) == 3


def test_visible_day_of_a_text_is_stated() -> None:
    document = read(f"{TITLE}\n\nPublié le 3 mai 2022 à 9h05\n\n{SUMMARY}\n\n{BODY}")
    (stated,) = document.metadata.dates
    assert (stated.origin, stated.date, stated.time) == (
        "visible",
        dt.date(2022, 5, 3),
        dt.time(9, 5),
    )
    assert document.text[stated.start : stated.end] == "Publié le 3 mai 2022 à 9h05"


FRENCH = f"{TITLE}\n\n« Où ça ? » L’été à Nîmes, c’est déjà l’œuvre d’un élu. {BODY}"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_encodings(encoding: str) -> None:
    document = read(FRENCH.encode(encoding))
    assert document.text == read(FRENCH).text


def test_declared_charset_is_kept_to() -> None:
    page = f'<html><head><meta charset="mac-roman"></head><body><h1>Été</h1><p>{BODY}</p>'
    document = read(page.encode("mac-roman"))
    assert document.origin.encoding == "mac-roman"
    assert document.block_text("headline") == "Été"


def test_a_few_bad_bytes_do_not_spoil_utf8() -> None:
    document = read(FRENCH.encode() + " Un “mot” collé.".encode("cp1252"))
    assert document.text.endswith("Un “mot” collé.")
    assert "L’été à Nîmes" in document.text


def test_cleaning_keeps_spaces_and_composes() -> None:
    text = read(
        "12\u00a0000\u202f€ l'e\u0301te\u0301, col\u00adlec\u00adti\u00advi\u00adté\u0092s"
    ).text
    assert text == "12\u00a0000\u202f€ l'été, collectivité’s"


@pytest.mark.parametrize(
    ("data", "error"),
    [
        pytest.param(b"", EmptySourceError, id="empty"),
        pytest.param(b" \n\t\n", EmptySourceError, id="blank"),
        pytest.param(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", UnreadableSourceError, id="picture"),
        pytest.param(bytes(range(256)) * 40, UnreadableSourceError, id="binary"),
        pytest.param(
            b"<html><body><nav>Menu</nav></body></html>", EmptySourceError, id="no article"
        ),
        pytest.param(b"a" * (MAX_BYTES + 1), SourceTooLargeError, id="too large"),
    ],
)
def test_bad_input_is_told_with_its_name(data: bytes, error: type[Exception]) -> None:
    with pytest.raises(error, match=r"essai\.txt"):
        read(data, "essai.txt")


def test_a_long_line_is_read_in_time() -> None:
    begun = time.perf_counter()
    document = read("Une phrase sans fin, " * 100_000)
    assert len(document.blocks) == 1
    assert time.perf_counter() - begun < 5


@pytest.mark.parametrize(
    ("value", "day", "clock"),
    [
        ("2021-06-08", dt.date(2021, 6, 8), None),
        ("2021-06-08T01:40:00+02:00", dt.date(2021, 6, 8), dt.time(1, 40)),
        ("2021-06-07T22:30:00Z", dt.date(2021, 6, 8), dt.time(0, 30)),
        ("2021-12-07T23:30:00.123Z", dt.date(2021, 12, 8), dt.time(0, 30)),
        ("2021-06-08 09:05", dt.date(2021, 6, 8), dt.time(9, 5)),
        ("2021-06-07T21:00:00-04:00", dt.date(2021, 6, 7), dt.time(21)),
    ],
)
def test_hinted_day_is_local_to_the_publisher(
    value: str, day: dt.date, clock: dt.time | None
) -> None:
    (stated,) = read(BODY, hints=Hints(published=value)).metadata.dates
    assert (stated.origin, stated.date, stated.time) == ("caller", day, clock)


@pytest.mark.parametrize("value", ["demain", "2021-13-40", "08/2021", "x" * 10_000])
def test_malformed_hint_is_refused(value: str) -> None:
    with pytest.raises(InvalidHintError):
        read(BODY, hints=Hints(published=value))


def test_hints_stand_before_the_page() -> None:
    page = (
        '<html lang="fr"><head><meta property="article:published_time" content="2022-05-04">'
        f"</head><body><h1>{TITLE}</h1><p>{BODY}</p></body></html>"
    )
    hints = Hints(published="2022-05-03", publisher="Le Pays", authors=("Ana Roy",))
    metadata = read(page, hints=hints).metadata
    assert [(d.origin, d.date.day) for d in metadata.dates] == [
        ("caller", 3),
        ("meta article:published_time", 4),
    ]
    assert (metadata.publisher, metadata.authors[0].name) == ("Le Pays", "Ana Roy")


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(), st.binary()))
def test_any_input_is_read_or_refused(source: str | bytes) -> None:
    try:
        document = read(source)
    except ArticleParseError:
        return
    spans = [(b.start, b.end) for b in document.blocks]
    assert spans == sorted(spans)
    assert all(document.text[start:end].strip() for start, end in spans)
    document.text.encode("utf-8")
