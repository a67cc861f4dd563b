# SPDX-License-Identifier: GPL-3.0-or-later
"""What every page of setting up is: a title, one sentence, a middle, and what is still missing."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bondsdesk.app.front_door.door_context import DoorContext


class StepPage(QWidget):
    """One step. Emits `changed` when what is missing may have changed, `forward` on Enter.

    A page writes what was chosen into the flow as it is typed, so going back and forward, or
    changing the language, loses nothing.
    """

    changed = Signal()
    forward = Signal()

    def __init__(self, context: DoorContext) -> None:
        super().__init__()
        self.context = context
        self.look = context.look
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(self.look.px(16))

    def title(self) -> str:
        """Return the title over the page."""
        raise RuntimeError(type(self).__name__)

    def sentence(self) -> str:
        """Return the one sentence under it."""
        return ""

    def missing(self) -> str | None:
        """Return a sentence for what is still missing, None when the page may be left."""
        return None

    def button_text(self) -> str | None:
        """Return other words for the main button, None for "Continue"."""
        return None

    def enter(self) -> None:
        """Put the focus where typing begins; the page is visible now."""

    def leave(self) -> None:
        """Let go of anything secret on the screen; the page is about to go."""
