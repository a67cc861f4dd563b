# SPDX-License-Identifier: GPL-3.0-or-later
"""Brings the tables of every owner up to date, step by step; opening.py makes a copy first.

Each step runs in one transaction together with its record, so after any interruption a step is
either done or not begun (F04).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.migration import Migration, MigrationSet
from bondsdesk.vault.work import Reader, Work


@dataclass(frozen=True, slots=True)
class PendingStep:
    """One step that has not run yet."""

    owner: str
    position: int
    migration: Migration


def pending_steps(reader: Reader, sets: Sequence[MigrationSet]) -> list[PendingStep]:
    """Return what is still to do, in order.

    Raises ExpectedError "vault.newer" if steps ran that this version does not know.
    """
    done: dict[str, list[str]] = {}
    for owner, name in reader.rows("SELECT owner, name FROM migration ORDER BY owner, position"):
        done.setdefault(owner, []).append(name)
    known = {s.owner: [m.name for m in s.migrations] for s in sets}
    if len(known) != len(sets):
        raise ValueError("two migration sets of one owner")
    for owner, names in done.items():
        if names != known.get(owner, [])[: len(names)]:
            raise ExpectedError("vault.newer")
    return [
        PendingStep(s.owner, position, migration)
        for s in sets
        for position, migration in enumerate(s.migrations)
        if position >= len(done.get(s.owner, []))
    ]


def run_step(work: Work, step: PendingStep, now: datetime) -> None:
    """Run one step and write down that it ran, both inside the caller's transaction."""
    for statement in step.migration.statements:
        work.run(statement)
    work.run(
        "INSERT INTO migration (owner, position, name, ran_at) VALUES (?, ?, ?, ?)",
        (step.owner, step.position, step.migration.name, now.isoformat()),
    )
