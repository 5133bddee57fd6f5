"""The published schema is the models' own, and a record passes it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from articleparse import Article, parse
from articleparse.schema import DIALECT, article_schema, schema_text

ROOT = Path(__file__).parent.parent
PUBLISHED = ROOT / "schemas" / "article.schema.json"
GOLDENS = sorted((ROOT / "fixtures" / "articles").glob("*/record.json"))
VALIDATOR = Draft202012Validator(article_schema())


def test_published_schema_is_the_models_own() -> None:
    published = PUBLISHED.read_text(encoding="utf-8")
    assert published == schema_text(), "run tools/write_schema.py"


def test_schema_says_what_it_is() -> None:
    schema = article_schema()
    assert schema["$schema"] == DIALECT
    assert schema["$id"].endswith(Article.model_fields["schema_version"].default)
    Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("path", GOLDENS, ids=lambda path: path.parent.name)
def test_golden_records_pass_the_schema(path: Path) -> None:
    VALIDATOR.validate(json.loads(path.read_text(encoding="utf-8")))


def test_schema_refuses_what_is_no_record() -> None:
    record = json.loads(parse("Un titre\n\nUn texte.").model_dump_json())
    VALIDATOR.validate(record)
    assert not VALIDATOR.is_valid(record | {"colour": "blue"})
    assert not VALIDATOR.is_valid({k: v for k, v in record.items() if k != "text"})
    assert not VALIDATOR.is_valid(record | {"headline": 3})
