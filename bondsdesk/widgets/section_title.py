# SPDX-License-Identifier: GPL-3.0-or-later
"""The title of a part of a page, with a hair under it."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bondsdesk.widgets.hair import Hair
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.look import Look


class SectionTitle(QWidget):
    """A title of 18 bold; 32 above it and 12 below (NOTES.md, Today)."""

    def __init__(self, text: str, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._box = QVBoxLayout(self)
        self._title = Label(text, look, role="card", wrap=True)
        self._box.addWidget(self._title)
        self._box.addWidget(Hair(look))
        self._restyle()
        look.changed.connect(self._restyle)

    def set_text(self, text: str) -> None:
        """Show another title."""
        self._title.setText(text)

    @Slot()
    def _restyle(self) -> None:
        self._box.setContentsMargins(0, self._look.px(32), 0, 0)
        self._box.setSpacing(self._look.px(12))
