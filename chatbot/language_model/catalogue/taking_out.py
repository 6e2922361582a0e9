"""Orders to take a feature out again ("remove the loyalty points", "quita el chat", "把聊天删掉"), told from the same
verbs in what a feature does ("users can delete their account", "remove items from the cart", "取消订单")."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from chatbot.language_model.catalogue.entries import Catalogue, Words
from chatbot.language_model.catalogue.text import Clause, Hit, contains, fold

_LEAST_OF_LABEL = 2


@dataclass(frozen=True, slots=True)
class Order:
    """What a clause takes out: features of the catalogue; `named` is the object as folded; `it` where that is a
    pronoun, which means what was named before; `surely` where a "the" or a "please" leaves no doubt."""

    features: tuple[str, ...] = ()
    named: str = ""
    it: bool = False
    surely: bool = False


class Orders:
    """Reads orders in clauses. An order opens its clause and names nothing between its verb and the feature."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._words = catalogue.revisions
        self._features = catalogue.features.values()

    def read(self, clause: Clause, hits: list[Hit], listed: bool) -> Order | None:
        """The order in a clause with these features; None where there is none. Among wishes (`listed`) a bare
        "cancel bookings" is one more of them."""
        begin = self._past("lead", clause, 0)
        if self._tells_of_people(clause):
            return None
        return self._it(clause, begin) or self._before(clause, hits, begin, listed) or self._behind(clause, hits, begin)

    def opens(self, clause: Clause) -> bool:
        """Whether a clause orders something to be taken out, known or not."""
        begin = self._past("lead", clause, 0)
        verb = self._verb(clause, begin) or self._it(clause, begin) or self._behind(clause, [], begin)
        whole = self._longest(self._words["whole"], clause, begin)
        return bool(verb or whole) and not self._tells_of_people(clause)

    def keeps(self, clause: Clause, negation: Hit) -> bool:
        """Whether a negation forbids to take out: "do not delete", "ne supprimez pas", "不要把聊天删掉"."""
        after = _past_space(clause, negation.end)
        if self._verb(clause, after):
            return True
        taken = self._longest(self._words["take"], clause, after)
        if taken and any(verb in clause.folded[taken:] for verb in self._words["remove"]["zh"]):
            return True
        before = f" {clause.folded[: negation.start].rstrip()}"
        return any(before.endswith(f" {verb}") for verb in self._words["remove"]["fr"])

    def adds(self, clause: Clause) -> bool:
        """Whether a clause orders something to be added."""
        begin = self._past("lead", clause, 0)
        return self._longest(self._words["add"], clause, begin) > begin

    def is_over(self, clause: Clause, at: int) -> bool:
        """Whether the name of a thing is over here."""
        place = _past_space(clause, at)
        lists = (self._words["tail"], self._words["joint"])
        return place >= len(clause.folded) or any(self._longest(words, clause, place) for words in lists)

    def _it(self, clause: Clause, begin: int) -> Order | None:
        """ "Delete it", "quítalo", "删掉吧"; "supprimez le chat" goes on and is none."""
        whole = self._longest(self._words["whole"], clause, begin)
        if whole and self._ends(clause, whole):
            return Order(it=True)
        verb = self._longest(self._words["remove"], clause, begin, whole=False)
        if not verb:
            return None
        pronoun = self._longest(self._words["it"], clause, _past_space(clause, verb))
        return Order(it=True) if pronoun and self._ends(clause, pronoun) else None

    def _before(self, clause: Clause, hits: list[Hit], begin: int, listed: bool) -> Order | None:
        """The verb before what it takes out; in "take the chat out" around it."""
        verb = self._verb(clause, begin)
        around = 0 if verb else self._longest(self._words["apart"], clause, begin)
        opened = verb or around
        if not opened or any(hit.start < opened and hit.end > begin for hit in hits):
            return None  # "delete account" is itself a feature
        start = self._past("the", clause, opened)
        surely = start > _past_space(clause, opened) or self._to_the_shop(clause, begin)
        names, end = self._names(clause, hits, start)
        if around:
            end = self._longest(self._words["out"], clause, _past_space(clause, end))
            if not end:
                return None
        if (listed and not surely) or not (surely or not names or self.is_over(clause, end)):
            return None
        return self._order(clause, names, start, surely)

    def _order(self, clause: Clause, names: tuple[str, ...], at: int, surely: bool) -> Order | None:
        named = self._object(clause, at)
        names = names or self._by_label(named)
        return Order(names, named, surely=surely) if names or named else None

    def _behind(self, clause: Clause, hits: list[Hit], begin: int) -> Order | None:
        """The verb behind, as in Chinese: 把聊天删掉, 微信支付取消."""
        taken = self._longest(self._words["take"], clause, begin)
        at = self._past("the", clause, taken or begin)
        names, end = self._names(clause, hits, at)
        start = self._past("adverb", clause, end)
        verb = self._longest({"zh": self._words["remove"]["zh"]}, clause, start)
        covered = any(hit.start < verb and hit.end > start for hit in hits)
        if names and verb and not covered and self._ends(clause, verb):
            return Order(names)
        if taken and (
            found := re.match(rf"(.{{2,30}}?)(?:{'|'.join(self._words['remove']['zh'])})", clause.folded[at:])
        ):
            return Order((), found[1], surely=True)
        return None

    def _names(self, clause: Clause, hits: list[Hit], at: int) -> tuple[tuple[str, ...], int]:
        """The features named from here on, joined by "and"; and where the last of them ends."""
        names: list[str] = []
        end = at
        while here := [hit for hit in (*hits, *self._labels(clause, at)) if hit.start == at]:
            longest = max(here, key=lambda hit: hit.end)
            names.append(longest.key)
            end = _past_word(clause.folded, longest.end)
            joint = self._past("joint", clause, end)
            at = self._past("the", clause, joint) if joint > _past_space(clause, end) else -1
        return tuple(dict.fromkeys(names)), end

    def _labels(self, clause: Clause, at: int) -> Iterable[Hit]:
        for label, key in self._folded_labels.items():
            if clause.folded.startswith(label, at):
                yield Hit(key, at, at + len(label))

    def _by_label(self, named: str) -> tuple[str, ...]:
        """The feature whose label holds every word of a name: "course packages" of "Course cards and packages"."""
        wanted = set(named.split())
        if len(wanted) < _LEAST_OF_LABEL:
            return ()
        holding = [(len(label), key) for label, key in self._folded_labels.items() if wanted <= set(label.split())]
        return (min(holding)[1],) if holding else ()

    def _object(self, clause: Clause, at: int) -> str:
        """What the verb takes out, up to where something else begins."""
        words = re.finditer(r"\S+", clause.folded[at:])
        ends = [at + word.start() for word in words if self.is_over(clause, at + word.start())]
        return clause.folded[at : min(ends, default=len(clause.folded))].strip(" .,!")

    def _verb(self, clause: Clause, at: int) -> int:
        end = self._longest(self._words["remove"], clause, at)
        return 0 if clause.folded[end : end + 1] == "-" else end  # a cut-off

    def _tells_of_people(self, clause: Clause) -> bool:
        """Whether the sentence says up to here who does so ("users can …"), unless the shop is spoken to."""
        begin = self._past("lead", clause, 0)
        before = clause.sentence[: max(clause.sentence.find(clause.folded), 0)] + clause.folded[:begin]
        return not self._to_the_shop(clause, begin) and self._holds("people", before, clause)

    def _to_the_shop(self, clause: Clause, begin: int) -> bool:
        """Whether what opens the clause asks the shop, or corrects what was said: "please", "actually"."""
        return self._holds("please", clause.folded[:begin], clause)

    def _holds(self, name: str, text: str, clause: Clause) -> bool:
        words = self._words[name]
        return any(contains(text, word) for language in clause.languages for word in words.get(language, ()))

    def _ends(self, clause: Clause, at: int) -> bool:
        return self._past("tail", clause, at) >= len(clause.folded.rstrip(" .!"))

    def _past(self, name: str, clause: Clause, at: int) -> int:
        """Behind all words of a list that stand here one after the other."""
        place = _past_space(clause, at)
        while end := self._longest(self._words[name], clause, place):
            place = _past_space(clause, end)
        return place

    def _longest(self, words: Words, clause: Clause, at: int, whole: bool = True) -> int:
        """Where the longest of these words that stands here ends; 0 for none."""
        ends = (
            at + len(word)
            for language in clause.languages
            for word in words.get(language, ())
            if clause.folded.startswith(word, at)
            and (not whole or _past_word(clause.folded, at + len(word)) == at + len(word))
        )
        return max(ends, default=0)

    @cached_property
    def _folded_labels(self) -> dict[str, str]:
        return {fold(label): entry.id for entry in self._features for label in entry.label.all()}


def _past_word(folded: str, at: int) -> int:
    """Where the word ends that has begun before; a Chinese character is a word of its own."""
    if at and not (folded[at - 1].isascii() and folded[at - 1].isalnum()):
        return at
    while at < len(folded) and folded[at].isascii() and folded[at].isalnum():
        at += 1
    return at


def _past_space(clause: Clause, at: int) -> int:
    while at < len(clause.folded) and clause.folded[at] in " -":
        at += 1
    return at
