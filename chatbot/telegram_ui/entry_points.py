"""The use cases that Telegram's side calls, passed in by the wiring: each a plain function over a Transaction."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from chatbot.domain.errors import Refusal
from chatbot.use_cases.given_up import Reason
from chatbot.use_cases.incoming import Heard, Membership, Person, Pressed
from chatbot.use_cases.ports import Outgoing, Transaction
from chatbot.use_cases.replies import Notice
from chatbot.use_cases.trouble import Fault

Refuse = Callable[[Transaction, Person, int, int | None, Refusal], Notice]
ReportTrouble = Callable[[Transaction, Fault], None]


@dataclass(frozen=True, slots=True)
class EntryPoints:
    """What happens on each kind of arrival and after each send.

    `command` gets the name in lower case without slash and bot name, and the words after it. `refuse` tells a person
    why what they asked for cannot be done; it is not called for a press, which shows the refusal as an alert.
    `report_trouble` tells the founders, and calms the person where there is one. `sent` finishes an outbox row and
    notes the transcript; False where another worker has the row. `topic_opened` notes the topic at its hand-off and
    leaves the row to `sent`. `undeliverable` has the last word on a row that cannot arrive as it is, for a Reason, in
    fixed words. `alert_unseen` says in the chat what Telegram did not show as an alert. `group_moved` gets the old id
    of a group and the new one. `slowed` is called for a chat whose next update waits its turn, each time that one does.
    """

    command: Callable[[Transaction, str, str, Heard], None]
    hear: Callable[[Transaction, Heard], None]
    edited: Callable[[Transaction, Heard], None]
    press: Callable[[Transaction, Pressed], Notice]
    membership: Callable[[Transaction, Membership], None]
    refuse: Refuse
    report_trouble: ReportTrouble
    language_of: Callable[[Transaction, Person], str]
    sent: Callable[[Transaction, Outgoing, int | None, str], bool]
    undeliverable: Callable[[Transaction, Outgoing, Reason, str], None]
    topic_opened: Callable[[Transaction, Outgoing, int], None]
    slowed: Callable[[Transaction, int], None]
    group_moved: Callable[[Transaction, int, int], None]
    alert_unseen: Callable[[Transaction, Pressed, Notice], None]
