# SPDX-License-Identifier: GPL-3.0-or-later
"""A new vault is made whole in a folder beside its place, then moved in; the header comes last.

While the staged header is there nobody has written anything yet, so an interrupted move is
carried on without a question. Nothing is ever overwritten.
"""

from __future__ import annotations

import contextlib
import shutil

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.vault.files import VaultFiles, flush_folder, make_private_folder, os_failure


def staged(files: VaultFiles) -> VaultFiles:
    """Return the paths inside the staging folder."""
    return VaultFiles(data=files.staging, config=files.staging / "config")


def clear_staging(files: VaultFiles) -> VaultFiles:
    """Make an empty staging folder and return its paths. Raises as `os_failure` does."""
    with contextlib.suppress(FileNotFoundError):
        try:
            shutil.rmtree(files.staging)
        except FileNotFoundError:
            raise
        except OSError as error:
            raise os_failure(error, files.data) from error
    make_private_folder(files.data)
    make_private_folder(files.staging)
    return staged(files)


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


def finish_interrupted_founding(files: VaultFiles) -> None:
    """Carry on a move that was cut short; do nothing where there is none."""
    if staged(files).header.exists():
        move_in(files)
