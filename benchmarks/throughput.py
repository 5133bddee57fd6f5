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
from functools import partial
from pathlib import Path
from statistics import median
from typing import NamedTuple

from articleparse import Parser
from articleparse.archive import Item, Job, convert, run

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT.parent / "shared" / "data" / "press_sample.jsonl"
LENGTHS = range(1_500, 12_000)
ROUNDS = 6
ROUND_ARTICLES = 32
# What spaCy takes at a time; larger ones were no faster.
BATCH = 16
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


def rate(results: Iterable[object], skipped: int, counted: int) -> float:
    """Return results a second, of those behind the first ones.

    Whoever works in batches or ahead has others ready when one is taken: what is
    skipped and counted are whole batches, and more is to come behind them.
    """
    stream = iter(results)
    for _ in itertools.islice(stream, skipped):
        pass
    began = time.perf_counter()
    count = sum(1 for _ in itertools.islice(stream, counted))
    ended = time.perf_counter()
    for _ in stream:
        pass
    return count / (ended - began)


def measure_speed() -> None:
    """Print the medians of several rounds, in each of which all take the same articles.

    What else the machine does changes by the second: a ratio is that of neighbouring
    turns, and the median is taken of these.
    """
    whole = texts(ROUNDS * ROUND_ARTICLES)
    for kind, contents in {"text": whole, "html": list(map(page, whole))}.items():
        size = sum(map(len, contents)) / len(contents)
        print(f"{kind}: {len(contents)} articles of {size:,.0f} characters on average")
        other = spacy_pipe() if kind == "text" else trafilatura_pipe()
        parts = [list(part) for part in zip(*[iter(contents)] * ROUND_ARTICLES, strict=True)]
        rounds = [_round(part, other) for part in parts]
        for name in rounds[0]:
            print(f"  {name:<24}{median(found[name] for found in rounds):8.1f} articles/s")
        if other is None:
            continue
        for name in list(rounds[0])[1:]:
            ratios = sorted(found[name] / found[other.name] for found in rounds)
            print(
                f"  {name} / {other.name}, in one process: {median(ratios):.2f}"
                f" ({ratios[0]:.2f} to {ratios[-1]:.2f})"
            )


def _round(contents: list[str], other: Other | None) -> dict[str, float]:
    """Return everybody's articles a second for the same articles."""
    found = {}
    if other:
        batches = [*contents[:BATCH], *contents, *contents[:BATCH]]
        found[other.name] = rate(other.pipe(batches), BATCH, len(contents))
    parser = Parser()
    found["parse, in one process"] = rate(map(parser.parse, contents * 5), BATCH, 4 * len(contents))
    for jobs in (1, 2):
        # Behind the first articles all workers run, ahead of the last ones all do still.
        items = [Item(str(n), text) for n, text in enumerate(contents * 8 * jobs)]
        found[f"convert -j{jobs}"] = rate(
            convert(items, jobs), 3 * len(contents), (8 * jobs - 6) * len(contents)
        )
    return found


class Other(NamedTuple):
    """What others offer for the same: a name, and results for articles one by one."""

    name: str
    pipe: Callable[[list[str]], Iterable[object]]


def spacy_pipe() -> Other | None:
    """Return spaCy's whole pipeline in one process, which is its default."""
    try:
        import spacy

        pipeline = spacy.load("fr_core_news_md")
    except (ImportError, OSError) as error:
        print(f"  spaCy: passed over, {error}")
        return None
    return Other("spaCy", lambda contents: pipeline.pipe(contents, batch_size=BATCH))


def trafilatura_pipe() -> Other | None:
    """Return trafilatura's extraction, which knows no processes."""
    try:
        from trafilatura import bare_extraction
    except ImportError as error:
        print(f"  trafilatura: passed over, {error}")
        return None
    return Other("trafilatura", partial(map, partial(bare_extraction, with_metadata=True)))


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
