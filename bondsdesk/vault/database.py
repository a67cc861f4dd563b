# SPDX-License-Identifier: GPL-3.0-or-later
"""One SQLCipher connection with every switch set, and what its errors mean to a person.

While a vault is open nothing else in this process may open and close its file with ordinary file
calls: closing would drop the lock that keeps other processes out (POSIX). A second connection of
the same library is safe.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Literal

import sqlcipher3.dbapi2 as sqlcipher

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.vault.database_file import damage_places
from bondsdesk.vault.files import closed_to_writing, os_failure

Mode = Literal["open", "create", "immutable"]
Row = tuple[Any, ...]

LOCK_PATIENCE_SECONDS = 0.3
"""A desk that is just closing gets this long; then the vault counts as in use."""

_QUERY = {"open": "mode=rw", "create": "mode=rwc", "immutable": "mode=ro&immutable=1"}
_READER_SWITCHES = (
    "PRAGMA temp_store = MEMORY",  # sorts and indexes never reach a plain temp file (F25)
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
)
_WRITER_SWITCHES = (
    "PRAGMA locking_mode = EXCLUSIVE",  # the one real guard against a second desk (F30)
    "PRAGMA synchronous = FULL",  # NORMAL loses acknowledged commits at a power cut (F02)
    "PRAGMA secure_delete = ON",
    "PRAGMA foreign_keys = ON",
    "PRAGMA recursive_triggers = ON",
)
_BUSY, _LOCKED, _NOMEM, _READONLY, _INTERRUPT, _IOERR, _CORRUPT = 5, 6, 7, 8, 9, 10, 11
_FULL, _CANTOPEN, _NOTADB = 13, 14, 26
_MEANING = {
    _BUSY: "vault.in_use",
    _LOCKED: "vault.in_use",
    _NOMEM: "vault.memory_low",
    _READONLY: "vault.read_only",
    _INTERRUPT: "backup.cancelled",
    _IOERR: "vault.io",
    _CORRUPT: "vault.damaged",
    _FULL: "vault.disk_full",
    _CANTOPEN: "vault.no_rights",
    _NOTADB: "vault.damaged",
}
_PERHAPS_CLOSED = frozenset({"vault.io", "vault.read_only", "vault.no_rights"})


class Database:
    """An open encrypted database; belongs to the thread that made it.

    Every method raises ExpectedError for what the world did (`storage_failure`) and lets the
    library's own error pass for what is a bug.
    """

    def __init__(self, path: Path, key: bytes, salt: bytes, mode: Mode = "open") -> None:
        self.path = path
        if mode == "create":
            _touch_privately(path)
        with storage_failures(path):
            self._connection = sqlcipher.connect(
                f"{path.absolute().as_uri()}?{_QUERY[mode]}",
                uri=True,
                isolation_level=None,
                timeout=LOCK_PATIENCE_SECONDS,
                cached_statements=256,
            )
        self._connection.text_factory = self._text
        try:
            self._switch_on(key, salt, mode)
        except BaseException:
            self._connection.close()  # a failed connection poisons later opens of the file
            raise

    def _switch_on(self, key: bytes, salt: bytes, mode: Mode) -> None:
        self.run("PRAGMA cipher_log_level = NONE")
        # Raw key and stored salt: the first bytes of the file may be lost without harm (F15).
        self.run(f"PRAGMA key = \"x'{key.hex()}{salt.hex()}'\"")
        for switch in _READER_SWITCHES:
            self.run(switch)
        if mode == "immutable":
            return
        for switch in _WRITER_SWITCHES:
            self.run(switch)
        if sys.platform == "darwin":
            self.run("PRAGMA fullfsync = ON")
            self.run("PRAGMA checkpoint_fullfsync = ON")
        if self.value("PRAGMA journal_mode = WAL") != "wal":
            raise ExpectedError("vault.damaged", **damage_places(self.path))

    def rows(self, sql: str, params: Sequence[Any] = ()) -> list[Row]:
        """Return all rows of a query."""
        with storage_failures(self.path):
            rows: list[Row] = self._connection.execute(sql, params).fetchall()
            return rows

    def row(self, sql: str, params: Sequence[Any] = ()) -> Row | None:
        """Return the first row of a query, None if there is none."""
        with storage_failures(self.path):
            row: Row | None = self._connection.execute(sql, params).fetchone()
            return row

    def value(self, sql: str, params: Sequence[Any] = ()) -> Any:
        """Return the first column of the first row, None if there is no row."""
        row = self.row(sql, params)
        return row[0] if row else None

    def run(self, sql: str, params: Sequence[Any] = ()) -> int:
        """Run one statement and return how many rows it changed."""
        with storage_failures(self.path):
            return int(self._connection.execute(sql, params).rowcount)

    def run_many(self, sql: str, rows: Iterable[Sequence[Any]]) -> int:
        """Run one statement for many rows and return how many it changed."""
        with storage_failures(self.path):
            return int(self._connection.executemany(sql, rows).rowcount)

    def in_transaction(self) -> bool:
        """Tell whether a transaction is open."""
        return bool(self._connection.in_transaction)

    def roll_back(self) -> None:
        """Undo the open transaction if there still is one."""
        if self.in_transaction():
            with contextlib.suppress(sqlcipher.Error):
                self._connection.execute("ROLLBACK")

    def empty_log(self) -> None:
        """Bring the write-ahead log into the file and cut it to nothing (F16: empty at rest)."""
        self.rows("PRAGMA wal_checkpoint(TRUNCATE)")

    def interrupt(self) -> None:
        """Stop what runs on this connection; the one call that is for another thread."""
        self._connection.interrupt()

    def close(self) -> None:
        """Close the connection; closing twice is fine."""
        self._connection.close()

    def _text(self, content: bytes) -> str:
        """Decode one text value; U+0000 in it is damage (the silent zero tail, F11)."""
        try:
            text = content.decode("utf-8")
        except UnicodeDecodeError as error:
            raise ExpectedError("vault.damaged", **damage_places(self.path)) from error
        if "\0" in text:
            raise ExpectedError("vault.damaged", **damage_places(self.path))
        return text


def _touch_privately(path: Path) -> None:
    """Make the file with the rights that it and its log keep: the owner's alone."""
    try:
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    except OSError as error:
        raise os_failure(error, path.parent) from error


@contextlib.contextmanager
def storage_failures(path: Path) -> Iterator[None]:
    """Turn the library's errors into what they mean; a bug passes as it is."""
    try:
        yield
    except sqlcipher.Error as error:
        meaning = storage_failure(error, path)
        if meaning is None:
            raise
        raise meaning from error
    except MemoryError as error:
        raise ExpectedError("vault.memory_low") from error


def storage_failure(error: sqlcipher.Error, path: Path) -> ExpectedError | None:
    """Return the meaning of a library error, None for a bug."""
    number = getattr(error, "sqlite_errorcode", None)
    code = _MEANING.get(number & 0xFF) if isinstance(number, int) else None
    if code is None:
        return None
    if code == "vault.damaged":
        return ExpectedError(code, **damage_places(path))
    if code in _PERHAPS_CLOSED:
        code = closed_to_writing(path.parent) or code
    if code == "vault.io":
        return ExpectedError(code, folder=str(path.parent), number=number or 0)
    return ExpectedError(code, folder=str(path.parent))
