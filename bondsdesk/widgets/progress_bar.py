# SPDX-License-Identifier: GPL-3.0-or-later
"""A thin bar of how far something has come; figures stand beside it in words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from bondsdesk.widgets.look import Look

_FINE = 1000


class Bar(QProgressBar):
    """`height` pixels at 100 %; it fills in reading direction."""

    def __init__(
        self, look: Look, *, height: int = 4, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._height = height
        self.setRange(0, _FINE)
        self.setTextVisible(False)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._restyle)
        self._restyle()

    def set_share(self, share: float, text: str = "") -> None:
        """Show a share between 0 and 1; `text` says it to a screen reader ("2 of 6 steps")."""
        self.setValue(round(min(max(share, 0.0), 1.0) * _FINE))
        self.setAccessibleDescription(text)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the track and the filled part."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        paint_bar(painter, QRectF(self.rect()), self.value() / _FINE, self._look)

    @Slot()
    def _restyle(self) -> None:
        self.setFixedHeight(self._look.px(self._height))
        self.update()


def paint_bar(painter: QPainter, box: QRectF, share: float, look: Look) -> None:
    """Draw a bar into a box; delegates of cards use it too."""
    corner = box.height() / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("track"))
    painter.drawRoundedRect(box, corner, corner)
    if share <= 0:
        return
    width = max(box.height(), box.width() * min(share, 1.0))
    left = box.right() - width if look.rtl else box.left()
    painter.setBrush(look.colour("accent"))
    painter.drawRoundedRect(QRectF(left, box.top(), width, box.height()), corner, corner)
