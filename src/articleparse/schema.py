"""The record's JSON Schema, generated from the models."""

from __future__ import annotations

import json
from typing import Any

from articleparse.record import SCHEMA_VERSION, Article

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SCHEMA_ID = f"urn:articleparse:article:{SCHEMA_VERSION}"


def article_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of one record.

    It tells the shape of a record; what ties its parts together (spans that hold
    their text, ids that exist) is `articleparse.check`'s to tell.

    >>> article_schema()["$id"]
    'urn:articleparse:article:1.0'
    """
    return {"$schema": DIALECT, "$id": SCHEMA_ID, **Article.model_json_schema(mode="serialization")}


def schema_text() -> str:
    """Return the schema as `schemas/article.schema.json` holds it, with its last newline.

    >>> schema_text().endswith("}\\n")
    True
    """
    return json.dumps(article_schema(), ensure_ascii=False, indent=2, sort_keys=False) + "\n"
