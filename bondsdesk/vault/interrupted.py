# SPDX-License-Identifier: GPL-3.0-or-later
"""Moves whole vaults into place, and carries such a move on if it was cut short.

A new vault is made whole in a folder beside its place, then moved in, the header last; while the
staged header is there nobody has written anything yet, so nothing needs asking. A restore sets
each old file aside before its new one comes in; as long as the new copy of a file waits, the one
in place is the old. Nothing is ever overwritten. Light: the lock screen loads it.
"""

from __future__ import annotations

import contextlib
import json
import re
import shutil
from pathlib import Path

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.vault.files import (
    VaultFiles,
    flush_folder,
    make_private_folder,
    os_failure,
    write_whole,
)

READY = "ready"
RESTORE_NOTE = "vault.restored"
_ASIDE = re.compile(r"set-aside-[0-9TZ-]+")


def finish_interrupted(files: VaultFiles) -> None:
    """Carry on a founding or a restore that was cut short. Raises as `os_failure` does."""
    # The header moves last: one that is in place already says that this is no founding.
    if staged(files).header.exists() and not files.header.exists():
        move_in(files)
    finish_interrupted_restore(files)


def staged(files: VaultFiles) -> VaultFiles:
    """Return the paths inside the staging folder."""
    return VaultFiles(data=files.staging, config=files.staging / "config")


def move_in(files: VaultFiles) -> None:
    """Move a staged vault into place: database, state, mirror, and the header last.

    Raises ExpectedError "vault.files_present" if a file is already there, else as `os_failure`.
    """
    source = staged(files)
    moves = (
        (source.database, files.database),
        (source.state, files.state),
        (source.mirror, files.mirror),
        (source.header, files.header),
    )
    try:
        for old, new in moves:
            if not old.exists():
                continue
            if new.exists():
                raise ExpectedError("vault.files_present", folder=str(files.data))
            old.rename(new)
            flush_folder(files.data)
    except OSError as error:
        raise os_failure(error, files.data) from error
    shutil.rmtree(files.staging, ignore_errors=True)


def finish_interrupted_restore(files: VaultFiles) -> None:
    """Carry on a restore whose new files are complete; do nothing where there is none.

    Raises ExpectedError "vault.restore_damaged" (`folder`) where its note says nothing sensible.
    """
    folder = restoring_folder(files)
    ready = folder / READY
    if not ready.exists():
        return
    try:
        content = ready.read_bytes()
        aside = files.data / _aside_name(content, folder)
        make_private_folder(aside)
        _exchange(files, VaultFiles(folder, folder), VaultFiles(aside, aside))
        write_whole(files.data / RESTORE_NOTE, content)
        ready.unlink()
    except OSError as error:
        raise os_failure(error, files.data) from error
    shutil.rmtree(folder, ignore_errors=True)


def _aside_name(content: bytes, folder: Path) -> str:
    """Return the plain name of the folder for what was there before, never a way elsewhere."""
    try:
        name = json.loads(content)["aside"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise ExpectedError("vault.restore_damaged", folder=str(folder)) from error
    if not isinstance(name, str) or not _ASIDE.fullmatch(name):
        raise ExpectedError("vault.restore_damaged", folder=str(folder))
    return name


def restoring_folder(files: VaultFiles) -> Path:
    """Return the folder in which a backup is unpacked before it is moved in."""
    return files.data / "vault.restoring"


def _exchange(files: VaultFiles, new: VaultFiles, aside: VaultFiles) -> None:
    """Move each old file aside and its new one in; the log and the state go with the old one."""
    log = files.database.name + "-wal"
    if new.database.exists():
        for name in (log, files.state.name):
            _move(files.data / name, aside.data / name)
        for copy in (files.config_header, files.config_state):
            _set_config_copy_aside(copy, aside.data / f"config.{copy.name}")
    for name in (files.database.name, files.mirror.name, files.header.name):
        if (new.data / name).exists():
            _move(files.data / name, aside.data / name)
            _move(new.data / name, files.data / name)
        if (new.data / name).exists():
            raise ExpectedError("vault.files_present", folder=str(files.data))
    flush_folder(aside.data)
    flush_folder(files.data)


def _set_config_copy_aside(copy: Path, target: Path) -> None:
    """Set a third copy aside too, or it would win over what is brought back. Never raises OSError.

    The per-user folder may be on another disk, so it is copied before it goes.
    """
    with contextlib.suppress(OSError):
        if copy.exists() and not target.exists():
            write_whole(target, copy.read_bytes())
        copy.unlink(missing_ok=True)


def _move(source: Path, target: Path) -> None:
    if source.exists() and not target.exists():
        source.rename(target)
