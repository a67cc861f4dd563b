# SPDX-License-Identifier: GPL-3.0-or-later
"""A page on which a paper sheet was right does not stay open with nobody in front of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from bondsdesk.app.front_door.door_context import DoorContext
from bondsdesk.app.idle import IdleLock


def close_when_alone(page: QWidget, context: DoorContext, close: Callable[[], None]) -> None:
    """Call `close` when nobody was there for as long as locks an open desk; ends with the page."""
    absence = IdleLock(context.clock, context.away_minutes)
    absence.setParent(page)
    absence.idle.connect(close)
    absence.begin()
