"""AP1xx to AP3xx and AP60x: what the record's models themselves refuse."""

from __future__ import annotations

from pydantic import ValidationError

from articleparse.check.findings import Finding, pointer
from articleparse.record import Article

# Error types of pydantic and of articleparse.record; what is not here is a wrong type
# where pydantic says so by its "_type" ending or by "_parsing", else a wrong value.
_CODES = {
    "json_invalid": "AP101",
    "missing": "AP102",
    "extra_forbidden": "AP103",
    "span_range": "AP201",
    "span_text": "AP202",
    "span_half": "AP203",
    "fragment_text": "AP204",
    "block_order": "AP205",
    "block_text": "AP206",
    "id_twice": "AP301",
    "dangling_id": "AP302",
    "figure_value": "AP601",
    "figure_range": "AP602",
}


def read_record(record: str | bytes) -> Article | list[Finding]:
    """Return the record, or what its models hold against it.

    Nothing is converted on the way: "12" is no number.

    >>> read_record("[")
    [Finding(code='AP101', message='Invalid JSON: EOF while parsing a list at line 1 column 1', pointer='')]
    """
    try:
        return Article.model_validate_json(record, strict=True)
    except ValidationError as error:
        return list(dict.fromkeys(_findings(error)))


def _findings(error: ValidationError) -> list[Finding]:
    return [
        Finding(_code(fault["type"]), fault["msg"], pointer(fault["loc"]))
        for fault in error.errors(include_url=False, include_context=False, include_input=False)
    ]


def _code(kind: str) -> str:
    if kind.endswith(("_type", "_parsing")):
        return "AP104"
    return _CODES.get(kind, "AP105")
