# SPDX-License-Identifier: GPL-3.0-or-later
"""A big tile that one person presses for themselves: willing now, keep these words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Slot
from PySide6.QtGui import (
    QEnterEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from bondsdesk.kernel.people import Person
from bondsdesk.kernel.words import gettext as _
from bondsdesk.widgets.enter_key import pressed_by_enter
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.person_disc import paint_person

_DISC = 56
_HEIGHT = 104
_SIDE = 20


class PersonTile(QAbstractButton):
    """A checkable tile with a person's symbol, name and the words they press for.

    Chosen shows as fill, a thicker edge and a tick, never by colour alone.
    """

    def __init__(
        self, person: Person, words: str, look: Look, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._person = person
        self._words = words
        self.setCheckable(True)
        self.setText(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("{name}: {words}").format(name=person.name, words=words))
        look.changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        """Return room for the disc and the longer of both lines."""
        px = self._look.px
        lines = (
            QFontMetrics(self._look.font("card")).horizontalAdvance(self._person.name),
            QFontMetrics(self._look.font("body")).horizontalAdvance(self._words),
        )
        width = px(_DISC + 2 * _SIDE) + min(max(lines), px(280)) + px(_SIDE + 28 + 4)
        return QSize(max(width, px(240)), px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return a narrow tile; its words are elided before its neighbours are pushed out."""
        return QSize(self._look.px(200), self._look.px(_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it as Space does."""
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take a double click as one press: it would tick and untick."""
        event.accept()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Repaint for the hover fill."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Repaint without the hover fill."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw fill, edge, disc, name, words and tick."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px, checked = self._look.px, self.isChecked()
        painter.setBrush(self._look.mix("select" if checked else "card", "ink", self._lift()))
        edge = self._look.colour("accent" if checked else "line")
        painter.setPen(QPen(edge, 2 if checked else 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), px(12), px(12))
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        disc, side = px(_DISC), px(_SIDE)
        left = self.width() - side - disc if rtl else side
        box = QRectF(left, (self.height() - disc) / 2, disc, disc)
        paint_person(
            painter, box, self._person.symbol, self._person.colour, self._look, on_card=True
        )
        self._paint_words(painter, rtl=rtl)

    def _paint_words(self, painter: QPainter, *, rtl: bool) -> None:
        px = self._look.px
        start = px(_DISC + 2 * _SIDE)
        end = px(_SIDE + 28)
        left, right = (end, start) if rtl else (start, end)
        room = QRectF(left, 0, max(10, self.width() - left - right), self.height() / 2)
        aligned = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        flags = aligned | Qt.AlignmentFlag.AlignAbsolute
        name, body = self._look.font("card"), self._look.font("body")
        painter.setPen(self._look.colour("ink"))
        painter.setFont(name)
        text = _elided(self._person.name, QFontMetrics(name), room.width())
        painter.drawText(room, flags | Qt.AlignmentFlag.AlignBottom, text)
        painter.setPen(self._look.colour("quiet"))
        painter.setFont(body)
        below = room.translated(0, room.height() + px(4))
        text = _elided(self._words, QFontMetrics(body), room.width())
        painter.drawText(below, flags | Qt.AlignmentFlag.AlignTop, text)
        if self.isChecked():
            side = px(24)
            x = px(14) if rtl else self.width() - px(14) - side
            tick = QRectF(x, px(14), side, side)
            self._look.icons.paint(painter, "check", tick, self._look.colour("accent"))

    def _lift(self) -> float:
        if self.isDown():
            return 0.12
        return 0.04 if self.underMouse() and self.isEnabled() else 0.0

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


def _elided(text: str, metrics: QFontMetrics, width: float) -> str:
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(width))
