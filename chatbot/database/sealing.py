"""Sealing what people wrote: AES-256-GCM with a key per person, each wrapped by `DATA_KEY`.

A person's key is made at first use and kept in `contact_keys`, wrapped. A sealed value is

    number of the key (8 bytes) · nonce (12 bytes) · ciphertext with its tag

and binds the column it belongs to, so that it opens nowhere else. It names its key by number, not by person: after
an erasure the number leads nowhere, and a person who comes back gets a new key that opens nothing old. That a key was
destroyed is kept in `erasures`, by its fingerprint, so that a copy of the database from before can be told.

Nonces come from the operating system and never from the transaction's `random_bytes`, which tests make repeat.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import logging
import os
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import Connection, bindparam, delete, insert, select, update
from sqlalchemy.dialects.postgresql import insert as insert_once  # compiles for SQLite as well

from chatbot.database.tables import contact_keys, erasures, marks
from chatbot.domain.errors import SettingsError, StorageDamaged

SHOP = 0
"""The subject of what belongs to no person: its key is never destroyed."""

ERASED = ""
"""What opens in place of a value whose key was destroyed."""

KEY_NUMBER = 8
"""The first bytes of a sealed value: the number of its key, big-endian."""

_NONCE, _KEY = 12, 32
_GREATEST = 2**63 - 1  # a number beyond it is that of no row
_CHECK = "data_key_check"

_OPENS_NO_KEY = "DATA_KEY does not open the keys in this database; set the one it was made with"

_log = logging.getLogger(__name__)

_KEY_OF = select(contact_keys.c.id, contact_keys.c.wrapped, contact_keys.c.telegram_id).where(
    contact_keys.c.telegram_id == bindparam("subject")
)
_KEYS = select(contact_keys.c.id, contact_keys.c.wrapped, contact_keys.c.telegram_id).where(
    contact_keys.c.id.in_(bindparam("numbers", expanding=True))
)
_ADD_KEY = insert(contact_keys).returning(contact_keys.c.id)
_ALL_KEYS = select(contact_keys.c.wrapped, contact_keys.c.telegram_id).order_by(contact_keys.c.id)
_DESTROY = delete(contact_keys).where(contact_keys.c.telegram_id == bindparam("subject"))
_WRAP_ANEW = (
    update(contact_keys).where(contact_keys.c.telegram_id == bindparam("subject")).values(wrapped=bindparam("anew"))
)
_PROVE_ANEW = update(marks).where(marks.c.name == _CHECK)
_ADD_ERASURE = insert_once(erasures).on_conflict_do_nothing()
_MARK = select(marks.c.value).where(marks.c.name == _CHECK)


def new_data_key() -> str:
    """A new `DATA_KEY`: 32 random bytes in base64url."""
    return base64.urlsafe_b64encode(os.urandom(_KEY)).decode()


class DataKey:
    """The key that wraps all others. Raises `SettingsError` where the text is no key; its repr shows nothing."""

    def __init__(self, text: str) -> None:
        try:
            key = base64.b64decode(text.strip().encode(), altchars=b"-_", validate=True)
        except (binascii.Error, ValueError):
            key = b""
        if len(key) != _KEY:
            raise SettingsError("DATA_KEY must be 32 bytes in base64url; `chatbot new-key` prints one")
        self._cipher = AESGCM(key)

    def wrap(self, key: bytes, purpose: str) -> bytes:
        """The key, readable only with this one and for this purpose."""
        nonce = os.urandom(_NONCE)
        return nonce + self._cipher.encrypt(nonce, key, purpose.encode())

    def unwrap(self, wrapped: bytes, purpose: str) -> bytes:
        """The reverse of `wrap`; raises `InvalidTag` for another key or purpose."""
        return self._cipher.decrypt(wrapped[:_NONCE], wrapped[_NONCE:], purpose.encode())


def check_data_key(connection: Connection, data_key: DataKey) -> None:
    """Raise `SettingsError` where the database was sealed with another `DATA_KEY`; a new database takes this one."""
    if not fits(connection, data_key):
        raise SettingsError(
            "DATA_KEY is not the one that this database was sealed with; set that one, or use another database"
        )
    if connection.execute(_MARK).scalar() is None:
        connection.execute(insert(marks), {"name": _CHECK, "value": _proof(data_key)})


def fits(connection: Connection, data_key: DataKey) -> bool:
    """Whether the database is sealed with this key, or with none yet."""
    mark = connection.execute(_MARK).scalar()
    try:
        return mark is None or data_key.unwrap(base64.b64decode(mark), _CHECK) == b""
    except InvalidTag:
        return False


def rewrap(connection: Connection, old: DataKey, new: DataKey) -> int:
    """Seal the database with another `DATA_KEY`; what is kept is not touched. Returns how many keys it wrapped anew.

    A person's key that was changed in the file stays as it is, and opens nothing under the other one either. Raises
    `SettingsError` where `old` is not the one that the database is sealed with.
    """
    check_data_key(connection, old)
    keys = Vault(connection, old).sound_keys()
    for subject, key in keys.items():
        anew = new.wrap(key, _purpose(subject))
        connection.execute(_WRAP_ANEW, {"subject": subject, "anew": anew})
    connection.execute(_PROVE_ANEW, {"value": _proof(new)})
    return len(keys)


def _proof(data_key: DataKey) -> str:
    return base64.b64encode(data_key.wrap(b"", _CHECK)).decode()


class Vault:
    """Seals and opens within one transaction. A subject is a Telegram user id, or `SHOP`.

    What needs a key that was changed in the file raises `StorageDamaged`, and nothing else does.
    """

    def __init__(self, connection: Connection, data_key: DataKey) -> None:
        self._connection = connection
        self._data_key = data_key
        self._keys: dict[int, tuple[int, AESGCM]] = {}  # number and key by subject
        self._ciphers: dict[int, AESGCM | None] = {}  # by number; None: destroyed, or damaged
        self._damaged: set[int] = set()  # numbers
        self.has_destroyed = False

    def seal(self, subject: int, text: str, place: str) -> bytes:
        """The text for the column `place` ("table.column"), readable while the subject's key exists."""
        number, cipher = self._key(subject)
        head, nonce = number.to_bytes(KEY_NUMBER, "big"), os.urandom(_NONCE)
        return head + nonce + cipher.encrypt(nonce, text.encode(), head + place.encode())

    def open(self, sealed: bytes | None, place: str) -> str:
        """What was sealed for this column; `ERASED` where the key was destroyed or the value blanked.

        Raises `StorageDamaged` where the value or its key was changed, or the value belongs to another column.
        """
        if sealed is None:
            return ERASED
        head, nonce = sealed[:KEY_NUMBER], sealed[KEY_NUMBER : KEY_NUMBER + _NONCE]
        number = int.from_bytes(head, "big")
        if number not in self._ciphers:
            self._load({number})
        cipher = self._ciphers[number]
        if cipher is None and number not in self._damaged:
            return ERASED
        try:
            if cipher is not None:
                return cipher.decrypt(nonce, sealed[KEY_NUMBER + _NONCE :], head + place.encode()).decode()
        except (InvalidTag, ValueError):  # a value cut short has no whole nonce
            pass
        raise StorageDamaged(f"a value in {place} was changed outside the bot; restore the latest backup")

    def expect(self, values: Iterable[bytes | None]) -> None:
        """Fetch the keys of many values at once, before they are opened one by one."""
        numbers = {int.from_bytes(value[:KEY_NUMBER], "big") for value in values if value is not None}
        if missing := numbers - self._ciphers.keys():
            self._load(missing)

    def destroy(self, subject: int, at: datetime) -> None:
        """Destroy the subject's key: all that was sealed with it is unreadable for ever. `at` is kept with that."""
        if subject == SHOP:
            raise ValueError("the shop's own key is never destroyed")
        row = self._connection.execute(_KEY_OF, {"subject": subject}).first()
        if row is None:
            return
        try:
            add_erasure(self._connection, _fingerprint(self._unwrapped(row.wrapped, subject)), at)
        except StorageDamaged:  # it opened nothing any more; of an older copy, where it did, nobody can tell it
            _log.warning("a destroyed key had been changed in the file: a backup from before that still knows whose")
        self.has_destroyed = True
        self._keys.pop(subject, None)
        self._ciphers.clear()
        self._connection.execute(_DESTROY, {"subject": subject})

    def fingerprints(self) -> dict[str, int]:
        """Every person's subject by the fingerprint of their key, as far as that is sound."""
        return {_fingerprint(key): subject for subject, key in self.sound_keys().items() if subject != SHOP}

    def sound_keys(self) -> dict[int, bytes]:
        """Every key by its subject, without those that were changed in the file: they open nothing any more.

        Raises `SettingsError` where none can be opened.
        """
        keys: dict[int, bytes] = {}
        rows = self._connection.execute(_ALL_KEYS).all()
        for row in rows:
            with suppress(StorageDamaged):
                keys[row.telegram_id] = self._unwrapped(row.wrapped, row.telegram_id)
        if rows and not keys:  # the mark by which `fits` knows the DATA_KEY may be lost
            raise SettingsError(_OPENS_NO_KEY)
        if len(keys) < len(rows):
            _log.error("%d keys were changed in the file; what they sealed cannot be read", len(rows) - len(keys))
        return keys

    def _key(self, subject: int) -> tuple[int, AESGCM]:
        if subject not in self._keys:
            row = self._connection.execute(_KEY_OF, {"subject": subject}).first()
            self._keys[subject] = self._learn(*row) if row else self._make(subject)
        return self._keys[subject]

    def _make(self, subject: int) -> tuple[int, AESGCM]:
        wrapped = self._data_key.wrap(AESGCM.generate_key(bit_length=8 * _KEY), _purpose(subject))
        number = self._connection.execute(_ADD_KEY, {"telegram_id": subject, "wrapped": wrapped}).scalar_one()
        return self._learn(number, wrapped, subject)

    def _load(self, numbers: set[int]) -> None:
        """What is damaged is told of where it is opened: many keys are fetched for many people at once."""
        self._ciphers.update(dict.fromkeys(numbers))
        self._damaged |= {number for number in numbers if number > _GREATEST}
        for row in self._connection.execute(_KEYS, {"numbers": sorted(numbers - self._damaged)}):
            try:
                self._learn(*row)
            except StorageDamaged:
                self._damaged.add(row.id)

    def _learn(self, number: int, wrapped: bytes, subject: int) -> tuple[int, AESGCM]:
        cipher = AESGCM(self._unwrapped(wrapped, subject))
        self._ciphers[number] = cipher
        return number, cipher

    def _unwrapped(self, wrapped: bytes, subject: int) -> bytes:
        try:
            return self._data_key.unwrap(wrapped, _purpose(subject))
        except (InvalidTag, ValueError):
            if fits(self._connection, self._data_key):
                raise StorageDamaged("a person's key was changed outside the bot; restore the latest backup") from None
            raise SettingsError(_OPENS_NO_KEY) from None


def add_erasure(connection: Connection, fingerprint: str, at: datetime) -> None:
    """Keep that a key was destroyed; nothing changes where that is known already."""
    connection.execute(_ADD_ERASURE, {"fingerprint": fingerprint, "erased_at": at})


def _fingerprint(key: bytes) -> str:
    return hashlib.sha256(key).hexdigest()


def _purpose(subject: int) -> str:
    return f"contact_keys:{subject}"
