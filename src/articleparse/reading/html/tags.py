"""What elements are by their tags and attributes: blocks, hidden ones, boxes."""

from __future__ import annotations

import re
from typing import cast

from lxml.etree import _Element as Element

from articleparse.reading.html.classes import labels
from articleparse.reading.html.segments import NO_LABELS

BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "button",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "iframe",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "select",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
BOLD = frozenset(("b", "strong"))
SKIPPED = frozenset(
    [
        "applet",
        "area",
        "audio",
        "button",
        "canvas",
        "datalist",
        "embed",
        "head",
        "iframe",
        "img",
        "input",
        "link",
        "map",
        "math",
        "meta",
        "noscript",
        "object",
        "option",
        "picture",
        "script",
        "select",
        "source",
        "style",
        "svg",
        "template",
        "textarea",
        "title",
        "track",
        "video",
    ]
)
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_JUNK_TAGS = frozenset(("nav", "footer", "form", "aside", "menu", "dialog", "fieldset"))
_JUNK_ROLES = frozenset(
    [
        "navigation",
        "complementary",
        "contentinfo",
        "search",
        "banner",
        "dialog",
        "alert",
        "menu",
        "toolbar",
        "tablist",
    ]
)
_NAMING = frozenset(("class", "id", "itemprop", "rel"))
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_JUNK = frozenset(("junk",))
# Where links in the names of authors lead, on the sites of most publishers.
_TO_AUTHOR = re.compile(
    r"/(?:auteure?s?|authors?|journalistes?|signataires?|signatures?|biographies?|redacteurs?|contributeurs?)/."
)
_BYLINE = frozenset(("byline",))


def describe(element: Element, tag: str) -> tuple[frozenset[str], bool]:
    """Return the labels of an element, and whether the page hides it.

    >>> from lxml.html import fragment_fromstring
    >>> describe(fragment_fromstring('<nav hidden>Menu</nav>'), "nav")
    (frozenset({'junk'}), True)
    """
    names = ""
    is_junk = tag in _JUNK_TAGS
    is_hidden = is_author = False
    for key, value in cast(list[tuple[str, str]], element.items()):
        if key in _NAMING:
            names += " " + value
        elif key == "hidden" or (key == "style" and _HIDDEN.search(value)):
            is_hidden = True
        elif key == "role" and value in _JUNK_ROLES:
            is_junk = True
        elif key == "href" and tag == "a" and _TO_AUTHOR.search(value):
            is_author = True
    found = labels(names) if names else NO_LABELS
    if is_author:
        found |= _BYLINE
    if is_junk and not ("inset" in found and tag == "aside"):
        found |= _JUNK
    return found, is_hidden
