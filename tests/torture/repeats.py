"""Sends that came twice: which they are, and whether a kill explains each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from torture.reading import Record
from torture.watch import TOPIC, Sent


@dataclass(frozen=True, slots=True)
class Sorted:
    """`once`: one send of each message that was meant; `explained`: further ones, each sent in an earlier life than
    the one that the bot noted; `unexplained`: the rest."""

    once: list[Sent]
    explained: list[Sent]
    unexplained: list[Sent]


def sort(sent: Iterable[Sent], record: Record) -> Sorted:
    """A send that the bot has not noted must be followed by the same one, noted, in a later life: between the two fell
    a kill. A row is sent at most once a life, so that a noted send explains one earlier send of each life."""
    noted = {(row["chat_id"], row["message_id"]) for row in record.outbox if row["message_id"] is not None}
    topics = {row["topic_id"] for row in record.hand_offs}
    by_content: defaultdict[tuple[object, ...], list[Sent]] = defaultdict(list)
    found = Sorted([], [], [])
    for one in sent:
        if one.kind == TOPIC and one.message_id in topics:
            noted.add((one.chat_id, one.message_id))
        if (one.chat_id, one.message_id) in noted:
            found.once.append(one)
        by_content[one.content].append(one)
    for same in by_content.values():
        _sort(same, noted, found)
    return found


def _sort(same: list[Sent], noted: set[tuple[int, int]], found: Sorted) -> None:
    explains: dict[int, set[int]] = {}  # of each noted send, by its place in the order, the lives it has explained
    for place in reversed(range(len(same))):
        one = same[place]
        if (one.chat_id, one.message_id) in noted:
            explains[place] = set()
            continue
        later = (at for at, lives in explains.items() if same[at].life > one.life and one.life not in lives)
        # The nearest that can: a later one may be needed by another.
        nearest = min(later, default=None)
        if nearest is None:
            found.unexplained.append(one)
        else:
            explains[nearest].add(one.life)
            found.explained.append(one)
