# SPDX-License-Identifier: GPL-3.0-or-later
"""The database as a file: there and not empty, judged without opening it.

An emptied file would open as a healthy new database (section 4.1), and that is the worst answer of
all; so it is damage, and nothing but the founding of a vault ever makes a database.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.vault.files import VaultFiles, os_failure

_PAGE_BYTES = 4096


def require_database(files: VaultFiles) -> None:
    """Raise ExpectedError "vault.database_missing" or "vault.database_empty", with the places."""
    try:
        size = files.database.stat().st_size
    except FileNotFoundError as error:
        raise ExpectedError("vault.database_missing", **damage_places(files.database)) from error
    except OSError as error:
        raise os_failure(error, files.data) from error
    if size < _PAGE_BYTES:
        raise ExpectedError("vault.database_empty", **damage_places(files.database))


def damage_places(database: Path) -> dict[str, str]:
    """Return what is named beside damage: the folder, its backups, the newest ("–" if none)."""
    backups = database.parent / "backups"
    newest = "–"
    with contextlib.suppress(OSError):
        newest = max((p.name for p in backups.glob("*.bondsdesk")), default=newest)
    return {"folder": str(database.parent), "backups": str(backups), "newest": newest}
