# SPDX-License-Identifier: GPL-3.0-or-later
"""What is known before there is any window: folders, this machine's settings, how it was started.

It imports no Qt, and it is imported before Qt: PySide6 reads the source of every module that is
imported after it (0.3 ms each), and what stands here is most of what has none of Qt in it.
"""

from __future__ import annotations

import os
from typing import NamedTuple

from bondsdesk.app.folders import Folders, find_folders
from bondsdesk.app.front_door import patience, sentences
from bondsdesk.app.machine_settings import MachineSettings
from bondsdesk.app.options import Options
from bondsdesk.app.relaunch import Arrival, arrival
from bondsdesk.kernel import clock, dates
from bondsdesk.vault import threshold
from bondsdesk.vault.files import VaultFiles

EARLY = (clock, dates, patience, sentences, threshold)
"""Modules that the first window needs and that know no Qt; imported here for their place only."""


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
