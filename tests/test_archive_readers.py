"""Each container: the articles in it, what it tells of them, and what is refused."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import os
import tarfile
import zipfile
from pathlib import Path

import pytest
import zstandard
from fastwarc.warc import WarcRecord, WarcRecordType

from articleparse import Parser
from articleparse.archive import Failure, Item, find
from articleparse.archive.limits import MAX_BYTES
from articleparse.record import Article

ARCHIVES = Path(__file__).parent.parent / "fixtures" / "archives"
ARTICLE = "Un marché couvert pour Aubusson\n\nLe conseil a voté 12 000 euros, mardi.\n"
PAGE = f"<!doctype html><article><h1>Un marché couvert</h1><p>{ARTICLE}</p></article>"


def found(*paths: Path | str, **options: dict[str, str]) -> list[Item | Failure]:
    return list(find(list(map(str, paths)), **options))


def articles(*paths: Path | str, **options: dict[str, str]) -> list[Article]:
    return [
        Parser().parse(item.content, name=item.name, hints=item.hints)
        for item in found(*paths, **options)
        if isinstance(item, Item)
    ]


def failures(*paths: Path | str) -> dict[str, str]:
    failed = [f for f in found(*paths) if isinstance(f, Failure)]
    return {failure.name.split("!", 1)[-1]: failure.reason for failure in failed}


def names(*paths: Path | str) -> list[str]:
    return [item.name.split("!", 1)[-1] for item in found(*paths)]


def shape(article: Article) -> list[tuple[str, str]]:
    return [(block.kind, article.text[block.start : block.end]) for block in article.blocks]


def put_zip(path: Path, members: dict[str, bytes | str]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def tar_bytes(members: dict[str, bytes], mode: str = "w") -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode=mode) as archive:  # type: ignore[call-overload]
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return buffer.getvalue()


# Europresse


def test_europresse_marks_publication_day_title_authors_and_body() -> None:
    article = articles(ARCHIVES / "europresse.html")[0]
    assert article.source.name.endswith("europresse.html!news·20190312·EPO·0412007")
    assert article.publisher == "L'Écho du Ponant"
    assert article.url == "https://echo-du-ponant.example/bac"
    assert article.published is not None
    assert article.published.date.isoformat() == "2019-03-12"
    assert [author.name for author in article.authors] == ["Maëlle Quintin", "Joachim Le Bris"]
    assert all(author.start is not None for author in article.authors)
    assert shape(article) == [
        ("headline", "Le bac de Lampaul reprend la mer"),
        ("standfirst", "Après six mois de chantier, la liaison est rétablie."),
        ("byline", "Maëlle Quintin; Joachim Le Bris"),
        (
            "paragraph",
            "Le bac a quitté le quai à 7\xa0h\xa030, lundi, devant deux cents personnes.",
        ),
        ("paragraph", "« Nous avons remplacé les deux moteurs »,"),
        ("paragraph", "explique Maëlle Quintin."),
    ]
    assert article.source.extra == {
        "publication": "L'Écho du Ponant (site web), no. 18204",
        "document": "news·20190312·EPO·0412007",
        "section": "Votre commune",
        "page": "7",
    }


def test_europresse_reads_the_day_from_the_header_where_no_number_tells_it() -> None:
    article = articles(ARCHIVES / "europresse.html")[1]
    assert article.published is not None
    assert article.published.date.isoformat() == "2013-02-04"
    assert [author.name for author in article.authors] == ["Sixte Ravenel"]
    assert shape(article)[-1] == ("paragraph", "Les élèves ramassent douze œufs par jour.")


def test_europresse_tables_of_old() -> None:
    (article,) = articles(ARCHIVES / "europresse-2008.html")
    assert (article.publisher, article.headline) == (
        "Le Journal de Vesoul",
        "La foire attend dix mille visiteurs",
    )
    assert article.published is not None
    assert article.published.date.isoformat() == "2008-05-17"
    assert [author.name for author in article.authors] == ["Odilon Besse"]
    assert [text for kind, text in shape(article) if kind == "paragraph"] == [
        "La foire de printemps ouvre samedi à Vesoul, sur les berges du Durgeon.",
        "Les éleveurs présentent quatre-vingts vaches montbéliardes.",
    ]
    assert article.source.extra["page"] == "3"


def test_europresse_exports_larger_than_any_article(tmp_path: Path) -> None:
    whole = (ARCHIVES / "europresse.html").read_text(encoding="utf-8")
    start, end = whole.index("<article>"), whole.index("</article>") + len("</article>")
    one = whole[start:end].replace("<p>Le bac", f"<p>{'Le vent souffle. ' * 3000}</p><p>Le bac")
    export = tmp_path / "export.html"
    count = MAX_BYTES // len(one.encode()) + 40
    export.write_text(
        whole[:start] + "".join(one.replace("0412007", f"{n:07}") for n in range(count)),
        encoding="utf-8",
    )
    assert export.stat().st_size > MAX_BYTES
    assert names(export) == [f"news·20190312·EPO·{n:07}" for n in range(count)]


# XML


def test_nitf() -> None:
    (article,) = articles(ARCHIVES / "nitf.xml")
    assert shape(article) == [
        ("headline", "Auch vote son budget"),
        ("standfirst", "Les impôts n'augmentent pas."),
        ("byline", "Par Hortense Lalanne"),
        ("dateline", "AUCH, 8 juin"),
        (
            "paragraph",
            "Le conseil municipal d'Auch a voté à l'unanimité un budget de 31 millions d'euros.",
        ),
        ("crosshead", "Une école neuve"),
        ("paragraph", "L'école du Garros ouvrira en 2023."),
        ("caption", "La façade de l'école."),
    ]
    assert article.published is not None
    assert article.published.date.isoformat() == "2021-06-08"
    assert article.publisher == "Le Courrier d'Auch"
    assert [author.name for author in article.authors] == ["Hortense Lalanne"]
    assert article.source.extra == {"doc-id": "OCC-4471", "section": "Gers"}


def test_newsml_g2_messages_hold_several_articles() -> None:
    colmar, toul = articles(ARCHIVES / "newsml-g2.xml")
    assert shape(colmar) == [
        ("headline", "Colmar rouvre son musée"),
        ("standfirst", "Fermé deux ans, il a doublé de surface."),
        ("byline", "Par Achille Muller"),
        ("paragraph", "Le musée de Colmar a rouvert jeudi."),
        ("crosshead", "Deux ans de travaux"),
        ("paragraph", "Il compte 40 salles."),
    ]
    assert (colmar.publisher, colmar.language) == ("Agence du Grand Est", "fr")
    assert colmar.published is not None
    assert colmar.published.date.isoformat() == "2022-11-03"
    assert [kind for kind, _ in shape(toul)] == ["headline", "paragraph", "paragraph"]
    photo = "urn:newsml:agence.example:20221103:p1"
    assert failures(ARCHIVES / "newsml-g2.xml") == {photo: "a news item without text"}


def test_alto_joins_divided_words_and_tells_that_it_is_ocr() -> None:
    (article,) = articles(ARCHIVES / "alto.xml")
    assert article.text == "Un vapeur s'est échoué devant Granville.\n\nL'équipage est sauf."
    assert article.source.extra == {"ocr": "alto", "page": "3", "image": "bpt6k000000z.jpg"}


def test_xml_expands_no_entity_and_fetches_nothing(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    (tmp_path / "laughs.xml").write_text(f'<!DOCTYPE nitf [<!ENTITY l0 "ha">{laughs}]><nitf/>')
    (tmp_path / "file.xml").write_text(
        f'<!DOCTYPE nitf [<!ENTITY f SYSTEM "file://{tmp_path}/secret">]><nitf>&f;</nitf>'
    )
    (tmp_path / "deep.xml").write_text("<nitf>" + "<p>" * 100_000 + "</p>" * 100_000 + "</nitf>")
    (tmp_path / "huge.xml").write_bytes(b"<nitf>" + b" " * MAX_BYTES + b"</nitf>")
    (tmp_path / "other.xml").write_text("<rss/>")
    told = {Path(name).name: reason for name, reason in failures(tmp_path).items()}
    assert told["laughs.xml"] == told["file.xml"] == "refused: declares entities"
    assert told["huge.xml"].startswith("refused: more than")
    assert "no well-formed XML" in told["deep.xml"]
    assert "none of NITF, NewsML-G2 or ALTO" in told["other.xml"]


# Tables


def test_csv_columns_by_option_and_the_rest_kept() -> None:
    columns = {"name": "Titre du fichier", "text": "Corps", "published": "Parution"}
    columns["authors"] = "Auteurs"
    (article,) = articles(ARCHIVES / "table.csv", columns=columns)
    assert article.source.name.endswith("table.csv!gué")
    assert article.headline == "Le gué de Limay"
    assert article.published is not None
    assert article.published.date.isoformat() == "2019-03-12"
    assert [author.name for author in article.authors] == ["Zoé Amar"]
    assert article.source.extra == {"Rubrique": " Sports"}


def test_csv_names_what_is_missing(tmp_path: Path) -> None:
    assert "no column text or html" in next(iter(failures(ARCHIVES / "table.csv").values()))
    table = tmp_path / "latin.tsv"
    table.write_bytes("NAME\tText\tvide\na\tUn été à Niort\t\nb\t\t\n".encode("cp1252"))
    (article,) = articles(table)
    assert (article.text, article.source.extra) == ("Un été à Niort", {})
    assert failures(table) == {"b": "row 2: neither text nor html"}
    told = found(table, columns={"text": "Corps"})
    assert isinstance(told[0], Failure)
    assert "no column 'Corps'" in told[0].reason


def test_jsonl_skips_a_line_that_no_article_fills(tmp_path: Path) -> None:
    lines = tmp_path / "a.jsonl.gz"
    with gzip.open(lines, "wb") as packed:
        for _ in range(80):
            packed.write(b" " * (1 << 20))
        packed.write(b"\n" + json.dumps({"text": ARTICLE}).encode())
    assert names(lines) == ["1", "2"]
    assert "longer than" in failures(lines)["1"]


# WARC


def response(url: str, body: bytes, kind: str = "text/html", status: str = "200 OK") -> WarcRecord:
    record = WarcRecord()
    record.init_headers(record_type=WarcRecordType.response)
    record.headers["WARC-Target-URI"] = url
    record.headers["Content-Type"] = "application/http; msgtype=response"
    record.headers["WARC-Date"] = "2020-05-06T07:08:09Z"
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
    record.set_bytes_content(head.encode() + body)
    return record


@pytest.mark.parametrize("is_packed", [False, True])
def test_warc_gives_its_html_responses(tmp_path: Path, is_packed: bool) -> None:
    path = tmp_path / ("crawl.warc.gz" if is_packed else "crawl.warc")
    with path.open("wb") as file:
        for record in (
            response("https://a.example/1", PAGE.encode(), "text/html; charset=utf-8"),
            response("https://a.example/2.png", b"\x89PNG", "image/png"),
            response("https://a.example/3", b"<p>Rien ici.", status="404 Not Found"),
            response("https://a.example/4", b"<p>" + b"a" * MAX_BYTES),
            response("https://a.example/5", PAGE.encode()),
        ):
            packed = io.BytesIO()
            record.write(packed)
            file.write(gzip.compress(packed.getvalue()) if is_packed else packed.getvalue())
    items = found(path)
    assert [item.name.split("!")[1][-1] for item in items] == ["1", "4", "5"]
    first = items[0]
    assert isinstance(first, Item)
    assert first.hints.url == "https://a.example/1"
    assert first.hints.extra == {"WARC-Date": "2020-05-06T07:08:09Z"}
    assert first.content == PAGE.encode()
    huge = items[1]
    assert isinstance(huge, Item)
    assert len(huge.content) == MAX_BYTES + 1  # type: ignore[arg-type]


# Archives


def test_zip_and_tar_hold_what_folders_hold(tmp_path: Path) -> None:
    members = {
        "b/one.txt": ARTICLE.encode(),
        "a.html": PAGE.encode(),
        "c.txt.gz": gzip.compress(ARTICLE.encode()),
        "d.jsonl": json.dumps({"name": "x", "text": ARTICLE}).encode(),
        "inner.tar.bz2": bz2.compress(tar_bytes({"e.txt": ARTICLE.encode()})),
        "__MACOSX/b/._one.txt": b"\0",
        "read.me": b"no article",
    }
    expected = ["b/one.txt", "a.html", "c.txt.gz", "d.jsonl!x", "inner.tar.bz2!e.txt"]
    assert names(put_zip(tmp_path / "a.zip", members)) == expected  # type: ignore[arg-type]
    plain = tar_bytes(members)
    for suffix, packed in {
        "tar": plain,
        "tar.gz": gzip.compress(plain),
        "tgz": gzip.compress(plain),
        "tar.bz2": bz2.compress(plain),
        "tar.xz": lzma.compress(plain),
        "tar.zst": zstandard.compress(plain),
    }.items():
        path = tmp_path / f"a.{suffix}"
        path.write_bytes(packed)
        assert names(path) == expected
        contents = [item.content for item in found(path) if isinstance(item, Item)]
        assert contents.count(ARTICLE.encode()) == 3


def test_archives_are_nested_once(tmp_path: Path) -> None:
    innermost = tar_bytes({"c.txt": ARTICLE.encode()})
    put_zip(tmp_path / "in.zip", {"b.tar": innermost, "b.txt": ARTICLE})
    outer = put_zip(
        tmp_path / "out.zip",
        {"in.zip": (tmp_path / "in.zip").read_bytes(), "z.txt": ARTICLE},
    )
    assert names(outer) == ["in.zip!b.tar", "in.zip!b.txt", "z.txt"]
    assert failures(outer) == {"in.zip!b.tar": "refused: an archive in an archive in an archive"}


def test_names_that_lead_out_and_links_are_refused(tmp_path: Path) -> None:
    bad = {
        "/etc/cron.txt": "absolute",
        "../up.txt": "out of the archive",
        "a/../../up.txt": "out of the archive",
        "C:\\win.txt": "absolute",
    }
    archive = put_zip(tmp_path / "a.zip", dict.fromkeys(bad, ARTICLE))
    with zipfile.ZipFile(archive, "a") as more:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = 0o120777 << 16
        more.writestr(link, "/etc/passwd")
        more.writestr("good.txt", ARTICLE)
    told = failures(archive)
    assert all(part in told[name] for name, part in bad.items())
    assert told["link.txt"] == "refused: a link"
    assert names(archive)[-1] == "good.txt"

    buffer = io.BytesIO(tar_bytes(dict.fromkeys(bad, ARTICLE.encode())))
    with tarfile.open(fileobj=buffer, mode="a") as more_tar:
        for name, kind in {
            "soft.txt": tarfile.SYMTYPE,
            "hard.txt": tarfile.LNKTYPE,
            "fifo.txt": tarfile.FIFOTYPE,
        }.items():
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "/etc/passwd"
            more_tar.addfile(info)
        info = tarfile.TarInfo("good.txt")
        info.size = len(ARTICLE.encode())
        more_tar.addfile(info, io.BytesIO(ARTICLE.encode()))
    (tmp_path / "a.tar").write_bytes(buffer.getvalue())
    told = failures(tmp_path / "a.tar")
    assert all(part in told[name] for name, part in bad.items())
    assert told["soft.txt"] == told["hard.txt"] == "refused: a link"
    assert told["fifo.txt"] == "refused: a device or a sparse file"
    assert names(tmp_path / "a.tar")[-1] == "good.txt"


def test_encrypted_and_torn_members_cost_themselves_alone(tmp_path: Path) -> None:
    archive = put_zip(tmp_path / "a.zip", {"1.txt": ARTICLE, "2.txt": ARTICLE, "3.txt": ARTICLE})
    data = bytearray(archive.read_bytes())
    place = data.index(b"PK\x01\x02")
    data[place + 8] |= 1  # the first member's flag of encryption, in the directory
    torn = data.index(b"3.txt") + len("3.txt")
    data[torn : torn + 4] = b"\xff\xff\xff\xff"
    archive.write_bytes(data)
    assert names(archive) == ["1.txt", "2.txt", "3.txt"]
    told = failures(archive)
    assert told["1.txt"] == "refused: encrypted"
    assert set(told) == {"1.txt", "3.txt"}


def test_a_torn_archive_keeps_what_stands_before_the_tear(tmp_path: Path) -> None:
    content = os.urandom(50_000)
    whole = gzip.compress(tar_bytes({"1.txt": ARTICLE.encode(), "2.txt": content}))
    (tmp_path / "a.tar.gz").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "b.zip").write_bytes(b"no archive")
    items = found(tmp_path)
    assert items[0].name.endswith("a.tar.gz!1.txt")
    assert [type(item) for item in items[1:]] == [Failure, Failure, Failure]
    assert items[-1].name.endswith("b.zip")


def bomb(unit: bytes = b"\0" * (1 << 20), count: int = 160) -> bytes:
    """160 MiB of nothing, gzipped to 0.16."""
    buffer = io.BytesIO()
    with gzip.GzipFile(fileobj=buffer, mode="wb", compresslevel=1) as packed:
        for _ in range(count):
            packed.write(unit)
    return buffer.getvalue()


def test_bombs_are_refused_and_cost_no_neighbour(tmp_path: Path) -> None:
    packed = bomb()
    (tmp_path / "a.txt.gz").write_bytes(packed)
    (tmp_path / "b.jsonl.gz").write_bytes(packed)
    (tmp_path / "c.csv.gz").write_bytes(packed)
    (tmp_path / "d.tar.gz").write_bytes(packed)
    put_zip(tmp_path / "e.zip", {"big.txt": b"\0" * (MAX_BYTES + 1), "f.jsonl.gz": packed})
    many = {f"{n}.html": b" " * MAX_BYTES for n in range(9)}
    put_zip(tmp_path / "g.zip", many)  # type: ignore[arg-type]
    (tmp_path / "h.tar.xz").write_bytes(lzma.compress(tar_bytes(many), preset=0))
    (tmp_path / "i.warc.gz").write_bytes(packed)
    (tmp_path / "z.txt").write_text(ARTICLE)
    items = found(tmp_path)
    told = {f.name[len(str(tmp_path)) + 1 :]: f.reason for f in items if isinstance(f, Failure)}
    assert told["e.zip!big.txt"].startswith("refused: ")
    # Articles that are too large reach the parser, which refuses them, cut off.
    assert all(len(i.content) <= MAX_BYTES + 1 for i in items if isinstance(i, Item))  # type: ignore[arg-type]
    for name in ("b.jsonl.gz", "g.zip", "h.tar.xz"):
        assert told[name].startswith("refused: unpacks to more than 1")
    assert "e.zip" in told
    assert items[-1] == Item(str(tmp_path / "z.txt"), ARTICLE.encode())


# Where articles are


def test_globs_and_urls(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c.md", "sub/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(ARTICLE)

    def shown(path: str) -> list[str]:
        return [Path(item.name).name for item in found(path)]

    assert shown(f"{tmp_path}/*.txt") == ["a.txt", "b.txt"]
    assert shown(f"{tmp_path}/**/*.txt") == ["a.txt", "b.txt", "d.txt"]
    assert shown(f"file://{tmp_path}") == ["a.txt", "b.txt", "d.txt"]
    assert shown(f"file://{tmp_path}/sub/*") == ["d.txt"]
    (nothing,) = found(f"{tmp_path}/*.html")
    assert isinstance(nothing, Failure)
    assert nothing.missing
    (absent,) = found(f"file://{tmp_path}/e.txt")
    assert isinstance(absent, Failure)
    assert absent.missing


def test_what_is_passed_over_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("")
    (tmp_path / "b.txt").write_text(ARTICLE)
    items = find([str(tmp_path)], passed_over=[str(tmp_path / "a.jsonl")])
    assert [item.name for item in items] == [str(tmp_path / "b.txt")]
