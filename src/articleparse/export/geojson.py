"""Places as GeoJSON (RFC 7946), a Feature for each place of each record.

A place without coordinates is an unlocated Feature: its geometry is null, as section
3.2 provides, so that no place is lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from articleparse.export import Put
from articleparse.export.coordinates import of_place
from articleparse.export.joined import put_list
from articleparse.record import Article, Place


def write(articles: Iterable[Article], put: Put) -> list[str]:
    """Write one FeatureCollection; tell how many of its places have no coordinates."""
    counts = {"places": 0, "without coordinates": 0}

    def counted() -> Iterator[dict[str, Any]]:
        for article in articles:
            for place in article.places:
                found = feature(article, place)
                counts["places"] += 1
                counts["without coordinates"] += found["geometry"] is None
                yield found

    put_list(put, {"type": "FeatureCollection"}, "features", counted())
    return [", ".join(f"{name}: {count}" for name, count in counts.items())]


def feature(article: Article, place: Place) -> dict[str, Any]:
    """Return a place with what the record says of it, and of its article."""
    point = of_place(place)
    department, region = place.department, place.region
    return {
        "type": "Feature",
        "geometry": point and {"type": "Point", "coordinates": [point.longitude, point.latitude]},
        "properties": {
            "article": article.source.name,
            "headline": article.headline,
            "url": article.url,
            "published": article.published and article.published.date.isoformat(),
            "id": place.id,
            "name": place.name,
            "kind": place.kind,
            "insee_code": place.insee_code,
            "department_code": department and department.code,
            "department": department and department.name,
            "region_code": region and region.code,
            "region": region and region.name,
            "country": place.country,
            "basis": place.basis,
            "mentions": len(place.mentions),
            "rule": place.rule,
        },
    }
