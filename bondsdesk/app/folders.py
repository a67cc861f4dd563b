# SPDX-License-Identifier: GPL-3.0-or-later
"""Where things lie on this machine. It makes folders and names paths; it reads no content."""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
from pathlib import Path
from typing import NamedTuple

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.vault.files import make_private_folder


class Folders(NamedTuple):
    """`data` holds the vault; `config` holds this person's settings of this machine.

    `copies` is where third copies of this very vault's small files go: one folder per data
    folder, so that two vaults on one machine never meet.
    """

    data: Path
    config: Path

    @property
    def key(self) -> str:
        """Return a short name for the data folder, the same at every start, without its path."""
        return hashlib.blake2b(os.fsencode(self.data), digest_size=8).hexdigest()

    @property
    def copies(self) -> Path:
        """Return the folder of third copies."""
        return self.config / "vaults" / self.key

    @property
    def settings(self) -> Path:
        """Return the file of this machine's settings."""
        return self.config / "machine.json"

    @property
    def log(self) -> Path:
        """Return the log file."""
        return self.config / "bondsdesk.log"

    @property
    def reports(self) -> Path:
        """Return the folder of crash reports."""
        return self.config / "reports"


def find_folders(data_dir: Path | None) -> Folders:
    """Name the folders; nothing is made yet."""
    config, data = _linux_folders() if sys.platform == "linux" else _other_folders()
    return Folders(Path(os.path.realpath(data_dir or data)), config)


def _linux_folders() -> tuple[Path, Path]:
    """Return config and data folder of the XDG base directories.

    What platformdirs says as well, without its 10 ms, a twentieth of the whole start.
    """
    config = os.environ.get("XDG_CONFIG_HOME", "").strip() or "~/.config"
    data = os.environ.get("XDG_DATA_HOME", "").strip() or "~/.local/share"
    return Path(config).expanduser() / "bondsdesk", Path(data).expanduser() / "bondsdesk"


def _other_folders() -> tuple[Path, Path]:
    import platformdirs

    config = platformdirs.user_config_dir("bondsdesk", appauthor=False, roaming=False)
    return Path(config), Path(platformdirs.user_data_dir("bondsdesk", appauthor=False))


def make_folders(folders: Folders) -> None:
    """Make both folders, readable for this account only.

    Raises ExpectedError as vault.files.os_failure does for the data folder. A config folder that
    cannot be made is no reason to stay closed: settings then last until the end.
    """
    make_private_folder(folders.data)
    if not os.access(folders.data, os.W_OK | os.X_OK):
        raise ExpectedError("vault.no_rights", folder=str(folders.data))
    with contextlib.suppress(ExpectedError):
        make_private_folder(folders.config)
