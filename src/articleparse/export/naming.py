"""Names (IRIs) for articles and texts that no address on the web stands for.

RFC 6920 names a thing by the digest of its bytes, so that whoever holds them can tell
that they are the ones meant: https://www.rfc-editor.org/rfc/rfc6920
"""

from __future__ import annotations

import base64
import hashlib

from articleparse.record import Article


def article_iri(article: Article) -> str:
    """Return the name of the source that the article was read from.

    >>> from articleparse import parse
    >>> article_iri(parse("Un titre\\n\\nUn texte."))
    'ni:///sha-256;KVe_xUaSLgheLuxLswP9pnpxN3vIGR6yWCqWkLtuTmE'
    """
    return _ni(bytes.fromhex(article.source.sha256))


def text_iri(article: Article) -> str:
    """Return the name of the record's `text` in UTF-8, which offsets refer to."""
    return _ni(hashlib.sha256(article.text.encode("utf-8")).digest())


def _ni(digest: bytes) -> str:
    return "ni:///sha-256;" + base64.urlsafe_b64encode(digest).decode("ascii").rstrip("=")
