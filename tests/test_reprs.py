"""No `repr` of what the rules handle shows what people are called or wrote: a field of words is hidden, or harmless."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
from collections.abc import Callable, Iterator
from enum import Enum
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

import chatbot.domain
import chatbot.use_cases
from chatbot.use_cases.incoming import Heard, Person, SentFile

HARMLESS = {
    *("kind", "language", "interface", "founder_language", "language_code", "tag", "currency"),  # codes
    *("key", "source_key", "token", "slot", "file_id", "number", "fingerprint", "account"),  # ids of ours or Telegram's
    *("source", "model", "prompt", "prompt_hash", "outcome", "speaker", "role", "action", "what"),  # names of ours
    *("Phrase.text", "Notice.text"),  # ids of our own texts
    *("Command.name", "HandOff.reason", "SetAside.why", "Fault.why", "Series.items"),  # words of our own
    *("Shop.name", "Shop.details", "Shop.tax_note", "Shop.bot_username", "Shop.rates"),  # the shop's settings
    *("Shop.provider", "Shop.privacy_note", "Shop.company"),
}
"""Names of fields, with their class where the name is not enough, that hold nothing of what people are or wrote."""


def _kinds() -> Iterator[type[Any]]:
    for root in (chatbot.domain, chatbot.use_cases):
        for found in pkgutil.walk_packages(root.__path__, f"{root.__name__}."):
            module = importlib.import_module(found.name)
            kinds = [one for one in vars(module).values() if isinstance(one, type) and dataclasses.is_dataclass(one)]
            yield from (kind for kind in kinds if kind.__module__ == found.name)


def _may_hold_words(hint: Any) -> bool:
    """Whether a value of this type can be words, or have some in it; other dataclasses show their own."""
    if isinstance(hint, type) and issubclass(hint, Enum):
        return False
    if hint in (str, bytes, object, Any) or isinstance(hint, TypeVar):
        return True
    if get_origin(hint) in (Literal, Callable):
        return False
    return any(_may_hold_words(one) for one in get_args(hint))


def _shown(kind: type[Any]) -> Iterator[str]:
    hints = get_type_hints(kind)
    yield from (one.name for one in dataclasses.fields(kind) if one.repr and _may_hold_words(hints[one.name]))


def test_every_field_that_may_hold_words_of_people_is_hidden() -> None:
    kinds = list(_kinds())
    assert len(kinds) > 50
    shown = {(kind.__name__, name) for kind in kinds for name in _shown(kind)}
    left = sorted(f"{kind}.{name}" for kind, name in shown if not {name, f"{kind}.{name}"} & HARMLESS)
    assert not left, left


def test_a_message_tells_its_ids_and_kind_but_not_who_wrote_what() -> None:
    sent = Heard(
        Person(7, "Plantagenia", "zebrawood"),
        7,
        3,
        "document",
        "ebony",
        True,
        "m:7:3",
        file=SentFile("f1", "w", 1, "x"),
    )
    assert repr(sent) == (
        "Heard(person=Person(telegram_id=7, language_code=''), chat_id=7, message_id=3, kind='document', "
        "private=True, source_key='m:7:3', topic_id=None, reply_to=None, forwarded=False, "
        "file=SentFile(file_id='f1', size=1))"
    )
