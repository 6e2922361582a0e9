"""The lead's stage: one table, and the one function that applies it.

Rule 1: every stage change of a lead is a line of `FLOW`. An event that is not in the line of a stage raises
`IllegalStep` and changes nothing. The approval of a quote and the speaker of a chat are machines of their own
(approval.py, speaker.py); what couples them is done by the use case, in one transaction.
"""

from __future__ import annotations

from enum import StrEnum

from chatbot.domain.errors import IllegalStep


class Stage(StrEnum):
    """Where a lead is."""

    LISTENING = "listening"  # the client tells, the bot asks
    DRAFTING = "drafting"  # the mind map is being drawn
    REVIEWING = "reviewing"  # the founder decides on a version
    QUOTED = "quoted"  # the client has the approved quote
    PAUSED = "paused"  # the client said "not now"
    AGREED = "agreed"  # the client wants to go ahead; a person talks with them
    TRIAL_OFFERED = "trial_offered"  # a paid look at feasibility was offered
    TRIAL_AGREED = "trial_agreed"  # the client accepted it
    TRIAL_PAID = "trial_paid"  # the deposit has come
    WON = "won"  # signed
    LOST = "lost"  # will not happen
    DECLINED = "declined"  # the shop said no


class Event(StrEnum):
    """What happens to a lead."""

    DRAFT_ASKED = "draft_asked"
    DRAFTED = "drafted"
    CLIENT_ASKED = "client_asked"
    SCOPE_CHANGED = "scope_changed"
    EDITED = "edited"
    APPROVED = "approved"
    DECLINED = "declined"
    ACCEPTED = "accepted"
    NOT_NOW = "not_now"
    TRIAL_OFFERED = "trial_offered"
    TRIAL_ACCEPTED = "trial_accepted"
    TRIAL_REFUSED = "trial_refused"
    TRIAL_PAID = "trial_paid"
    FEASIBLE = "feasible"
    NOT_FEASIBLE = "not_feasible"
    WON = "won"
    LOST = "lost"
    FORGOTTEN = "forgotten"  # the client asked to be forgotten, or was silent for too long


S, E = Stage, Event

_DECIDING = {E.WON: S.WON, E.LOST: S.LOST, E.DECLINED: S.DECLINED}
_CLOSING = {**_DECIDING, E.FORGOTTEN: S.LOST}

FLOW: dict[Stage, dict[Event, Stage]] = {
    S.LISTENING: {E.DRAFT_ASKED: S.DRAFTING, E.SCOPE_CHANGED: S.LISTENING, **_CLOSING},
    S.DRAFTING: {E.DRAFTED: S.REVIEWING, E.DRAFT_ASKED: S.DRAFTING, **_CLOSING},
    S.REVIEWING: {
        E.DRAFT_ASKED: S.DRAFTING,
        E.CLIENT_ASKED: S.LISTENING,
        E.EDITED: S.REVIEWING,
        E.APPROVED: S.QUOTED,
        E.TRIAL_OFFERED: S.TRIAL_OFFERED,
        **_CLOSING,
    },
    S.QUOTED: {
        E.SCOPE_CHANGED: S.LISTENING,
        E.EDITED: S.REVIEWING,
        E.ACCEPTED: S.AGREED,
        E.NOT_NOW: S.PAUSED,
        **_CLOSING,
    },
    S.PAUSED: {
        E.SCOPE_CHANGED: S.LISTENING,
        E.EDITED: S.REVIEWING,
        E.ACCEPTED: S.AGREED,
        E.TRIAL_ACCEPTED: S.TRIAL_AGREED,
        **_CLOSING,
    },
    # What was agreed may be a contract: whether its client is forgotten or not, the founder books or closes it.
    S.AGREED: {E.SCOPE_CHANGED: S.LISTENING, E.EDITED: S.REVIEWING, **_DECIDING},
    S.TRIAL_OFFERED: {E.TRIAL_ACCEPTED: S.TRIAL_AGREED, E.TRIAL_REFUSED: S.PAUSED, **_CLOSING},
    S.TRIAL_AGREED: {E.TRIAL_PAID: S.TRIAL_PAID, E.TRIAL_REFUSED: S.PAUSED, **_CLOSING},
    S.TRIAL_PAID: {E.FEASIBLE: S.DRAFTING, E.NOT_FEASIBLE: S.LOST, E.FORGOTTEN: S.LOST},
    S.WON: {},
    S.LOST: {},
    S.DECLINED: {},
}

CLOSED = frozenset(stage for stage, events in FLOW.items() if not events)
"""Stages that nothing leaves."""

STAYS_WHEN_FORGOTTEN = frozenset(stage for stage, events in FLOW.items() if E.FORGOTTEN not in events)
"""Stages that a lead keeps when its client is forgotten."""


def next_stage(stage: Stage, event: Event) -> Stage:
    """The stage after the event; raises `IllegalStep` where the table has no such line."""
    try:
        return FLOW[stage][event]
    except KeyError:
        raise IllegalStep("refused-lead-stage", stage=stage.value, event=event.value) from None
