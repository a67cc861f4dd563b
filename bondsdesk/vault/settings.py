# SPDX-License-Identifier: GPL-3.0-or-later
"""What the couple has agreed to set, in the shared place. Machine settings are not here."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Generic, TypeVar

from bondsdesk.kernel.canonical import canonical_json
from bondsdesk.vault.database import Database
from bondsdesk.vault.work import Work

T = TypeVar("T", str, int, bool)


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
    """One declared key with its default, a module-level constant of whoever uses it."""

    key: str
    default: T


class CoupleSettings:
    """Reads and writes of declared settings."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, setting: Setting[T]) -> T:
        """Return the value, the default if none of its type was set."""
        text = self._database.value("SELECT value FROM setting WHERE key = ?", (setting.key,))
        if text is None:
            return setting.default
        value = json.loads(text)
        return value if type(value) is type(setting.default) else setting.default

    def set(self, work: Work, setting: Setting[T], value: T) -> None:
        """Keep a value as part of a Work."""
        work.run(
            "INSERT INTO setting (key, value) VALUES (?, ?)"
            " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (setting.key, canonical_json(value).decode()),
        )
