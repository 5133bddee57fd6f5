"""JUnit XML: a suite per file, a failed test per finding, one passed where there is none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET

from articleparse.check.findings import Located

# Characters that XML 1.0 cannot hold in any form.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def report(findings: Iterable[Located], files: list[str]) -> Iterator[str]:
    """Yield the XML document."""
    by_file: dict[str, list[Located]] = {path: [] for path in files}
    for located in findings:
        by_file[located.path].append(located)
    root = ET.Element("testsuites", name="articleparse")
    for path, found in by_file.items():
        root.append(_suite(path, found))
    ET.indent(root)
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield ET.tostring(root, encoding="unicode")


def _suite(path: str, found: list[Located]) -> ET.Element:
    tests, failures = str(max(len(found), 1)), str(len(found))
    suite = ET.Element("testsuite", name=_xml(path), tests=tests, failures=failures)
    if not found:
        ET.SubElement(suite, "testcase", name="records", classname=_xml(path))
    for located in found:
        name = _xml(f"{located.record or ''}{located.finding.pointer} {located.finding.code}")
        case = ET.SubElement(suite, "testcase", name=name, classname=_xml(path))
        case.set("line", str(located.line))
        failure = ET.SubElement(case, "failure", message=_xml(located.finding.message))
        failure.text = _xml(str(located))
    return suite


def _xml(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)
