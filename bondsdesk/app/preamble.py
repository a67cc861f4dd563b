# SPDX-License-Identifier: GPL-3.0-or-later
"""What is known before there is any window: folders, this machine's settings, how it was started.

It imports no Qt.
"""

from __future__ import annotations

import os
from typing import NamedTuple

from bondsdesk.app.folders import Folders, find_folders
from bondsdesk.app.machine_settings import MachineSettings
from bondsdesk.app.options import Options
from bondsdesk.app.relaunch import Arrival, arrival
from bondsdesk.vault.files import VaultFiles


class Preamble(NamedTuple):
    """What the start begins with."""

    folders: Folders
    settings: MachineSettings
    came: Arrival

    @property
    def files(self) -> VaultFiles:
        """Return where the vault lies."""
        return VaultFiles(self.folders.data, self.folders.copies)


def read_preamble(options: Options) -> Preamble:
    """Look at command line, environment and the settings of this machine."""
    folders = find_folders(options.data_dir)
    settings = MachineSettings(folders.settings)
    came = arrival(os.environ)
    if options.language is not None and not came.after_lock:
        settings.language = options.language
    return Preamble(folders, settings, came)
