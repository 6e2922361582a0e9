"""What is shown for a moment only: chat actions and drafts."""

from collections.abc import Callable
from dataclasses import dataclass

TYPING_SECONDS = 5.0
DRAFT_SECONDS = 30.0


@dataclass(slots=True)
class Moment:
    """What the bot seems to be doing in one chat, each until a time in Unix seconds."""

    action: str = ""
    action_until: float = 0.0
    draft: str = ""
    draft_until: float = 0.0


class Presence:
    """Chat actions and drafts by chat; they fade by themselves or with the bot's next message."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._moments: dict[int, Moment] = {}

    def act(self, chat_id: int, action: str) -> None:
        """Show a chat action (typing, upload_photo …) for five seconds."""
        moment = self._moments.setdefault(chat_id, Moment())
        moment.action, moment.action_until = action, self._clock() + TYPING_SECONDS

    def draft(self, chat_id: int, text: str) -> None:
        """Show a draft for thirty seconds."""
        moment = self._moments.setdefault(chat_id, Moment())
        moment.draft, moment.draft_until = text, self._clock() + DRAFT_SECONDS

    def clear(self, chat_id: int) -> None:
        """The bot has spoken."""
        self._moments.pop(chat_id, None)

    def action_in(self, chat_id: int) -> str:
        """The action shown now, or ""."""
        moment = self._moments.get(chat_id)
        return moment.action if moment and moment.action_until > self._clock() else ""

    def draft_in(self, chat_id: int) -> str | None:
        """The draft shown now ("" is a draft that says it is thinking), or None."""
        moment = self._moments.get(chat_id)
        return moment.draft if moment and moment.draft_until > self._clock() else None

    def next_fading(self) -> float | None:
        """Seconds until the next of them fades; None where nothing is shown."""
        now, ends = self._clock(), []
        for chat_id, moment in list(self._moments.items()):
            ahead = [end for end in (moment.action_until, moment.draft_until) if end > now]
            if not ahead:
                del self._moments[chat_id]
            ends += ahead
        return min(ends) - now if ends else None
