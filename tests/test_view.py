"""The HTML report: what it says, and how it looks in a browser."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from typer.testing import CliRunner

from articleparse import Hints, parse
from articleparse.cli import app
from articleparse.gazetteer.divisions import departments
from articleparse.view.overview import department_map, tiles, voices
from articleparse.view.report import report
from articleparse.view.review import doubts

TEXT = (
    "Un marché couvert pour Aubusson\n\n"
    "À Aubusson (Creuse), les élus ont voté mardi une enveloppe de 1,2 million d’euros. "
    "« Les travaux commenceront en mai », a annoncé Odile Vernet, maire de la commune.\n"
)
ARTICLE = parse(TEXT, hints=Hints(published="2024-03-07"))
BROWSER = shutil.which("chromium") or shutil.which("google-chrome")


def page(*articles: object) -> BeautifulSoup:
    return BeautifulSoup("".join(report(articles)), "lxml")  # type: ignore[arg-type]


def test_page_shows_the_whole_text() -> None:
    shown = [block.get_text() for block in page(ARTICLE).select("article .block")]
    assert shown == [ARTICLE.text[block.start : block.end] for block in ARTICLE.blocks]


def test_cards_say_why_and_by_which_rule() -> None:
    cards = {card.strong.text: card for card in page(ARTICLE).select(".card")}  # type: ignore[union-attr]
    place = cards["Aubusson"].get_text(" ", strip=True)
    assert "23008" in place
    assert "its department stands beside it" in place
    assert "1200000 EUR" in cards["1,2 million d’euros"].get_text()
    quote = cards["Les travaux commenceront en mai"].get_text(" ", strip=True)
    assert "Odile Vernet" in quote
    assert "a annoncé" in quote
    assert all(card.code and card.code.text for card in cards.values())


def test_links_lead_somewhere_and_ids_are_unique() -> None:
    soup = page(ARTICLE, ARTICLE)
    ids = [element["id"] for element in soup.select("[id]")]
    assert len(ids) == len(set(ids))
    for link in soup.select("a[href^='#']"):
        assert str(link["href"])[1:] in ids
    for element in soup.select("[aria-describedby]"):
        assert element["aria-describedby"] in ids


def test_page_escapes_and_loads_nothing() -> None:
    article = parse(
        "Un titre\n\nÀ Redon, <script>alert(1)</script> et <img src=x>.", name="<b>.txt"
    )
    hostile = article.model_copy(update={"url": "javascript:alert(1)"})
    html = "".join(report([hostile]))
    soup = BeautifulSoup(html, "lxml")
    assert len(soup.select("script")) == 1
    assert not soup.select("img, link, iframe, [src]")
    assert "javascript:" not in html
    assert not re.search(r"url\(|@import", html)


def test_review_names_what_is_open() -> None:
    bare = parse("Un titre\n\nÀ Redon, un riverain : « Rien ne change ici depuis dix ans. »")
    assert "no day of publication" in [doubt.why for doubt in doubts(bare)]
    assert "no day of publication" not in [doubt.why for doubt in doubts(ARTICLE)]


def test_map_has_each_department_once() -> None:
    codes = [code for code, _, _ in tiles()]
    assert sorted(codes) == sorted({d.code for d in departments() if d.until is None})
    assert len({(column, row) for _, column, row in tiles()}) == len(codes)
    shades = {tile.code: tile.shade for tile in department_map([ARTICLE])}
    assert (shades["23"], shades["75"]) == (5, 0)
    assert max(tile.shade for tile in department_map([])) == 0


def test_voices_count_quotes_and_articles() -> None:
    assert [(v.name, v.quotes, v.articles) for v in voices([ARTICLE, ARTICLE])] == [
        ("Odile Vernet", 2, 2)
    ]


def test_command_writes_the_page_and_tells_what_is_no_record(tmp_path: Path) -> None:
    records, out = tmp_path / "r.jsonl", tmp_path / "report.html"
    records.write_text(ARTICLE.model_dump_json() + "\n{}\n", encoding="utf-8")
    done = CliRunner().invoke(app, ["view", str(records), "-o", str(out)])
    assert done.exit_code == 1
    assert "r.jsonl:2: AP1" in done.stderr
    assert out.read_text(encoding="utf-8") == "".join(report([ARTICLE]))
    assert CliRunner().invoke(app, ["view", str(tmp_path / "no")]).exit_code == 2


@pytest.mark.skipif(BROWSER is None, reason="no chromium to look at the page with")
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("count", [1, 3])
def test_page_fits_in_a_browser(tmp_path: Path, width: int, count: int) -> None:
    # The page's own script-free body, and one probe that writes down how wide it came out.
    html = "".join(report([ARTICLE] * count))
    probe = (
        "<script>document.title = `${document.documentElement.scrollWidth} ${innerWidth}`</script>"
    )
    file = tmp_path / "page.html"
    file.write_text(html.replace("</body>", f"{probe}</body>"), encoding="utf-8")
    picture = tmp_path / "page.png"
    options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'p'}"]
    common = [str(BROWSER), *options, f"--window-size={width},900", "--hide-scrollbars"]
    address = file.as_uri()
    dom = subprocess.run(
        [*common, "--dump-dom", address], capture_output=True, text=True, timeout=90
    )
    title = re.search(r"<title>(\d+) (\d+)</title>", dom.stdout)
    assert title, dom.stderr[-500:]
    assert int(title[1]) <= int(title[2])
    shot = [*common, f"--screenshot={picture}", address]
    subprocess.run(shot, capture_output=True, timeout=90, check=True)
    assert picture.stat().st_size > 10_000  # a blank page of this size is below 8 kB
