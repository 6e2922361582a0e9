"""What the bot says and does in chats, free of Telegram and of any language.

A use case puts these into the outbox; telegram_ui renders and sends them. Everything here turns into JSON and back
(see `to_json`, `from_json`), because a row of the outbox outlives the process.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date, datetime
from typing import Any, get_args

from chatbot.domain.money import Money, PriceRange


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence of texts/*.ftl with what fills it."""

    text: str
    args: Mapping[str, Value] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language by its BCP 47 tag, told by its name in the reader's language."""

    tag: str


@dataclass(frozen=True, slots=True)
class Recalled:
    """A person's name or a project's title. A row keeps whose it is and not the `words`, which are looked up whenever
    it is taken (see recalling.py): whom it names may have been forgotten since. `of` is a contact's or a lead's id."""

    what: str
    of: int
    words: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Series:
    """Several things in one sentence, joined as the reader's language does: "3, 5 and 8"."""

    items: tuple[str | int, ...]


Value = str | int | Money | PriceRange | datetime | date | Tongue | Series | Recalled | Phrase | tuple["Value", ...]
"""What may fill a phrase. A tuple is a list of lines; a `str` is shown as it is, never as markup."""

Part = Phrase | str
"""A paragraph: one of our sentences, or words of a person or a model as they are."""


@dataclass(frozen=True, slots=True)
class Choice:
    """An inline button. `token` is opaque and known to the buttons table; `url` opens a link instead."""

    label: Part = field(repr=False)
    token: str = ""
    url: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A picture or file that telegram_ui draws when it sends: client_map, founder_map, quote_pdf, pipeline, qr,
    text_file, data_file (JSON). `data` is plain JSON; the words on it come from the recipient's language."""

    kind: str
    name: str = field(repr=False)
    data: Mapping[str, Any] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Reply:
    """One message: paragraphs, rows of buttons, at most one attachment."""

    parts: tuple[Part, ...] = field(repr=False)
    choices: tuple[tuple[Choice, ...], ...] = ()
    attachment: Attachment | None = None


@dataclass(frozen=True, slots=True)
class Say:
    """Send a message. With a `slot`, a later `Edit` of the same slot in the same chat changes it.

    `unasked` is what nobody waits for: held up into the quiet hours, it waits for the morning.
    `pin` pins it; `ask` opens the keyboard for an answer; `reply_to` is a message of the same chat;
    `lead_id` is the lead it belongs to: in a founder's or team member's chat a reply to it reaches that lead's
    client, so that it is set there on relayed messages only, never on cards.
    """

    reply: Reply
    slot: str = ""
    pin: bool = False
    ask: bool = False
    reply_to: int | None = None
    lead_id: int | None = None
    unasked: bool = False


@dataclass(frozen=True, slots=True)
class Edit:
    """Change the last message of a slot; where there is none (not yet sent, deleted), send it anew."""

    slot: str
    reply: Reply


@dataclass(frozen=True, slots=True)
class Settle:
    """Take the buttons off the last message of a slot, so that nobody presses what is decided; off `message_id` where
    the outbox knows no slots of the chat any more."""

    slot: str
    message_id: int | None = None


@dataclass(frozen=True, slots=True)
class Unpin:
    """Unpin the last message of a slot."""

    slot: str


@dataclass(frozen=True, slots=True)
class Typing:
    """Show that the bot is at work; dropped where it comes late."""


@dataclass(frozen=True, slots=True)
class Copy:
    """Copy a message with its file from another chat, with a caption that says who speaks."""

    from_chat: int
    message_id: int
    header: Part = field(repr=False)
    caption: str = field(default="", repr=False)
    lead_id: int | None = None


@dataclass(frozen=True, slots=True)
class OpenTopic:
    """Open a topic for a hand-off in the team's group; its id goes to the hand-off."""

    hand_off_id: int
    name: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class RenameTopic:
    """Give the topic of a hand-off another name."""

    hand_off_id: int
    name: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class CloseTopic:
    """Close the topic of a hand-off."""

    hand_off_id: int


@dataclass(frozen=True, slots=True)
class Leave:
    """Leave a chat that the bot does not serve."""


@dataclass(frozen=True, slots=True)
class Menu:
    """Offer in this chat the commands of a role (the value of a `Role`): in the language of the place where the
    person has `chosen` it, else in that of their app."""

    role: str
    chosen: bool = False


Action = Say | Edit | Settle | Unpin | Typing | Copy | OpenTopic | RenameTopic | CloseTopic | Leave | Menu

_ACTIONS: dict[str, type[Action]] = {kind.__name__: kind for kind in get_args(Action)}
_VALUES: dict[str, type[Any]] = {kind.__name__: kind for kind in (Phrase, Tongue, Series, Choice, Attachment, Reply)}


@dataclass(frozen=True, slots=True)
class Notice:
    """The short answer to a button press: a toast, or an alert that must be closed."""

    text: str = ""
    args: Mapping[str, Value] = field(default_factory=dict, repr=False)
    alert: bool = False


def to_json(value: Any) -> Any:
    """Plain JSON for an action and everything in it; types that JSON lacks carry a tag."""
    match value:
        case Money():
            return {"$money": [value.minor, value.currency]}
        case PriceRange():
            return {"$range": [value.low.minor, value.likely.minor, value.high.minor, value.currency]}
        case datetime():
            return {"$at": value.isoformat()}
        case date():
            return {"$date": value.isoformat()}
        case Recalled():
            return {"$recalled": [value.what, value.of]}
    return _compound(value)


def _compound(value: Any) -> Any:
    if isinstance(value, (tuple, list)):
        return [to_json(item) for item in value]
    if isinstance(value, Mapping):
        return {key: to_json(item) for key, item in value.items()}
    if is_dataclass(value):
        values = {item.name: to_json(getattr(value, item.name)) for item in fields(value)}
        return {"$type": type(value).__name__, **values}
    return value


def from_json(value: Any) -> Any:
    """The reverse of `to_json`; lists come back as tuples."""
    if isinstance(value, list):
        return tuple(from_json(item) for item in value)
    if not isinstance(value, dict):
        return value
    if "$type" in value:
        kind = (_ACTIONS | _VALUES)[value["$type"]]
        return kind(**{key: from_json(item) for key, item in value.items() if key != "$type"})
    return _tagged(value)


def _tagged(value: dict[str, Any]) -> Any:
    match value:
        case {"$money": [minor, currency]}:
            return Money(minor, currency)
        case {"$range": [low, likely, high, currency]}:
            return PriceRange(Money(low, currency), Money(likely, currency), Money(high, currency))
        case {"$at": text}:
            return datetime.fromisoformat(text)
        case {"$date": text}:
            return date.fromisoformat(text)
        case {"$recalled": [what, of]}:
            return Recalled(what, of)
    return {key: from_json(item) for key, item in value.items()}
