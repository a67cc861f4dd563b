# SPDX-License-Identifier: GPL-3.0-or-later
"""The ring and digits of a talk, readable at three metres. Shows a time; measures none."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from bondsdesk.widgets.look import Look

_BOX = 440.0
"""The drawing's box; every measure below is taken from it and scales with it."""
_STROKE = 16.0
_EDGE = 16.0
_CAPTION_MOST = 30.0
_TRACK_SHARE = 0.24
_FULL_TURN = 360 * 16
"""Qt counts angles in sixteenths of a degree."""


def digits(seconds: float) -> str:
    """Return a time left as "0:37"; 0:00 shows exactly when the time is up."""
    whole = math.ceil(seconds)
    return f"{whole // 60}:{whole % 60:02d}"


class Ring(QWidget):
    """An arc that shortens clockwise, digits, and what the time is for."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._side = int(_BOX)
        self._digit_size = 144
        self._left = 0.0
        self._limit = 0.0
        self._caption = ""
        self._colour = QColor()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        # Its own paper inside the ring, the wash of the screen around it.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, on=False)

    def set_measures(self, side: int, digit_size: int) -> None:
        """Set the side of the box and the height of the digits, in pixels."""
        self._side, self._digit_size = side, digit_size
        self.setFixedSize(side, side)
        self.update()

    def show_time(self, left: float, limit: float, caption: str, colour: QColor) -> None:
        """Show seconds left of a limit; a limit of 0 shows the caption alone."""
        changed = digits(left) != digits(self._left) or caption != self._caption
        self._left, self._limit, self._caption, self._colour = left, limit, caption, colour
        self.update()
        if changed:
            spoken = f"{digits(left)} {caption}" if limit else caption
            self.setAccessibleName(spoken)

    def sizeHint(self) -> QSize:
        """Return the side in both directions."""
        return QSize(self._side, self._side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the paper, the track, the arc and the digits."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = self._side / _BOX
        stroke, inset = _STROKE * scale, (_EDGE + _STROKE / 2) * scale
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        self._paint_arc(painter, box, stroke)
        self._paint_words(painter, box, scale)

    def _paint_arc(self, painter: QPainter, box: QRectF, stroke: float) -> None:
        track = QColor(self._colour)
        track.setAlphaF(_TRACK_SHARE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("paper"))
        painter.drawEllipse(box)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(track, stroke))
        painter.drawEllipse(box)
        share = self._left / self._limit if self._limit else 0.0
        if share > 0:
            pen = QPen(self._colour, stroke, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            # From twelve o'clock, clockwise in both languages, as clocks run everywhere.
            painter.drawArc(box, 90 * 16, -round(_FULL_TURN * share))

    def _paint_words(self, painter: QPainter, box: QRectF, scale: float) -> None:
        centre = box.center()
        caption = self._look.font("reading")
        caption.setPixelSize(min(caption.pixelSize(), round(_CAPTION_MOST * scale)))
        if self._limit <= 0:
            painter.setFont(caption)
            painter.setPen(self._look.colour("quiet"))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(box.adjusted(40 * scale, 0, -40 * scale, 0), flags, self._caption)
            return
        font = self._digit_font()
        height = QFontMetricsF(font).capHeight()
        baseline = centre.y() + height / 2 - 14 * scale
        painter.setFont(font)
        painter.setPen(self._look.colour("ink"))
        text = digits(self._left)
        width = QFontMetricsF(font).horizontalAdvance(text)
        painter.drawText(QPointF(centre.x() - width / 2, baseline), text)
        painter.setFont(caption)
        painter.setPen(self._look.colour("quiet"))
        room = QRectF(box.left(), baseline + 16 * scale, box.width(), box.height())
        top = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(room, top, self._caption)

    def _digit_font(self) -> QFont:
        """Return digits as large as asked for, smaller only if ten minutes would not fit."""
        # Western digits in both languages, and one typeface for them: the colon stays on its line.
        font = self._look.font("clock", language="en")
        font.setPixelSize(self._digit_size)
        inner = self._side * 0.74
        width = QFontMetricsF(font).horizontalAdvance(digits(max(self._left, self._limit)))
        if width > inner:
            font.setPixelSize(int(self._digit_size * inner / width))
        return font
