"""Known organisations, and the words that make up names of others."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple, cast

from articleparse.document import tokenize
from articleparse.lexicon.files import lines, rows, words
from articleparse.lexicon.spelling import plain
from articleparse.record import OrganisationKind


class Known(NamedTuple):
    """An organisation of public life, as the reviewed list has it.

    `is_ambiguous` where its name is as often a word or another's name, `is_platform`
    where it may stand for what one posts on.
    """

    name: str
    kind: OrganisationKind
    acronym: str | None
    is_ambiguous: bool
    is_platform: bool


class KnownForm(NamedTuple):
    """One way to write a known organisation: its words, and what it then is.

    `has_lost_article` where the article of the name is left out ("au Monde").
    """

    tokens: tuple[str, ...]
    plain: tuple[str, ...]
    known: Known
    has_lost_article: bool = False


class Head(NamedTuple):
    """A noun that heads names of organisations.

    `kind` is what it makes as part of the name, None if it never is part of one;
    `is_official` where it makes a name in lower case too, `is_portfolio` where any
    complement names it then ("ministère de la culture"), `needs_capital` where only a
    capital makes it part of a name ("la Ville de Paris", but not "la ville de Paris"); `describes` is the kind of
    an organisation whose own name follows it ("le quotidien Le Monde").
    """

    kind: OrganisationKind | None
    is_official: bool
    is_portfolio: bool
    needs_capital: bool
    describes: OrganisationKind | None


_ARTICLE = re.compile(r"(?:Le|La|Les|L')$")


@cache
def known_forms() -> dict[str, tuple[KnownForm, ...]]:
    """Return the forms of the known organisations by their first word, the longest first.

    >>> [form.known.name for form in known_forms()["insee"]]
    ['Institut national de la statistique et des études économiques']
    """
    found: dict[str, list[KnownForm]] = {}
    for name, kind, acronym, others, flag in rows("organisations.tsv", 5):
        known = Known(
            name,
            cast("OrganisationKind", kind),
            acronym or None,
            "ambiguous" in flag,
            "platform" in flag,
        )
        for text in filter(None, [name, acronym, *others.split("|")]):
            tokens = tokenize(text).texts
            form = KnownForm(tokens, tuple(map(plain, tokens)), known)
            found.setdefault(form.plain[0], []).append(form)
            if _ARTICLE.match(tokens[0]) and len(tokens) > 1:
                short = KnownForm(form.tokens[1:], form.plain[1:], known, True)
                found.setdefault(short.plain[0], []).append(short)
    for name in lines("intercommunalities.txt"):
        tokens = tokenize(name).texts
        known = Known(name, "public_body", None, False, False)
        form = KnownForm(tokens, tuple(map(plain, tokens)), known)
        found.setdefault(form.plain[0], []).append(form)
    return {
        first: tuple(sorted(forms, key=lambda form: -len(form.tokens)))
        for first, forms in found.items()
    }


@cache
def known_forms_by_second_word() -> dict[str, dict[str, tuple[KnownForm, ...]]]:
    """Return the same forms by their first two words, "" for those of one word.

    >>> [form.known.name for form in known_forms_by_second_word()["villes"]["de"]]
    ['Villes de France']
    """
    found: dict[str, dict[str, list[KnownForm]]] = {}
    for first, forms in known_forms().items():
        by_second = found.setdefault(first, {})
        for form in forms:
            second = form.plain[1] if len(form.plain) > 1 else ""
            by_second.setdefault(second, []).append(form)
    return {
        first: {second: tuple(forms) for second, forms in by_second.items()}
        for first, by_second in found.items()
    }


@lru_cache(maxsize=4096)
def bearers(word: str) -> tuple[Known, ...]:
    """Return the known organisations that one word stands for, an acronym mostly.

    >>> [known.name for known in bearers("ANS")]
    ['Agence du numérique en santé', 'Agence nationale du sport']
    """
    forms = known_forms().get(plain(word), ())
    alone = [form.known for form in forms if len(form.tokens) == 1 and not form.has_lost_article]
    return tuple(dict.fromkeys(alone))


@cache
def heads() -> dict[str, Head]:
    """Return the nouns that head names of organisations.

    >>> heads()["préfecture"].is_official
    True
    """
    return {
        noun: Head(
            cast("OrganisationKind | None", kind or None),
            strength in ("official", "portfolio"),
            strength == "portfolio",
            strength == "capital",
            cast("OrganisationKind | None", describes or None),
        )
        for noun, kind, strength, describes in rows("organisation_heads.tsv", 4)
    }


@cache
def foreign_heads() -> dict[str, OrganisationKind]:
    """Return the nouns of other languages that head names of bodies, with the kind.

    >>> foreign_heads()["University"]
    'education'
    """
    return {noun: cast("OrganisationKind", kind) for noun, kind in rows("foreign_heads.tsv", 2)}


@cache
def heads_of_several_words() -> dict[str, tuple[tuple[tuple[str, ...], Head], ...]]:
    """Return the heads of several words, by the first, the longest first.

    >>> heads_of_several_words()["communauté"][0][0]
    ('communauté', "d'", 'agglomération')
    """
    found: dict[str, list[tuple[tuple[str, ...], Head]]] = {}
    for noun, head in heads().items():
        if " " in noun:
            tokens = tokenize(noun).texts
            found.setdefault(tokens[0], []).append((tokens, head))
    return {
        first: tuple(sorted(several, key=lambda entry: (-len(entry[0]), entry[0])))
        for first, several in found.items()
    }


def is_institutional_adjective(word: str) -> bool:
    """Tell whether an adjective is usual in names of organisations and offices.

    >>> is_institutional_adjective("départementale"), is_institutional_adjective("jolie")
    (True, False)
    """
    return word in words("institutional_adjectives.txt")
