"""The noun phrase of a role: from its first adjective to its last complement."""

from __future__ import annotations

from articleparse.document import Document, Span, Tokens
from articleparse.extract.roles.mentions import RoleMention
from articleparse.lexicon.clauses import is_adverb, may_be_finite
from articleparse.lexicon.files import words as word_list
from articleparse.lexicon.organisations import is_institutional_adjective, known_forms
from articleparse.lexicon.people import (
    RoleNoun,
    given_name,
    honorifics,
    role_nouns,
    role_nouns_by_first_word,
)
from articleparse.lexicon.speech import speech_forms
from articleparse.lexicon.spelling import plain

_ADJECTIVAL = (
    *("ique", "iques", "al", "ale", "aux", "ales", "el", "elle", "els", "elles", "ien", "ienne"),
    *("iens", "iennes", "if", "ive", "aire", "aires", "iste", "istes", "ois", "oise", "ais"),
    *("aise", "ains", "aine", "ant", "ante", "ent", "ente", "ée", "és", "ées", "é", "eur", "euse"),
)
_INFINITIVE = ("er", "ir", "re", "oir")
_ASIDE = 20  # tokens between parentheses inside a role
_AFTER_BARE_NOUN = frozenset(",.)")
_LONGEST = 40  # tokens; a longer phrase stops there
_QUOTED = 16  # tokens between quotation marks inside a role


def phrase_at(document: Document, index: int) -> tuple[RoleMention, int] | None:
    """Return the role phrase that begins at a token and the index behind it."""
    tokens = document.tokens
    head = _modified_head(document, index)
    if head is None:
        return None
    begin, behind, noun, facts = head
    walk = _Walk(document, behind)
    walk.run()
    mention = RoleMention(
        tokens.starts[begin],
        tokens.ends[walk.position - 1],
        "role-phrase",
        noun=noun,
        gender=facts.gender,
        is_plural=facts.is_plural,
        nested=tuple(walk.nested),
        things=tuple(walk.things),
    )
    return mention, walk.position


def _modified_head(document: Document, index: int) -> tuple[int, int, str, RoleNoun] | None:
    """Return first token, token behind the head, head and its facts, if a role begins here."""
    texts = document.tokens.texts
    at = index
    while at < min(index + 3, len(texts) - 1) and (
        texts[at].lower() in word_list("role_modifiers.txt") and _is_joined(document, at)
    ):
        if head := _noun_at(document, at):
            return index, *head
        at += 1
        if texts[at] == "-" and at + 1 < len(texts):
            at += 1
    head = _noun_at(document, at)
    if head is None or (at == index and _is_adjective(document, index)):
        return None
    return index, *head


def _is_adjective(document: Document, index: int) -> bool:
    """Tell whether what may be a noun of roles is an adjective here ("un débat parlementaire")."""
    texts = document.tokens.texts
    if index == 0 or not is_institutional_adjective(texts[index]):
        return False
    before = texts[index - 1]
    return (
        _is_joined(document, index - 1)
        and before.islower()
        and before.isalpha()
        and len(before) > 3
        and before not in word_list("function_words.txt")
        and before not in role_nouns()
    )


def _noun_at(document: Document, index: int) -> tuple[int, str, RoleNoun] | None:
    """Return the longest role noun at a token: index behind it, the noun, its facts."""
    texts = document.tokens.texts
    first = texts[index].lower()
    for words in role_nouns_by_first_word().get(first, ()):
        end = index + len(words)
        if tuple(t.lower() for t in texts[index:end]) == words:
            noun = " ".join(words).replace("' ", "'")
            return end, noun, role_nouns()[noun]
    for prefix in ("", "ex-", "vice-", "co-"):
        if first.startswith(prefix) and (facts := role_nouns().get(first[len(prefix) :])):
            return index + 1, first, facts
    if "-" in first and (facts := role_nouns().get(first.partition("-")[0])):
        return index + 1, first, facts
    # A title in capitals ("PDG", "DRH"): the lexicon has it so.
    if facts := role_nouns().get(texts[index]):
        return index + 1, texts[index], facts
    return None


def _is_joined(document: Document, index: int) -> bool:
    """Tell whether only a blank parts a token from the next."""
    tokens = document.tokens
    if index + 1 >= len(tokens.texts):
        return False
    end, start = tokens.ends[index], tokens.starts[index + 1]
    return start == end or (start == end + 1 and document.folded[end] == " ")


def _is_prenominal(document: Document, index: int) -> bool:
    """Tell whether an adjective stands here before its noun ("la grande distribution")."""
    texts = document.tokens.texts
    return (
        texts[index] in word_list("prenominal_adjectives.txt")
        and index + 1 < len(texts)
        and _is_joined(document, index)
        and texts[index + 1][0].isalpha()
        and texts[index + 1].islower()
        and texts[index + 1] not in word_list("phrase_breakers.txt")
        and texts[index + 1] not in word_list("role_prepositions.txt")
    )


class _Walk:
    """Steps over what belongs to the head of a role."""

    def __init__(self, document: Document, position: int) -> None:
        self.document = document
        self.tokens: Tokens = document.tokens
        self.begin = self.position = position
        self.nested: list[int] = []
        self.things: list[Span] = []

    def run(self) -> None:
        limit = min(len(self.tokens.texts), self.begin + _LONGEST)
        while self.position < limit and _is_joined(self.document, self.position - 1):
            if not (
                self._complement()
                or self._adjective()
                or self._thing()
                or self._label()
                or self._quoted()
                or self._aside()
                or self._coordinated()
                or self._bare_noun()
            ):
                break

    def _adjective(self) -> bool:
        text = self.tokens.texts[self.position]
        if not text.islower() or text in word_list("function_words.txt"):
            return False
        if is_institutional_adjective(text) or text in role_nouns() or text.endswith(_ADJECTIVAL):
            self.position += 1
            return True
        return False

    def _label(self) -> bool:
        """A party or another body straight behind the noun: "député LR", "délégué CGT"."""
        texts = self.tokens.texts
        text = texts[self.position]
        if text.isupper() and len(text) > 1 and text.isalpha():
            self.position += 1
            return True
        end = self._known_end(self.position)
        if end is None:
            return False
        self.position = end
        return True

    def _known_end(self, at: int) -> int | None:
        """Return where a known organisation ends that begins at a token."""
        texts = self.tokens.texts
        for form in known_forms().get(plain(texts[at]), ()):
            end = at + len(form.tokens)
            if tuple(texts[at:end]) == form.tokens and (
                not form.known.is_ambiguous or form.known.kind == "party" or len(form.tokens) > 1
            ):
                if form.has_lost_article and texts[at - 1] not in word_list("role_determiners.txt"):
                    continue
                return end
        return None

    def _bare_noun(self) -> bool:
        """A noun straight behind another ("chef de projet économie numérique")."""
        texts, at = self.tokens.texts, self.position
        text = texts[at]
        if len(text) < 4 or not text.isalpha() or not text.islower() or at + 1 >= len(texts):
            return False
        if text in word_list("phrase_breakers.txt") or text in word_list("function_words.txt"):
            return False
        if is_adverb(text) or may_be_finite(text) or text in speech_forms():
            return False
        follows = texts[at + 1]
        if not (is_institutional_adjective(follows) or follows in _AFTER_BARE_NOUN):
            return False
        self.position = at + 1
        return True

    def _complement(self) -> bool:
        if self.tokens.texts[self.position] not in word_list("role_prepositions.txt"):
            return False
        return self._noun_phrase(self.position + 1)

    def _noun_phrase(self, at: int) -> bool:
        texts = self.tokens.texts
        while (
            at < len(texts)
            and _is_joined(self.document, at - 1)
            and texts[at] in word_list("role_determiners.txt") | {"de"}
        ):
            at += 1
        if at >= len(texts) or not _is_joined(self.document, at - 1):
            return False
        text = texts[at]
        if text[0].isupper():
            self.position = self._known_end(at) or at
            is_known = self.position > at
            if is_known and not _is_joined(self.document, self.position - 1):
                return True
            return self._names(is_known) or is_known
        if text == '"':
            self.position = at
            return self._quoted()
        if not text[0].isalnum() or text in word_list("phrase_breakers.txt"):
            return False
        if _is_prenominal(self.document, at):
            at += 1
            text = texts[at]
        if text in role_nouns():
            self.nested.append(self.tokens.starts[at])
        self.position = at + 1
        if text.endswith(_INFINITIVE) and self.position < len(texts):
            self._object()
        return True

    def _object(self) -> None:
        """What the infinitive governs: "chargé de dénouer la crise"."""
        texts = self.tokens.texts
        if texts[self.position] in word_list("role_determiners.txt"):
            before = self.position
            if not self._noun_phrase(self.position + 1):
                self.position = before

    def _names(self, is_behind_name: bool = False) -> bool:
        begin = self.position - is_behind_name
        texts = self.tokens.texts
        while self.position < len(texts) and (
            self.position == begin or _is_joined(self.document, self.position - 1)
        ):
            text = texts[self.position]
            if not text[0].isupper() or text in honorifics() or self._is_person(begin):
                break
            self.position += 1
        return self.position > begin + is_behind_name

    def _is_person(self, begin: int) -> bool:
        """Tell whether a person's full name begins here, behind the names of the role."""
        texts, at = self.tokens.texts, self.position
        return (
            at > begin
            and at + 1 < len(texts)
            and given_name(texts[at]) is not None
            and texts[at + 1][0].isupper()
            and _is_joined(self.document, at)
        )

    def _quoted(self) -> bool:
        texts = self.tokens.texts
        if texts[self.position] != '"':
            return False
        for end in range(self.position + 1, min(self.position + _QUOTED, len(texts))):
            if texts[end] == '"':
                self.position = end + 1
                return True
        return False

    def _aside(self) -> bool:
        """Words in parentheses, where the role goes on: "maire (PS) de Lens", "école (EAC) Nord"."""
        texts, at = self.tokens.texts, self.position
        if texts[at] != "(":
            return False
        for end in range(at + 1, min(at + _ASIDE, len(texts) - 1)):
            if texts[end] != ")":
                continue
            behind = texts[end + 1]
            if behind in word_list("role_prepositions.txt") or (
                end == at + 2 and texts[at + 1].isupper() and behind[0].isupper()
            ):
                self.position = end + 1
                self._names_behind()
                return True
            return False
        return False

    def _names_behind(self) -> None:
        """Take the names in that follow a parenthesis, but none of a person."""
        if self.tokens.texts[self.position][0].isupper() and _is_joined(
            self.document, self.position - 1
        ):
            before = self.position
            if given_name(self.tokens.texts[before]) is None:
                self._names()

    def _thing(self) -> bool:
        """The name of a prize, a label or a programme: "du prix Ambre", "du label Villes et Vents"."""
        texts, at = self.tokens.texts, self.position
        if not self._is_behind_thing() or not texts[at][0].isupper():
            return False
        end = self._capitals(at)
        last = end
        while last + 1 < len(texts) and texts[last] in (",", "et") and texts[last + 1][0].isupper():
            is_last = texts[last] == "et"
            last = self._capitals(last + 1)
            if is_last:
                end = last
                break
        self.things.append(Span(self.tokens.starts[at], self.tokens.ends[end - 1]))
        self.position = end
        return True

    def _capitals(self, at: int) -> int:
        texts, limit = self.tokens.texts, self.begin + _LONGEST
        at += 1
        while at < min(limit, len(texts)) and texts[at][0].isupper():
            if not _is_joined(self.document, at - 1):
                break
            at += 1
        return at

    def _is_behind_thing(self) -> bool:
        """Tell whether a noun of things stands before, at most an adjective between."""
        texts, at = self.tokens.texts, self.position - 1
        if at > self.begin and is_institutional_adjective(texts[at]):
            at -= 1
        return at >= self.begin and texts[at] in word_list("thing_heads.txt")

    def _coordinated(self) -> bool:
        """A further complement behind "et": "de l'Économie et des Finances"."""
        texts, begin = self.tokens.texts, self.position
        if texts[begin] not in ("et", ",") or begin + 1 >= len(texts):
            return False
        following = texts[begin + 1]
        if following in ("de", "du", "des", "d'") and (
            texts[begin] == "et" or self._is_list(begin + 2)
        ):
            self.position = begin + 1
            if self._complement():
                return True
        elif texts[begin] == "et" and is_institutional_adjective(following):
            self.position = begin + 2
            return True
        self.position = begin
        return False

    def _is_list(self, at: int) -> bool:
        """Tell whether what begins at a token goes on with "et de …" before long."""
        texts = self.tokens.texts
        for i in range(at, min(at + 8, len(texts) - 1)):
            if texts[i] == "et":
                return texts[i + 1] in ("de", "du", "des", "d'")
            if not (texts[i][0].isalpha()):
                return False
        return False
