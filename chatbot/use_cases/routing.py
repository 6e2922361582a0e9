"""The shape of the tables that say which command, button, answer and job leads to which use case, and for whom.

Every module of use cases ends with its own tables; entry.py joins them. A button or command without a rule cannot be
written down, so that "who may do what" is checked in one place, against the sender and not the chat.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from chatbot.domain.people import Contact, Role
from chatbot.use_cases.incoming import Heard, Pressed
from chatbot.use_cases.ports import Job, Transaction
from chatbot.use_cases.replies import Notice

Args = Mapping[str, int | str]


class Rule(StrEnum):
    """Who may: anybody, the crew (founders and team members), or founders only.

    A button that was made for one person is refused to everybody else, whatever its rule; one that anybody may press
    is always made for one person, because it speaks for them.
    """

    ANYBODY = "anybody"
    CREW = "crew"
    FOUNDER = "founder"

    def allows(self, role: Role) -> bool:
        """Whether a person of this role may."""
        match self:
            case Rule.ANYBODY:
                return True
            case Rule.CREW:
                return role is not Role.PERSON
            case Rule.FOUNDER:
                return role is Role.FOUNDER


@dataclass(frozen=True, slots=True)
class Press:
    """What a button does. `once`: a second press of the same button finds it used and changes nothing."""

    rule: Rule
    handle: Callable[[Transaction, Contact, Pressed, Args], Notice]
    once: bool = True


@dataclass(frozen=True, slots=True)
class Command:
    """What a command does: `handle(tx, actor, words after it, heard)`; `in_group`: also in the team's group."""

    name: str
    rule: Rule
    handle: Callable[[Transaction, Contact, str, Heard], None]
    in_group: bool = False


@dataclass(frozen=True, slots=True)
class Expected:
    """Takes the message that somebody was asked for (`Contact.expecting`), already cleared when it is called.

    Whom the question was put to may have left since: the rule is checked against what the settings say now. And its
    matter may have moved on: `is_open` then raises IllegalStep, and changes nothing.
    """

    rule: Rule
    handle: Callable[[Transaction, Contact, Heard, Args], None]
    is_open: Callable[[Transaction, Args], object]


@dataclass(frozen=True, slots=True)
class Work:
    """A kind of job: *prepare* (transaction) → *perform* (await, in worker.py) → *apply* (transaction).

    `prepare` returns what the performer needs, or None where nothing is to be done any more; `apply` gets that and
    the performer's answer; `failed` (where given) says an honest word after the last try. `shows_typing`: the client
    is waiting for it, and sees somebody at work. `once`: where the model fails, they are told so at once, and can help.
    `for_founder`: a founder set it off and waits for it; what a client sets off does not hold it up.
    """

    prepare: Callable[[Transaction, Job], Any]
    apply: Callable[[Transaction, Job, Any, Any], None]
    failed: Callable[[Transaction, Job], None] | None = None
    shows_typing: bool = False
    once: bool = False
    for_founder: bool = False
