# SPDX-License-Identifier: GPL-3.0-or-later
"""A thin bar of how far something has come; figures stand beside it in words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from bondsdesk.widgets.look import Look

_FINE = 1000
_PIECE = 0.3
"""Share of the bar that moves while nobody knows how far it is."""
_ROUND = 2.4
"""Seconds the piece takes from one end to the other and back."""
_FRAME = 40
_STEP = 1000
"""Milliseconds between two moves; the second one where movement is not wanted."""


class Bar(QProgressBar):
    """`height` pixels at 100 %; it fills in reading direction.

    `live` shows that work goes on whose end is not known; a share ends that.
    """

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
        self._phase = 0.0
        self._pulse = QTimer(self)
        self._pulse.timeout.connect(self._move)
        look.changed.connect(self._restyle)
        self._restyle()

    def set_share(self, share: float, text: str = "") -> None:
        """Show a share between 0 and 1; `text` says it to a screen reader ("2 of 6 steps")."""
        self._pulse.stop()
        self.setRange(0, _FINE)
        self.setValue(round(min(max(share, 0.0), 1.0) * _FINE))
        self.setAccessibleDescription(text)
        self.update()

    def live(self, text: str = "") -> None:
        """Move until a share is known; a screen reader is told that it is busy."""
        self._phase = 0.0
        self.setRange(0, 0)
        self.setAccessibleDescription(text)
        self._pulse.start(_STEP if self._look.reduced_motion else _FRAME)
        self.update()

    def showEvent(self, event: QShowEvent) -> None:
        """Go on where it rested."""
        super().showEvent(event)
        if not self.maximum():
            self._pulse.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while nobody sees it."""
        super().hideEvent(event)
        self._pulse.stop()

    @Slot()
    def _move(self) -> None:
        self._phase = (self._phase + self._pulse.interval() / 1000 / _ROUND) % 1.0
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the track and the filled part, or the piece that moves."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        box = QRectF(self.rect())
        if self.maximum():
            paint_bar(painter, box, self.value() / _FINE, self._look)
            return
        paint_bar(painter, box, 0.0, self._look)
        away = 1.0 - abs(2.0 * self._phase - 1.0)  # 0 at one end, 1 at the other
        room = box.width() * (1.0 - _PIECE)
        left = room * (1.0 - away if self._look.rtl else away)
        piece = QRectF(box.left() + left, box.top(), box.width() * _PIECE, box.height())
        painter.setBrush(self._look.colour("accent"))
        painter.drawRoundedRect(piece, box.height() / 2, box.height() / 2)

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
