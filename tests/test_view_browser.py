"""The report as a reader uses it: filter, keyboard, screen reader, phone, paper.

Needs Chromium and the packages of `articleparse[dev]`; skipped where they are not.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from articleparse import Article, Hints, parse
from articleparse.view.report import report

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
BROWSER = shutil.which("chromium") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(BROWSER is None, reason="no chromium to try the page with")

DESKTOP, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
# A quote with a person, a place and a figure inside: three facts deep.
TEXT = (
    "Un marché couvert pour Aubusson\n\n"
    "À Aubusson (Creuse), les élus ont voté mardi une enveloppe de 1,2 million d’euros. "
    "« Odile Vernet a promis à Guéret 300 000 euros », a annoncé Anselme Corbigny, maire de "
    "la commune. Elle a ajouté que les travaux commenceront en mai.\n\n"
    "La halle\n\n" + "Le texte continue ainsi, ligne après ligne. " * 60 + "\n"
)
ARTICLE = parse(TEXT, hints=Hints(published="2024-03-07"))
Open = Callable[..., Any]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Open]:
    """Show records in a new window; fails where the page's script does."""
    contexts = []
    errors: list[str] = []

    def show(*articles: Article, size: dict[str, int] = DESKTOP, **options: Any) -> Any:
        file = tmp_path / "report.html"
        file.write_text("".join(report(articles or [ARTICLE])), encoding="utf-8")
        context = browser.new_context(viewport=size, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(file.as_uri())
        return page

    yield show
    for context in contexts:
        context.close()
    assert not errors


def style(page: Any, selector: str, name: str) -> str:
    script = "(element, name) => getComputedStyle(element)[name]"
    return str(page.locator(selector).first.evaluate(script, name))


@pytest.mark.parametrize("scripts", [True, False])
def test_filter_hides_a_kind_and_shows_it_again(opened: Open, scripts: bool) -> None:
    page = opened(java_script_enabled=scripts)
    cards = page.locator("section.figure")
    assert cards.is_visible()
    page.get_by_label("Figures").uncheck()
    assert not cards.is_visible()
    assert page.locator("section.place").is_visible()
    if scripts:  # without them the style cannot be asked for
        assert style(page, ".m.figure", "borderBottomColor") == "rgba(0, 0, 0, 0)"
        assert style(page, ".m.place", "borderBottomColor") != "rgba(0, 0, 0, 0)"
        assert page.locator("a.at[href*=figure]").first.get_attribute("tabindex") == "-1"
    page.get_by_label("Figures").check()
    assert cards.is_visible()


def test_pointing_at_a_fact_lights_its_card_and_all_that_belongs_to_it(opened: Open) -> None:
    page = opened()
    page.locator("a.at", has_text="300 000 euros").hover()
    lit = page.locator(".card.lit strong").all_text_contents()
    assert any(title.startswith("300 000 euros") for title in lit)
    assert any(title.startswith("Odile Vernet a promis") for title in lit)
    words = "".join(page.locator(".at.lit").all_text_contents())
    assert "a annoncé" in words
    assert "Anselme Corbigny" in words
    page.locator(".how").hover()
    assert page.locator(".lit").count() == 0


def test_facts_are_reached_and_left_with_the_keyboard(opened: Open) -> None:
    page = opened()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    reached = []
    while not reached or not reached[-1].startswith("300 000"):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.matches('a.at')")
        reached.append(page.evaluate("document.activeElement.textContent"))
    # One stop a fact: not one for each line or piece of it.
    assert reached[:4] == ["Aubusson", "Aubusson", "Creuse", "mardi"]
    assert [text for text in reached if text.startswith("Odile")] == ["Odile Vernet"]
    card = page.locator(".card.lit", has_text="Normal form")
    assert card.is_visible()
    # Enter leads to the card, its link back into the text; Escape puts the light out.
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.className").startswith("card figure")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert "300 000 euros" in page.locator(".at:target").text_content()
    page.keyboard.press("Escape")
    assert page.locator(".lit").count() == 0


def test_the_overview_leads_into_articles(opened: Open) -> None:
    open_ended = parse("Un titre\n\nÀ Redon, un riverain : « Rien ne change ici depuis dix ans. »")
    page = opened(open_ended, ARTICLE)
    assert not page.locator("#a1 article").is_visible()
    page.locator(".overview a", has_text="Un titre").click()
    assert page.locator("#a1 article").is_visible()
    page.evaluate("location.hash = '#a2-quote-1'")
    card = page.locator("#a2-quote-1")
    card.wait_for()
    assert "lit" in card.get_attribute("class")
    assert "Odile Vernet" in "".join(page.locator(".at.lit").all_text_contents())


def test_a_screen_reader_hears_kind_and_meaning(opened: Open) -> None:
    page = opened()
    session = page.context.new_cdp_session(page)
    tree = session.send("Accessibility.getFullAXTree")["nodes"]
    links = {
        node["name"]["value"]: node.get("description", {}).get("value", "")
        for node in tree
        if node.get("role", {}).get("value") == "link"
    }
    assert "place: Aubusson" in links["Aubusson"]
    assert "INSEE code 23008" in links["Aubusson"]
    assert "figure: 1,2 million d’euros" in links["1,2 million d’euros"]
    assert "1200000 EUR" in links["1,2 million d’euros"]
    assert all(name.strip() for name in links)
    shown = page.locator("body").aria_snapshot()
    for landmark in ("banner", "main", "article", 'complementary "Facts of article 1"'):
        assert f"- {landmark}" in shown, landmark


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_axe_finds_no_fault(opened: Open, size: dict[str, int], scheme: str, count: int) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = opened(*[ARTICLE] * count, size=size, color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
    found = axe.run(page).response["violations"]
    assert not [(fault["id"], fault["nodes"][0]["html"]) for fault in found]


def test_on_a_phone_the_card_rises_and_goes(opened: Open) -> None:
    page = opened(size=PHONE, has_touch=True)
    page.locator("a.at", has_text="1,2 million").tap()
    peek = page.locator("#peek")
    assert peek.is_visible()
    assert "1200000 EUR" in peek.text_content()
    assert page.locator("a.at", has_text="1,2 million").is_visible()
    box = peek.bounding_box()
    assert box["height"] <= PHONE["height"] / 2
    page.get_by_role("button", name="Close").tap()
    assert not peek.is_visible()


def test_overlapping_facts_have_lines_apart(opened: Open) -> None:
    page = opened()
    places = page.locator("a.at", has_text="300 000 euros").first.evaluate(
        """(link) => [...link.querySelectorAll(".m")].map((mark) => {
            const box = mark.getBoundingClientRect();
            return Math.round(box.bottom);
        })"""
    )
    assert len(places) >= 2
    assert all(abs(one - other) >= 3 for one, other in pairwise(places))


def test_paper_shows_every_article_and_card_without_controls(opened: Open) -> None:
    page = opened(ARTICLE, ARTICLE, color_scheme="dark", java_script_enabled=False)
    page.emulate_media(media="print", color_scheme="dark")
    for part in page.locator("article").all():
        assert part.bounding_box()["height"] > 100
    assert not page.locator("header.filter").is_visible()
    assert page.locator(".how").count() == 1
    assert not page.locator(".how").is_visible()
    assert len(page.pdf()) > 10_000


def test_paper_is_white_in_the_dark(opened: Open) -> None:
    page = opened(color_scheme="dark")
    assert style(page, "body", "backgroundColor") != "rgb(253, 252, 249)"
    page.emulate_media(media="print", color_scheme="dark")
    assert style(page, "body", "backgroundColor") == "rgb(253, 252, 249)"
    assert style(page, "aside", "position") == "static"
