# SPDX-License-Identifier: GPL-3.0-or-later
"""A field of one line."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from bondsdesk.kernel.text import TEXT_LIMIT
from bondsdesk.widgets.lean import lean
from bondsdesk.widgets.look import Look


class LineField(QLineEdit):
    """One line of words. `limit` in characters; a longer paste is cut there by Qt."""

    def __init__(
        self,
        look: Look,
        *,
        placeholder: str = "",
        limit: int = TEXT_LIMIT,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setMaxLength(limit)
        self.setAccessibleName(name)
        self.setProperty("ring", 8)
        self._look = look
        self.textChanged.connect(self._lean)
        look.changed.connect(self.updateGeometry)
        self._lean()

    def changeEvent(self, event: QEvent) -> None:
        """Begin at the other side when the direction changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._lean()

    @Slot()
    def _lean(self) -> None:
        lean(self)
