"""The invariants of the record, on whole articles, on what is left of them, and on garbage."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import articleparse
from articleparse import Article, Hints, Parser
from articleparse.check import check
from articleparse.errors import ArticleParseError

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "fixtures" / "articles").glob("*/source.*"))
CONTENTS = [source.read_bytes() for source in SOURCES]

# What extractors look for, and what they may stumble over.
PIECES = [
    *("« ", " »", "“", "”", '"', "'", "’", "(", ")", "[", "]", "<", ">", "&", "&#", "\n", "\n\n"),
    *(
        " ",
        "\u00a0",
        "\u202f",
        "\u200b",
        "\ufeff",
        "\r\n",
        "\t",
        "-",
        "– ",
        "—",
        "…",
        ".",
        ", ",
        ": ",
    ),
    *("0", "1", "12", "1 000 000", "3,5", "50 %", "(49)", "(1)", "²", "½", "٣", "1er", "XIXe"),
    *(" millions d’euros", " à ", " et ", " sur ", " pour cent", " ans", " km", " fois plus"),
    *("lundi ", "8 juin 2021", "31 février", "en 2019", "hier", "il y a deux ans", "l’an dernier"),
    *("M. ", "Mme ", "Jeanne ", "Le Goff", "Saint-", "maire de ", "président ", "Guéret", "Creuse"),
    *("a-t-elle dit", "selon ", "d’après ", "estime que ", "poursuit-il", "explique ", "(ARS)"),
    *("voir notre article du ", "Publié le ", "Par ", "Lire aussi", "http://a.fr/", "é", "e\u0301"),
    *("<p>", "</p>", "<h1>", "<sup>", "<script>", "<!--", "]]>", "<time datetime='2021'>", "\x00"),
    *("\ud800", "\U0001f600", "\u0130", "ß", "ﬁ", "\u202e"),
]
glued = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)
hints = st.builds(
    Hints,
    url=st.none() | glued,
    publisher=st.none() | glued,
    published=st.none() | st.dates().map(str) | glued,
    authors=st.lists(glued, max_size=2).map(tuple),
)
many = settings(
    max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)


def holds(source: str | bytes, hints: Hints | None = None, name: str = "essai") -> bool:
    """Assert that the source gives one sound record or a documented error."""
    try:
        article = Parser().parse(source, name=name, hints=hints)
    except ArticleParseError:
        return False
    record = article.model_dump_json()
    # Bytes may be mojibake from the start, which is their fault alone.
    assert [finding for finding in check(record) if finding.code != "AP901"] == []
    assert Article.model_validate_json(record) == article
    assert Parser().parse(source, name=name, hints=hints).model_dump_json() == record
    return True


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.parent.name)
def test_articles_hold(source: Path) -> None:
    assert holds(source.read_bytes())


@many
@given(st.data())
def test_damaged_articles_hold(data: st.DataObject) -> None:
    content = data.draw(st.sampled_from(CONTENTS))
    cut = st.integers(0, len(content))
    first, second = sorted((data.draw(cut), data.draw(cut)))
    damage = data.draw(st.binary(max_size=8) | glued.map(_encoded))
    holds(content[:first] + damage + content[second:])


@many
@given(glued, hints)
def test_pieces_of_articles_hold(text: str, hints: Hints) -> None:
    holds(f"Un titre\n\n{text}", hints)


# Names that are a commune, a city abroad, both, or in no list; and where each may lie.
TOWNS = ["Lens", "Kempten", "Nice", "Paris", "Saint-Denis", "Bergues-les-Ormes", "Monaco", "Job"]
WIDER = ["62", "1", "Pas-de-Calais", "Suisse", "Québec, Canada", "Réunion", "LR, Nord", "AFP"]
WIDER += ["Bretagne", "Seine-et-Oise", "Côtes-du-Nord", "Asie", "Loire"]


@pytest.mark.parametrize("town", TOWNS)
@pytest.mark.parametrize("wider", WIDER)
def test_towns_in_any_wider_place_hold(town: str, wider: str) -> None:
    """Whatever stands behind a town, even what does not fit, and the town named again."""
    for form in ("À {0} ({1}), il neige.", "{0}, {1}, attend.", "{0} et {0} ({1}).", "({1}) {0}"):
        told = form.format(town, wider)
        holds(f"{told} Le maire de {town} est venu.")
        holds(f"{told} Il vit en {wider}, à {town}.", Hints(published="1965-03-02"))


@many
@given(st.text())
def test_any_text_holds(text: str) -> None:
    holds(text)


@many
@given(st.binary())
def test_any_bytes_hold(content: bytes) -> None:
    holds(content)


@many
@given(glued)
def test_any_name_holds(name: str) -> None:
    holds("Un titre\n\nUn texte.", name=name)


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def test_same_bytes_give_the_same_records_everywhere() -> None:
    """Neither hash order, nor locale, nor the time zone shows in a record."""
    script = (
        "import sys\nfrom pathlib import Path\nfrom articleparse import parse\n"
        "for path in sys.argv[1:]:\n"
        "    print(parse(Path(path).read_bytes(), name='x').model_dump_json().encode())\n"
    )
    outputs = set()
    for seed, zone, locale in (("1", "UTC", "C"), ("2", "Pacific/Auckland", "fr_FR.UTF-8")):
        environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale}
        environment["PYTHONPATH"] = str(Path(articleparse.__file__).parent.parent)
        command = [sys.executable, "-c", script, *map(str, SOURCES)]
        outputs.add(
            subprocess.run(command, env=environment, capture_output=True, check=True).stdout
        )
    assert len(outputs) == 1


REPEATED = {
    "article": (ROOT / "seeds" / "000_efdc0b14916e6ca8.txt").read_text(encoding="utf-8"),
    **{
        repr(piece): piece
        for piece in (
            *(
                "« ",
                "» ",
                '"',
                "“ ” ",
                "( ",
                "(1) ",
                "[",
                "- ",
                "— ",
                "’ ",
                ", ",
                ". ",
                "\n",
                "\n\na",
            ),
            *(
                "A",
                "a ",
                "A. ",
                "Aa ",
                "Saint-",
                "M. ",
                "Mme Aa Bb, ",
                "Aa de la ",
                "de ",
                "et Bb ",
            ),
            *("1", "1 ", "1 000 ", "1,", "deux ", "cent ", "1 000 à ", "12 millions ", "50 % "),
            *("2021-", "8 juin ", "lundi 8 ", "en 2019, ", "du 8 au ", "Par A et "),
            *("<", "<p>", "<b>a", "&amp", "&", "<!--", "<p>a</p>", "http://a.fr/", "a\u0301"),
            *("« Oui », dit-il. ", "« a » dit A. ", "Il dit que a. ", "selon A, ", "maire de A, "),
            *("Guéret ", "Guéret (Creuse), ", "Saint-Denis ", "Paris, ", "l’", "qu’il a dit "),
        )
    },
}
SMALL, FACTOR = 6_000, 4


@pytest.mark.parametrize("piece", REPEATED.values(), ids=REPEATED)
def test_time_grows_with_the_length(piece: str) -> None:
    """Four times the text may take eight times the time; a quadratic rule takes sixteen."""
    # Times below this are noise on a busy machine.
    least = 0.05
    small = min(_seconds(piece, SMALL) for _ in range(2))
    assert any(
        _seconds(piece, SMALL * FACTOR) < 2 * FACTOR * max(small, least) for _ in range(3)
    ), piece


def _seconds(piece: str, length: int) -> float:
    text = "Un titre\n\nUn chapô.\n\n" + (piece * (length // len(piece) + 1))[:length]
    start = time.process_time()
    holds_once(text)
    return time.process_time() - start


@pytest.mark.parametrize("plain", ["Deux tiers des élus", "Une dizaine de millions", "5 minutes"])
@pytest.mark.parametrize("odd", ["ı", "İ", "ſ"])
def test_letters_that_match_others_in_no_case_hold(plain: str, odd: str) -> None:
    """To `re.IGNORECASE` ſ is an s and ı an i, to `str.lower` they are not."""
    holds_once("Un titre\n\n" + plain.replace("s" if odd == "ſ" else "i", odd))


def holds_once(text: str) -> None:
    try:
        Parser().parse(text)
    except ArticleParseError:
        return
