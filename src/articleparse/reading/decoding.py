"""Bytes to clean text: which encoding, and characters that no article means."""

from __future__ import annotations

import codecs
import re
import unicodedata

from bs4.dammit import EncodingDetector
from charset_normalizer import from_bytes

from articleparse.errors import UnreadableSourceError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 1 << 16
# First bytes of containers that may hold no NUL near their start.
_MAGIC = (b"%PDF-", b"\x89PNG", b"PK\x03\x04", b"\x1f\x8b", b"GIF8", b"\xff\xd8\xff", b"Rar!")
# The WHATWG encoding standard: what pages call Latin-1 is read as Windows-1252.
_LATIN_1 = frozenset({"iso-8859-1", "iso8859-1", "latin-1", "latin1", "us-ascii", "ascii"})

_NEWLINES = re.compile("\r\n?|[\x0b\x0c\x1c\x1d\x1e\u2028\u2029]")
# Windows-1252 characters that came as the C1 controls of the same number (`&#146;`).
_C1 = {
    code: bytes([code]).decode("cp1252", "replace").replace("\ufffd", "")
    for code in range(0x80, 0xA0)
}
# Dropped: other controls, soft hyphens, zero-width and direction marks, byte order marks.
_DROPPED = dict.fromkeys(
    [
        *(*range(0x00, 0x09), *range(0x0E, 0x20), 0x7F, 0xAD, 0xFEFF),
        *(0x200B, 0x200E, 0x200F, 0x2060, *range(0x202A, 0x202F), *range(0x2066, 0x206A)),
    ]
)
_CLEANING = {**_C1, **_DROPPED, 0x85: "\n"} | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
_TO_CLEAN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff]|\r|\x0b|\x0c"
)


def _read_windows_piece(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


WINDOWS_PIECES = "articleparse.windows-pieces"
"""Error handler for `bytes.decode`: bytes that are no UTF-8 are read as Windows-1252."""
codecs.register_error(WINDOWS_PIECES, _read_windows_piece)


def decode(data: bytes, name: str) -> tuple[str, str]:
    """Return the text of `data` as it stands and the name of its encoding.

    In this order: byte order mark, valid UTF-8, the charset that the page declares,
    UTF-8 with some bad bytes (read as Windows-1252), charset-normalizer's guess,
    Windows-1252. Raises UnreadableSourceError for binary data.

    >>> decode("été".encode("latin-1"), "a.txt")
    ('été', 'cp1252')
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(_endian(mark, encoding), "replace"), encoding
    if data.startswith(_MAGIC):
        raise UnreadableSourceError(f"{name}: a binary file")
    if b"\0" in data[:_SAMPLE]:
        return _without_mark(data, name)
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    return _eight_bit(data, name)


def clean(text: str) -> str:
    r"""Return the text in NFC with `\n` newlines, without invisible characters.

    Spaces stay as they were, non-breaking ones too; soft hyphens, zero-width marks
    and control characters go.

    >>> clean("l\u2019e\u0301tat\u00a0: col\u00adlec\u00adti\u00advi\u00adtés\r\n")
    'l’état\xa0: collectivités\n'
    """
    if _TO_CLEAN.search(text):
        text = _NEWLINES.sub("\n", text).translate(_CLEANING)
    return unicodedata.normalize("NFC", text)


def _endian(mark: bytes, encoding: str) -> str:
    if encoding == "utf-8":
        return encoding
    return encoding + ("-le" if mark[0] == 0xFF else "-be")


def _without_mark(data: bytes, name: str) -> tuple[str, str]:
    """Read UTF-16 that has no byte order mark; everything else with a NUL is binary."""
    sample = data[:_SAMPLE]
    for encoding, zero in (("utf-16-le", 1), ("utf-16-be", 0)):
        # French text has its high byte zero nearly everywhere.
        if sample[zero::2].count(0) * 2 > 0.9 * len(sample) and 0 not in sample[1 - zero :: 2]:
            return data.decode(encoding, "replace"), encoding
    raise UnreadableSourceError(f"{name}: a binary file")


def _eight_bit(data: bytes, name: str) -> tuple[str, str]:
    declared = EncodingDetector.find_declared_encoding(data[:_SAMPLE], is_html=True)
    if declared and (found := _try(data, declared)):
        return found
    readable = data.decode("utf-8", "ignore")
    bad = len(data) - len(readable.encode("utf-8"))
    if bad < sum(character > "\x7f" for character in readable):
        # Windows-1252 pieces inside UTF-8, as agencies' feeds pasted into a page.
        return data.decode("utf-8", WINDOWS_PIECES), "utf-8"
    if _is_binary(data[:_SAMPLE]):
        raise UnreadableSourceError(f"{name}: a binary file")
    best = from_bytes(data[:_SAMPLE], threshold=0.4).best()
    guess = best.encoding if best and best.alphabets and "Basic Latin" in best.alphabets else ""
    # Guesses among the one-byte tables of Western Europe are close; French pages have this one.
    if guess in ("utf_8", "utf_16", "mac_roman", "cp850", "cp437") and (found := _try(data, guess)):
        return found
    return data.decode("cp1252", "replace"), "cp1252"


def _try(data: bytes, encoding: str) -> tuple[str, str] | None:
    name = encoding.lower().strip()
    name = "cp1252" if name in _LATIN_1 else name
    try:
        info = codecs.lookup(name)
        if not info._is_text_encoding or info.name.startswith("utf"):
            return None
        return data.decode(name), info.name
    except (LookupError, UnicodeDecodeError, ValueError):
        return None


def _is_binary(sample: bytes) -> bool:
    controls = sum(byte < 0x20 and byte not in b"\t\n\r\x0b\x0c\x1b" for byte in sample)
    return controls * 50 > len(sample)
