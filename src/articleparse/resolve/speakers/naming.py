"""Resolve a noun phrase to the people or organisations that it names or describes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, cached_property, lru_cache

from articleparse.document import fold
from articleparse.lexicon.clauses import words_of
from articleparse.lexicon.determiners import NO_DETERMINER, determiners
from articleparse.lexicon.files import words as word_list
from articleparse.lexicon.numbers import number_words
from articleparse.lexicon.organisations import heads
from articleparse.lexicon.people import given_name, honorifics, role_nouns
from articleparse.lexicon.speech import SpeakerNoun, singular, speaker_nouns
from articleparse.numerals.words import value_of
from articleparse.record import OrganisationKind
from articleparse.resolve.speakers.cast import Cast, Named, role_synonyms, without_small
from articleparse.resolve.speakers.voices import Basis, Voice

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_GOVERNED = re.compile(
    r"(?:\b(?:de|du|des|avec|par|à|au|aux|chez|pour|contre|et|sur) (?:la |les |le |l')?|\bd')$"
)
_COMPLEMENT = re.compile(r"\b(?:de|du|des) |\bd'")
_JOINED = re.compile(r",? (?:et|puis) (?:(?:de |d')?(?:le |la |l')?)$|, $")
_MARKS = re.compile(r"[«“]\s?|\s?[»”]|\"")
# A complement with a name; "de la République" and "d'État" name no one town or party.
_NAMED_COMPLEMENT = re.compile(r"\b(?:d[eu]s?|d['’]|l['’]|la|les) ?(?!République|[EÉ]tat)[A-ZÀ-Þ]")


@lru_cache(maxsize=4096)
def _count(word: str) -> int | None:
    """Return how many a number in words from two up counts ("deux associations")."""
    value = value_of(word) if word in number_words() else None
    return value if isinstance(value, int) and value > 1 else None


@cache
def _determiner() -> re.Pattern[str]:
    """Return a pattern of the determiners, the longest first, with the blank behind them."""
    forms = sorted(determiners(), key=len, reverse=True)
    spaced = (form if form.endswith("'") else f"{form} " for form in forms)
    return re.compile(rf"(?:{'|'.join(spaced)})(?=\S)")


@cache
def _honorific() -> re.Pattern[str]:
    forms = sorted((form for form in honorifics() if form[0].isupper()), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, forms))})(?!\w) ?")


def split_determiner(lowered: str) -> tuple[str, int]:
    """Return the determiner of a phrase in lower case, and where the phrase goes on.

    >>> split_determiner("l'enquête"), split_determiner("les deux associations")
    (("l'", 2), ('les', 4))
    """
    match = _determiner().match(lowered)
    return (match[0].rstrip(), match.end()) if match else ("", 0)


class NounPhrase:
    """A noun phrase of the text, taken apart: determiner, core, head noun."""

    def __init__(self, cast: Cast, start: int, end: int) -> None:
        """Take apart the phrase that stands at a range of the text."""
        self._document = cast.document
        self.start, self.end = start, end
        self.lowered = cast.document.folded[start:end].lower()
        self.determiner, skipped = split_determiner(self.lowered)
        self.core = start + skipped
        self._written = _WORD.findall(self.lowered, skipped)
        self.head, self.noun = _head(self._written)
        self.count = _count(self._written[0]) if self._written else None
        self.grammar = determiners().get(self.determiner, NO_DETERMINER)
        # Whether the phrase takes up somebody known.
        self.is_definite = self.grammar.is_definite
        self.is_plural = self.grammar.is_plural or bool(self.count)
        # The gender that determiner or noun shows.
        self.gender = self.grammar.gender or (self.noun.gender if self.noun else None)

    @cached_property
    def words(self) -> list[str]:
        """The content words of the core."""
        return without_small(self._written)

    @cached_property
    def text(self) -> str:
        """The core as it stands, without quotation marks."""
        text = self._document.text[self.core : self.end]
        return _MARKS.sub("", text) if '"' in self.lowered else text

    @cached_property
    def folded(self) -> str:
        """The same in lower case, folded."""
        return fold(self.text).lower()

    @property
    def name_start(self) -> int:
        """Where a name stands that the phrase begins with, behind its honorific."""
        honorific = _honorific().match(self._document.folded, self.core, self.end)
        return honorific.end() if honorific else self.core

    @property
    def has_name(self) -> bool:
        """Whether a complement with a name makes clear which one is meant."""
        return bool(_NAMED_COMPLEMENT.search(self.text))


def _head(words: list[str]) -> tuple[str, SpeakerNoun | None]:
    """Return the head noun of a phrase: the first word that may be one, else the first.

    An adjective that may be a noun too is the head only where no other one follows, or
    in a title: "les premières évaluations", but "le premier ministre".
    """
    nouns = speaker_nouns()
    found: tuple[str, SpeakerNoun] | None = None
    for index, word in enumerate(words[:3]):
        form = word if word in nouns else singular(word)
        if form not in nouns:
            continue
        is_title = " ".join(words[index : index + 2]) in role_nouns()
        if is_title or word not in word_list("prenominal_adjectives.txt"):
            return form, nouns[form]
        found = found or (form, nouns[form])
    return found or ((words[0] if words else ""), None)


def resolve_names(cast: Cast, phrase: NounPhrase) -> Voice | None:
    """Return the entities that the phrase itself names, None where it names none."""
    inside = cast.named_in(phrase.start, phrase.end)
    if not inside and (marked := _marked_name(cast, phrase)):
        return _voice(cast, phrase, [marked.id], "named")
    opening = [n for n in inside if phrase.core <= n.start <= phrase.name_start]
    if opening:
        joined = _joined(cast, max(opening, key=lambda n: n.end), inside)
        return _voice(cast, phrase, joined, "named")
    if role := cast.role_at(phrase.core):
        return _voice(cast, phrase, [role.id], "role" if role.is_alone else "named")
    people = [n for n in inside if n.id in cast.people and not _is_governed(cast, phrase, n)]
    if people:
        return _voice(cast, phrase, _joined(cast, people[0], inside), "named")
    others = [n for n in inside if n.id in cast.organisations]
    is_document = phrase.noun is not None and phrase.noun.kind == "document"
    is_speech = phrase.head in words_of("speech noun")
    if (is_document or is_speech) and inside:
        return _voice(cast, phrase, _joined(cast, inside[0], inside), "named")
    is_person = phrase.noun is not None and phrase.noun.kind == "person"
    for name in others:
        is_last = name.end == phrase.end and not _is_governed(cast, phrase, name)
        if not is_person and (is_last or not _is_complement(cast, phrase, name)):
            return _voice(cast, phrase, _joined(cast, name, inside), "named")
    return None


def _marked_name(cast: Cast, phrase: NounPhrase) -> Named | None:
    """Return the name in marks that a phrase ends before: 'le journal "La Vigie"'."""
    for name in cast.named_in(phrase.end, phrase.end + 4):
        if cast.document.folded[phrase.end : name.start].strip() == '"':
            return name
    return None


def _is_governed(cast: Cast, phrase: NounPhrase, name: Named) -> bool:
    """Tell whether a preposition or article makes the name a complement of the head."""
    return bool(
        _GOVERNED.search(cast.document.folded[max(phrase.core, name.start - 12) : name.start])
    )


def _is_complement(cast: Cast, phrase: NounPhrase, name: Named) -> bool:
    """Tell whether "de" anywhere since the last comma makes the name a complement."""
    lead = cast.document.folded[phrase.core : name.start].rpartition(",")[2]
    return bool(_COMPLEMENT.search(lead)) or _is_governed(cast, phrase, name)


def _joined(cast: Cast, first: Named, inside: Iterable[Named]) -> list[str]:
    """Return the ids of names in a row: "Paul, Marie et Anne"."""
    ids = [first.id]
    end = first.end
    for name in inside:
        if name.start < end:
            continue
        between = cast.document.folded[end : name.start]
        same_kind = (name.id in cast.people) == (first.id in cast.people)
        if not (_JOINED.fullmatch(between) and same_kind) or len(between) > 12:
            break
        ids.append(name.id)
        end = name.end
    # "Paul, Marie" without "et" is an apposition, not two speakers.
    last = cast.document.folded[first.end : end]
    return ids if " et " in last or " puis " in last else ids[:1]


def _voice(cast: Cast, phrase: NounPhrase, ids: list[str], basis: Basis) -> Voice:
    unique = list(dict.fromkeys(ids))
    label = ", ".join(cast.name(i) for i in unique[:-1])
    label = f"{label} et {cast.name(unique[-1])}" if label else cast.name(unique[-1])
    return Voice(
        label,
        tuple(unique),
        phrase.start,
        phrase.end,
        basis,
        phrase.gender,
        len(unique) > 1,
    )


def together(cast: Cast, phrase: NounPhrase, ids: list[str]) -> Voice:
    """Return the voice of several entities that a phrase takes up."""
    return _voice(cast, phrase, ids, "role")


def resolve_role(cast: Cast, phrase: NounPhrase) -> Voice | None:
    """Return the person whose role a definite phrase takes up ("la ministre")."""
    if not phrase.is_definite or phrase.is_plural or not phrase.head:
        return None
    if phrase.noun is not None and phrase.noun.kind in ("group", "document"):
        return None
    best: tuple[float, int, str] | None = None
    folded = phrase.folded
    # "le chef de l'Etat brésilien"
    others = role_synonyms(folded) or role_synonyms(folded.rpartition(" ")[0])
    sought = {*phrase.words, phrase.head, *(word for other in others for word in other)}
    if phrase.noun is not None:
        sought |= phrase.noun.covers
    for person in cast.people_with(sought):
        gender = cast.gender(person)
        if gender and phrase.gender and gender != phrase.gender:
            continue
        fit = max((_fit(words, phrase, others) for words in cast.roles[person]), default=0.0)
        if fit <= 0:
            continue
        before = cast.last_named(person, phrase.start)
        key = (fit, before if before is not None else -cast.spots[person][0], person)
        if best is None or key[:2] > best[:2]:
            best = key
    return _voice(cast, phrase, [best[2]], "role") if best else None


def _fit(role: list[str], phrase: NounPhrase, others: list[list[str]]) -> float:
    """Return how well a role goes with the phrase's words, 0 where the heads differ."""
    for other in others:
        if role[: len(other)] == other:
            # "le chef de l'Etat brésilien" is no other country's president.
            return 10.0 + len(set(phrase.words) & set(role[len(other) :]))
    words = set(phrase.words)
    if is_another(role, phrase):
        return 0.0
    # "l'ancien notaire" is no "ancien maire".
    is_noun = role[0] in speaker_nouns() and role[0] not in word_list("prenominal_adjectives.txt")
    if role[0] == phrase.head or (role[0] in words and is_noun):
        return 1.0 + len(words & set(role)) - 0.5 * len(words - set(role))
    if phrase.noun and role[0] in phrase.noun.covers:
        return 0.5
    if phrase.noun and any(word in phrase.noun.covers for word in role):
        return 0.25
    return 0.0


def is_another(role: list[str], phrase: NounPhrase) -> bool:
    """Tell whether a role is of the phrase's noun, but of something else: another ministry."""
    asked = set(phrase.words) - {phrase.head}
    return bool(role[0] == phrase.head and asked and role[1:] and not asked & set(role[1:]))


def _kind_of(noun: str) -> OrganisationKind | None:
    """Return the kind of the organisations that a noun takes up ("le parti", "le quotidien").

    Only nouns that may stand before a name do; "l'intersyndicale" is none of the unions.
    """
    head = heads().get(noun)
    return head.describes if head else None


def resolve_bodies(cast: Cast, phrase: NounPhrase) -> Voice | None:
    """Return the organisations that a definite phrase takes up ("les deux associations")."""
    if not phrase.is_definite or not phrase.head or (phrase.is_plural and not phrase.count):
        return None
    noun = singular(phrase.head)
    if "autre" in phrase.words or (phrase.noun is not None and phrase.noun.kind == "person"):
        return None  # not the one that has been named, or nobody's name at all
    asked = {word for word in phrase.words[1:] if not _count(word)}
    if phrase.count:
        asked.discard(noun)
    fitting: list[tuple[int, int, str]] = []
    kind = _kind_of(noun)
    bodies = cast.bodies_with([noun, kind] if kind else [noun])
    # "la chaîne d'information en continu": whatever it is, there is no other of its kind.
    of_kind = sum(cast.organisations[id].kind == kind for id in bodies)
    is_described = of_kind == 1 and phrase.text.islower()
    for id in bodies:
        is_kind = kind == cast.organisations[id].kind
        before = cast.last_named(id, phrase.start)
        if before is None or not (is_kind or noun in cast.body_nouns[id]):
            continue
        overlap = max(len(asked.intersection(form)) for form in cast.body_words(id)) if asked else 0
        if asked and not overlap and not phrase.count and not (is_kind and is_described):
            continue
        fitting.append((overlap, before, id))
    wanted = phrase.count or 1
    if len(fitting) < wanted:
        return None
    fitting.sort(reverse=True)
    ids = sorted((id for _, _, id in fitting[:wanted]), key=lambda id: cast.spots[id][0])
    voice = _voice(cast, phrase, ids, "role")
    if phrase.count:
        label = phrase.text
        return Voice(label, voice.refs, voice.start, voice.end, "role", voice.gender, True)
    return voice


def _gender_of_name(text: str) -> str | None:
    """Return the gender of a given name that is a label ("Justine")."""
    given = given_name(text) if text[:1].isupper() else None
    return given.gender if given else None


def label_only(phrase: NounPhrase) -> Voice:
    """Return the phrase itself as the speaker's label, without article."""
    basis: Basis = "named" if phrase.text[:1].isupper() else "role"
    return Voice(
        phrase.text,
        (),
        phrase.start,
        phrase.end,
        basis,
        phrase.gender or _gender_of_name(phrase.text),
        phrase.is_plural,
        phrase.words[0] if phrase.words else "",
        phrase.noun is not None and phrase.grammar.is_pointing,
    )
