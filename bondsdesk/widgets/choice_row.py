# SPDX-License-Identifier: GPL-3.0-or-later
"""How a row with a mark to tick is drawn: the mark, the words, and help under them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton

from bondsdesk.widgets.look import Look

_ROW: Final = 32
_MARK: Final = 20
_GAP: Final = 12
_WRAP: Final = int(Qt.TextFlag.TextWordWrap)


class ChoicePaint:
    """Measures and draws one row for CheckRow and RadioRow; `round_mark` is a radio button's."""

    def __init__(
        self, button: QAbstractButton, look: Look, help_line: str, *, round_mark: bool
    ) -> None:
        self._look = look
        self._help = help_line
        self._round = round_mark
        self._text = button.text().replace("&", "")

    def size_hint(self) -> QSize:
        """Return one line of words and one of help."""
        second = QFontMetrics(self._look.font("second"))
        body = QFontMetrics(self._look.font("body"))
        words = max(body.horizontalAdvance(self._text), second.horizontalAdvance(self._help))
        return QSize(words + self._lead() + 4, self.height_for(16_777_215))

    def height_for(self, width: int) -> int:
        """Return the height in a column; words wrap, nothing is cut."""
        room = max(1, width - self._lead())
        body = QFontMetrics(self._look.font("body"))
        box = body.boundingRect(QRect(0, 0, room, 10_000), _WRAP, self._text)
        height = max(self._look.px(_ROW), box.height() + self._look.px(8))
        if self._help:
            second = QFontMetrics(self._look.font("second"))
            height += second.boundingRect(QRect(0, 0, room, 10_000), _WRAP, self._help).height()
        return height

    def paint(self, button: QAbstractButton) -> None:
        """Draw the row."""
        painter = QPainter(button)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rtl = button.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side, row = self._look.px(_MARK), self._look.px(_ROW)
        x = button.width() - side if rtl else 0
        mark = QRectF(x, (row - side) / 2, side, side).adjusted(0.5, 0.5, -0.5, -0.5)
        self._paint_mark(painter, mark, button)
        self._paint_words(painter, button, rtl=rtl)

    def _paint_words(self, painter: QPainter, button: QAbstractButton, *, rtl: bool) -> None:
        row = self._look.px(_ROW)
        words = QRect(0 if rtl else self._lead(), 0, button.width() - self._lead(), button.height())
        painter.setFont(self._look.font("body"))
        painter.setPen(self._look.colour("ink" if button.isEnabled() else "quiet"))
        flags = int(Qt.AlignmentFlag.AlignLeading) | _WRAP
        box = painter.fontMetrics().boundingRect(words, flags, self._text)
        top = max(0, (row - box.height()) // 2)
        painter.drawText(words.translated(0, top), flags, self._text)
        if self._help:
            below = words.translated(
                0, max(row, box.height() + self._look.px(8)) - self._look.px(4)
            )
            painter.setFont(self._look.font("second"))
            painter.setPen(self._look.colour("quiet"))
            painter.drawText(below, flags, self._help)

    def _paint_mark(self, painter: QPainter, box: QRectF, button: QAbstractButton) -> None:
        on, enabled = button.isChecked(), button.isEnabled()
        accent = self._look.colour("accent" if enabled else "quiet")
        edge = accent if on or button.underMouse() else self._look.colour("line")
        painter.setPen(QPen(edge, max(1.0, self._look.zoom)))
        painter.setBrush(accent if on else self._look.colour("card"))
        if self._round:
            painter.drawEllipse(box)
        else:
            painter.drawRoundedRect(box, self._look.px(5), self._look.px(5))
        if not on:
            return
        inner = self._look.colour("on_accent" if enabled else "card")
        if self._round:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(inner)
            centre = QPointF(box.center())
            painter.drawEllipse(centre, box.width() * 0.2, box.width() * 0.2)
        else:
            gap = self._look.px(3)
            self._look.icons.paint(painter, "check", box.adjusted(gap, gap, -gap, -gap), inner)

    def _lead(self) -> int:
        return self._look.px(_MARK) + self._look.px(_GAP)
