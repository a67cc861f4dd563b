# SPDX-License-Identifier: GPL-3.0-or-later
"""Schema steps as plain data: append-only, one set per room."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Migration:
    """One step, never edited after a release.

    `statements` run in one transaction together with the record that they ran.
    """

    name: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MigrationSet:
    """The ordered steps of one owner ("vault", "appreciation", ...)."""

    owner: str
    migrations: tuple[Migration, ...]
