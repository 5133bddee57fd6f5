"""One item to its record as JSON, or the reason why there is none."""

from __future__ import annotations

from articleparse.archive.items import Failure, Item, Result
from articleparse.errors import ArticleParseError
from articleparse.pipeline import Parser


def convert_one(item: Item | Failure) -> Result:
    """Return the record of an item; what is a Failure already stays one.

    >>> convert_one(Item("lettre.txt", b""))
    Failure(name='lettre.txt', reason='no article', missing=False)
    """
    if isinstance(item, Failure):
        return item
    try:
        article = Parser().parse(item.content, name=item.name, hints=item.hints)
        return article.model_dump_json()
    except ArticleParseError as error:
        return Failure(item.name, str(error).removeprefix(f"{item.name}: "))
    except Exception as error:  # a fault of ours must not cost the other articles
        return Failure(item.name, f"internal error: {type(error).__name__}: {error}")
