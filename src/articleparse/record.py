"""The public record: what one press article says, each fact with its characters.

Every model is frozen and refuses unknown fields. `Article` checks its own
invariants on construction, so a record that validates can be trusted: spans hold
the text they claim, and every reference names an id of the same record.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from pydantic_core import InitErrorDetails, PydanticCustomError

SCHEMA_VERSION = "1.0"

BlockKind = Literal[
    "kicker",
    "headline",
    "standfirst",
    "byline",
    "dateline",
    "crosshead",
    "paragraph",
    "list_item",
    "caption",
    "footnote",
    "related",
]

Offset = Annotated[int, Field(ge=0, description="Code points from the start of Article.text")]
Number = Annotated[int | float, Field(allow_inf_nan=False)]
DepartmentCode = Annotated[str, Field(pattern=r"^(?:0[1-9]|[1-9]\d|2[AB]|9[78]\d)$")]
InseeCode = Annotated[str, Field(pattern=r"^(?:\d{5}|2[AB]\d{3})$")]


class Model(BaseModel):
    """Base of all parts of the record: frozen, no unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class SpanModel(Model):
    """A half-open range of code points of the article's text."""

    start: Offset
    end: Offset


class Extract(SpanModel):
    """A span together with the text that stands there."""

    text: str


class BlockModel(SpanModel):
    """A block of the page: its kind and where it stands."""

    kind: BlockKind


class Fact(Model):
    """Anything read from the article; `rule` names the rule that read it."""

    rule: str = Field(description="Name of the rule that produced the fact")


class Source(Model):
    """The bytes that the record was read from."""

    name: str = Field(description="Path, or archive!member")
    media_type: str
    encoding: str | None
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    extra: dict[str, str] = Field(
        default_factory=dict, description="What else the container or the caller tells, as it is"
    )


class Author(Fact):
    """A byline; the span is null where only metadata names the author."""

    name: str
    start: Offset | None = None
    end: Offset | None = None


class Evidence(Model):
    """One statement that a date rests on: in the text, or in the page's metadata."""

    origin: str = Field(description="'text', or the metadata that tells: 'json-ld datePublished' …")
    text: str = Field(description="The statement as it stands")
    start: Offset | None = None
    end: Offset | None = None


class StampedDate(Fact):
    """The day (local to the publisher) on which the article appeared or was changed."""

    date: dt.date
    time: dt.time | None = None
    basis: Literal["metadata", "stated", "inferred"] = Field(
        description="metadata: the page or caller says so; stated: the text does "
        "('Publié le …', a dateline); inferred: put together from dates in the text"
    )
    evidence: tuple[Evidence, ...]


class Role(Extract, Fact):
    """What the text says that a person is; `text` is the role as it stands there."""

    title: str = Field(description="The role without article, same as text")
    organisation: str | None = Field(None, description="Id of the organisation inside the role")


class Person(Fact):
    """A human being mentioned by name."""

    id: str
    name: str = Field(description="Fullest form in the text, without honorific")
    given_name: str | None = None
    family_name: str | None = None
    honorific: str | None = None
    gender: Literal["feminine", "masculine"] | None = Field(
        None, description="Grammatical gender where the text shows it"
    )
    roles: tuple[Role, ...] = ()
    mentions: tuple[Extract, ...]


OrganisationKind = Literal[
    "public_body",
    "company",
    "association",
    "party",
    "union",
    "media",
    "education",
    "health",
    "justice",
    "sport",
    "other",
]


class Organisation(Fact):
    """A named institution, company, association, party, union, medium …"""

    id: str
    name: str = Field(description="Fullest form known from the article")
    acronym: str | None = None
    kind: OrganisationKind
    mentions: tuple[Extract, ...]


class CodedName(Model):
    """A department or region with its code in the geographic code of INSEE."""

    code: str
    name: str


class Department(Model):
    """A department: code as written on number plates and in INSEE's tables."""

    code: DepartmentCode
    name: str


class Former(Model):
    """What became of a commune, department or region that is no more, or was not yet."""

    code: str
    name: str
    until: dt.date | None = Field(None, description="First day on which it no longer stood")
    became: tuple[CodedName, ...]


PlaceKind = Literal["commune", "department", "region", "country", "city", "district", "other"]


class Place(Fact):
    """A named place, linked with INSEE's geographic code where it is a French one."""

    id: str
    name: str
    kind: PlaceKind
    insee_code: InseeCode | None = None
    department: Department | None = None
    region: CodedName | None = None
    country: str | None = Field(None, pattern="^[A-Z]{2}$", description="ISO 3166-1 alpha-2")
    former: Former | None = None
    basis: Literal["code", "department_name", "context", "prior"] | None = Field(
        None, description="Why this commune and no namesake; null where there was no choice"
    )
    mentions: tuple[Extract, ...]


class Speaker(SpanModel):
    """Who is quoted: the phrase that says so, and whom it stands for."""

    label: str = Field(description="Name of the person or organisation, else the phrase")
    refs: tuple[str, ...] = Field((), description="Ids of people or organisations")
    basis: Literal["named", "pronoun", "role", "continued"]


class Quote(Fact):
    """Somebody's words, or what is reported of them."""

    id: str
    kind: Literal["direct", "partial", "indirect"]
    text: str = Field(description="The fragments, joined by a space")
    fragments: tuple[Extract, ...] = Field(min_length=1)
    cue: Extract | None = None
    speaker: Speaker | None = None


class Figure(Extract, Fact):
    """A number that measures or counts, in base units."""

    value: Number | None = Field(None, description="In base units: 1,5 million is 1500000")
    low: Number | None = None
    high: Number | None = None
    unit: str | None = Field(
        description="ISO 4217 code, %, points, ×, a unit's symbol, year … second, "
        "else the head of the counted noun phrase"
    )
    measures: str | None = Field(None, description="What is counted or measured, as it stands")
    modifier: Literal["exact", "about", "at_least", "at_most"] = "exact"
    change: Literal["increase", "decrease"] | None = None
    initial: Number | None = Field(None, description="Value before the change")
    final: Number | None = Field(None, description="Value after the change")
    period: str | None = Field(None, description="EDTF date or range in which the change fell")

    @model_validator(mode="after")
    def _one_value_or_a_range(self) -> Figure:
        if (self.low, self.high).count(None) != (0 if self.value is None else 2):
            raise PydanticCustomError("figure_value", "a figure has either value, or low and high")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise PydanticCustomError("figure_range", "low is greater than high")
        return self


class Date(Extract, Fact):
    """An expression that names a day, month or year; `value` is EDTF (ISO 8601-2)."""

    value: str = Field(
        pattern=r"^-?[0-9X]{4}(?:-[0-9X]{2}){0,2}(?:/-?[0-9X]{4}(?:-[0-9X]{2}){0,2})?$"
    )


class Footnote(Extract, Fact):
    """A note: `text` is the note without its marker, `anchors` where it is cited."""

    marker: str
    anchors: tuple[SpanModel, ...] = ()
    term: str | None = Field(None, description="Word or name behind which the marker stands")
    ref: str | None = Field(None, description="Id of the person, organisation or place explained")


class Reference(Extract, Fact):
    """A pointer to another article ("voir notre article du 15 mars 2021")."""

    url: str | None = None
    date: str | None = Field(None, description="Day of the other article, EDTF")


class Producer(Model):
    """The program that wrote the record."""

    name: str
    version: str
    gazetteer_year: int


class Article(Model):
    """One press article and every fact read from it.

    Raises pydantic.ValidationError, with the place of each fault, when a span does
    not hold its text, an id is used twice or a reference names no id.
    """

    schema_version: Literal["1.0"] = "1.0"
    source: Source
    url: str | None = None
    publisher: str | None = None
    language: str | None = None
    text: str
    blocks: tuple[BlockModel, ...]
    kicker: str | None = None
    headline: str | None = None
    standfirst: str | None = None
    truncated: bool = Field(False, description="The page says that the article goes on for payment")
    authors: tuple[Author, ...] = ()
    published: StampedDate | None = None
    modified: StampedDate | None = None
    people: tuple[Person, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    places: tuple[Place, ...] = ()
    quotes: tuple[Quote, ...] = ()
    figures: tuple[Figure, ...] = ()
    dates: tuple[Date, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    references: tuple[Reference, ...] = ()
    producer: Producer

    @model_validator(mode="after")
    def _invariants(self) -> Article:
        faults = [*_span_faults(self, self.text), *_block_faults(self), *_reference_faults(self)]
        if faults:
            raise ValidationError.from_exception_data("Article", faults)
        return self


Location = tuple[str | int, ...]


def _fault(kind: str, message: str, loc: Location, value: Any) -> InitErrorDetails:
    """Describe a fault; `articleparse.check` gives each kind its code."""
    # Braces would be read as a template by pydantic-core; texts may hold any character.
    error = PydanticCustomError(kind, "{message}", {"message": message})
    return InitErrorDetails(type=error, loc=loc, input=value)


def _span_faults(value: BaseModel, text: str, loc: Location = ()) -> list[InitErrorDetails]:
    """Walk the record: every pair of offsets lies in the text and holds what it claims."""
    faults: list[InitErrorDetails] = []
    _add_span_faults(value, text, loc, faults)
    return faults


def _add_span_faults(
    value: BaseModel, text: str, loc: Location, faults: list[InitErrorDetails]
) -> None:
    # The fields themselves: asking a model for one is slow.
    fields = vars(value)
    claims, parts = _shape(type(value))
    if claims is not None:
        start, end = fields["start"], fields["end"]
        if start is None and end is None:
            pass
        elif start is None or end is None:
            faults.append(_fault("span_half", "start and end go together", loc, [start, end]))
        elif not start < end <= len(text):
            message = "span is empty or outside the text"
            faults.append(_fault("span_range", message, loc, [start, end]))
        else:
            held = text[start:end]
            for name in claims:
                if (claimed := fields[name]) != held and claimed is not None:
                    message = "the text at this span is another"
                    faults.append(_fault("span_text", message, (*loc, name), claimed))
    for name in parts:
        item = fields[name]
        if isinstance(item, BaseModel):
            _add_span_faults(item, text, (*loc, name), faults)
        elif item is not None:
            for index, part in enumerate(item):
                _add_span_faults(part, text, (*loc, name, index), faults)


@cache
def _shape(model: type[BaseModel]) -> tuple[tuple[str, ...] | None, tuple[str, ...]]:
    """Return what of a model claims to stand at its span, and its fields that hold models.

    The first is None where the model has no span.
    """
    fields = model.model_fields
    claims = tuple(name for name in ("text", "title") if name in fields)
    parts = tuple(name for name in fields if _holds_models(fields[name].annotation))
    return claims if "start" in fields else None, parts


def _holds_models(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return True
    return any(map(_holds_models, get_args(annotation)))


def _block_faults(article: Article) -> Iterator[InitErrorDetails]:
    """Blocks are in order and apart; headline, kicker, standfirst are their blocks' text."""
    position = 0
    for index, block in enumerate(article.blocks):
        if block.start < position:
            yield _fault(
                "block_order", "block overlaps the one before it", ("blocks", index), block.start
            )
        position = block.end
    for kind in ("kicker", "headline", "standfirst"):
        claimed = getattr(article, kind)
        found = [article.text[b.start : b.end] for b in article.blocks if b.kind == kind]
        if claimed is None and found:
            yield _fault("block_text", f"a {kind} block, but no {kind}", (kind,), claimed)
        elif claimed is not None and claimed != " ".join(found):
            yield _fault("block_text", f"{kind} is not the text of its block", (kind,), claimed)


def _reference_faults(article: Article) -> Iterator[InitErrorDetails]:
    """Ids are unique; speakers, roles and footnotes refer to ids of this record."""
    seen: set[str] = set()
    for field in ("people", "organisations", "places", "quotes"):
        for index, item in enumerate(getattr(article, field)):
            if item.id in seen:
                yield _fault("id_twice", "id is used twice", (field, index, "id"), item.id)
            seen.add(item.id)
    organisations = {o.id for o in article.organisations}
    named = organisations | {p.id for p in article.people}
    entities = named | {p.id for p in article.places}
    for i, person in enumerate(article.people):
        for j, role in enumerate(person.roles):
            if role.organisation is not None and role.organisation not in organisations:
                loc: Location = ("people", i, "roles", j, "organisation")
                yield _fault("dangling_id", "no organisation has this id", loc, role.organisation)
    for i, quote in enumerate(article.quotes):
        for j, ref in enumerate(quote.speaker.refs if quote.speaker else ()):
            if ref not in named:
                loc = ("quotes", i, "speaker", "refs", j)
                yield _fault("dangling_id", "no person or organisation has this id", loc, ref)
        if quote.text != " ".join(fragment.text for fragment in quote.fragments):
            yield _fault(
                "fragment_text", "text is not its fragments", ("quotes", i, "text"), quote.text
            )
    for i, note in enumerate(article.footnotes):
        if note.ref is not None and note.ref not in entities:
            yield _fault("dangling_id", "nothing has this id", ("footnotes", i, "ref"), note.ref)
