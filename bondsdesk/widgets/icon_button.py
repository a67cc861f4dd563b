# SPDX-License-Identifier: GPL-3.0-or-later
"""A small button that shows only an icon; its name is its tooltip and its accessible name."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from bondsdesk.widgets.enter_key import pressed_by_enter
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.tokens import HOVER, PRESSED

_CORNER = 8


class IconButton(QPushButton):
    """A square target of at least 32 pixels with an icon of 20 in the middle."""

    def __init__(
        self,
        icon: str,
        name: str,
        look: Look,
        *,
        size: int = 32,
        toggle: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._icon = icon
        self._size = size
        self.setCheckable(toggle)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("ring", _CORNER)
        self.set_name(name)
        look.changed.connect(self._restyle)

    def set_name(self, name: str) -> None:
        """Say what pressing it does."""
        self.setAccessibleName(name)
        self.setToolTip(name)

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self.update()

    def sizeHint(self) -> QSize:
        """Return the square."""
        side = self._look.px(self._size)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Return the same square."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it as Space does."""
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Repaint for the hover fill."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Repaint without the hover fill."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon, and a fill under the pointer."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_fill(painter)
        side = self._look.px(20)
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        live = self.isEnabled() and (self.underMouse() or self.isChecked())
        self._look.icons.paint(painter, self._icon, box, "ink" if live else "quiet")

    def _paint_fill(self, painter: QPainter) -> None:
        if not self.isEnabled():
            return
        if self.isChecked():
            fill = self._look.colour("select")
        elif self.isDown():
            fill = self._look.mix("card", "ink", PRESSED)
        elif self.underMouse():
            fill = self._look.mix("card", "ink", HOVER)
        else:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        corner = self._look.px(_CORNER)
        painter.drawRoundedRect(self.rect(), corner, corner)

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
