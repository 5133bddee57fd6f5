"""Where communes lie: the data, and that their generator gives them again."""

from __future__ import annotations

import math
import statistics
from collections import defaultdict
from pathlib import Path

from articleparse.export.coordinates import Point, points
from articleparse.gazetteer import communes
from packages import fetch_npm, import_tool

ROOT = Path(__file__).parent.parent
DATA = ROOT / "src" / "articleparse" / "export" / "data" / "coordinates.tsv"
LARGE = ("973", "98")  # a commune of Guyane may lie 200 km from the next


def test_every_code_is_a_commune_of_the_gazetteer() -> None:
    assert all(communes().with_code(code) for code in points())
    assert list(points()) == sorted(points())


def test_a_commune_lies_in_its_department() -> None:
    found: defaultdict[str, list[Point]] = defaultdict(list)
    for code, point in points().items():
        found[code[:3] if code.startswith("97") else code[:2]].append(point)
    for department, there in found.items():
        if department in LARGE:
            continue
        middle = Point(*(statistics.median(axis) for axis in zip(*there, strict=True)))
        assert max(kilometres(middle, point) for point in there) < 110, department


def kilometres(one: Point, other: Point) -> float:
    east = (one.longitude - other.longitude) * math.cos(math.radians(one.latitude))
    return 111 * math.hypot(one.latitude - other.latitude, east)


def test_the_generator_writes_the_data_again(tmp_path: Path) -> None:
    build_coordinates = import_tool("build_coordinates")
    fetch_npm(build_coordinates.PACKAGE, build_coordinates.VERSION, tmp_path)
    assert build_coordinates.table(tmp_path) == DATA.read_text(encoding="utf-8")
