# SPDX-License-Identifier: GPL-3.0-or-later
"""The backups that lie on the shelf: which there are, whether one is due, which may go."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bondsdesk.kernel.dates import local_day
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.vault.bundle import Manifest, glance_at_bundle, read_bundle
from bondsdesk.vault.files import VaultFiles

DAYS_KEPT, WEEKS_KEPT, MONTHS_KEPT = 7, 4, 6


@dataclass(frozen=True, slots=True)
class Shelved:
    """One backup with what its manifest says."""

    path: Path
    manifest: Manifest


def shelved(files: VaultFiles) -> list[Shelved]:
    """Return the backups whose manifest can be read, newest first."""
    found = []
    for path in _paths(files):
        with contextlib.suppress(ExpectedError, OSError):
            found.append(Shelved(path, glance_at_bundle(path)))
    return sorted(found, key=_age, reverse=True)


def backup_due(files: VaultFiles, now: datetime) -> bool:
    """Tell whether no backup was made on this day, as the laptop counts days."""
    today = local_day(now)
    return all(local_day(backup.manifest.moment()) != today for backup in shelved(files))


def thin_out(files: VaultFiles) -> list[Path]:
    """Delete what 7 days, 4 weeks and 6 months do not need; return what went.

    The newest one that is whole is never deleted; where none is whole, nothing is.
    """
    backups = shelved(files)
    newest_sound = next((b for b in backups if _is_whole(b.path)), None)
    if newest_sound is None:
        return []
    kept = {newest_sound.path, *_needed(backups)}
    gone = [b.path for b in backups if b.path not in kept]
    for path in gone:
        with contextlib.suppress(OSError):
            path.unlink()
    return gone


def _needed(backups: Iterable[Shelved]) -> set[Path]:
    ordered = list(backups)
    return {
        *_newest_of_each(ordered, lambda d: d.date(), DAYS_KEPT),
        *_newest_of_each(ordered, lambda d: d.isocalendar()[:2], WEEKS_KEPT),
        *_newest_of_each(ordered, lambda d: (d.year, d.month), MONTHS_KEPT),
    }


def _newest_of_each(
    newest_first: Iterable[Shelved], span: Callable[[datetime], Hashable], count: int
) -> list[Path]:
    found: dict[Hashable, Path] = {}
    for backup in newest_first:
        found.setdefault(span(backup.manifest.moment().astimezone()), backup.path)
    return list(found.values())[:count]


def _paths(files: VaultFiles) -> list[Path]:
    with contextlib.suppress(OSError):
        return sorted(files.backups.glob("*.bondsdesk"))
    return []


def _is_whole(path: Path) -> bool:
    try:
        read_bundle(path)
    except (ExpectedError, OSError):
        return False
    return True


def _age(backup: Shelved) -> tuple[datetime, str]:
    return backup.manifest.moment(), backup.path.name
