"""AP9xx: text that was decoded with another encoding than it was written in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articleparse.check.findings import Finding
from articleparse.record import Article

# UTF-8 (RFC 3629) writes the letters and marks of French that ASCII lacks in two bytes that
# begin with C2, C3 or C5, or in three that begin with E2 80 or E2 82. Read as Windows-1252
# these are Â, Ã, Å, "â€" and "â‚", and a continuation byte (80 to BF) behind them, of which
# that table has no character for five.
_CONTINUATION = re.escape(bytes(range(0x80, 0xC0)).decode("cp1252", "ignore"))
_MOJIBAKE = re.compile(rf"Ã[{_CONTINUATION}]|Â[\u00a0-\u00bf]|Å[’“¸]|â€[{_CONTINUATION}]?|â‚¬")
# U+FFFD, which decoders write for bytes that they cannot read, inside a word.
_UNREAD = re.compile(r"\w\ufffd+\w")
# Some may stand in a page that tells about them.
_MOST_UNREAD = 2


def findings(article: Article) -> Iterator[Finding]:
    """Yield what shows that the source was read in the wrong encoding, or written so.

    >>> from articleparse import parse
    >>> print(next(findings(parse("La mairie rouvre aprÃ¨s lâ€™Ã©tÃ©."))))
    AP901 UTF-8 read as Windows-1252, 4 times, as "aprÃ¨s" at /text
    >>> list(findings(parse("« Après l’été », dit-on à Âge-sur-Ã.")))
    []
    """
    found = list(_MOJIBAKE.finditer(article.text))
    if found:
        message = f'UTF-8 read as Windows-1252, {_times(len(found))}, as "{_word(found[0])}"'
        yield Finding("AP901", message, "/text")
    unread = list(_UNREAD.finditer(article.text))
    if len(unread) > _MOST_UNREAD:
        message = f'bytes that could not be read, {_times(len(unread))}, as "{_word(unread[0])}"'
        yield Finding("AP901", message, "/text")


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _word(match: re.Match[str]) -> str:
    """Return what stands around a match up to the next spaces, cut short."""
    text, start, end = match.string, match.start(), match.end()
    before = re.search(r"\S{0,20}$", text[max(0, start - 20) : start])
    after = re.match(r"\S{0,20}", text[end : end + 20])
    return (before[0] if before else "") + match[0] + (after[0] if after else "")
