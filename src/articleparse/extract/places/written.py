"""Tie candidates with the codes and the wider places written next to them."""

from __future__ import annotations

import re

from articleparse.document import Span
from articleparse.extract.places.codes import (
    LINK_TO_WIDER,
    code_behind,
    has_commune_in,
    postcode_before,
    within,
    within_postcode,
)
from articleparse.extract.places.mention import Within
from articleparse.extract.places.senses import Candidate
from articleparse.extract.places.surroundings import Surroundings

_OF_PLACE = frozenset(("à", "depuis", "jusqu", "vers"))
_ENUMERATION = re.compile(
    r"(?:, | et | ou |, et | puis | / |/| & )(?:(?:à|de|d'|en|dans|au|aux|du) ?)?(?:(?:le|la|les|l') ?)?"
)


class Written:
    """What the text writes next to each candidate, by the candidate's number."""

    def __init__(self, folded: str, found: list[Candidate], around: list[Surroundings]) -> None:
        """Read codes behind and before the candidates, then wider places behind them."""
        self.within: dict[int, Within] = {}
        self.code_spans: dict[int, Span] = {}
        self.text = folded
        self._found = found
        self._around = around
        for number, candidate in enumerate(found):
            self._read_code(number, candidate, around[number])
        for number in range(len(found) - 1):
            if number not in self.within:
                self._read_wider(number)

    def _read_code(self, number: int, candidate: Candidate, around: Surroundings) -> None:
        behind = code_behind(self.text, candidate.end)
        if behind is not None and self._may_bear(candidate, around, behind[0]):
            self._claim(number, Within("code", (behind[0],)))
            self.code_spans[number] = behind[1]
            return
        before = postcode_before(self.text, around.phrase_start)
        if before is not None:
            found = within_postcode(candidate.senses, before[0])
            if found is not None:
                self.within[number] = found
                self.code_spans[number] = before[1]

    def _may_bear(self, candidate: Candidate, around: Surroundings, code: str) -> bool:
        """Tell whether "(49)" behind a name is its department, not somebody's age."""
        if not has_commune_in(candidate.senses, code):
            return False
        if around.follows_capital:
            return False
        is_personal = candidate.senses.homograph in ("given", "family")
        return not is_personal or around.preposition in ("à", "de", "dans", "vers")

    def _read_wider(self, number: int) -> None:
        narrow, wide = self._found[number], self._found[number + 1]
        if wide.start - narrow.end > 40:
            return
        if not LINK_TO_WIDER.fullmatch(self.text, narrow.end, wide.start):
            return
        found = within(narrow.senses, wide.senses)
        if found is None and self._is_bracketed(narrow, wide):
            found = self._elsewhere(number, wide)
        if found is not None:
            self._claim(number, found)

    def _is_bracketed(self, narrow: Candidate, wide: Candidate) -> bool:
        text = self.text
        return text[narrow.end : wide.start].strip() == "(" and text[wide.end : wide.end + 1] == ")"

    def _elsewhere(self, number: int, wide: Candidate) -> Within | None:
        """Read "à Lens (Suisse)", "à Saumur (Gers)": no list has such a place, the text does."""
        around, senses = self._around[number], wide.senses
        if around.preposition not in _OF_PLACE and "town" not in around.heads:
            return None
        if not self._found[number].senses.communes:
            return None
        if senses.country is not None and senses.country.code != "FR":
            return Within("country_name", (senses.country.code,))
        departments = tuple(sorted({d.code for d in senses.departments}))
        return Within("department_name", departments) if departments else None

    def _claim(self, number: int, found: Within) -> None:
        """Give the wider place to a candidate and to those enumerated before it."""
        self.within[number] = found
        codes = found.codes
        if found.basis not in ("code", "department_name"):
            return
        while number > 0 and (number - 1) not in self.within:
            if not self.are_listed(number - 1, number):
                return
            number -= 1
            if not any(has_commune_in(self._found[number].senses, code) for code in codes):
                return
            self.within[number] = found

    def are_listed(self, left: int, right: int) -> bool:
        """Tell whether two candidates are neighbours in an enumeration."""
        start, end = self._found[left].end, self._found[right].start
        return end - start <= 16 and _ENUMERATION.fullmatch(self.text, start, end) is not None
