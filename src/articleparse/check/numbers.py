"""AP6xx: figures whose values contradict one another, or the words that they stand for."""

from __future__ import annotations

from collections.abc import Iterator

from articleparse.check.findings import Finding
from articleparse.check.rereading import Rereading
from articleparse.extract.figures import FigureMention
from articleparse.lexicon.units import units
from articleparse.numerals.numbers import numerals
from articleparse.record import Article, Figure


def findings(article: Article, rereading: Rereading) -> Iterator[Finding]:
    """Yield what is wrong with the record's figures."""
    for index, figure in enumerate(article.figures):
        where = f"/figures/{index}"
        if fault := _direction_fault(figure):
            yield Finding("AP603", fault, f"{where}/change")
        mention = rereading.figures.get((figure.start, figure.end))
        if mention is None:
            yield from _numeral_findings(figure, rereading, where)
        else:
            yield from _mention_findings(figure, mention, where)


def _direction_fault(figure: Figure) -> str | None:
    if figure.initial is None or figure.final is None or figure.change is None:
        return None
    rises = figure.final > figure.initial
    if figure.initial == figure.final or rises != (figure.change == "increase"):
        return f"{figure.change} from {figure.initial} to {figure.final}"
    return None


def _mention_findings(figure: Figure, mention: FigureMention, where: str) -> Iterator[Finding]:
    """Compare with what the extractor reads; what it does not tell may be anything."""
    low = figure.low if figure.value is None else figure.value
    high = figure.high if figure.value is None else figure.value
    if (low, high) != (mention.low, mention.high):
        yield _unlike(
            "value", _amount(low, high), figure, _amount(mention.low, mention.high), where
        )
    # A noun that is left out is lent by another figure, and then no one's to check.
    if mention.unit is not None and figure.unit != mention.unit and not _names(figure):
        message = f"unit {figure.unit!r}, but {figure.text!r} reads {mention.unit!r}"
        yield Finding("AP605", message, f"{where}/unit")
    if None not in (figure.change, mention.change) and figure.change != mention.change:
        message = f"{figure.change}, but {figure.text!r} is told as {mention.change}"
        yield Finding("AP606", message, f"{where}/change")
    for name in ("initial", "final"):
        told, read = getattr(figure, name), getattr(mention, name)
        if None not in (told, read) and told != read:
            yield _unlike(name, str(told), figure, str(read), where)


def _names(figure: Figure) -> bool:
    """Tell whether the unit is a word of the figure's text, as a counted noun may be."""
    return figure.unit is not None and figure.unit in figure.text.split()


def _numeral_findings(figure: Figure, rereading: Rereading, where: str) -> Iterator[Finding]:
    """Compare with the bare numbers, where the extractor would have drawn other bounds."""
    read = [n.value for n in numerals(rereading.document.folded[figure.start : figure.end])]
    if not read:
        return  # "la moitié", "ont quadruplé": words that may be anything
    factors = {unit.factor for unit in units().values() if unit.symbol == figure.unit} | {1.0}
    wanted = [v for v in (figure.value, figure.low, figure.high) if v is not None]
    products = [number * factor for number in (*read, sum(read)) for factor in factors]
    parts = [a / b for a in (1, *read) for b in read if b] if figure.unit == "×" else []
    for value in wanted:
        # Shares are rounded to four decimals; "de 2 à 3 millions" lends the magnitude.
        fits = any(abs(value - known) <= 1e-4 for known in (*products, *parts))
        if not fits and not _is_scaled(value, read):
            told = _amount(figure.low, figure.high) if figure.value is None else str(value)
            yield _unlike("value", told, figure, ", ".join(map(str, read)), where)
            return


def _is_scaled(value: float, read: list[int | float]) -> bool:
    return any(value == number * scale for number in read for scale in (10**3, 10**6, 10**9))


def _amount(low: object, high: object) -> str:
    return str(low) if low == high else f"{low} to {high}"


def _unlike(name: str, told: str, figure: Figure, read: str, where: str) -> Finding:
    pointer = f"{where}/{name}" if name != "value" or figure.value is not None else f"{where}/low"
    return Finding("AP604", f"{name} {told}, but {figure.text!r} reads {read}", pointer)
