# SPDX-License-Identifier: GPL-3.0-or-later
"""What the desk will need, brought in bit by bit while the lock screen waits for a passphrase.

It loads code and types, nothing of anybody's; without it all of that would be paid at unlock.
"""

from __future__ import annotations

import gc
import importlib
from collections import deque
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Slot

_MODULES = ("bondsdesk.vault.opening", "bondsdesk.app.house", "bondsdesk.app.desk")


class LoadAhead(QObject):
    """One step a turn of the event loop, so that typing is never held up for long.

    `room` is the key of the room that was shown last; an unknown one is passed over.
    """

    def __init__(self, room: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: deque[Callable[[], object]] = deque(
            partial(importlib.import_module, name) for name in _MODULES
        )
        self._steps += (partial(_load_page, room), _meet_widget_types, _settle_memory)

    @Slot()
    def begin(self) -> None:
        """Do one step and come back for the next."""
        if self._steps:
            self._steps.popleft()()
            QTimer.singleShot(0, self, self.begin)

    def finish(self) -> None:
        """Do all that is left at once."""
        while self._steps:
            self._steps.popleft()()


def _load_page(room: str) -> None:
    from bondsdesk.app.house import HOUSE

    if any(known.key == room for known in HOUSE):
        importlib.import_module(f"bondsdesk.rooms.{room}.page")


def _meet_widget_types() -> None:
    """Have PySide resolve the widget classes: it does so when the first plain QWidget is asked for.

    Measured: 60 classes of enumerations, 35 ms, otherwise paid by the first list of the desk.
    """
    from PySide6.QtWidgets import QListView

    listing = QListView()
    listing.viewport()
    listing.deleteLater()


def _settle_memory() -> None:
    """Take what is loaded for good out of the collector's rounds; a full one costs 70 ms."""
    gc.collect()
    gc.freeze()
