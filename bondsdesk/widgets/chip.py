# SPDX-License-Identifier: GPL-3.0-or-later
"""A chip: one of a few short choices; the chosen one has a tick as well as the fill."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QEnterEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from bondsdesk.kernel.text import direction_of
from bondsdesk.kernel.words import Language
from bondsdesk.widgets.enter_key import pressed_by_enter
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.tokens import HOVER

_HEIGHT: Final = 32
_SIDE: Final = 10
_ICON: Final = 16
_GAP: Final = 6


class Chip(QPushButton):
    """A choice of 32 pixels' height. It is as wide as its bold words and the tick need."""

    def __init__(
        self,
        text: str,
        look: Look,
        *,
        icon: str | None = None,
        menu: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._icon = icon
        self._menu = menu
        self.setText(text.replace("&", "&&"))
        self._words = text
        self.setCheckable(not menu)
        self.setAutoDefault(False)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("ring", _HEIGHT // 2)
        look.changed.connect(self._restyle)
        self._restyle()

    def set_text(self, text: str) -> None:
        """Show other words."""
        self._words = text
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return room for the bold words and one icon, so nothing shifts on choosing."""
        px = self._look.px
        words = QFontMetrics(self._font(bold=True)).horizontalAdvance(self._words)
        width = words + px(_ICON) + px(_GAP) + 2 * px(_SIDE)
        height = max(px(_HEIGHT), QFontMetrics(self._font(bold=True)).height() + px(4))
        return QSize(width, height)

    def minimumSizeHint(self) -> QSize:
        """Return the same: words on a chip are never cut."""
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
        """Draw the pill, the tick or arrow, and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        base = self._look.colour("select" if chosen else "card")
        if self.isEnabled() and self.underMouse():
            base = self._look.mix("select" if chosen else "card", "ink", HOVER)
        painter.setPen(QPen(self._look.colour("accent" if chosen else "line"), 1))
        painter.setBrush(base)
        corner = self.height() / 2 - 0.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)
        painter.setFont(self._font(bold=chosen))
        self._paint_content(painter)

    def _paint_content(self, painter: QPainter) -> None:
        px = self._look.px
        icon = "check" if self.isChecked() else self._icon
        icon = "chevron-down" if self._menu else icon
        words = painter.fontMetrics().horizontalAdvance(self._words)
        whole = words + (px(_ICON) + px(_GAP) if icon else 0)
        left = (self.width() - whole) / 2
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        icon_last = self._menu != rtl
        if icon:
            x = left + words + px(_GAP) if icon_last else left
            box = QRectF(x, (self.height() - px(_ICON)) / 2, px(_ICON), px(_ICON))
            self._look.icons.paint(painter, icon, box, "ink")
        start = left if icon_last or not icon else left + px(_ICON) + px(_GAP)
        painter.setPen(self._look.colour("ink" if self.isEnabled() else "quiet"))
        box = QRectF(start - 2, 0, words + 4, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._words)

    def _font(self, *, bold: bool) -> QFont:
        language: Language = "ur" if direction_of(self._words) == "rtl" else "en"
        return self._look.font("body", bold=bold, language=language)

    def menu_point(self) -> QPoint:
        """Return where a menu of this chip opens, in screen coordinates."""
        return self.mapToGlobal(QPoint(0, self.height() + 4))

    @Slot()
    def _restyle(self) -> None:
        self.setFont(self._font(bold=False))
        self.updateGeometry()
        self.update()
