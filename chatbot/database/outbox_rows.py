"""The outbox: what is to be sent, one chat in order.

The order of a chat is (turn, id): a row's turn is the time it was put, or the later time it was put for. So a
morning's notice holds nothing up that is put after it and due now, while a row that must be tried again holds up
its chat.

Where a chat is told about several people (the team's group, a founder's chat), one of them who writes a lot must not
hold up the others: of somebody who has several rows waiting there already, each further one has its turn a while
after the one before. It is sent at once all the same where nobody else's waits.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any, ClassVar

from sqlalchemy import RowMapping, and_, bindparam, exists, func, or_, select, tuple_, update
from sqlalchemy.dialects.postgresql import insert as insert_once  # compiles for SQLite as well

from chatbot.database.inbox_rows import MAX_ERROR
from chatbot.database.people_rows import found
from chatbot.database.queue_tables import outbox
from chatbot.database.sealing import SHOP
from chatbot.database.shelves import Shelf, ShelfSql, shelf_sql
from chatbot.database.step import Step
from chatbot.database.tables import hand_offs
from chatbot.use_cases.given_up import NO_TROUBLE, Reason
from chatbot.use_cases.ports import NOWHERE, Outgoing, Place
from chatbot.use_cases.replies import Action, Edit, from_json, to_json

_AT_ONCE = 5  # rows about one person in somebody else's chat whose turn comes at once
_APART = timedelta(seconds=30)  # the turns of those beyond
_FURTHEST = timedelta(hours=1)

_ASKED = "asked to wait"
_PUT = insert_once(outbox).on_conflict_do_nothing(index_elements=["key"])
_earlier = outbox.alias("earlier")
_sent = outbox.alias("sent")
IS_HEAD = and_(
    outbox.c.done_at.is_(None),
    ~exists().where(
        _earlier.c.chat_id == outbox.c.chat_id,
        _earlier.c.done_at.is_(None),
        tuple_(_earlier.c.turn, _earlier.c.id) < tuple_(outbox.c.turn, outbox.c.id),
    ),
)
_TARGET = (
    select(_sent.c.message_id)
    .where(
        _sent.c.chat_id == outbox.c.chat_id,
        _sent.c.slot == outbox.c.slot,
        _sent.c.done_at.is_not(None),
        _sent.c.message_id.is_not(None),
    )
    .order_by(_sent.c.done_at.desc(), _sent.c.id.desc())
    .limit(1)
    .scalar_subquery()
)
_DUE = (
    select(outbox, hand_offs.c.topic_id, _TARGET.label("target_message"))
    .outerjoin(hand_offs, hand_offs.c.id == outbox.c.hand_off_id)
    .where(IS_HEAD, outbox.c.due <= bindparam("now"), outbox.c.id.not_in(bindparam("busy", expanding=True)))
    .order_by(outbox.c.due, outbox.c.id)
    .limit(bindparam("most"))
    .with_for_update(of=outbox, skip_locked=True)
)
_CLAIM = (
    update(outbox)
    .where(outbox.c.id.in_(bindparam("claimed", expanding=True)))
    .values(attempt=outbox.c.attempt + 1, due=bindparam("until"), error=None)
)
_OURS = update(outbox).where(
    outbox.c.id == bindparam("row_id"), outbox.c.attempt == bindparam("claim"), outbox.c.done_at.is_(None)
)
_SHORTEN = (
    update(outbox)
    .where(outbox.c.done_at.is_(None), outbox.c.error == _ASKED, outbox.c.due > bindparam("until"))
    .values(due=bindparam("until"))
)
_RELEASE = (
    update(outbox)
    .where(outbox.c.done_at.is_(None), outbox.c.attempt > 0, outbox.c.due > bindparam("now"), outbox.c.error.is_(None))
    .values(due=bindparam("now"))
)
_TURN = select(outbox.c.turn).where(outbox.c.id == bindparam("row_id"))
_OF_CHAT = update(outbox).where(outbox.c.chat_id == bindparam("chat"), outbox.c.done_at.is_(None))
_NEXT_DUE = select(outbox.c.due).where(IS_HEAD).order_by(outbox.c.due, outbox.c.id).limit(1)
_WAITING_ABOUT = select(func.count().label("number"), func.max(outbox.c.turn).label("last")).where(
    outbox.c.chat_id == bindparam("chat"),
    outbox.c.subject == bindparam("about"),
    outbox.c.done_at.is_(None),
    or_(outbox.c.due <= bindparam("now"), outbox.c.attempt > 0),  # without the notices of a later time
)
_UNDER_KEY = update(outbox).where(outbox.c.key.startswith(bindparam("prefix")), outbox.c.done_at.is_(None))
_SLOTS_ABOUT = (
    select(outbox.c.chat_id, outbox.c.slot)
    .distinct()
    .where(outbox.c.subject == bindparam("contact"), outbox.c.slot.is_not(None), outbox.c.message_id.is_not(None))
    .where(outbox.c.chat_id != NOWHERE)
    .order_by(outbox.c.chat_id, outbox.c.slot)
)
_LEAD_OF_MESSAGE = (
    select(outbox.c.lead_id)
    .where(outbox.c.chat_id == bindparam("chat"), outbox.c.message_id == bindparam("message"))
    .where(outbox.c.lead_id.is_not(None))
    .order_by(outbox.c.id.desc())
)
_LEAD_OF_SLOT = (
    select(outbox.c.lead_id)
    .where(outbox.c.chat_id == bindparam("chat"), outbox.c.slot == bindparam("name"))
    .order_by(outbox.c.id.desc())
)


class OutboxRows(Shelf):
    """`Outbox` in SQL. A place whose subject is 0 is sealed with the shop's own key."""

    _shelf: ClassVar[ShelfSql] = shelf_sql(outbox, outbox.c.attempt)

    def __init__(self, step: Step, recall: Callable[[Action], Action] = lambda action: action) -> None:
        """`recall` looks up the names and titles that a row only refers to; no presenter shows one that was not."""
        self._step = step
        self._recall = recall

    def put(self, place: Place, action: Action, key: str = "", due: datetime | None = None) -> None:
        """Send this, now or when it is due; nothing where a row of this key was ever put, or to `NOWHERE`."""
        if place.chat_id == NOWHERE:
            return
        due = max(due or self._step.now, self._step.now)
        self._put(place, action, key, self._turn(place) if due == self._step.now else due, due)

    def put_before(self, item: Outgoing, action: Action, key: str) -> None:
        """Send this at the same place just before the claimed row, which is the first of its chat."""
        row = found(self._step.first(_TURN, row_id=item.id), "outbox row", item.id)
        self._put(item.place, action, key, row["turn"] - timedelta(milliseconds=1), self._step.now)

    def _turn(self, place: Place) -> datetime:
        """Now; later for somebody who has rows enough waiting in a chat that is not theirs alone."""
        now = self._step.now
        if self._step.subject_of_contact(place.subject) in (SHOP, place.chat_id):
            return now
        waiting = self._step.all(_WAITING_ABOUT, chat=place.chat_id, about=place.subject, now=now)[0]
        last = waiting["last"] or now
        turn = last if waiting["number"] < _AT_ONCE else min(last + _APART, now + _FURTHEST)
        return max(turn, last, now)

    def _put(self, place: Place, action: Action, key: str, turn: datetime, due: datetime) -> None:
        subject = self._step.subject_of_contact(place.subject)
        self._step.change(
            _PUT,
            key=key or None,
            chat_id=place.chat_id,
            turn=turn,
            method=type(action).__name__,
            slot=getattr(action, "slot", "") or None,
            lead_id=self._lead_id(place, action),
            language=place.language,
            subject=place.subject,
            hand_off_id=place.hand_off_id,
            transcript=place.transcript,
            payload=self._step.seal_json(subject, to_json(action), "outbox.payload"),
            due=due,
            attempt=0,
            created_at=self._step.now,
        )

    def _lead_id(self, place: Place, action: Action) -> int | None:
        """The action's lead; an `Edit`, which may have to be sent anew, inherits that of its slot."""
        if isinstance(action, Edit):
            row = self._step.first(_LEAD_OF_SLOT, chat=place.chat_id, name=action.slot)
            return row["lead_id"] if row else None
        lead_id: int | None = getattr(action, "lead_id", None)
        return lead_id

    def lead_of(self, chat_id: int, message_id: int) -> int | None:
        """The lead that a sent message belongs to."""
        row = self._step.first(_LEAD_OF_MESSAGE, chat=chat_id, message=message_id)
        return row["lead_id"] if row else None

    def claim(self, limit: int, lease_seconds: int, busy: Sequence[int] = ()) -> list[Outgoing]:
        """The first undone row of each chat, where it is due and not `busy`; nobody else's until the lease ends."""
        rows = self._step.all(_DUE, sealed=["payload"], now=self._step.now, busy=list(busy), most=limit)
        until = self._step.now + timedelta(seconds=lease_seconds)
        self._step.change(_CLAIM, claimed=[row["id"] for row in rows], until=until)
        claimed: list[Outgoing] = []
        for row in rows:
            actions = self._read(row, lambda text: self._recall(from_json(json.loads(text))))
            claimed += [_outgoing(row, action) for action in actions]
        return claimed

    def sent(self, item: Outgoing, message_id: int | None) -> bool:
        """Finish the row and blank its words; False where the lease ended and somebody else has it."""
        return self._finish(item.id, item.attempt, message_id=message_id, payload=None, error=None)

    def note_parts(self, item: Outgoing, message_ids: Sequence[int]) -> None:
        """Other messages that the row took: a reply to any of them belongs to its lead. Rows of their own, done."""
        lead_id = self._lead_id(item.place, item.action)
        for message_id in message_ids if lead_id is not None else ():
            self._step.change(
                _PUT,
                chat_id=item.place.chat_id,
                turn=self._step.now,
                method="Part",
                lead_id=lead_id,
                language=item.place.language,
                subject=item.place.subject,
                due=self._step.now,
                attempt=item.attempt,
                message_id=message_id,
                created_at=self._step.now,
                done_at=self._step.now,
            )

    def again(self, item: Outgoing, due: datetime, asked: bool = False) -> None:
        """Try the row again then; its chat waits for it, where Telegram has asked for that even over a restart."""
        self._step.change(_OURS, row_id=item.id, claim=item.attempt, due=due, error=_ASKED if asked else None)

    def postpone(self, item: Outgoing, due: datetime) -> None:
        """Send it then, as if it had been put for that time: its chat does not wait for it."""
        self._step.change(_OURS, row_id=item.id, claim=item.attempt, turn=due, due=due)

    def set_aside(self, item: Outgoing, error: str) -> None:
        """Give the row up, so that its chat goes on; its words go where nothing is left to try again."""
        blank = {"payload": None} if error in NO_TROUBLE else {}
        self._finish(item.id, item.attempt, error=error[:MAX_ERROR], **blank)

    def drop_chat(self, chat_id: int) -> None:
        """Give up all that is pending for this chat: the person has blocked the bot."""
        self._step.change(_OF_CHAT, chat=chat_id, done_at=self._step.now, payload=None, error="blocked")

    def withdraw(self, key_prefix: str) -> None:
        """Give up what is pending under a key that begins so."""
        self._step.change(_UNDER_KEY, prefix=key_prefix, done_at=self._step.now, payload=None, error="withdrawn")

    def slots_about(self, contact_id: int) -> list[tuple[int, str]]:
        """Chat and slot of each message about this contact that others were shown and that can be edited."""
        return [(row["chat_id"], row["slot"]) for row in self._step.all(_SLOTS_ABOUT, contact=contact_id)]

    def move_chat(self, old: int, new: int) -> None:
        """Send to the new id what is pending for the old. What was sent keeps the old one: its message ids are of
        the old chat."""
        self._step.change(_OF_CHAT, chat=old, chat_id=new)

    def release(self) -> None:
        """Let go of every claim, and of every wait for another attempt but those that Telegram has asked for. Only
        while no sender is at work."""
        self._step.change(_RELEASE, now=self._step.now)

    def shorten_waits(self, until: datetime) -> None:
        """Of the waits that Telegram has asked for none lasts longer. To try too early costs no more than that it asks
        again."""
        self._step.change(_SHORTEN, until=until)

    def next_due(self) -> datetime | None:
        """When `claim` can next find something; None while nothing is pending."""
        row = self._step.first(_NEXT_DUE)
        return row["due"] if row else None

    def _give_up(self, row: RowMapping, why: Reason) -> None:
        self._finish(row["id"], row["attempt"] + 1, error=why.value)

    def _what(self, row: RowMapping, _payload: str) -> dict[str, Any]:
        return {"kind": row["method"], "chat_id": row["chat_id"], "lead_id": row["lead_id"]}

    def _finish(self, row_id: int, attempt: int, **values: object) -> bool:
        return self._step.change(_OURS, row_id=row_id, claim=attempt, done_at=self._step.now, **values) == 1


def _outgoing(row: RowMapping, action: Action) -> Outgoing:
    return Outgoing(
        id=row["id"],
        key=row["key"] or "",
        place=Place(row["chat_id"], row["language"], row["subject"], row["hand_off_id"], row["transcript"]),
        action=action,
        attempt=row["attempt"] + 1,
        created_at=row["created_at"],
        topic_id=row["topic_id"],
        target_message=row["target_message"],
    )
