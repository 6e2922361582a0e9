"""The tree of errors.

    ChatbotError                 everything this program raises on purpose
    ├── Refusal                  a person asked for what cannot be done; names the sentence they see
    │   ├── NotAllowed           the person may not do this
    │   └── IllegalStep          the thing is no longer (or not yet) in a state that allows it
    ├── NotUnderstood            an amount, a number or a name that could not be read
    │   └── UnfitAmount          … or that was read and cannot be one, and why
    ├── SettingsError            a setting is missing or wrong; one clear line for the operator
    ├── ModelError               the language model gave no usable answer
    ├── PictureError             a picture could not be drawn
    ├── TelegramAway             Telegram cannot be reached: whoever can wait tries again, and counts no failure
    └── StorageError             the database cannot be used; says what to do
        ├── StorageAway          … until somebody mends it from outside: whoever can wait tries again
        └── StorageDamaged       one value in it was changed in the file: who needs it cannot go on, everybody else can

A `Refusal` is shown to the person in their language; all others go to the log, and the person sees a calm sentence.
No error text ever holds what a person wrote, a token or a key.
"""

from enum import StrEnum


class ChatbotError(Exception):
    """Root of every error that this program raises on purpose."""


class Refusal(ChatbotError):
    """What a person asked for cannot be done. `text` names the sentence that tells them, `args` fill it."""

    def __init__(self, text: str, **args: object) -> None:
        super().__init__(text)
        self.text = text
        self.args_for_text = args


class NotAllowed(Refusal):
    """The person may not do this."""

    def __init__(self, text: str = "refused-not-allowed", **args: object) -> None:
        super().__init__(text, **args)


class IllegalStep(Refusal):
    """The thing is no longer, or not yet, in a state that allows this step."""


class NotUnderstood(ChatbotError):
    """An amount, a number or a name could not be read from what a person typed."""


class Unfit(StrEnum):
    """Why what a person typed is a number and yet no amount."""

    NOT_ABOVE_ZERO = "not-above-zero"
    TOO_FINE = "too-fine"  # parts of the currency's minor unit
    TOO_LARGE = "too-large"


class UnfitAmount(NotUnderstood):
    """A number was typed that no amount can be; `why` is for the person."""

    def __init__(self, why: Unfit, message: str) -> None:
        super().__init__(message)
        self.why = why


class SettingsError(ChatbotError):
    """A setting is missing or wrong; the message is one line that names it and says how to mend it."""


class ModelError(ChatbotError):
    """The language model gave no usable answer after the policy's retries."""


class PictureError(ChatbotError):
    """A picture could not be drawn."""


class TelegramAway(ChatbotError):
    """Telegram cannot be reached, or asks to be left alone for so many `seconds`. What was wanted is not to blame."""

    def __init__(self, message: str, seconds: float = 0.0) -> None:
        super().__init__(message)
        self.seconds = seconds


class StorageError(ChatbotError):
    """The database cannot be used; the message says what to do."""


class Away(StrEnum):
    """Why the database cannot be used for now."""

    LOCKED = "locked"  # another program holds it
    FULL = "full"  # the disk
    READONLY = "readonly"  # it or its folder may not be written
    DAMAGED = "damaged"  # or no database at all
    UNOPENED = "unopened"
    DISK = "disk"  # failed to read or write
    MOVED = "moved"  # another file, or none, stands in its place


class StorageAway(StorageError):
    """The database cannot be used for now. The step is not to blame. `why` is for the founders, the message for the
    log and the operator."""

    def __init__(self, why: Away, message: str) -> None:
        super().__init__(message)
        self.why = why


class StorageDamaged(StorageError):
    """One value was changed in the file, outside the bot. No other is to blame, and to try again is of no use."""
