# SPDX-License-Identifier: GPL-3.0-or-later
"""What shows where nothing is yet: a drawing, one sentence, one button; never an empty table."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from bondsdesk.widgets.line_drawing import LineDrawing
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.reading_text import ReadingText


class EmptyState(QWidget):
    """A drawing of resources/icons/drawings with a sentence under it."""

    def __init__(
        self,
        drawing: str,
        sentence: str,
        look: Look,
        *,
        button: QPushButton | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        middle = Qt.AlignmentFlag.AlignHCenter
        self._sentence = ReadingText(
            sentence, look, centred=True, max_width=480, tone="quiet", selectable=False
        )
        self._box = QVBoxLayout(self)
        self._box.addStretch(2)
        self._box.addWidget(LineDrawing(drawing, look))
        self._box.addWidget(self._sentence)
        if button:
            self._box.addWidget(button, 0, middle)
        self._box.addStretch(3)
        look.changed.connect(self._restyle)
        self._restyle()

    def set_sentence(self, sentence: str) -> None:
        """Show another sentence."""
        self._sentence.set_text(sentence)

    @Slot()
    def _restyle(self) -> None:
        self._box.setSpacing(self._look.px(24))
