# SPDX-License-Identifier: GPL-3.0-or-later
"""The house's button: one filled kind for the one main deed of a screen, and quieter ones.

Painted by itself, so that it looks the same everywhere and costs no style sheet. The focus ring is
drawn by FocusRing, outside the button.
"""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from bondsdesk.widgets.enter_key import pressed_by_enter
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.tokens import HOVER, PRESSED, Token
from bondsdesk.widgets.typeface import Role

Kind = Literal["main", "secondary", "text", "small", "talk", "talk_main"]


class _Shape(NamedTuple):
    height: int
    side: int
    corner: int
    role: Role


_SHAPES: Final[dict[Kind, _Shape]] = {
    "main": _Shape(44, 20, 12, "body"),
    "secondary": _Shape(44, 20, 12, "body"),
    "text": _Shape(32, 8, 8, "body"),
    "small": _Shape(32, 12, 8, "body"),
    "talk": _Shape(80, 24, 16, "button"),
    "talk_main": _Shape(80, 24, 16, "button"),
}
_ICON: Final = 20
_GAP: Final = 8
_LEAST_WIDTH: Final = 72
_FILLED: Final[tuple[Kind, ...]] = ("main", "talk_main")


class Button(QPushButton):
    """A deed in words. Named by what it does; `name` is for a screen reader if it needs more."""

    def __init__(
        self,
        text: str,
        look: Look,
        *,
        kind: Kind = "secondary",
        icon: str | None = None,
        toggle: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setText(text)  # given to the constructor, it would have PySide load QIcon
        self._look = look
        self._kind: Kind = kind
        self._icon = icon
        self._on_wash = False
        self.setCheckable(toggle)
        self.setAccessibleName(name)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._restyle()
        look.changed.connect(self._restyle)

    # What others may change

    def set_text(self, text: str) -> None:
        """Show other words."""
        self.setText(text)
        self.updateGeometry()

    def set_kind(self, kind: Kind) -> None:
        """Become another kind, such as the one main button of the screen."""
        self._kind = kind
        self._restyle()

    def set_icon(self, icon: str | None) -> None:
        """Show another icon before the words, or none."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def set_on_wash(self, on_wash: bool) -> None:
        """Say that it stands on a wash or a lane, where edge and disabled face are darker."""
        self._on_wash = on_wash
        self.update()

    # Qt

    def sizeHint(self) -> QSize:
        """Return the words' bold width, so that nothing shifts when it is switched on."""
        height = max(self._look.px(_SHAPES[self._kind].height), self._least_height())
        return QSize(self.width_as(self._kind), height)

    def width_as(self, kind: Kind) -> int:
        """Return the width these words would need on a button of a kind."""
        px = self._look.px
        shape = _SHAPES[kind]
        metrics = QFontMetrics(self._look.font(shape.role, bold=True))
        words = metrics.horizontalAdvance(_plain(self.text()))
        icon = px(_ICON) + (px(_GAP) if self.text() else 0) if self._icon else 0
        width = words + icon + 2 * px(shape.side)
        return width if kind == "text" else max(width, px(_LEAST_WIDTH))

    def minimumSizeHint(self) -> QSize:
        """Return the same: words on a button are never cut."""
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Repaint for the hover fill."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Repaint without the hover fill."""
        super().leaveEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it as Space does."""
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take a double click as one press: the second may hit what has just come to its place."""
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        """Show a hand only over what can be pressed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            shape = Qt.CursorShape.PointingHandCursor
            self.setCursor(shape if self.isEnabled() else Qt.CursorShape.ArrowCursor)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the fill, the edge, the icon and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_fill(painter)
        ink = self._ink()
        bold = self._kind in _FILLED or self.isChecked()
        painter.setFont(self._look.font(_SHAPES[self._kind].role, bold=bold))
        self._paint_content(painter, ink)

    # Private

    def _least_height(self) -> int:
        return self.fontMetrics().height() + self._look.px(8)

    @Slot()
    def _restyle(self) -> None:
        self.setFont(self._look.font(_SHAPES[self._kind].role))
        self.setProperty("ring", _SHAPES[self._kind].corner)
        self.updateGeometry()
        self.update()

    def _paint_fill(self, painter: QPainter) -> None:
        fill = self._fill()
        edge = self._edge()
        corner = self._look.px(_SHAPES[self._kind].corner)
        painter.setPen(QPen(edge, 1) if edge else Qt.PenStyle.NoPen)
        painter.setBrush(fill if fill else Qt.BrushStyle.NoBrush)
        inset = 0.5 if edge else 0.0
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, corner, corner)

    def _paint_content(self, painter: QPainter, ink: QColor) -> None:
        px = self._look.px
        words = painter.fontMetrics().horizontalAdvance(_plain(self.text()))
        icon = px(_ICON) + (px(_GAP) if self.text() else 0) if self._icon else 0
        left = (self.width() - words - icon) / 2
        at_right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if self._icon:
            x = left + words + icon - px(_ICON) if at_right else left
            box = QRectF(QPointF(x, (self.height() - px(_ICON)) / 2), QSize(px(_ICON), px(_ICON)))
            self._look.icons.paint(painter, self._icon, box, ink)
        painter.setPen(ink)
        start = left if at_right else left + icon
        box_of_words = QRect(round(start) - 2, 0, words + 4, self.height())
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextShowMnemonic
        painter.drawText(box_of_words, int(flags), self.text())

    def _fill(self) -> QColor | None:
        if self._kind in _FILLED:
            base: Token = "accent"
        elif self.isChecked():
            base = "select"
        else:
            base = "card"
        if not self.isEnabled():
            face: Token = "track" if self._on_wash else "lane"
            return None if self._kind == "text" else self._look.colour(face)
        if self.isDown():
            return self._look.mix(base, "ink", PRESSED)
        if self.underMouse():
            return self._look.mix(base, "ink", HOVER)
        if self._kind == "text" and not self.isChecked():
            return None
        return self._look.colour(base)

    def _edge(self) -> QColor | None:
        if self._kind in (*_FILLED, "text") or not self.isEnabled():
            return None
        if self.isChecked():
            return self._look.colour("accent")
        return self._look.colour("quiet" if self._on_wash else "line")

    def _ink(self) -> QColor:
        if not self.isEnabled():
            return self._look.colour("quiet")
        if self._kind in _FILLED:
            return self._look.colour("on_accent")
        if self._kind == "text" and not (self.underMouse() or self.isChecked()):
            return self._look.colour("quiet")
        return self._look.colour("ink")


def _plain(text: str) -> str:
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")
