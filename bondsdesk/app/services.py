# SPDX-License-Identifier: GPL-3.0-or-later
"""What the start of the program hands to the open desk. Plain references, no behaviour."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from bondsdesk.app.machine_settings import MachineSettings
from bondsdesk.kernel.clock import Clock
from bondsdesk.kernel.words import Language
from bondsdesk.widgets.dialogs import Dialogs
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.tasks import Tasks


def _left_alone(_minutes: int) -> None:
    """Stand in where no idle lock runs."""


@dataclass(frozen=True)
class Services:
    """Everything that outlives an unlock.

    `lock`, `hand_over` and `hide` end this desk; each keeps the drafts first. `help_page` builds
    the help page, which has a signal `closed`. `switch_language` installs catalogue, Qt's words
    and direction; the desk rebuilds its own pages afterwards. `seat_second` runs the set-up of the
    second partner over the open vault and then calls the desk's `pair_changed`. `lock_after` tells
    the idle lock its minutes.
    """

    clock: Clock
    look: Look
    dialogs: Dialogs
    tasks: Tasks
    machine: MachineSettings
    lock: Callable[[], None]
    hand_over: Callable[[], None]
    hide: Callable[[], None]
    help_page: Callable[[], QWidget]
    switch_language: Callable[[Language], None]
    hold_idle_lock: Callable[[bool], None]
    seat_second: Callable[[], None]
    lock_after: Callable[[int], None] = _left_alone
