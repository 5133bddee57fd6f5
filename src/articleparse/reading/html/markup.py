"""Page source to tree: what is no text goes first, so that the tree stays small."""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element as Element

# Most of a page's weight: scripts, styles, drawings, and what browsers do not show.
_OPENING = re.compile(r"<(script|style|svg|noscript|iframe|template|textarea)\b[^<>]*>|<!--", re.I)
_CLOSING = {
    name: re.compile(rf"</{name}\s*>", re.I)
    for name in ("script", "style", "svg", "noscript", "iframe", "template", "textarea")
} | {"": re.compile("-->")}
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]+")
_JSON_LD = re.compile(r"application/ld\+json", re.I)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>", re.I)
# Character references that were encoded once more, as "&amp;eacute;".
_TWICE_ENCODED = re.compile(
    r"&amp;(#\d{2,5}|#x[0-9a-f]{2,4}|[AEIOUaeiou](?:acute|grave|circ|uml)|[Cc]cedil|nbsp|[lr]aquo"
    r"|[lr][sd]quo|oelig|OElig|hellip|ndash|mdash|euro|deg|quot|apos);"
)


class Page(NamedTuple):
    """The tree of a page, and the JSON-LD scripts that stood in it."""

    root: Element
    json_ld: tuple[str, ...]


def parse_markup(text: str) -> Page | None:
    """Return the tree of a page's source, or None where it holds no element.

    The tree is lxml's own: on press pages a BeautifulSoup tree over the same parser
    takes ten times as long to build, longer than all the rest of reading a page.

    >>> parse_markup("<p>Un<script>x</script> mot</p>").root.findtext(".//p")
    'Un mot'
    """
    kept, scripts = _without_scripts(_DECLARATION.sub("", text, count=1))
    kept = _CONTROLS.sub("", _TWICE_ENCODED.sub(r"&\1;", kept))
    source = kept.encode("utf-8", "replace")
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        root = etree.fromstring(source, parser)
    except etree.XMLSyntaxError:
        return None
    return None if root is None else Page(root, scripts)


def _without_scripts(text: str) -> tuple[str, tuple[str, ...]]:
    """Cut out scripts and their like; each unclosed kind is looked for once only."""
    kept: list[str] = []
    scripts: list[str] = []
    unclosed: set[str] = set()
    position = 0
    while match := _OPENING.search(text, position):
        name = (match[1] or "").lower()
        end = None if name in unclosed else _CLOSING[name].search(text, match.end())
        if end is None:
            unclosed.add(name)
            kept.append(text[position : match.start()])
            position = match.end()
            continue
        kept.append(text[position : match.start()])
        if name == "script" and _JSON_LD.search(match[0]):
            scripts.append(text[match.end() : end.start()])
        position = end.end()
    kept.append(text[position:])
    return "".join(kept), tuple(scripts)
