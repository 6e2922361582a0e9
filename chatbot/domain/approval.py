"""The approval of a quote: one decision for one fingerprint, by a founder, once."""

from __future__ import annotations

from enum import StrEnum

from chatbot.domain.errors import IllegalStep


class Approval(StrEnum):
    """Where a quote version stands."""

    WAITING = "waiting"
    APPROVED = "approved"
    ACCEPTED = "accepted"  # by the client
    SUPERSEDED = "superseded"  # a later version replaced it
    DECLINED = "declined"
    EXPIRED = "expired"


class Decision(StrEnum):
    """What happens to a quote version."""

    APPROVE = "approve"
    ACCEPT = "accept"
    SUPERSEDE = "supersede"
    DECLINE = "decline"
    EXPIRE = "expire"


A, D = Approval, Decision

DECISIONS: dict[Approval, dict[Decision, Approval]] = {
    A.WAITING: {D.APPROVE: A.APPROVED, D.SUPERSEDE: A.SUPERSEDED, D.DECLINE: A.DECLINED},
    A.APPROVED: {
        D.ACCEPT: A.ACCEPTED,
        D.SUPERSEDE: A.SUPERSEDED,
        D.DECLINE: A.DECLINED,
        D.EXPIRE: A.EXPIRED,
    },
    A.ACCEPTED: {D.SUPERSEDE: A.SUPERSEDED, D.DECLINE: A.DECLINED},
    A.SUPERSEDED: {},
    A.DECLINED: {},
    A.EXPIRED: {D.SUPERSEDE: A.SUPERSEDED, D.DECLINE: A.DECLINED},
}


def decided(approval: Approval, decision: Decision) -> Approval:
    """The state after the decision; raises `IllegalStep` where the table has no such line."""
    try:
        return DECISIONS[approval][decision]
    except KeyError:
        raise IllegalStep(f"refused-quote-{approval.value}") from None
