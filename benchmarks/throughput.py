"""Articles a second, memory, and where the time goes, beside spaCy and trafilatura.

Usage: python benchmarks/throughput.py [memory] [speed] [profile]   (all three by default)

Texts are those of ../shared/data/press_sample.jsonl where that is present, of the
fixtures otherwise; pages are the same texts inside a page of the usual furniture.
spaCy runs fr_core_news_md with its whole pipeline, trafilatura `bare_extraction` with
metadata; either is passed over where it is not installed. All run on the same
articles in one call of this program: compare ratios, seconds are the machine's.
"""

from __future__ import annotations

import cProfile
import html
import itertools
import json
import pstats
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

from articleparse import Parser
from articleparse.archive import Item, Job, convert, run

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT.parent / "shared" / "data" / "press_sample.jsonl"
LENGTHS = range(1_500, 12_000)
SPEED_ARTICLES = 200
OTHERS_ARTICLES = 60
SHORT_ARTICLE = 600


def texts(count: int) -> list[str]:
    """Return so many texts of the length of an article, the same at each call."""
    if SAMPLE.exists():
        found = [json.loads(line)["text"] for line in SAMPLE.open(encoding="utf-8")]
        found = [text for text in found if len(text) in LENGTHS]
    else:
        paths = sorted(ROOT.glob("fixtures/articles/*/source.txt"))
        found = [path.read_text(encoding="utf-8") for path in paths]
    return list(itertools.islice(itertools.cycle(found), count))


def page(text: str) -> str:
    """Return a page around a text: menus, related links, a footer, scripts."""
    title, *lines = (html.escape(line) for line in text.split("\n") if line.strip())
    menu = "".join(f'<li><a href="/r{n}">Rubrique {n}</a></li>' for n in range(60))
    related = "".join(f'<a class="teaser" href="/a{n}">Un autre titre, {n}</a>' for n in range(30))
    script = "var settings = {" + "".join(f'"k{n}": [{n}, {n}],' for n in range(800)) + "};"
    body = "".join(f"<p>{line}</p>" for line in lines)
    return (
        f"<!doctype html><html lang='fr'><head><title>{title} | Le Journal</title>"
        f"<meta property='og:title' content='{title}'><script>{script}</script></head><body>"
        f"<nav><ul>{menu}</ul></nav><main><article><h1>{title}</h1>{body}</article>"
        f"<aside>{related}</aside></main><footer><ul>{menu}</ul></footer></body></html>"
    )


def rate(work: Callable[[], Iterable[object]], warm_up: int = 4) -> float:
    """Return results a second, without what comes before the first ones."""
    results = iter(work())
    for _ in range(warm_up):
        next(results)
    began = time.perf_counter()
    count = sum(1 for _ in results)
    return count / (time.perf_counter() - began)


def measure_speed() -> None:
    for kind, contents in {
        "text": texts(SPEED_ARTICLES),
        "html": [page(text) for text in texts(SPEED_ARTICLES)],
    }.items():
        size = sum(map(len, contents)) / len(contents)
        print(f"{kind}: {len(contents)} articles of {size:,.0f} characters on average")
        items = [Item(str(n), content) for n, content in enumerate(contents)]
        parser = Parser()
        alone = rate(lambda: map(parser.parse, contents))  # noqa: B023 - used at once
        print(f"  parse, in one process   {alone:8.1f} articles/s")
        converted = {}
        for jobs in (1, 2):
            converted[jobs] = rate(lambda: convert(items, jobs), 40 * jobs)  # noqa: B023 - used at once
            print(f"  convert -j{jobs}             {converted[jobs]:8.1f} articles/s")
        other = spacy_rate if kind == "text" else trafilatura_rate
        measured = other(contents[:OTHERS_ARTICLES])
        if measured:
            name = other.__name__.removesuffix("_rate")
            print(
                f"  {name:<22} {measured:8.1f} articles/s, in one process: ratio"
                f" {alone / measured:.2f}, of convert -j2 {converted[2] / measured:.2f}"
            )


def spacy_rate(contents: list[str]) -> float | None:
    try:
        import spacy

        pipeline = spacy.load("fr_core_news_md")
    except (ImportError, OSError) as error:
        print(f"  spaCy: passed over, {error}")
        return None
    return rate(lambda: pipeline.pipe(contents, batch_size=16), 1)


def trafilatura_rate(contents: list[str]) -> float | None:
    try:
        from trafilatura import bare_extraction
    except ImportError as error:
        print(f"  trafilatura: passed over, {error}")
        return None
    return rate(lambda: (bare_extraction(content, with_metadata=True) for content in contents))


def measure_memory() -> None:
    """Print the peak of this program and of its largest worker, for 1,000 and 20,000."""
    peaks = []
    for count in (1_000, 20_000):
        told = subprocess.run(
            [sys.executable, __file__, "peak", str(count)], capture_output=True, check=True
        )
        own, worker = map(int, told.stdout.split())
        peaks.append(own)
        print(f"memory, {count:6} articles: {own / 1024:.0f} MiB, a worker {worker / 1024:.0f} MiB")
    print(f"  grown by {peaks[1] / peaks[0] - 1:.1%}")


def peak(count: int) -> None:
    """Convert so many short articles, and print the peaks in KiB."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "in.jsonl"
        with source.open("w", encoding="utf-8") as file:
            for text in texts(count):
                file.write(json.dumps({"text": text[:SHORT_ARTICLE]}) + "\n")
        run(Job([str(source)], f"{folder}/out.jsonl.gz", jobs=2))
    for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN):
        print(resource.getrusage(who).ru_maxrss)


def measure_profile() -> None:
    """Print where the time goes: by part of the library, and the costliest functions."""
    contents = texts(80)
    parser = Parser()
    parser.parse(contents[0])
    profile = cProfile.Profile()
    profile.runcall(lambda: [parser.parse(content).model_dump_json() for content in contents])
    stats = pstats.Stats(profile)
    own: Counter[str] = Counter()
    for (path, _, function), (_, _, seconds, _, callers) in stats.stats.items():  # type: ignore[attr-defined]
        if "articleparse" in path:
            own[_part(path)] += seconds
        else:  # built-ins and libraries count for who called them
            for (caller, _, _), (_, _, share, _) in callers.items():
                own[_part(caller) if "articleparse" in caller else f"({function})"] += share
    total = sum(own.values())
    print("where the time goes:")
    for part, seconds in own.most_common(14):
        print(f"  {seconds / total:6.1%}  {part}")
    print("costliest functions, with what they call:")
    stats.sort_stats("cumulative")
    functions = [key for key in stats.fcn_list if "articleparse" in key[0]]  # type: ignore[attr-defined]
    for key in functions[:25]:
        print(f"  {stats.stats[key][3] / total:6.1%}  {_part(key[0])}: {key[2]}")  # type: ignore[attr-defined]


def _part(path: str) -> str:
    return path.split("articleparse/", 1)[-1].removesuffix(".py")


if __name__ == "__main__":
    if sys.argv[1:2] == ["peak"]:
        peak(int(sys.argv[2]))
    else:
        # Memory first: a new process counts the peak of the one that starts it as its own.
        parts = {"memory": measure_memory, "speed": measure_speed, "profile": measure_profile}
        wanted = sys.argv[1:] or list(parts)
        for name in sorted(wanted, key=list(parts).index):
            parts[name]()
