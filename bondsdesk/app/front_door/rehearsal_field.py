# SPDX-License-Identifier: GPL-3.0-or-later
"""The field where the five words are typed once; a tick follows every word that is right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit

from bondsdesk.app.front_door.rehearsal import ticks, words_match
from bondsdesk.kernel.words import gettext as _
from bondsdesk.kernel.words import ngettext
from bondsdesk.widgets.line_field import LineField
from bondsdesk.widgets.look import Look

_ROOM = 26
"""Pixels between two words, wide enough for a tick."""


class RehearsalField(LineField):
    """A line field of plain text; the ticks are painted over it, so input methods see only text."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._look = look
        self._words: Sequence[str] = ()
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        self.setMinimumHeight(look.px(48))
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self._widen()
        self.textChanged.connect(self._typed)
        look.changed.connect(self._widen)

    def compare_with(self, words: Sequence[str]) -> None:
        """Tick these words from now on; what was typed for others is emptied."""
        self._words = tuple(words)
        self.clear()

    def complete(self) -> bool:
        """Tell whether exactly the words were typed."""
        return bool(self._words) and words_match(self.text(), self._words)

    def right_words(self) -> int:
        """Return how many words stand right at their place."""
        return sum(ticks(self.text(), self._words))

    def cover(self, covered: bool) -> None:
        """Show dots in place of letters."""
        mode = QLineEdit.EchoMode.Password if covered else QLineEdit.EchoMode.Normal
        self.setEchoMode(mode)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field, then the ticks in the gaps behind the words."""
        super().paintEvent(event)
        if self.echoMode() != QLineEdit.EchoMode.Normal or not self._words:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._look.colour("accent"), 1.75 * self._look.zoom)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        for x in self._tick_places():
            _draw_tick(painter, x, self.height() / 2, self._look.zoom)

    def _tick_places(self) -> list[float]:
        """Return the left edge of every tick in the field's own pixels."""
        text = self.text()
        metrics = QFontMetricsF(self.font())
        caret = self.cursorRect().center().x()
        start = caret - metrics.horizontalAdvance(text[: self.cursorPosition()])
        places, end = [], 0
        for right, word in zip(ticks(text, self._words), text.split(), strict=False):
            end = text.index(word, end) + len(word)
            if right:
                places.append(start + metrics.horizontalAdvance(text[:end]) + self._look.px(7))
        return places

    @Slot()
    def _widen(self) -> None:
        font = self._look.font("reading", language="en")
        font.setWordSpacing(self._look.px(_ROOM))
        self.setFont(font)

    @Slot()
    def _typed(self) -> None:
        right = self.right_words()
        said = ngettext("{count} word is right", "{count} words are right", right)
        self.setAccessibleDescription(said.format(count=right) if right else _("No word yet"))
        self.update()


def _draw_tick(painter: QPainter, x: float, y: float, zoom: float) -> None:
    painter.drawPolyline(
        [
            QPointF(x, y),
            QPointF(x + 3.5 * zoom, y + 3.5 * zoom),
            QPointF(x + 11 * zoom, y - 4.5 * zoom),
        ]
    )
