"""Input that is no article: a named error or a record, and no harm to its neighbours."""

from __future__ import annotations

from pathlib import Path

import pytest

from articleparse import Parser
from articleparse.archive import Failure, convert, find
from articleparse.check import check
from articleparse.errors import ArticleParseError
from articleparse.reading import MAX_BYTES

NEIGHBOUR = "Un titre\n\nUn texte sur Guéret, dans la Creuse.\n"
BAD = {
    "empty.txt": b"",
    "blank.txt": b" \n\t\n \xc2\xa0\n",
    "binary.txt": bytes(range(256)) * 64,
    "image.html": b"\x89PNG\r\n\x1a\n" + bytes(4096),
    "invalid-utf8.txt": b"Un titre\n\nLe caf\xe9 de la gare, \xff\xfe\x80 ferm\xe9.\n",
    "no-article.html": b"<!doctype html><title>404</title><nav><a href='/'>Accueil</a></nav>",
    "torn.html": b"<html><body><article><h1>Un titre</h1><p>Un texte <b>sans fin",
    "deep.html": b"<div>" * 20_000 + b"Un texte" + b"</div>" * 20_000,
    "nul.txt": b"Un titre\n\nUn\x00texte\x07.\n",
    "half-pair.txt": b"Un titre\n\n\xed\xa0\x80 seul.\n",
    "torn.txt.gz": b"\x1f\x8b\x08\x00torn",
    "torn.jsonl": b'{"text": "Un titre\n[]\n\xff\n{"text": "\\ud800"}\n',
}


@pytest.mark.parametrize("name", BAD)
def test_bad_bytes_give_a_record_or_a_documented_error(name: str) -> None:
    try:
        told = check(Parser().parse(BAD[name], name=name))
    except ArticleParseError as error:
        told = str(error)
    assert told == [] or name in told


def test_bad_files_are_named_and_cost_no_neighbour(tmp_path: Path) -> None:
    for name, content in BAD.items():
        (tmp_path / name).write_bytes(content)
        (tmp_path / f"{name}.neighbour.txt").write_text(NEIGHBOUR, encoding="utf-8")
    results = list(convert(find([str(tmp_path)])))
    records = [result for result in results if not isinstance(result, Failure)]
    assert all(check(record) == [] for record in records)
    assert sum("neighbour" in record.split('"media_type"')[0] for record in records) == len(BAD)
    failures = [result for result in results if isinstance(result, Failure)]
    failed = " ".join(failure.name for failure in failures)
    for name in ("empty.txt", "blank.txt", "binary.txt", "image.html", "torn.txt.gz"):
        assert name in failed
    assert all(failure.reason and failure.name not in failure.reason for failure in failures)
    assert not any("internal error" in failure.reason for failure in failures)


def test_twenty_megabytes_on_one_line(tmp_path: Path) -> None:
    sentence = "Le maire de Guéret a annoncé 12 millions d’euros, mardi 5 mars. "
    text = sentence * (20_000_000 // len(sentence.encode()) + 1)
    assert len(text.encode()) > MAX_BYTES
    (tmp_path / "long.txt").write_text(text, encoding="utf-8")
    (tmp_path / "next.txt").write_text(NEIGHBOUR, encoding="utf-8")
    failure, record = convert(find([str(tmp_path)]))
    assert isinstance(failure, Failure)
    assert failure.name.endswith("long.txt")
    assert isinstance(record, str)
