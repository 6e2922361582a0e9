"""What a clause speaks of: the catalogue's word lists made searchable, and whether a feature is wanted or not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, cached_property, lru_cache

from chatbot.domain.brief import Topic
from chatbot.language_model.catalogue.entries import Catalogue, Text
from chatbot.language_model.catalogue.loader import builtin_catalogue
from chatbot.language_model.catalogue.taking_out import Order, Orders
from chatbot.language_model.catalogue.text import Clause, Hit, WordIndex, fold

# How far a negation reaches, in characters, up to the thing that it denies.
_REACH, _REACH_OF_PHRASE, _REACH_CHINESE = 14, 26, 8
_SHORT_ASIDE = 32


class Stance(StrEnum):
    """How the client stands to a feature."""

    WANTED = "wanted"
    SOFT = "soft"
    LATER = "later"
    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True)
class Mention:
    """A feature of the catalogue in a clause, and how the client stands to it."""

    feature: str
    stance: Stance
    clause: Clause


class Reader:
    """The catalogue's words, searchable. One instance serves every conversation."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.orders = Orders(catalogue)
        # The clauses of one sentence ask the same of it, one after the other.
        self._in_sentence = lru_cache(maxsize=8)(self.hits)

    @cached_property
    def labels(self) -> dict[str, str]:
        """Every label of a feature in every language, and whose it is."""
        entries = self.catalogue.features.values()
        return {label: entry.id for entry in entries for label in entry.label.all()}

    @cached_property
    def tellings(self) -> dict[tuple[Topic, str], Text]:
        """How the answers to tap are told, by topic and folded answer."""
        entries = self.catalogue.tellings.values()
        return {(entry.topic, fold(tap)): entry.text for entry in entries for tap in entry.taps.values()}

    def told(self, topic: Topic, value: str, language: str) -> str:
        """A value as a reader of that language is told it: one of our own answers to tap from the shop's side."""
        text = self.tellings.get((topic, fold(value)))
        return text.said(language) if text else value

    @cached_property
    def features(self) -> WordIndex:
        """Finds features."""
        return WordIndex({name: entry.words for name, entry in self.catalogue.features.items()})

    @cached_property
    def kinds(self) -> WordIndex:
        """Finds kinds of project."""
        return WordIndex({name: entry.words for name, entry in self.catalogue.kinds.items()})

    @cached_property
    def themes(self) -> WordIndex:
        """Finds themes."""
        return WordIndex({name: entry.words for name, entry in self.catalogue.themes.items()})

    @cached_property
    def subjects(self) -> WordIndex:
        """Finds trades."""
        return WordIndex({name: entry.words for name, entry in self.catalogue.subjects.items()})

    @cached_property
    def audiences(self) -> WordIndex:
        """Finds the people whom a project is for."""
        return WordIndex({name: entry.words for name, entry in self.catalogue.audiences.items()})

    @cached_property
    def details(self) -> WordIndex:
        """Finds what clients say beside features."""
        return WordIndex({name: entry.words for name, entry in self.catalogue.details.items()})

    @cached_property
    def faq(self) -> WordIndex:
        """Finds what clients ask the shop."""
        return WordIndex({name: entry.words for name, entry in self.catalogue.faq.items()})

    @cached_property
    def declined(self) -> WordIndex:
        """Finds what the shop declines."""
        return WordIndex({name: entry.words for name, entry in self.catalogue.declined.items()})

    @cached_property
    def _signals(self) -> dict[str, WordIndex]:
        return {name: WordIndex({name: words}) for name, words in self.catalogue.signals.items()}

    @cached_property
    def _negations(self) -> tuple[WordIndex, ...]:
        """Before and after, apart: 先不要 may stand for both."""
        signals = self.catalogue.signals
        return tuple(
            WordIndex({name: signals[name] for name in (sign, "not_a_negation")})
            for sign in ("negate_before", "negate_after")
        )

    def _signs(self, clause: Clause) -> list[Hit]:
        return [hit for index in self._negations for hit in index.find(clause.folded, clause.languages)]

    def has(self, signal: str, clause: Clause, whole_sentence: bool = False) -> bool:
        """Whether a clause (or its sentence) carries a signal."""
        return bool(self.signal(signal, clause, whole_sentence))

    def signal(self, signal: str, clause: Clause, whole_sentence: bool = False) -> list[Hit]:
        """Where a clause (or its sentence) carries a signal."""
        if whole_sentence:
            return self._in_sentence(signal, clause.sentence, clause.languages)
        return self.hits(signal, clause.folded, clause.languages)

    def hits(self, signal: str, folded: str, languages: tuple[str, ...]) -> list[Hit]:
        """Where a folded text carries a signal."""
        return self._signals[signal].find(folded, languages)

    def mentions(self, clauses: tuple[Clause, ...]) -> list[Mention]:
        """The features that clauses speak of, in order, with the client's stance to each."""
        found: list[Mention] = []
        last: list[Mention] = []
        for clause in clauses:
            if self.has("nowadays", clause):
                continue  # what is done today is no wish
            order = self.order(clause, found)
            here = self._in_clause(clause, order)
            stance = None if here else self._of_last(clause, order, last)
            if stance:
                del found[len(found) - len(last) :]
                here = [replace(mention, stance=stance) for mention in last]
            last = here or last
            found += here
        return found

    def order(self, clause: Clause, before: Iterable[Mention] = ()) -> Order | None:
        """The order of a clause to take something out, given what the clauses before it speak of."""
        listed = any(
            mention.clause.message_id == clause.message_id
            and mention.stance is not Stance.LEFT_OUT
            and not (self.orders.adds(mention.clause) or self.has("changes_mind", mention.clause))
            for mention in before
        )
        return self.orders.read(clause, self._features_in(clause), listed)

    def _in_clause(self, clause: Clause, order: Order | None) -> list[Mention]:
        out = order.features if order else ()
        hits = self._features_in(clause)
        named = {hit.key for hit in hits}
        here = [Mention(name, Stance.LEFT_OUT, clause) for name in out if name not in named]
        return here + [
            Mention(hit.key, Stance.LEFT_OUT if hit.key in out else stance, clause)
            for hit, stance in zip(hits, self.stances(clause, hits), strict=True)
        ]

    def _of_last(self, clause: Clause, order: Order | None, last: list[Mention]) -> Stance | None:
        """What a clause without a feature says of those before it: "delete it", "not for now"."""
        if not last or any(mention.stance is Stance.LEFT_OUT for mention in last):
            return None
        if order and order.it and last[0].clause.message_id == clause.message_id:
            return Stance.LEFT_OUT
        return self._aside(clause) if last[0].clause.sentence == clause.sentence else None

    def _features_in(self, clause: Clause) -> list[Hit]:
        """Where features are named; "document" in "requirements document" names none, nor a French cat a chat."""
        hits = self.features.find(clause.folded, clause.languages, clause.sentence)
        found = self.details.find(clause.folded, clause.languages, clause.sentence) if hits else []
        specs = [hit for hit in found if hit.key == "spec_unseen"]
        other = self._signals["means_else"].find(clause.folded, clause.languages, clause.sentence) if hits else []
        around = [*specs, *other]
        return [hit for hit in hits if not any(at.start <= hit.start and hit.end <= at.end for at in around)]

    def stances(self, clause: Clause, hits: list[Hit]) -> list[Stance]:
        """How the client stands to what each hit of a clause names."""
        otherwise = Stance.WANTED
        if self.has("later", clause):
            otherwise = Stance.LATER
        elif self.has("soft", clause) or clause.question:
            otherwise = Stance.SOFT
        return [Stance.LEFT_OUT if denied else otherwise for denied in self.denied(clause, hits)]

    def denied(self, clause: Clause, hits: list[Hit]) -> list[bool]:
        """For each hit whether a negation before or after reaches it ("no delivery", "担保先不要了")."""
        signs = [sign for sign in self._signs(clause) if self._counts(clause, sign)] if hits else []
        turns = [turn.start for turn in self.signal("turn", clause)] if signs else []
        last = max((hit.start for hit in hits), default=0)
        enough = [hit for hit in self.signal("enough_after", clause) if self._closes(clause, hit)] if signs else []
        return [
            any(_denies_after(clause, sign, hit, turns) or _denies_before(sign, hit, last) for sign in signs)
            and not any(0 <= word.start - hit.end <= 1 for word in enough)
            for hit in hits
        ]

    def _counts(self, clause: Clause, sign: Hit) -> bool:
        """Whether a negation denies a feature: not in "do not delete the chat", nor in "聊天里不要有广告"."""
        if self.orders.keeps(clause, sign):
            return False
        return sign.key != "negate_after" or self._closes(clause, sign)

    def _closes(self, clause: Clause, hit: Hit) -> bool:
        """Whether a Chinese word behind a feature ends what is said of it; others may go on."""
        return clause.folded[hit.start].isascii() or self.orders.is_over(clause, hit.end)

    def _aside(self, clause: Clause) -> Stance | None:
        """The stance of a short clause without a feature of its own: "delivery, not for now"."""
        if len(clause.folded) > _SHORT_ASIDE:
            return None
        signs = self._signs(clause)
        if any(sign.key == "negate_after" and sign.start == 0 for sign in signs):
            return Stance.LEFT_OUT
        for signal, stance in (("later", Stance.LATER), ("soft", Stance.SOFT)):
            if any(hit.start == 0 for hit in self.signal(signal, clause)):
                return stance
        return None


def _denies_after(clause: Clause, sign: Hit, hit: Hit, turns: list[int]) -> bool:
    """A sign before the hit, near enough and with no "but" between."""
    near = sign.key == "negate_before" and 0 <= hit.start - sign.end <= _reach(clause, sign)
    return near and not any(sign.end <= turn < hit.start for turn in turns)


def _denies_before(sign: Hit, hit: Hit, last_start: int) -> bool:
    """A sign after the hit, unless it speaks of a hit that follows it."""
    near = sign.key == "negate_after" and 0 <= sign.start - hit.end <= _REACH
    return near and last_start < sign.end


def _reach(clause: Clause, sign: Hit) -> int:
    word = clause.folded[sign.start : sign.end]
    if not word.isascii():
        return _REACH_CHINESE
    return _REACH_OF_PHRASE if " " in word else _REACH


@cache
def builtin_reader() -> Reader:
    """The reader of the built-in catalogue."""
    return Reader(builtin_catalogue())
