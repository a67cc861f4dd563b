# SPDX-License-Identifier: GPL-3.0-or-later
"""The check of the whole file at unlock: both layers, one right after the other (F10 to F12).

A small file is checked at once. A large one is checked in a thread through a second connection that
takes the file as immutable: it asks for no locks, so it gets past EXCLUSIVE, and the file does not
change under it, because no write is let through before it ends.
"""

from __future__ import annotations

import threading
from pathlib import Path

from bondsdesk.kernel.collector import Rest
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.vault.beside import Beside
from bondsdesk.vault.database import Database
from bondsdesk.vault.database_file import damage_places

AT_ONCE_BYTES = 8 * 1024**2
"""Files up to this size are checked before the vault opens; that takes about 0.1 s."""

_STOP_SECONDS = 0.2


def damage_of(database: Database) -> ExpectedError | None:
    """Run both checks on a connection whose log is empty; return the damage found.

    The first sees every changed bit but not a cut, the second sees a cut (section 4.1).
    """
    sealed = database.rows("PRAGMA cipher_integrity_check")
    structure = database.rows("PRAGMA integrity_check(1)")
    if not sealed and structure == [("ok",)]:
        return None
    return ExpectedError("vault.damaged", **damage_places(database.path))


class Health:
    """The result of the check, perhaps still to come.

    The main thread asks `finished` now and then, or calls `require_sound` before a write, which
    waits. The thread touches nothing but its own connection.
    """

    def __init__(self) -> None:
        self._damage: ExpectedError | None = None
        self._failure: BaseException | None = None
        self._thread: threading.Thread | None = None
        self._beside: Beside | None = None
        self._rest: Rest | None = None

    def check_now(self, database: Database) -> None:
        """Check on the open connection. Raises ExpectedError "vault.damaged"."""
        self._damage = damage_of(database)
        self.require_sound()

    def check_beside(self, path: Path, key: bytes, salt: bytes) -> None:
        """Begin the check of a large file in a thread of its own."""
        self._beside = Beside(key, salt)
        self._thread = threading.Thread(
            target=self._check, args=(self._beside, path), name="vault-check"
        )
        self._rest = Rest()
        self._thread.start()

    @property
    def finished(self) -> bool:
        """Tell whether the result is there."""
        if self._thread is not None and self._thread.is_alive():
            return False
        if self._rest is not None:
            self._rest.end()
        return True

    @property
    def damage(self) -> ExpectedError | None:
        """Return the damage found so far, None while the check runs or if all is well."""
        return self._damage if self.finished else None

    def require_sound(self) -> None:
        """Wait for the result. Raises ExpectedError "vault.damaged", or what stopped the check."""
        if self._thread is not None:
            self._thread.join()
        if self._failure is not None:
            raise self._failure
        if self._damage is not None:
            raise ExpectedError(self._damage.code, **self._damage.params)

    def stop(self) -> None:
        """Break off a check that still runs; from then on nothing counts as sound.

        It is waited for a moment only: the first half of the check cannot be interrupted, the
        thread only reads, and locking must be quick. A process that ends waits for the rest,
        because a thread inside the library must not outlive the interpreter.
        """
        if self._beside is not None and self._thread is not None:
            self._beside.stop()
            self._thread.join(_STOP_SECONDS)

    def _check(self, beside: Beside, path: Path) -> None:
        try:
            with beside.open(path) as database:
                self._damage = damage_of(database)
        except ExpectedError as error:
            self._damage = error
        except BaseException as error:  # handed to the main thread, not lost
            self._failure = error
