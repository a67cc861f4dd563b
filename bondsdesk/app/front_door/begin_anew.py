# SPDX-License-Identifier: GPL-3.0-or-later
"""A data folder that was emptied on purpose: what is left of the old vault is put aside.

A missing vault is never a new start by itself; this is the way out for two people who deleted
theirs and say so. It is offered only where nothing of a vault lies in the data folder any more.
"""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

from bondsdesk.vault.files import VaultFiles, os_failure


def only_copies_left(files: VaultFiles) -> bool:
    """Tell whether the data folder holds nothing and only this account's small copies remain."""
    copies = (files.config_header, files.config_state)
    try:
        names = {entry.name for entry in files.data.iterdir()}  # dangling links count too
    except OSError:
        return False
    return names <= {files.lock.name} and any(os.path.lexists(path) for path in copies)


def put_copies_aside(files: VaultFiles, now: datetime) -> Path:
    """Move the copies to a folder of their own and return it. Nothing is deleted.

    Raises ExpectedError as vault.files.os_failure does.
    """
    aside = files.config / f"set-aside-{now:%Y-%m-%dT%H%M%SZ}"
    try:
        aside.mkdir(mode=0o700, exist_ok=True)
        for copy in (files.config_header, files.config_state):
            if copy.exists():
                copy.replace(aside / copy.name)
    except OSError as error:
        raise os_failure(error, files.config) from error
    return aside
