# SPDX-License-Identifier: GPL-3.0-or-later
"""One tab of the rail: an icon beside its word, or over it where the rail is narrow."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QEnterEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from bondsdesk.widgets.look import Look
from bondsdesk.widgets.tokens import HOVER

_ROW: Final = 40
_NARROW_ROW: Final = 56
_ICON: Final = 24
_GAP: Final = 12


class RailTab(QAbstractButton):
    """A room's door in the rail. A screen reader meets a page tab, see rail_access.py."""

    def __init__(
        self, key: str, title: str, icon: str, look: Look, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._icon = icon
        self._narrow = False
        self.key = key
        self.setText(title)
        self.setAccessibleName(title)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty("ring", 12)
        look.changed.connect(self._restyle)

    def set_narrow(self, narrow: bool) -> None:
        """Show the icon over the word."""
        self._narrow = narrow
        self._restyle()

    def sizeHint(self) -> QSize:
        """Return the row of this form."""
        px = self._look.px
        if self._narrow:
            words = QFontMetrics(self._look.font("second", bold=True))
            width = max(px(64), words.horizontalAdvance(self.text()) + px(8))
            return QSize(width, max(px(_NARROW_ROW), px(_ICON) + words.height() + px(12)))
        words = QFontMetrics(self._look.font("body", bold=True))
        width = px(_ICON) + px(_GAP) * 3 + words.horizontalAdvance(self.text())
        return QSize(width, max(px(_ROW), words.height() + px(8)))

    def minimumSizeHint(self) -> QSize:
        """Return the same: a room's name is never cut."""
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Repaint for the hover fill."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Repaint without the hover fill."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the fill of the chosen tab, the icon and the word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        if chosen or self.underMouse():
            fill = self._look.colour("select")
            painter.setBrush(fill if chosen else self._look.mix("paper", "ink", HOVER))
            painter.setPen(Qt.PenStyle.NoPen)
            corner = self._look.px(12)
            painter.drawRoundedRect(self.rect(), corner, corner)
        if self._narrow:
            self._paint_narrow(painter)
        else:
            self._paint_row(painter)

    def _paint_row(self, painter: QPainter) -> None:
        px = self._look.px
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = px(_ICON)
        x = self.width() - px(_GAP) - side if rtl else px(_GAP)
        self._paint_icon(painter, QRectF(x, (self.height() - side) / 2, side, side))
        start = px(_GAP) * 2 + side
        box = QRect(0 if rtl else start, 0, self.width() - start, self.height())
        painter.setFont(self._look.font("body", bold=self.isChecked()))
        painter.setPen(self._look.colour("ink" if self.isChecked() else "quiet"))
        lead = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, int(lead), self.text())

    def _paint_narrow(self, painter: QPainter) -> None:
        px = self._look.px
        side = px(_ICON)
        painter.setFont(self._look.font("second", bold=self.isChecked()))
        words = painter.fontMetrics().height()
        top = (self.height() - side - words - px(2)) / 2
        self._paint_icon(painter, QRectF((self.width() - side) / 2, top, side, side))
        painter.setPen(self._look.colour("ink" if self.isChecked() else "quiet"))
        box = QRect(0, round(top) + side + px(2), self.width(), words)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self.text())

    def _paint_icon(self, painter: QPainter, box: QRectF) -> None:
        self._look.icons.paint(painter, self._icon, box, "accent" if self.isChecked() else "quiet")

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
