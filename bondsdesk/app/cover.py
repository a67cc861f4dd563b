# SPDX-License-Identifier: GPL-3.0-or-later
"""The cover of "hide": the closed door without tiles, over everything, in the same instant."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bondsdesk.widgets.desk_drawing import DeskDrawing
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.mark import Mark


class Cover(QWidget):
    """Opaque; shown over the window first, then the place is locked behind it."""

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._look = look
        self.setGeometry(window.rect())
        drawing = DeskDrawing(look, parent=self)
        drawing.setGeometry(self.rect())
        box = QVBoxLayout(self)
        box.setContentsMargins(0, look.px(64), 0, 0)
        box.addWidget(Mark(look), 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(1)

    def drop(self) -> None:
        """Cover the window now: paint before anything else is done."""
        self.show()
        self.raise_()
        self.repaint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the paper."""
        QPainter(self).fillRect(self.rect(), self._look.colour("paper"))
