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
        self._resting = threading.Event()
        self._resting.set()

    @contextlib.contextmanager
    def at_work(self) -> Iterator[None]:
        """Mark a stretch of work that `stop` waits for. Raises "backup.cancelled" once stopped."""
        with self._lock:
            self._require_wanted()
            self._resting.clear()
        try:
            yield
        finally:
            self._resting.set()

    @contextlib.contextmanager
    def open(self, path: Path) -> Iterator[Database]:
        """Open a file; what runs on it ends with "backup.cancelled" when it is stopped."""
        database = Database(path, self._key, self._salt, "immutable")
        try:
            with self._lock:
                self._require_wanted()
                self._database = database
            yield database
        finally:
            with self._lock:
                self._database = None
            database.close()

    @property
    def stopped(self) -> bool:
        """Tell whether the result is not wanted any more."""
        return self._stopped

    def stop(self) -> None:
        """End the work at its next step and wait until it has let go of the file."""
        with self._lock:
            self._stopped = True
            if self._database is not None:
                self._database.interrupt()
        self._resting.wait()

    def _require_wanted(self) -> None:
        if self._stopped:
            raise ExpectedError("backup.cancelled")
