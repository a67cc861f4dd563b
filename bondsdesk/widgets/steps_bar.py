# SPDX-License-Identifier: GPL-3.0-or-later
"""How far a set-up has come: a bar and a word for every step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from bondsdesk.kernel.words import gettext as _
from bondsdesk.widgets.look import Look

_BAR: Final = 4
_GAP: Final = 8
_TICK: Final = 16


class StepsBar(QWidget):
    """Steps done have a tick, the present one is bold, the others quiet."""

    def __init__(self, steps: Sequence[str], look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._steps = tuple(steps)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_step(0)
        look.changed.connect(self._restyle)

    def set_step(self, step: int) -> None:
        """Show a step as the present one, counted from 0."""
        self._step = step
        said = _("Step {number} of {count}: {name}").format(
            number=step + 1, count=len(self._steps), name=self._steps[step]
        )
        self.setAccessibleName(said)
        self.update()

    def sizeHint(self) -> QSize:
        """Return a bar and a line of words, as wide as the widest word needs everywhere."""
        words = QFontMetrics(self._look.font("second", bold=True))
        cell = max(words.horizontalAdvance(name) for name in self._steps) + self._look.px(_TICK + 4)
        width = (cell + self._look.px(_GAP)) * len(self._steps)
        return QSize(width, self._look.px(_BAR + _GAP) + words.height())

    def minimumSizeHint(self) -> QSize:
        """Return the bars alone; where the words do not fit only the present one is shown."""
        return QSize(self._look.px(40) * len(self._steps), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bars and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number in range(len(self._steps)):
            self._paint_step(painter, number)

    def _paint_step(self, painter: QPainter, number: int) -> None:
        box = self._cell(number)
        done, now = number < self._step, number == self._step
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("accent" if done or now else "track"))
        bar = QRectF(box.x(), 0, box.width(), self._look.px(_BAR))
        painter.drawRoundedRect(bar, bar.height() / 2, bar.height() / 2)
        roomy = self.width() >= self.sizeHint().width()
        if not roomy and not now:
            return
        self._paint_words(painter, box if roomy else QRect(0, 0, self.width(), 1), number)

    def _paint_words(self, painter: QPainter, box: QRect, number: int) -> None:
        done, now = number < self._step, number == self._step
        painter.setFont(self._look.font("second", bold=now))
        height = painter.fontMetrics().height()
        line = QRect(box.x(), self._look.px(_BAR + _GAP), box.width(), height)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if done:
            side = self._look.px(_TICK)
            x = line.right() - side if rtl else line.x()
            tick = QRectF(x, line.y() + (height - side) / 2, side, side)
            self._look.icons.paint(painter, "check", tick, "quiet")
            lead = side + self._look.px(4)
            line.adjust(0 if rtl else lead, 0, -lead if rtl else 0, 0)
        painter.setPen(self._look.colour("ink" if now else "quiet"))
        leading = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(line, int(leading), self._steps[number])

    def _cell(self, number: int) -> QRect:
        gap = self._look.px(_GAP)
        width = (self.width() - gap * (len(self._steps) - 1)) // len(self._steps)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        place = len(self._steps) - 1 - number if rtl else number
        return QRect(place * (width + gap), 0, width, self.height())

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
