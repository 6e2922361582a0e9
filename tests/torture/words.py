"""Every word that was due reached whom it was due to, once: what people were shown, held against the account."""

from __future__ import annotations

from collections import defaultdict

from journeys.our_words import flat, pattern_of
from torture.account import Account, Due, has_part
from torture.repeats import Sorted
from torture.watch import TOPIC, Watch

DECOYS = frozenset({"talk-now"})
"""Texts that nobody counts, and that look like others which are counted."""

_Owed = defaultdict[tuple[int, str, bool], list[Due]]


def check_words(
    account: Account, watch: Watch, sends: Sorted, lost: list[str], wrong: list[str]
) -> dict[int, list[str]]:
    """All due words are among the messages of their chat, and no message of such words is there besides.

    Returns what else was said, by chat.
    """
    owed: _Owed = defaultdict(list)
    for due in account.dues:
        if due.chat_id in account.forgotten:
            continue
        owed[due.chat_id, due.text, due.edited].append(due)
    texts = _watched(account, watch)
    shown: defaultdict[tuple[int, str, bool], list[str]] = defaultdict(list)
    for one in sends.once:
        language = _language(watch, one.chat_id)
        if one.kind == TOPIC:
            continue
        now = watch.world.logs[one.chat_id].messages[one.message_id].text
        for edited, words in ((False, flat(one.text)), (True, flat(now))):
            text = _name(words, language, {name for name, changed in texts[one.chat_id] if changed is edited})
            shown[one.chat_id, text, edited].append(words)
    for place in {*owed, *((chat_id, *text) for chat_id in texts for text in texts[chat_id])}:
        _match(f"{place[1]} to {watch.world.chats[place[0]].title}", owed[place], shown[place], lost, wrong)
    return {chat_id: words for (chat_id, text, edited), words in shown.items() if not text and not edited}


def _watched(account: Account, watch: Watch) -> dict[int, set[tuple[str, bool]]]:
    """By chat, the texts that are counted there: all that anybody of the same role is owed."""
    clients, friends = ({getattr(one, role) for one in account.projects} for role in ("client", "friend"))
    roles = {
        chat_id: "client" if chat_id in clients else "friend" if chat_id in friends else "crew"
        for chat_id in watch.world.chats
    }
    texts: defaultdict[str, set[tuple[str, bool]]] = defaultdict(set)
    for due in account.dues:
        texts[roles[due.chat_id]].add((due.text, due.edited))
    return {chat_id: texts[role] for chat_id, role in roles.items()}


def _language(watch: Watch, chat_id: int) -> str:
    person = watch.world.people.get(chat_id)
    return person.language_code if person is not None else "en"


def _name(words: str, language: str, texts: set[str]) -> str:
    """Which of these texts the words begin with; of several that fit, the one with the most words of its own."""
    fitting = [text for text in texts | DECOYS if pattern_of(text, language).match(words)]
    return max(fitting, key=lambda text: len(pattern_of(text, language).pattern), default="")


def _match(what: str, owed: list[Due], found: list[str], lost: list[str], wrong: list[str]) -> None:
    left = list(found)
    for due in sorted(owed, key=lambda one: -len(one.parts)):
        fits = next((words for words in left if all(has_part(words, part) for part in due.parts)), None)
        if fits is None:
            lost.append(f"due and never shown: {what} {' '.join(due.parts)}")
        else:
            left.remove(fits)
    wrong += [f"shown and not due: {what} «{words[:120]}»" for words in left]
