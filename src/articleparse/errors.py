"""The errors that the library raises; every one is an ArticleParseError."""


class ArticleParseError(Exception):
    """Base of all errors that `articleparse` raises on its inputs."""


class EmptySourceError(ArticleParseError):
    """The source holds no text: an empty file, blanks, or a page without an article."""


class UnreadableSourceError(ArticleParseError):
    """The source is no text or HTML: a binary file, or a path that cannot be read."""


class SourceTooLargeError(ArticleParseError):
    """The source is larger than any article is; see `articleparse.reading.MAX_BYTES`."""


class InvalidHintError(ArticleParseError, ValueError):
    """What the caller says about the article cannot be read: `published` is no date."""
