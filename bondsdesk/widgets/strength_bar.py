# SPDX-License-Identifier: GPL-3.0-or-later
"""How well a passphrase holds: four short bars, an icon, a word and the reason in plain words."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from bondsdesk.widgets.label import Label
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.sign import Sign

ENOUGH: Final = 3
"""The score from which a passphrase is accepted (design.md, "Front door")."""


class StrengthBar(QWidget):
    """Shows a score from 0 to 4 with words that say the same."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._bars = _Bars(look)
        self._sign = Sign("check", "accent", look, size=20)
        self._word = Label("", look, bold=True)
        self._reason = Label("", look, tone="quiet", wrap=True)
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        for widget in (self._bars, self._sign, self._word):
            self._box.addWidget(widget)
        self._box.addWidget(self._reason, 1)
        look.changed.connect(self._restyle)
        self._restyle()
        self.clear()

    def show_strength(self, score: int, word: str, reason: str = "") -> None:
        """Show a score with its word ("Strong") and, where it helps, the reason."""
        enough = score >= ENOUGH
        self._bars.show_score(score, strong=enough)
        self._sign.show_icon("check" if enough else "warning", "accent" if enough else "warn")
        self._word.setText(word)
        self._word.set_tone("accent" if enough else "warn")
        self._reason.setText(reason)
        self._sign.show()
        self.setAccessibleName(f"{word}. {reason}".strip())

    def clear(self) -> None:
        """Show nothing yet: nothing was typed."""
        self._bars.show_score(0, strong=True)
        self._sign.hide()
        self._word.setText("")
        self._reason.setText("")
        self.setAccessibleName("")

    @Slot()
    def _restyle(self) -> None:
        self._box.setSpacing(self._look.px(12))


class _Bars(QWidget):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._score, self._strong = 0, True
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_score(self, score: int, *, strong: bool) -> None:
        self._score, self._strong = score, strong
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(200), self._look.px(8))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(80), self._look.px(8))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        gap = self._look.px(4)
        width = (self.width() - 3 * gap) / 4
        for number in range(4):
            filled = number < self._score
            full = self._look.colour("accent" if self._strong else "warn")
            painter.setBrush(full if filled else self._look.colour("track"))
            place = 3 - number if self._look.rtl else number
            box = QRectF(place * (width + gap), 0, width, self.height())
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
