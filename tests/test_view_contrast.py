"""Colours of the report against WCAG 2.1, level AA, computed from its style sheet.

Text needs 4.5:1 (1.4.3), lines and other graphics that tell something 3:1 (1.4.11).
https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio
"""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from articleparse.view.cards import KINDS
from articleparse.view.overview import STEPS

CSS = (files("articleparse.view") / "templates" / "report.css").read_text(encoding="utf-8")
SCHEMES = {"light": 0, "dark": 1}
TEXT, GRAPHICS = 4.5, 3.0
Colour = tuple[float, float, float]


def colours(scheme: str) -> dict[str, Colour]:
    """The custom properties of the style sheet in one scheme."""
    pattern = r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)"
    found = {name: (light, dark) for name, light, dark in re.findall(pattern, CSS)}
    return {name: rgb(pair[SCHEMES[scheme]]) for name, pair in found.items()}


def rgb(code: str) -> Colour:
    red, green, blue = (int(code[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue


def mixed(colour: Colour, part: float, other: Colour) -> Colour:
    red, green, blue = (a * part + b * (1 - part) for a, b in zip(colour, other, strict=True))
    return red, green, blue


def luminance(colour: Colour) -> float:
    parts = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in colour)
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def contrast(one: Colour, other: Colour) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def quote_ground(scheme: str) -> Colour:
    """The ground of a quote: a part of its colour over the paper."""
    (part,) = re.findall(r"\.m\.quote \{ background: color-mix\(in srgb, var\(--k\) (\d+)%", CSS)
    return mixed(colours(scheme)["quote"], int(part) / 100, colours(scheme)["paper"])


def test_contrast_is_that_of_the_norm() -> None:
    white, black, grey = rgb("#ffffff"), rgb("#000000"), rgb("#767676")
    assert contrast(white, black) == pytest.approx(21)
    assert contrast(white, grey) == pytest.approx(4.54, abs=0.005)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("ground", ["paper", "panel", "lit"])
@pytest.mark.parametrize("ink", ["ink", "soft"])
def test_text_is_legible(scheme: str, ground: str, ink: str) -> None:
    assert contrast(colours(scheme)[ink], colours(scheme)[ground]) >= TEXT


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("kind", KINDS)
def test_lines_of_every_kind_are_seen(scheme: str, kind: str) -> None:
    line = colours(scheme)[kind]
    for ground in ("paper", "panel", "lit"):
        assert contrast(line, colours(scheme)[ground]) >= GRAPHICS, ground
    assert contrast(line, quote_ground(scheme)) >= GRAPHICS


@pytest.mark.parametrize("scheme", SCHEMES)
def test_quotes_are_legible(scheme: str) -> None:
    assert contrast(colours(scheme)["ink"], quote_ground(scheme)) >= TEXT
    assert contrast(colours(scheme)["soft"], quote_ground(scheme)) >= TEXT


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("shade", range(STEPS + 1))
def test_codes_on_the_map_are_legible(scheme: str, shade: int) -> None:
    parts = dict(re.findall(r"\.shade(\d) \{ --part: (\d+)%; \}", CSS))
    part = int(parts.get(str(shade), 0)) / 100
    ground = mixed(colours(scheme)["place"], part, colours(scheme)["panel"])
    reversed_ = re.findall(r"\.map \.shade(\d) text", CSS)
    ink = colours(scheme)["paper" if str(shade) in reversed_ else "ink"]
    assert contrast(ink, ground) >= TEXT
