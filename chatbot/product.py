"""The use cases of the product in one table: what the wiring gives to Telegram's side and to the worker."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from chatbot.telegram_ui.entry_points import EntryPoints
from chatbot.use_cases.ports import Transaction
from chatbot.use_cases.routing import Command, Work


@dataclass(frozen=True, slots=True)
class UseCases:
    """What the bot does: what arrives, what is worked on later, what the menu offers, what every start begins with."""

    entry_points: EntryPoints
    work: Mapping[str, Work]
    menu: Sequence[Command]
    begin: Callable[[Transaction], None] = lambda _tx: None  # at every start, before anything else is done


def shop_use_cases() -> UseCases:
    """The use cases of the product."""
    from chatbot.use_cases import deliveries, entry, trouble
    from chatbot.use_cases.listening import flood
    from chatbot.use_cases.privacy import retention

    entry_points = EntryPoints(
        command=entry.command,
        hear=entry.hear,
        edited=entry.edited,
        press=entry.press,
        membership=entry.membership,
        refuse=entry.refuse,
        report_trouble=trouble.report_trouble,
        language_of=entry.language_of,
        sent=deliveries.sent,
        undeliverable=deliveries.undeliverable,
        topic_opened=deliveries.topic_opened,
        slowed=flood.slowed,
        group_moved=deliveries.group_moved,
        alert_unseen=entry.alert_unseen,
    )
    return UseCases(entry_points, entry.WORK, entry.MENU, retention.begin)
