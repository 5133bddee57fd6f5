"""Records as linked data in the vocabulary of schema.org, as one JSON-LD graph.

The context stands inside, so that nobody needs the network to read the file; for the
terms used here it says what https://schema.org says. Figures and dates of the text
have no counterpart there and are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from articleparse.export import Put
from articleparse.export.coordinates import of_place
from articleparse.export.joined import put_list
from articleparse.export.naming import article_iri
from articleparse.record import Article, CodedName, Department, Organisation, Person, Place, Quote

CONTEXT = {
    "@vocab": "https://schema.org/",
    "url": {"@type": "@id"},
    "datePublished": {"@type": "Date"},
    "dateModified": {"@type": "Date"},
}

_PLACE_TYPES = {
    "commune": "City",
    "city": "City",
    "department": "AdministrativeArea",
    "region": "AdministrativeArea",
    "country": "Country",
}

Node = dict[str, Any]


def write(articles: Iterable[Article], put: Put) -> list[str]:
    """Write a graph with a NewsArticle for each record."""
    put_list(put, {"@context": CONTEXT}, "@graph", map(news_article, articles))
    return []


def news_article(article: Article) -> Node:
    """Return the record as a NewsArticle that holds its quotes and names who and what it mentions.

    >>> from articleparse import parse
    >>> node = news_article(parse("Un titre\\n\\nÀ Aubusson (Creuse), rien."))
    >>> node["@type"], node["headline"], node["mentions"][0]["identifier"]["value"]
    ('NewsArticle', 'Un titre', '23008')
    """
    iri = article_iri(article)
    organisations = {body.id: body.name for body in article.organisations}
    mentions = [
        *(_person(iri, person, organisations) for person in article.people),
        *(_organisation(iri, body) for body in article.organisations),
        *(_place(iri, place) for place in article.places),
    ]
    return _told(
        {
            "@type": "NewsArticle",
            "@id": iri,
            "url": article.url,
            "headline": article.headline,
            "alternativeHeadline": article.kicker,
            "abstract": article.standfirst,
            "articleBody": article.text,
            "inLanguage": article.language,
            "datePublished": _day(article.published),
            "dateModified": _day(article.modified),
            "author": [{"@type": "Person", "name": author.name} for author in article.authors],
            "publisher": _publisher(article),
            "isAccessibleForFree": False if article.truncated else None,
            "mentions": mentions,
            "hasPart": [_quote(iri, quote) for quote in article.quotes],
            "citation": list(_citations(article)),
        }
    )


def _told(node: Node) -> Node:
    """Leave out what the article does not tell."""
    return {name: value for name, value in node.items() if value not in (None, [], {})}


def _day(stamp: Any) -> str | None:
    return stamp.date.isoformat() if stamp else None


def _publisher(article: Article) -> Node | None:
    return {"@type": "Organization", "name": article.publisher} if article.publisher else None


def _person(iri: str, person: Person, organisations: dict[str, str]) -> Node:
    bodies = dict.fromkeys(role.organisation for role in person.roles if role.organisation)
    return _told(
        {
            "@type": "Person",
            "@id": f"{iri}#{person.id}",
            "name": person.name,
            "givenName": person.given_name,
            "familyName": person.family_name,
            "honorificPrefix": person.honorific,
            "jobTitle": [role.title for role in person.roles],
            "affiliation": [
                {"@type": "Organization", "@id": f"{iri}#{body}", "name": organisations[body]}
                for body in bodies
            ],
        }
    )


def _organisation(iri: str, body: Organisation) -> Node:
    return _told(
        {
            "@type": "Organization",
            "@id": f"{iri}#{body.id}",
            "name": body.name,
            "alternateName": body.acronym if body.acronym != body.name else None,
        }
    )


def _place(iri: str, place: Place) -> Node:
    point = of_place(place)
    return _told(
        {
            "@type": _PLACE_TYPES.get(place.kind, "Place"),
            "@id": f"{iri}#{place.id}",
            "name": place.name,
            "identifier": _code(place),
            "containedInPlace": [
                {"@type": "AdministrativeArea", "name": area.name, "identifier": _insee(area.code)}
                for area in _areas(place)
            ],
            "address": place.country
            and {"@type": "PostalAddress", "addressCountry": place.country},
            "geo": point
            and {
                "@type": "GeoCoordinates",
                "latitude": point.latitude,
                "longitude": point.longitude,
            },
        }
    )


def _areas(place: Place) -> Iterator[CodedName | Department]:
    if place.department and place.kind not in ("department", "region"):
        yield place.department
    if place.region and place.kind != "region":
        yield place.region


def _code(place: Place) -> Node | None:
    own = {"department": place.department, "region": place.region}.get(place.kind)
    code = own.code if own else place.insee_code
    return _insee(code) if code else None


def _insee(code: str) -> Node:
    return {"@type": "PropertyValue", "propertyID": "INSEE", "value": code}


def _quote(iri: str, quote: Quote) -> Node:
    """Words between marks are a Quotation; what is reported in other words is a Claim."""
    speaker = quote.speaker
    refs = [{"@id": f"{iri}#{ref}"} for ref in speaker.refs] if speaker else []
    reported = quote.kind == "indirect"
    return _told(
        {
            "@type": "Claim" if reported else "Quotation",
            "@id": f"{iri}#{quote.id}",
            "text": quote.text,
            "creditText": speaker.label if speaker else None,
            "creator" if reported else "spokenByCharacter": refs,
        }
    )


def _citations(article: Article) -> Iterator[Node]:
    for link in article.references:
        yield _told(
            {"@type": "Article", "name": link.text, "url": link.url, "datePublished": link.date}
        )
