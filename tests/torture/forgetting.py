"""A client who asked to be forgotten got a last word, and nothing leads to them any more."""

from __future__ import annotations

from collections import Counter

from journeys.our_words import flat, pattern_of
from torture.account import Account, Project
from torture.reading import Record
from torture.watch import Watch


def check_forgotten(account: Account, watch: Watch, record: Record, lost: list[str], wrong: list[str]) -> None:
    """The last word came, at most once a life; key, contact, and number are gone, and topics name nobody."""
    for project in account.projects:
        if project.client not in account.forgotten:
            continue
        _check_last_word(project, watch, lost, wrong)
        known = [(row.get("chat_id"), row.get("telegram_id")) for row in (*record.inbox, *record.outbox, *record.keys)]
        if any(project.client in ids for ids in known) or project.client in record.contacts:
            wrong.append(f"{project.name} was forgotten, but is still known")
        topics = [topic for chat in watch.world.chats.values() for topic in chat.topics.values()]
        wrong += [f"{project.name} was forgotten and names a topic" for one in topics if project.name in one.name]


def _check_last_word(project: Project, watch: Watch, lost: list[str], wrong: list[str]) -> None:
    pattern = pattern_of("forget-done", project.language)
    lives = Counter(one.life for one in watch.sent if one.chat_id == project.client and pattern.match(flat(one.text)))
    if not lives:
        lost.append(f"{project.name} was never told that they are forgotten")
    wrong += [f"{project.name} was told {count} times in one life" for count in lives.values() if count > 1]
