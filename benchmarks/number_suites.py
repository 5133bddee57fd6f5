"""Score figures and dates on test suites that others wrote.

    python benchmarks/number_suites.py DATA_DIR [--misses SUITE]

DATA_DIR holds the suites as JSON lines (Recognizers-Text, Duckling, Rustling,
text2num, NeMo, dateparser and chrono, French parts). A case is applicable where it
asks for something that a record may hold; for each suite the reasons of what is not
are counted beside.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from articleparse import Hints, Parser
from articleparse.document import Metadata, Origin, fold
from articleparse.lexicon.units import units
from articleparse.numerals.numbers import numerals
from articleparse.reading import compose, hinted_dates
from articleparse.record import Article

ORIGIN = Origin("case.txt", "text/plain", "utf-8", "0" * 64)
PARSER = Parser()
# (suite, input, passed or None, reason why not applicable)
Row = tuple[str, str, bool | None, str]


def article(text: str, day: str | None = None) -> Article:
    metadata = Metadata(dates=hinted_dates(Hints(published=day)))
    return PARSER.parse_document(compose([("paragraph", text)], ORIGIN, metadata))


def lines(folder: Path, name: str) -> Iterator[dict[str, Any]]:
    for line in (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def close(a: float | None, b: float) -> bool:
    return a is not None and abs(a - b) <= 1e-4 * max(1, abs(b))


def has_value(text: str, value: float, symbols: set[str] | None) -> bool:
    """Whether a figure has that value in base units and one of the symbols."""
    for figure in article(text).figures:
        values = [figure.value, figure.low, figure.high]
        unit_fits = symbols is None or (figure.unit or "").lower() in {s.lower() for s in symbols}
        if any(close(v, value) for v in values) and unit_fits:
            return True
    return False


RECOGNIZERS_UNITS = {
    "ans": "year", "mois": "month", "semaines": "week", "jour": "day",
    "dollar": "USD", "euro": "EUR", "livre": "GBP", "pence": "GBP", "cent": "USD",
    "dollar états-unis": "USD", "dollar hong kong": "HKD", "franc": "FRF",
    "franc suisse": "CHF", "yen japonais": "JPY", "yuan chinois": "CNY", "mark": "DEM",
    "mark finlandais": "FIM", "florin néerlandais": "NLG", "dollar australien": "AUD",
    "dollar canadien": "CAD", "pesewa ghanéen": "GHS", "roupie": "INR", "roupie indienne": "INR",
    "dollar néo-zélandais": "NZD", "mexican peso": "MXN", "pesos mexicains": "MXN",
    "yuan renminbi chinois": "CNY", "pieds cube": "ft³", "centime": "EUR", "penny": "GBP",
}  # fmt: skip


def recognizers(folder: Path, kind: str) -> Iterator[Row]:
    suite = f"recognizers_fr_{kind}"
    for case in lines(folder, suite):
        text, skipped = case["input"], case["not_supported"] or ""
        if not case["expected"]:
            if kind in ("age",):
                yield suite, text, not article(text).figures, ""
            else:
                yield suite, text, None, "expects nothing where another kind of figure stands"
            continue
        for expected in case["expected"]:
            resolution = expected["Resolution"]
            value, unit = resolution.get("value"), resolution.get("unit", "%").lower()
            if value is None:
                yield suite, text, None, "a unit without a number"
            elif skipped:
                yield suite, text, None, "its own engines fail it"
            elif "angle" in str(resolution).lower() or "^" in expected["Text"]:
                yield suite, text, None, "an angle or a power"
            elif kind == "percent" and re.match("pour", expected["Text"]):
                yield suite, text, None, "English word order"
            else:
                number = float(value.rstrip("%").replace(",", "."))
                found = units().get(unit)
                symbol = RECOGNIZERS_UNITS.get(unit) or (found.symbol if found else None)
                factor = 0.01 if unit in ("cent", "pence", "centime", "penny") else 1
                if symbol is None:
                    singular = units().get(unit.rstrip("s")) or units().get(unit + "s")
                    symbol = singular.symbol if singular else unit
                wanted = {symbol, unit, unit + "s"}
                yield suite, text, has_value(text, number * factor, wanted), ""


DUCKLING_UNITS = {
    "Dollar": "USD", "Pound": "GBP", "Rial": "IRR", "Riyal": "SAR", "Kilometre": "km",
    "Mile": "mi", "Metre": "m", "Centimetre": "cm", "Celsius": "°C", "Fahrenheit": "°F",
    "Degree": "°C", "Millilitre": "mL", "Centilitre": "cL", "Litre": "L", "Gallon": "gal",
    "Hectolitre": "hL",
}  # fmt: skip


def duckling_units(folder: Path, kind: str) -> Iterator[Row]:
    suite = f"duckling_fr_{kind}"
    for case in lines(folder, suite):
        text, expected = case["input"], case["expected"]
        if "Unnamed" in expected or kind == "quantity":
            yield suite, text, None, "slang, or kitchen measures"
            continue
        if re.match(r"(?:un|une) ", text):
            yield suite, text, None, "un and une do not count"
            continue
        if re.match(r"^\d+[\"'k]$", text):
            yield suite, text, None, "minutes and seconds as ' and \", k for km"
            continue
        match = re.match(
            r"(?:simple|between|above|under|DurationData) ?(?:(\d+) (\w+)|(\w+) (?:\(?(-?[\d.]+)(?:, ([\d.]+))?\)?))",
            expected,
        )
        assert match, expected
        if match[1]:
            wanted = {match[2].lower(), match[2].lower() + "s", "trimestres"}
            yield suite, text, has_value(text, float(match[1]), wanted), ""
        else:
            symbol = DUCKLING_UNITS.get(match[3], match[3])
            yield suite, text, has_value(text, float(match[4]), {symbol}), ""


def numeral_rows(folder: Path) -> Iterator[Row]:
    for case in lines(folder, "duckling_fr_numeral"):
        value = float(re.sub(r"[^\d.-]", "", case["expected"].replace("NumeralValue", "")))
        if value < 0 or case["input"].lstrip("-").startswith((",", "moins")):
            yield "duckling_fr_numeral", case["input"], None, "a sign or a comma without a unit"
            continue
        found = [n.value for n in numerals(fold(case["input"]))]
        yield "duckling_fr_numeral", case["input"], len(found) == 1 and close(found[0], value), ""
    for case in lines(folder, "text2num_fr_tests"):
        suite, text = "text2num_fr_tests", case["input"]
        found = [n.value for n in numerals(fold(text)) if n.form != "article"]
        if case["kind"] == "text2num":
            if text.startswith("zéro "):
                yield suite, text, None, "digits read one by one"
            else:
                yield suite, text, len(found) == 1 and close(found[0], case["expected"]), ""
            continue
        if re.search(
            r"zéro|ordinals|relaxed|formal|trente_et_onze|[«a] un|les uns", text + case["test"]
        ):
            yield suite, text, None, "ordinals, telephones, digits read one by one"
            continue
        wanted = [float(v.replace(",", ".")) for v in re.findall(r"\d+(?:,\d+)?", case["expected"])]
        wanted = [v for v in wanted if v != 1]
        yield suite, text, [float(v) for v in found if v != 1] == wanted, ""
    for case in lines(folder, "nemo_itn_fr"):
        yield nemo(case)


def nemo(case: dict[str, Any]) -> Row:
    suite, text, kind = "nemo_itn_fr", case["input"], case["kind"]
    if kind not in ("cardinal", "decimal", "money", "fraction", "measure"):
        return suite, text, None, f"{kind}s are not figures"
    wanted = case["expected"].replace(" ", " ")
    if re.search(r"billiard", text) or wanted in ("1/2", "56,3 /km²") or " 2/4" in wanted:
        return suite, text, None, "billiard, mixed fractions, densities"
    if kind == "fraction":
        top, bottom = map(int, wanted.split("/"))
        return suite, text, has_value(text + " des votes", round(top / bottom, 4), {"×"}), ""
    number = re.match(r"-?[\d ]+(?:,[\d ]+)?", wanted)
    assert number
    value = float(number[0].replace(" ", "").replace(",", "."))
    value *= 10**6 if "million" in wanted else 10**9 if "milliard" in wanted else 1
    value *= 10**12 if "billion" in wanted else 1
    if kind in ("cardinal", "decimal"):
        found = [n.value for n in numerals(fold(text))]
        return suite, text, len(found) == 1 and close(found[0], abs(value)), ""
    if value in (1, 0.01) or wanted.startswith("1 ") or text.startswith("zéro euro"):
        return suite, text, None, "un does not count"
    symbols = {"mn": "minute", "min": "minute"}
    unit = wanted.rsplit(" ", 1)[-1]
    symbol = units()[unit].symbol if unit in units() else symbols.get(unit, unit)
    return suite, text, has_value(text, value, {symbol}), ""


def rustling_figures(folder: Path) -> Iterator[Row]:
    for case in lines(folder, "rustling_fr"):
        kind, text, expected = case["kind"], case["input"], case["expected"]
        suite = "rustling_fr figures"
        number = re.search(r"\((-?[\d.]+)", expected)
        if kind == "numbers" and "ordinal" not in expected and number:
            if text in ("un", "une", "1"):
                yield suite, text, None, "un and une do not count"
                continue
            found = [n.value for n in numerals(fold(text))]
            yield suite, text, len(found) == 1 and close(found[0], float(number[1])), ""
        elif kind in ("finance", "temperature", "percentage") and number:
            yield suite, text, has_value(text, float(number[1]), None), ""


def rows(folder: Path) -> Iterator[Row]:
    for kind in ("age", "currency", "dimension", "percent"):
        yield from recognizers(folder, kind)
    for kind in ("amountofmoney", "distance", "duration", "quantity", "temperature", "volume"):
        yield from duckling_units(folder, kind)
    yield from numeral_rows(folder)
    yield from rustling_figures(folder)
    yield from date_rows(folder)


# --- dates ------------------------------------------------------------------------------------

NOT_A_DATE = re.compile(
    r"semaine|week-?end|trimestre|semestre|quinzaine|\b(?:il ?y ?a|dans|d'ici|en) (?:\w+ )?(?:\d|un|une|deux|trois|quatre|cinq|sept|dix|\d/\d)\b"
    r"|vacances|maintenant|tout de suite|ce moment|plus tard|prochain(?:e?s) |derni[eè]re?s? \w+s$|\d (?:derni|prochain|mois|an|jour)",
    re.I,
)


def reason(text: str) -> str | None:
    """Why an expression is no date of a day, a month or a year in a record."""
    low = text.lower()
    if re.search(r"semaine|week-?end|quinzaine", low):
        return "weeks"
    if re.search(r"maintenant|tout de suite|ce moment|plus tard|aujourd|ce jour$|la journée$", low):
        return "now and today"
    if re.search(
        r"il ?y ?a|\bdans\b|d'ici|\ben (?:une?|\d)|plus tard|après$|un jour après|durée|pendant|durant",
        low,
    ):
        return "distances are figures"
    if re.search(
        r"derni[eè]re?s|prochaine?s|pass[ée]e?s|suivante?s|(?:deux|trois|\d) (?:derni|prochain|mois|ann)|\d mois",
        low,
    ):
        return "stretches of time"
    if re.search(r"été|hiver|printemps|automne|trimestre|semestre", low) and not re.search(
        r"\d{4}", low
    ):
        return "seasons without a year"
    if re.search(
        r"matin|soir|nuit|après-midi|aprem|midi|journée|crépuscule|aurore|soleil|déjeuner", low
    ) and not re.search(
        r"\d|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|demain|jour de", low
    ):
        return "parts of the day"
    if re.search(r"^(?:le )?\d{1,2} \d{1,2}(?: \d{2,4})?$|^\d{1,2}/\d{1,2}$", low):
        return "numbers without a slash or article, not in articles"
    if re.search(
        r"prochain$|mardi en|en (?:huit|quinze|8|15)|jour d|(?:premier|deuxi|derni|3e)\w* (?:\w+ )?(?:jour|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)",
        low,
    ) and not re.search(r"^\w+ prochain$", low):
        return "ordinals of days"
    if low in (
        "toussaint",
        "noel",
        "la toussaint",
        "le jour des morts",
        "fête des mères",
        "fête des pères",
    ):
        return "holidays in small letters"
    return None


# Duckling and chrono take what has no direction as yet to come; a newspaper reports what was.
PREFIXES = ("", "Il viendra ")


def day_in(text: str, wanted: str, base: str) -> bool:
    found = [date.value for date in article(text, base).dates]
    return any(value == wanted or value.startswith(wanted) for value in found)


def date_rows(folder: Path) -> Iterator[Row]:
    yield from duckling_dates(folder)
    yield from chrono(folder)
    yield from dateparser_rows(folder)


def duckling_dates(folder: Path) -> Iterator[Row]:
    suite = "duckling_fr_time"
    for case in lines(folder, suite):
        text, expected = case["input"], case["expected"]
        grain = expected.rsplit(" ", 1)[-1]
        numbers = [
            list(map(int, group)) for group in re.findall(r"\((\d+), (\d+), (\d+)", expected)
        ]
        if why := reason(text):
            yield suite, text, None, why
        elif grain not in ("Day", "Month", "Year", "Hour", "Minute") or not numbers:
            yield suite, text, None, "seconds, weeks"
        elif grain in ("Hour", "Minute") and not re.search(
            r"\b(?:le \d|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|demain|\d+ (?:jan|f[ée]v|mars|avr|mai|jui|ao|sep|oct|nov|d[ée]c))",
            text.lower(),
        ):
            yield suite, text, None, "clock times"
        else:
            yield suite, text, duckling_day(text, expected, grain, numbers), ""


def duckling_day(text: str, expected: str, grain: str, numbers: list[list[int]]) -> bool:
    year, month, day = numbers[0]
    if "Interval (" in expected and len(numbers) > 1 and grain == "Day":
        until = dt.date(numbers[1][0], numbers[1][1] or 1, numbers[1][2] or 1) - dt.timedelta(
            days=1
        )
        start = dt.date(year, month, day)
        ranges = {f"{start}/{until}", f"{start:%Y-%m}", f"{start:%Y}"}
        found = {d.value for p in PREFIXES for d in article(p + text, "2013-02-12").dates}
        return bool(found & ranges)
    wanted = f"{year:04d}" + (f"-{month:02d}" if month else "") + (f"-{day:02d}" if day else "")
    if grain == "Month":
        wanted = (
            f"{year:04d}-{month:02d}"
            if "fin d'ann" not in text and "l'ann" not in text and "d'ann" not in text
            else f"{year:04d}"
        )
    if grain == "Year":
        wanted = f"{year:04d}"
    return any(day_in(prefix + text, wanted, "2013-02-12") for prefix in PREFIXES)


def chrono(folder: Path) -> Iterator[Row]:
    suite = "chrono_fr_tests"
    for case in lines(folder, suite):
        text = case["input"]
        if case["expected"] is None:
            yield suite, text, not article(text).dates, ""
            continue
        start = case["expected"]["start"]
        if why := reason(text) or (
            "clock times"
            if case["kind"] == "fr_time_exp" and not re.search(r"\d{4}", text)
            else None
        ):
            yield suite, text, None, why
            continue
        if "minuterie" in text or re.search(r"derni|les huit", text):
            yield suite, text, None, "stretches of time"
            continue
        ref = re.search(r"\((\d+), (\d+)(?: - 1)?, (\d+)", case["ref"])
        assert ref
        month = int(ref[2]) + (0 if " - 1" in case["ref"] else 1)
        base = f"{int(ref[1]):04d}-{month:02d}-{int(ref[3]):02d}"
        wanted = "-".join(
            f"{start[k]:0{4 if k == 'year' else 2}d}"
            for k in ("year", "month", "day")
            if k in start
        )
        if not wanted:
            js = start["date"]
            wanted = f"{js[0]:04d}-{js[1] + 1:02d}-{js[2]:02d}"
        if "année" in text:
            wanted = wanted[:4]
        yield suite, text, any(day_in(p + text.lower(), wanted, base) for p in PREFIXES), ""


def dateparser_rows(folder: Path) -> Iterator[Row]:
    suite = "dateparser_fr_tests"
    for case in lines(folder, suite):
        source = case["params"]
        text = re.search(
            r"'((?:[^'\\]|\\.)*)'|\"([^\"]*)\"",
            source.replace("param('fr', ", "param(").replace("text=", ""),
        )
        wanted = re.search(r"datetime\((\d+), (\d+), (\d+)", source)
        ago = re.search(r"(ago|in_future)=\{'days': (\d+)\}", source)
        assert text
        phrase = text[1] or text[2] or ""
        if why := reason(phrase) or (
            "clock times" if re.match(r"Jeu|moins de|\d+ an", phrase) else None
        ):
            yield suite, phrase, None, why
        elif wanted:
            day = "-".join(f"{int(p):02d}" for p in wanted.groups())
            yield suite, phrase, day_in(phrase, day, "2012-11-13"), ""
        elif ago:
            shift = int(ago[2]) * (-1 if ago[1] == "ago" else 1)
            day = str(dt.date(2012, 11, 13) + dt.timedelta(days=shift))
            yield suite, phrase, day_in(phrase, day, "2012-11-13"), ""
        else:
            yield suite, phrase, None, "translations and tokens of its own"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--misses", metavar="SUITE")
    arguments = parser.parse_args()
    passed: Counter[str] = Counter()
    applicable: Counter[str] = Counter()
    reasons: dict[str, Counter[str]] = {}
    for suite, text, result, why in rows(arguments.data):
        passed.setdefault(suite, 0)
        if result is None:
            reasons.setdefault(suite, Counter())[why] += 1
            continue
        applicable[suite] += 1
        passed[suite] += result
        if not result and arguments.misses in (suite, "all"):
            seen = article(text, "2013-02-12")
            print(
                f"{suite}\t{text[:160]}\t{[(f.text, f.value or (f.low, f.high), f.unit) for f in seen.figures]}\t{[(d.text, d.value) for d in seen.dates]}"
            )
    for suite in passed:
        share = passed[suite] / applicable[suite] if applicable[suite] else 0
        print(
            f"{suite:28}{passed[suite]:5}/{applicable[suite]:<5}{share:7.1%}  out of scope: {dict(reasons.get(suite, {}))}"
        )


if __name__ == "__main__":
    main()
