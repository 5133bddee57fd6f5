"""SARIF 2.1.0, which code-scanning services read.

Written out here: the format is a few nested objects, and the library that models it
(sarif-om) has not been kept up since 2020.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

from articleparse.check.findings import CODES, Located
from articleparse.version import __version__

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def report(findings: Iterable[Located], files: list[str]) -> Iterator[str]:
    """Yield the SARIF log."""
    rules = list(CODES)
    driver = {
        "name": "articleparse",
        "version": __version__,
        "rules": [{"id": code, "shortDescription": {"text": CODES[code]}} for code in rules],
    }
    results = [_result(located, rules.index(located.finding.code)) for located in findings]
    log = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "results": results}],
    }
    yield json.dumps(log, ensure_ascii=False, indent=2)


def _result(located: Located, rule: int) -> dict[str, Any]:
    return {
        "ruleId": located.finding.code,
        "ruleIndex": rule,
        "level": "error",
        "message": {"text": str(located.finding)},
        "partialFingerprints": {"record/v1": " ".join(located.key)},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": quote(located.path)},
                    "region": {"startLine": located.line},
                },
                "logicalLocations": [
                    {"name": located.record or "", "fullyQualifiedName": located.finding.pointer}
                ],
            }
        ],
    }
