"""Updates of every kind that the Bot API knows, made from python-telegram-bot's own classes, and what spoils them.

`valid_update` fills each field that a class must have and some of those that it may have, with values of the type that
its constructor names: a new class or field of the library is fuzzed without a change here. Who sends them, and which
buttons there are to press, stands in a `Cast`. `spoilt` takes such an update and breaks it somewhere.
"""

from __future__ import annotations

import copy
import inspect
import re
from dataclasses import dataclass, field
from functools import cache
from random import Random
from typing import Any

import telegram

FOUNDER = 900
PEOPLE = tuple(range(5_001, 5_041))
GROUPS = (-100_111, -100_222)
_WORD = re.compile(r"\w+")
_SIMPLE = {"int", "float", "bool", "str", "datetime", "timedelta"}
_TEXTS = (
    "", " ", "hello", "/start", "/start r_abc", "/help@the_shop_bot now", "/paid 1 20000", "/won 1 1", "/took 1 1",
    "/lead 99999999999999999999", "/id", "a shop for tea, 20k", "\x00", "é\u0301 \u202e rtl", "👩‍👩‍👧 👍", "<b>b",
    "{ $shop }", "'; DROP TABLE leads; --", "９" * 40, "x" * 4096, "\n" * 300, "range 5-7k",
    "\ud800", "r_\u0000", "%s%s%n", "[sticker]",
)  # fmt: skip
_JUNK: tuple[Any, ...] = (
    None, True, 0, -1, 2**31, 2**63, -(2**63), 2**200, 0.5, 1e308, "", "7", "\ud83d", "\x00", "y" * 70_000, [], {},
    [[]], {"id": 1}, [None], [{"": {}}],
)  # fmt: skip
_ASKED_FOR = {"allows_revoting", "can_react_to_messages", "members_only"}  # the library insists, whatever it declares
_COMMANDS = (
    "/won 1 68000", "/paid 1 20000", "/refund 1 500 late", "/lost 1 too dear", "/took 1 5", "/lead 1", "/leads",
    "/pipeline", "/aside", "/back", "/human", "/forget", "/mydata", "/privacy", "/cancel", "/new", "/status", "/refer",
    "/referrals", "/earnings", "/language", "range 5-7k", "drop the chat", "an online shop for tea with a blog",
)  # fmt: skip
_RARE, _RARE_IN_MESSAGE = 0.06, 0.012  # how often an optional field is there; a message has a hundred


@dataclass
class Cast:
    """Who sends updates, what else they write, and the buttons that the bot has shown: their data, and for whom."""

    people: tuple[int, ...] = PEOPLE
    texts: tuple[str, ...] = _TEXTS
    texting: float = 0.4  # how often a message has one of these
    buttons: list[tuple[str, int]] = field(default_factory=list)


STRANGERS = Cast()


def the_shops_own() -> Cast:
    """The founder and a few clients and friends, who know the commands and press what they are shown."""
    return Cast((FOUNDER, FOUNDER, *PEOPLE[:6]), (*_TEXTS, *_COMMANDS, *_COMMANDS), 0.8)


@cache
def _fields(kind: type) -> tuple[tuple[str, str, bool], ...]:
    """Each field of a class and of those derived from it: name in JSON, annotation, whether it must be there."""
    found: dict[str, tuple[str, str, bool]] = {}
    for one in (kind, *kind.__subclasses__()):
        for name, given in inspect.signature(one.__init__).parameters.items():
            if name in {"self", "api_kwargs"} or given.kind is given.VAR_KEYWORD:
                continue
            key = "from" if name == "from_user" else name
            must = given.default is inspect.Parameter.empty or "persistent_id" in key or key in _ASKED_FOR
            required = must or (key in found and found[key][2])
            found[key] = (key, str(given.annotation), required)
    return tuple(found.values())


@cache
def _names(kind: type) -> tuple[str, ...]:
    """The values of "type" or "status" that tell the classes derived from this one apart."""
    return tuple(value for name, value in vars(kind).items() if name.isupper() and isinstance(value, str))


def _object(draw: Random, kind: type, depth: int) -> dict[str, Any]:
    names, made = _names(kind), dict[str, Any]()
    often = _RARE_IN_MESSAGE if kind is telegram.Message else _RARE
    for key, annotation, required in _fields(kind):
        if required or (depth > 0 and draw.random() < often):
            made[key] = _value(draw, key, annotation, depth)
    if kind.__subclasses__() and names:
        made["type" if "type" in dict.fromkeys(key for key, _, _ in _fields(kind)) else "status"] = draw.choice(names)
    return made


def _value(draw: Random, key: str, annotation: str, depth: int) -> Any:
    words = [word for word in _WORD.findall(annotation) if word in _SIMPLE or isinstance(_class(word), type)]
    word = words[-1] if words else "str"
    if word in {"NoneType"}:
        return None
    value = _simple(draw, key, word) if word in _SIMPLE else _special(draw, word, depth)
    for _ in range(annotation.count("Sequence[")):
        value = [value] * draw.choice((0, 1, 1, 2))
    return value


def _class(name: str) -> type | None:
    found = getattr(telegram, name, None)
    return found if isinstance(found, type) and issubclass(found, telegram.TelegramObject) else None


def _special(draw: Random, name: str, depth: int) -> Any:
    if name == "User":
        number = draw.choice(PEOPLE)
        return {"id": number, "is_bot": draw.random() < 0.05, "first_name": f"P{number}", "language_code": "en"}
    if name == "Chat":
        return draw.choice([{"id": one, "type": "supergroup", "title": "G", "is_forum": True} for one in GROUPS])
    kind = telegram.Message if name == "MaybeInaccessibleMessage" else _class(name)
    return _object(draw, kind, depth - 1) if kind is not None and depth > -4 else {}


def _simple(draw: Random, key: str, word: str) -> Any:
    match word:
        case "bool":
            return True
        case "int":
            return draw.choice((0, 1, 2, 7, 1_000, 4_000, 2**40))
        case "float":
            return draw.uniform(-90, 90)
        case "datetime" | "timedelta":
            return draw.choice((1_700_000_000, 0, 60))
        case _:
            return f"{key}-{draw.randrange(9)}" if key.endswith("id") else draw.choice(_TEXTS)


def valid_update(draw: Random, number: int, cast: Cast = STRANGERS) -> dict[str, Any]:
    """An update that Telegram might send, of any kind; half of them messages from a person in private."""
    kinds = {key: note for key, note, required in _fields(telegram.Update) if not required}
    usual = draw.random() < 0.6
    key = draw.choice(("message", "message", "edited_message", "callback_query")) if usual else draw.choice(list(kinds))
    body = _value(draw, key, kinds[key], 4)
    if isinstance(body, dict) and "message" in key:
        _address(draw, body, cast)
    if isinstance(body, dict) and key == "callback_query":
        body["id"] = str(draw.getrandbits(62))  # each press has its own
        if cast.buttons:
            _press(draw, body, cast)
    return {"update_id": number, key: body}


def _person(number: int) -> dict[str, Any]:
    return {"id": number, "is_bot": False, "first_name": f"P{number}", "language_code": "en"}


def _private(person: dict[str, Any]) -> dict[str, Any]:
    return {"id": person["id"], "type": "private", "first_name": person["first_name"]}


def _press(draw: Random, query: dict[str, Any], cast: Cast) -> None:
    """A button that is there, pressed mostly by whom it was shown to, where it was shown to them."""
    query["data"], owner = draw.choice(cast.buttons)
    query["from"] = person = _person(owner if owner and draw.random() < 0.8 else draw.choice(cast.people))
    message = {"message_id": draw.randrange(1, 10**6), "date": 1_700_000_000}
    query["message"] = message | {"chat": _private(person) if draw.random() < 0.8 else _special(draw, "Chat", 1)}


def _address(draw: Random, message: dict[str, Any], cast: Cast) -> None:
    person = _special(draw, "User", 1) if cast is STRANGERS else _person(draw.choice(cast.people))
    message["from"] = person
    message["message_id"] = draw.randrange(1, 10**6)
    if draw.random() < 0.7:
        message["chat"] = _private(person)
    if draw.random() < cast.texting:
        text = draw.choice(cast.texts)
        message["text"] = text
        if text.startswith("/"):
            message["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text.split()[0])}]


def spoilt(draw: Random, update: dict[str, Any]) -> Any:
    """The update with one to three things in it broken: missing, of another type, beyond all bounds, nested."""
    broken: Any = copy.deepcopy(update)
    for _ in range(draw.randint(1, 3)):
        places = list(_places(broken))
        if not places:
            break
        holder, key = draw.choice(places[: draw.choice((2, 12, 200))])
        if draw.random() < 0.3:
            del holder[key]
        else:
            holder[key] = _deep(draw) if draw.random() < 0.04 else copy.deepcopy(draw.choice(_JUNK))
    return draw.choice(_JUNK) if draw.random() < 0.01 else broken


def _places(value: Any) -> Any:
    """Every key of every object in it, outermost first."""
    inner = (
        list(value.items()) if isinstance(value, dict) else list(enumerate(value)) if isinstance(value, list) else []
    )
    for key, _ in inner:
        if isinstance(value, dict):
            yield value, key
    for _, one in inner:
        yield from _places(one)


def _deep(draw: Random) -> Any:
    value: Any = 1
    for _ in range(draw.choice((50, 90, 150))):
        value = [value] if draw.random() < 0.5 else {"message": value}
    return value
