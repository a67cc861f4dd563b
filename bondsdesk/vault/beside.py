# SPDX-License-Identifier: GPL-3.0-or-later
"""A second look at a file of the vault from a worker, that the main thread can stop at any time.

The connection takes the file as immutable: it asks for no lock, so it gets past EXCLUSIVE, and it
never sees the log. Its user makes sure that the file stands still meanwhile.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from pathlib import Path

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.vault.database import Database


class Beside:
    """Connections to one vault's files, one at a time, in a thread of their own."""

    def __init__(self, key: bytes, salt: bytes) -> None:
        self._key, self._salt = key, salt
        self._lock = threading.Lock()
        self._stopped = False
        self._database: Database | None = None
        self._released = threading.Event()
        self._released.set()

    @contextlib.contextmanager
    def open(self, path: Path) -> Iterator[Database]:
        """Open a file; what runs on it ends with "backup.cancelled" when it is stopped."""
        with self._lock:
            if self._stopped:
                raise ExpectedError("backup.cancelled")
            self._released.clear()
        try:
            database = Database(path, self._key, self._salt, "immutable")
            try:
                yield from self._stoppable(database)
            finally:
                database.close()
        finally:
            self._released.set()

    @property
    def stopped(self) -> bool:
        """Tell whether the result is not wanted any more."""
        return self._stopped

    def stop(self) -> None:
        """Break off what runs and refuse what comes; a statement may take a moment to notice."""
        with self._lock:
            self._stopped = True
            if self._database is not None:
                self._database.interrupt()

    def wait(self) -> None:
        """Wait until no file is open."""
        self._released.wait()

    def _stoppable(self, database: Database) -> Iterator[Database]:
        with self._lock:
            self._database = database
        try:
            if self._stopped:
                raise ExpectedError("backup.cancelled")
            yield database
        finally:
            with self._lock:
                self._database = None
