"""What a friend hears of the clients they brought: how far things are, never a price.

A client who keeps it private is not named and their progress is not told; only the friend's own money is.
"""

from __future__ import annotations

from datetime import datetime

from chatbot.domain.lead import Lead
from chatbot.domain.lead_flow import Stage
from chatbot.domain.people import Contact, Referral
from chatbot.use_cases.bookings.balances import referral_of
from chatbot.use_cases.chats import notify
from chatbot.use_cases.names import first_name
from chatbot.use_cases.ports import Transaction
from chatbot.use_cases.replies import Phrase, Value

NEWS = frozenset({"talked", "quoted", "agreed", "won", "paid", "refunded", "lost"})
OWN_MONEY = frozenset({"paid", "refunded"})
"""News of the friend's own commission, told even where the client keeps the rest private."""
FURTHEST_FIRST = (
    *(Stage.WON, Stage.TRIAL_PAID, Stage.TRIAL_AGREED, Stage.AGREED, Stage.TRIAL_OFFERED, Stage.QUOTED),
    *(Stage.REVIEWING, Stage.DRAFTING, Stage.LISTENING, Stage.PAUSED, Stage.LOST, Stage.DECLINED),
)
"""Which of a client's projects a friend is told of."""


def tell_referrer(tx: Transaction, lead: Lead, what: str, *, about: int | str = "", **args: Value) -> None:
    """Tell the friend one of `NEWS`, once for each lead, news and `about` (a booking, for money).

    `paid` and `refunded` need `commission`, the change of what the friend has earned. It waits for their morning.
    """
    if what not in NEWS:
        raise ValueError(f"there is no news {what!r} for friends")
    referral = referral_of(tx, lead)
    if referral is None or not is_told(referral, what):
        return
    friend, client = tx.contacts.get(referral.referrer_id), tx.contacts.get(referral.client_id)
    values: dict[str, Value] = {"name": shown_name(referral, client), **args}
    notify(tx, friend, Phrase(f"referral-news-{what}", values), key=f"news:{lead.id}:{what}:{about}")


def is_told(referral: Referral, what: str) -> bool:
    """Whether the friend hears this, given the client's wish."""
    return what in OWN_MONEY or not referral.private


def shown_name(referral: Referral, client: Contact) -> Value:
    """How the client is named to the friend."""
    return Phrase("referral-someone") if referral.private else first_name(client)


def friend_sees(tx: Transaction, referral: Referral) -> tuple[Value, str, datetime]:
    """What a friend is shown of a client: the first name, how far the furthest project is ("opened" before the first),
    and since when. Of one who keeps it private neither name nor stage: the stage is empty."""
    if referral.private:
        return Phrase("referral-someone"), "", referral.created_at
    name = first_name(tx.contacts.get(referral.client_id))
    leads = [lead for lead in tx.leads.of_client(referral.client_id)[::-1] if lead.referral_id == referral.id]
    if not leads:
        return name, "opened", referral.created_at
    furthest = min(leads, key=lambda lead: FURTHEST_FIRST.index(lead.stage))
    return name, furthest.stage.value, furthest.stage_since
