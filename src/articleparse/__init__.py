"""French press articles into validated records, every fact with its characters.

>>> from articleparse import parse
>>> parse("Un titre\\n\\nUne phrase.").headline
'Un titre'
"""

from articleparse.pipeline import Parser, parse, parse_many
from articleparse.reading import Hints
from articleparse.record import Article
from articleparse.version import __version__

__all__ = ["Article", "Hints", "Parser", "__version__", "parse", "parse_many"]
