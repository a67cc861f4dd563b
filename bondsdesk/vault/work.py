# SPDX-License-Identifier: GPL-3.0-or-later
"""What a room's store is given: plain reads, and writes inside one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from bondsdesk.kernel.people import PartnerId
from bondsdesk.vault.box import BoxKey, PrivateBox
from bondsdesk.vault.database import Database, Row


class Reader:
    """Reads of the open vault. Page by key, never by OFFSET; never COUNT(*) for a badge."""

    def __init__(self, database: Database, box_key: BoxKey) -> None:
        self._database = database
        self._box_key = box_key

    @property
    def vault_id(self) -> str:
        """Return the vault's identifier, 32 hex digits."""
        return self._box_key.vault_id

    @property
    def partner(self) -> PartnerId | None:
        """Return who sits at the desk; None under the shared sheet."""
        return self._box_key.partner

    @property
    def box(self) -> PrivateBox:
        """Return the private box of the partner who sits."""
        return PrivateBox(self._database, self._box_key)

    def rows(self, sql: str, params: Sequence[Any] = ()) -> list[Row]:
        """Return all rows of a query."""
        return self._database.rows(sql, params)

    def row(self, sql: str, params: Sequence[Any] = ()) -> Row | None:
        """Return the first row of a query, None if there is none."""
        return self._database.row(sql, params)

    def value(self, sql: str, params: Sequence[Any] = ()) -> Any:
        """Return the first column of the first row, None if there is no row."""
        return self._database.value(sql, params)


class Work(Reader):
    """One transaction: everything in it is kept together or not at all.

    Acknowledge an intent on screen only after `with vault.work()` has ended: then it is on disk.
    """

    def run(self, sql: str, params: Sequence[Any] = ()) -> int:
        """Run one statement and return how many rows it changed."""
        return self._database.run(sql, params)

    def run_many(self, sql: str, rows: Iterable[Sequence[Any]]) -> int:
        """Run one statement for many rows and return how many it changed."""
        return self._database.run_many(sql, rows)
