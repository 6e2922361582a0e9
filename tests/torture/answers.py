"""The bot's own words in a conversation: one answer to each burst, one card to each founder and one promise a version.

Which words it finds is its own affair. How often it speaks follows from what its client did, see `Project.turn`, and
from what the founder was shown.
"""

from __future__ import annotations

import re
from collections import Counter

from journeys.our_words import flat, pattern_of
from torture.account import Account, Project
from torture.reading import Record
from torture.repeats import Sorted

_CARD = re.compile(r"Lead (\d+) · .*\nQuote \S+, version (\d+)")
_MAP = re.compile(r"Lead (\d+) · version (\d+)$")
_PROGRESS = ("progress-reading",)
_THANKS = ("declined-thanks",)
_KEPT = ("greeting-stored",)  # to whoever writes without Start
_PROMISES = ("review-promised", "review-promised-read")


def check_answers(
    account: Account, record: Record, spare: dict[int, list[str]], lost: list[str], wrong: list[str]
) -> None:
    """`spare`: by client, what the bot said to them and no due names."""
    for project in account.remembered():
        said = spare.get(project.client, [])
        drawing = _count(said, _PROGRESS, project.language)
        promises = _count(said, _PROMISES, project.language)
        thanks = _count(said, _THANKS, project.language)
        answers = len(said) - drawing - promises - thanks - _count(said, _KEPT, project.language)
        least, most = project.turns
        if answers + drawing < least:
            lost.append(f"{project.name} was answered {answers} times and drawn {drawing} times, in {least} turns")
        if answers > most:
            wrong.append(f"{project.name} was answered {answers} times in {most} turns: {said}")
        # With one of our reasons the thanks are part of the refusal; after the founder's own words they stand alone.
        if thanks != sum((due.chat_id, due.text) == (project.client, "declined-in-words") for due in account.dues):
            wrong.append(f"{project.name} was thanked {thanks} times after the founder's own words")
        drawn = len(record.quotes.get(project.client, [])) - project.edits
        if not drawn - project.interrupted <= promises <= drawn:
            wrong.append(f"{project.name} was promised {promises} reviews of {drawn} drafts")


def _count(said: list[str], texts: tuple[str, ...], language: str) -> int:
    return sum(any(pattern_of(text, language).match(flat(words)) for text in texts) for words in said)


def check_cards(
    account: Account, founder: int, record: Record, sends: Sorted, lost: list[str], wrong: list[str]
) -> None:
    """The founder was shown each version once, and there are as many as were drawn and edited."""
    gone = {one.lead for one in account.projects if one.client in account.forgotten}
    for what, pattern in (("card", _CARD), ("map", _MAP)):
        shown: Counter[tuple[int, int]] = Counter()
        for one in sends.once:
            if one.chat_id == founder and (found := pattern.match(one.text)) and int(found[1]) not in gone:
                shown[int(found[1]), int(found[2])] += 1
        due = Counter((quote.lead_id, quote.version) for quotes in record.quotes.values() for quote in quotes)
        lost += [f"never shown: the {what} of lead {lead}, version {version}" for lead, version in due - shown]
        wrong += [f"shown too often: the {what} of lead {lead}, version {version}" for lead, version in shown - due]
    for project in account.remembered():
        _check_versions(project, record, lost, wrong)


def _check_versions(project: Project, record: Record, lost: list[str], wrong: list[str]) -> None:
    """Drawn as often as the client waited for it, and at most once more for each turn that came meanwhile."""
    versions = sorted(quote.version for quote in record.quotes.get(project.client, []))
    least = project.history.count("drawn") + project.edits
    if versions != list(range(1, len(versions) + 1)):
        wrong.append(f"{project.name} has the versions {versions}")
    if len(versions) < least:
        lost.append(f"{project.name} has {len(versions)} versions, not {least}")
    if len(versions) > least + project.turns[1]:
        wrong.append(f"{project.name} has {len(versions)} versions of {least} that were asked for")
