"""The founder's plain words as commands: "drop the admin panel, add WeChat Pay and make chat optional"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from chatbot.domain.mind_map import Priority
from chatbot.language_model.catalogue.entries import Catalogue
from chatbot.language_model.catalogue.text import fold

MAX_WORDS, MAX_COMMANDS = 4000, 60
NOTE_LISTS = {
    "risk": "risks",
    "assumption": "assumptions",
    "exclusion": "exclusions",
    "open_question": "open_questions",
}
_NUMBER = r"\d{1,3}(?:[.,]\d{1,2})?"
_TO = r"\s*(?:-|–|—|/|to|bis|a|à|~|至|到)\s*"


class Action(StrEnum):
    """What a command does."""

    REMOVE = "remove"
    ADD = "add"
    RENAME = "rename"
    PRIORITY = "priority"
    EFFORT = "effort"
    ADD_NOTE = "add_note"
    REMOVE_NOTE = "remove_note"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Command:
    """One command: `target` in the founder's words, and what the action needs besides. `said` is the clause that
    it was read from, as written; a clause that is no command has the action NOTHING."""

    action: Action
    target: str
    to: str = ""
    days: tuple[float, ...] = ()
    priority: Priority = Priority.MUST
    said: str = ""


class Grammar:
    """Reads commands in the catalogue's four languages at once; a founder may mix them."""

    def __init__(self, catalogue: Catalogue) -> None:
        listed = catalogue.revisions
        remove = {language: (*words, *listed["without"][language]) for language, words in listed["remove"].items()}
        self._words = {**listed, "remove": remove}

    def commands(self, words: str) -> tuple[Command, ...]:
        """One command for each clause, in order."""
        found: list[Command] = []
        for line in re.split(r"[\n;；。]+|[.!](?=\s|$)", words[:MAX_WORDS]):
            found += self._of_line(line.strip())
        return tuple(found[:MAX_COMMANDS])

    def _of_line(self, line: str) -> Iterator[Command]:
        last: Command | None = None
        for part in self._parts(line):
            command = None if self._is_about_the_price(part) else self._command(part) or self._one_more(part, last)
            last = command or last
            yield replace(command or Command(Action.NOTHING, part), said=part)

    def _one_more(self, part: str, last: Command | None) -> Command | None:
        """A clause without a verb goes on with what was dropped or added before it."""
        goes_on = last is not None and last.action in (Action.REMOVE, Action.ADD)
        return replace(last, target=part) if last is not None and goes_on else None

    def _is_about_the_price(self, part: str) -> bool:
        """The price is no feature: it comes from the effort, and has its own button."""
        return re.match(rf"(?:(?:{self._any('filler')})\s*){{0,3}}(?:{self._any('price')})", aligned(part)) is not None

    def _parts(self, line: str) -> list[str]:
        """The line cut at commas, and at "and" where a command or a further name follows it; a note stays whole."""
        parts: list[str] = []
        for piece in re.split(r"\s*[,，、](?!\d)\s*", line):
            after_note = parts and self._note(parts[-1]) and not self._command(piece)
            if after_note:
                parts[-1] += f", {piece}"
            elif self._note(piece):
                parts.append(piece)
            else:
                parts += self._at_conjunctions(piece)
        return [part for part in parts if part]

    def _at_conjunctions(self, piece: str) -> list[str]:
        parts = [piece]
        while match := self._conjunction.search(aligned(parts[-1])):
            rest = parts[-1][match.end() :].strip()
            if self._command(rest) is None:
                break
            parts[-1:] = [parts[-1][: match.start()].strip(), rest]
        return parts

    def _command(self, part: str) -> Command | None:
        part = part.strip(" :：")
        return (
            self._note(part)
            or self._rename(part, plainly=True)
            or self._effort(part)
            or self._priority(part)
            or self._rename(part, plainly=False)
            or self._plain(part, Action.REMOVE)
            or self._plain(part, Action.ADD)
        )

    def _note(self, part: str) -> Command | None:
        folded = aligned(part)
        for opener, action in (("remove", Action.REMOVE_NOTE), ("add", Action.ADD_NOTE)):
            for name, listed in NOTE_LISTS.items():
                pattern = rf"(?:{self._any(opener)})\s*(?:{self._any('filler')})?\s*(?:{self._any(name)})s?\W+"
                if match := re.match(pattern, folded):
                    return Command(action, part[match.end() :].strip(), to=listed)
                if match := re.match(rf"(?:{self._any(name)})s?\s*[:：]\s*", folded):
                    return Command(Action.ADD_NOTE, part[match.end() :].strip(), to=listed)
        return self._chinese_note(part)

    def _chinese_note(self, part: str) -> Command | None:
        """加风险…, where no space parts the words."""
        for name, listed in NOTE_LISTS.items():
            adds, notes = "|".join(self._words["add"]["zh"]), "|".join(self._words[name]["zh"])
            if match := re.match(rf"(?:{adds})(?:一个|一条)?(?:{notes})[:：]?", part):
                return Command(Action.ADD_NOTE, part[match.end() :].strip(), to=listed)
        return None

    def _rename(self, part: str, plainly: bool) -> Command | None:
        """ "rename X to Y"; in Chinese also 把 X 改成 Y, once it is clear that Y is no priority and no effort."""
        folded = aligned(part)
        plain = "改名为|改名叫|重命名为|重命名成|改叫|叫做"
        if plainly:
            match = re.match(rf"(?:把|将)?(?P<x>.{{1,90}}?)(?:{plain})", folded)
            match = match or re.match(
                rf"(?:{self._any('rename')})\s+(?P<x>.{{1,90}}?)\s+(?:{self._any('rename_to')})\s+", folded
            )
        else:
            match = re.match(r"(?:把|将)?(?P<x>.{1,90}?)(?:改成|改为)", folded)
        if not match:
            return None
        target, to = part[match.start("x") : match.end("x")], part[match.end() :]
        return Command(Action.RENAME, target.strip(), to=to.strip(" \"'“”«»「」:：")) if to.strip() else None

    def _effort(self, part: str) -> Command | None:
        folded = aligned(part)
        match = self._days.search(folded)
        if not match or not (match["unit"] or match["c"]):
            return None
        numbers = tuple(float(match[name].replace(",", ".")) for name in "abc" if match[name])
        before = self._takes_at_end.sub("", folded[: match.start()])
        opener = re.match(rf"(?:{self._any('make')})\s*", before)
        start = opener.end() if opener else 0
        target = part[start : len(before)].strip(" :：(（=")
        added = self._plain(target, Action.ADD)
        if added:
            return replace(added, days=numbers)
        return Command(Action.EFFORT, target, days=numbers) if target else None

    def _priority(self, part: str) -> Command | None:
        folded = aligned(part)
        for priority in (Priority.MUST, Priority.SHOULD, Priority.COULD):
            match = re.search(rf"(?:{self._any(priority.value)})\s*$", folded)
            if match and match.start() > 0:
                target = self._link.sub("", folded[: match.start()])
                opener = re.match(rf"(?:{self._any('make')})\s*", target)
                start = opener.end() if opener else 0
                if start < len(target):
                    return Command(Action.PRIORITY, part[start : len(target)].strip(), priority=priority)
        return None

    def _plain(self, part: str, action: Action) -> Command | None:
        folded = aligned(part)
        match = re.match(rf"(?:(?:{self._any('filler')})\s*){{0,3}}(?:{self._any(action.value)})\s*", folded)
        target = part[match.end() :].strip(" :：") if match else ""
        if not target and (match := re.match(rf".{{0,3}}?(?:把|将)(.+?)(?:{self._any(action.value)})了?$", folded)):
            target = part[match.start(1) : match.end(1)].strip()
        return Command(action, target) if target else None

    @cached_property
    def _days(self) -> re.Pattern[str]:
        unit = rf"(?P<unit>{self._any('days')})"
        return re.compile(
            rf"(?<![\d.,])(?P<a>{_NUMBER})(?:{_TO}(?P<b>{_NUMBER}))?(?:{_TO}(?P<c>{_NUMBER}))?\s*(?:{unit})?\)?\s*$"
        )

    @cached_property
    def _takes_at_end(self) -> re.Pattern[str]:
        return re.compile(rf"(?:(?<![a-z])(?:{self._any('takes')}|{self._any('rename_to')}))?\s*$")

    @cached_property
    def _link(self) -> re.Pattern[str]:
        """What joins a name and its priority: "is a", "设为", "como"."""
        links = f"{self._any('takes')}|{self._any('rename_to')}|an?|un[ae]?|devient|标为|设为"
        return re.compile(rf"\s*(?:(?<![a-z])(?:{links})\s*){{0,2}}$")

    @cached_property
    def _conjunction(self) -> re.Pattern[str]:
        return re.compile(rf"\s+(?:{self._any('separator')})\s+|然后|并且|以及|并")

    def _any(self, name: str) -> str:
        """A pattern for any word of a list: whole words where they are Latin, longest first."""
        if name not in self._patterns:
            words = {word for listed in self._words[name].values() for word in listed}
            ordered = sorted(words, key=len, reverse=True)
            self._patterns[name] = "|".join(
                re.escape(word) + ("(?![a-z])" if word[-1].isascii() and word[-1].isalpha() else "") for word in ordered
            )
        return self._patterns[name]

    @cached_property
    def _patterns(self) -> dict[str, str]:
        return {}


def aligned(text: str) -> str:
    """Lower case without accents, character for character, so that positions hold in the original."""
    return "".join((fold(char) or char)[0] for char in text)
