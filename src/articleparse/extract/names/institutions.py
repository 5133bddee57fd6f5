"""Names of organisations that a head noun begins: how far they reach."""

from __future__ import annotations

from typing import NamedTuple

from articleparse.extract.names.known import known_at
from articleparse.extract.names.words import Words
from articleparse.lexicon.files import words as word_list
from articleparse.lexicon.infinitives import is_infinitive
from articleparse.lexicon.name_words import name_words
from articleparse.lexicon.organisations import (
    Head,
    heads_of_several_words,
    is_institutional_adjective,
)
from articleparse.lexicon.word import Word

_OF, _TO, _FOR = name_words("of"), name_words("to"), name_words("for")
_ARTICLES = {
    **dict.fromkeys(["de", "à"], frozenset(["la", "l'"])),
    **dict.fromkeys(_FOR, name_words("article")),
}
_ADJECTIVAL = (
    *("ique", "iques", "al", "ale", "aux", "ales", "el", "elle", "els", "elles", "ien", "ienne"),
    *("iens", "iennes", "if", "ive", "ifs", "ives", "aire", "aires"),
    *("ain", "aine", "ains", "aines"),
    *("ier", "ière", "iers", "ières", "erne", "ernes"),
)
_NAMED_AFTER = frozenset(["education", "health"])  # people, without a preposition
_PUBLIC = frozenset(["public_body", "justice", "education", "health"])
COMPLETE = "institution-complete"  # an official body named so that no other is meant
_LONGEST = 24  # words; longer names stop there


class Institution(NamedTuple):
    """The end of a name (index behind its last token), and what it is made of."""

    end: int
    head: Head
    traits: tuple[str, ...]


def institution_at(words: Words, index: int) -> Institution | None:
    """Return the name that the head noun at a token begins, None if it makes none.

    A head noun alone makes a name only where it has a capital in mid-sentence
    ("l'Assemblée"). In lower case an official head needs a complement, any other an
    adjective of institutions or a name straight behind it ("lycée Jean-Moulin"); but
    "groupe Suez" is none: there the noun describes, and the name is "Suez".
    """
    known = words.at(index)
    text, head = known.text, known.head
    if head is None or head.kind is None or (known.given is not None and words.goes_on(index)):
        return None  # "Marine Roy"
    if _is_portfolio(words, index):
        return None  # "le ministre des Transports Paul Roy"
    is_capital = text[0].isupper() and index not in words.opens
    if head.needs_capital and not is_capital:
        return None
    walk = _walk(words, index, known, is_bold=is_capital)
    head = walk.head
    spelled = words.long_names.get(index)
    if spelled:
        walk.run_to(spelled)
    if not is_capital and walk.position == index + 1:
        return None
    if not is_capital and head.describes and walk.is_direct:
        return None
    if (
        not spelled
        and not is_capital
        and not head.is_official
        and not (walk.has_adjective or walk.is_direct)
    ):
        return None
    if text[0].isupper():
        traits = ["institution-capital" if is_capital else "institution-opens"]
    else:
        traits = ["institution-lower"]
    traits.append(f"head:{text}")
    traits.append("institution-official" if head.is_official else "institution-body")
    if spelled or walk.is_complete() or (is_capital and walk.has_adjective and walk.has_noun):
        traits.append(COMPLETE)
    traits += walk.traits()
    return Institution(walk.position, head, tuple(traits))


def _is_portfolio(words: Words, index: int) -> bool:
    """Tell whether a noun is what a minister or a deputy is in charge of, not a body of its own."""
    if index < 2 or index - 1 in words.breaks:
        return False
    before = words.at(index - 2)
    if words.texts[index - 1] == "aux":
        return before.is_role or before.lower in ("etat", "état")
    return words.texts[index - 1] == "des" and before.lower in name_words("before portfolio")


def _walk(words: Words, index: int, known: Word, *, is_bold: bool) -> _Walk:
    """Walk to the end of a name from the longest head that a name stands behind."""
    assert known.head is not None
    for noun, head in heads_of_several_words().get(known.lower, ()):
        end = index + len(noun)
        if tuple(map(str.lower, words.texts[index:end])) == noun and end - 1 not in words.breaks:
            walk = _Walk(words, end, is_bold=True, head=head)
            walk.run()
            if walk.has_name:
                return walk
    walk = _Walk(words, index + 1, is_bold=is_bold or known.head.is_official, head=known.head)
    walk.run()
    return walk


class _Walk:
    """Steps over the complements of a head noun."""

    def __init__(self, words: Words, position: int, *, is_bold: bool, head: Head) -> None:
        self.words = words
        self.head = head
        self.begin = self.position = position
        self.is_bold = is_bold
        self.has_adjective = self.has_name = self.has_noun = False
        self.is_direct = self.is_apposed = self.has_complement = False

    def traits(self) -> list[str]:
        found = [
            "institution-adjective" if self.has_adjective else "",
            "institution-name" if self.has_name else "",
            "institution-noun" if self.has_noun else "",
            "institution-alone" if self.position == self.begin else "",
        ]
        return [trait for trait in found if trait]

    def is_complete(self) -> bool:
        """Tell whether the body is named so that no other is meant.

        An official one by a name or, if any complement will do, by that; a public one by
        an adjective and a name ("conseil régional d'Occitanie").
        """
        if self.has_name and (self.head.is_official or self.has_adjective):
            return self.head.is_official or self.head.kind in _PUBLIC
        return self.head.is_portfolio and self.position > self.begin

    def run(self) -> None:
        limit = min(len(self.words.texts), self.begin + _LONGEST)
        while self.position < limit and self.position - 1 not in self.words.breaks:
            if not (self._adjective() or self._name() or self._complement() or self._more()):
                break

    def run_to(self, end: int) -> None:
        """Take what an acronym behind the name spells."""
        texts = self.words.texts[self.position : end]
        self.position = end
        self.has_name = any(text[0].isupper() for text in texts)
        self.has_noun = not self.has_name

    def _adjective(self) -> bool:
        text = self.words.texts[self.position]
        if is_institutional_adjective(text) or (
            self.has_noun and self.is_bold and text.islower() and text.endswith(_ADJECTIVAL)
        ):
            self.has_adjective = True
            self.position += 1
            return True
        return False

    def _name(self) -> bool:
        begin, texts = self.position, self.words.texts
        while (
            self.position < len(self.words.texts)
            and self.position - 1 not in self.words.breaks
            and self.words.is_name(self.position)
            and not self._is_person()
        ):
            if self.words.at(self.position).is_adjective:
                self.has_adjective = True
            if not self.has_complement:
                self.is_direct = True
            self.position += 1
        if self.position == begin:
            return False
        self.has_name = True
        self.is_apposed = (
            self.has_noun
            and texts[begin - 1].islower()
            and (texts[begin - 1] not in name_words("before genitive"))
        )
        return True

    def _is_known_body(self, at: int) -> bool:
        """Tell whether a known body of several words stands at a token."""
        known = known_at(self.words, at)
        return known is not None and known[0] > at + 1

    def _is_person(self) -> bool:
        """Tell whether a person's full name begins here, which is no part of the body's name.

        Schools and hospitals are named after people, straight behind the noun; offices
        of the state never are: "le ministère de Paul Roy", "la Région Anne Roy".
        """
        at = self.position
        if self.words.at(at).given is None or not self.words.goes_on(at):
            return False
        before = self.words.texts[at - 1]
        if at == self.begin and self.head.kind in _NAMED_AFTER:
            return False
        if self.head.is_portfolio or (at == self.begin and self.head.kind == "public_body"):
            return True
        return before.islower() and before not in _OF

    def _complement(self) -> bool:
        text = self.words.texts[self.position]
        if not (
            text in _OF
            or (text in _FOR and self.is_bold)
            or (text in _TO and self.head.is_official)
        ):
            return False
        self.has_complement = True
        return self._noun_phrase(self.position + 1, text)

    def _noun_phrase(self, at: int, preposition: str) -> bool:
        texts, breaks = self.words.texts, self.words.breaks
        if at < len(texts) and at - 1 not in breaks and texts[at] in _ARTICLES.get(preposition, ()):
            at += 1
        if at >= len(texts) or at - 1 in breaks:
            return False
        noun = texts[at]
        if self.words.is_name(at):
            if preposition not in _OF or (self.is_apposed and self._is_known_body(at)):
                return False
            before, self.position = self.position, at
            if self._name():
                return True
            self.position = before
            return False
        if not (self.is_bold or self.has_adjective) or not noun[0].isalpha() or len(noun) < 3:
            return False
        if preposition in _TO and self.position == self.begin:
            return False  # "le ministère à l'occasion", but "le ministère délégué à l'industrie"
        if noun in name_words("no complement") or noun in word_list("function_words.txt"):
            return False
        if is_infinitive(noun) or (preposition == "en" and noun.endswith("ant")):
            return False  # "pour agir", "pour la défendre", "en agissant"
        self.has_noun = True
        self.position = at + 1
        return True

    def _more(self) -> bool:
        """A further complement behind "et" or a comma: "de l'Économie, des Finances et …"."""
        texts, begin = self.words.texts, self.position
        if not (self.has_name or self.has_noun) or not (self.is_bold or texts[begin] == "et"):
            return False
        if texts[begin] not in ("et", ",") or begin + 1 >= len(texts):
            return False
        following = texts[begin + 1]
        if following in _OF and (texts[begin] == "et" or self._is_list(begin + 2)):
            self.position = begin + 1
            if self._complement():
                return True
        elif texts[begin] == "et" and (
            is_institutional_adjective(following)
            or (self.has_noun and texts[begin - 1].endswith(_ADJECTIVAL))
        ):
            self.position = begin + 1
            if self._adjective():
                return True
        elif self._is_pair(begin):
            self.position = begin + 2
            return True
        self.position = begin
        return False

    def _is_pair(self, at: int) -> bool:
        """Tell whether "et" joins two plurals of one name ("des Arts et Métiers")."""
        texts = self.words.texts
        return (
            texts[at] == "et"
            and texts[at - 2] in ("des", "aux", "les")
            and self.words.is_name(at - 1)
            and self.words.is_name(at + 1)
            and texts[at - 1].endswith(("s", "x"))
            and texts[at + 1].endswith(("s", "x", "es"))
            and self.words.at(at + 1).given is None
        )

    def _is_list(self, at: int) -> bool:
        """Tell whether what begins at a token goes on with "et de …" before long."""
        texts = self.words.texts
        for i in range(at, min(at + 8, len(texts) - 1)):
            if texts[i] == "et":
                return texts[i + 1] in _OF
            if texts[i] in ".;:()":
                return False
        return False
