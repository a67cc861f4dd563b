# SPDX-License-Identifier: GPL-3.0-or-later
"""Shared limits in SQL."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from bondsdesk.kernel.ids import Uid
from bondsdesk.rooms.boundaries.domain.limit import Limit

if TYPE_CHECKING:
    from bondsdesk.vault.work import Reader, Work

_LIMIT = "uid, owner, text, area, resting, since, acknowledged"


class LimitReader:
    """Reads the limits that both can read."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def all(self) -> list[Limit]:
        """Return all of them, the newest first."""
        rows = self._reader.rows(f"SELECT {_LIMIT} FROM boundaries_limit ORDER BY since DESC, uid")  # noqa: S608
        return [_limit(row) for row in rows]

    def one(self, uid: str) -> Limit | None:
        """Return one of them."""
        row = self._reader.row(f"SELECT {_LIMIT} FROM boundaries_limit WHERE uid = ?", (uid,))  # noqa: S608
        return _limit(row) if row else None


class LimitStore(LimitReader):
    """Writes limits, inside one transaction."""

    def __init__(self, work: Work) -> None:
        super().__init__(work)
        self._work = work

    def put(self, limit: Limit) -> None:
        """Keep a limit in the place both can read, instead of its earlier form."""
        self._work.run(
            f"INSERT OR REPLACE INTO boundaries_limit ({_LIMIT}) VALUES (?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
            (
                limit.uid,
                limit.owner,
                limit.text,
                limit.area,
                int(limit.state == "resting"),
                limit.since.isoformat(),
                int(limit.acknowledged),
            ),
        )

    def remove(self, uid: str) -> None:
        """Delete a limit; nothing happens if it is not there."""
        self._work.run("DELETE FROM boundaries_limit WHERE uid = ?", (uid,))


def _limit(row: Sequence[Any]) -> Limit:
    uid, owner, text, area, resting, since, acknowledged = row
    state = "resting" if resting else "shared"
    when = datetime.fromisoformat(since)
    return Limit(Uid(uid), owner, text, area, state, when, bool(acknowledged))  # type: ignore[arg-type]
