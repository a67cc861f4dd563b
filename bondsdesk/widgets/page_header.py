# SPDX-License-Identifier: GPL-3.0-or-later
"""The head of a page: a title, one sentence, and at the far edge its buttons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from bondsdesk.widgets.label import Label
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.reading_text import ReadingText


class PageHeader(QWidget):
    """Title and sentence; the buttons go below them where the page is too narrow."""

    def __init__(
        self,
        title: str,
        sentence: str,
        look: Look,
        *,
        buttons: Sequence[QPushButton] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._title = Label(title, look, role="title", wrap=True)
        self._sentence = ReadingText(sentence, look, size=14, tone="quiet", selectable=False)
        self._words = QVBoxLayout()
        self._words.addWidget(self._title)
        self._words.addWidget(self._sentence)
        self._buttons = QHBoxLayout()
        self._outer = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.addLayout(self._words, 1)
        self._outer.addLayout(self._buttons)
        self._outer.setAlignment(self._buttons, Qt.AlignmentFlag.AlignTop)
        for button in buttons:
            self.add_button(button)
        self._restyle()
        look.changed.connect(self._restyle)

    def set_title(self, title: str) -> None:
        """Show another title."""
        self._title.setText(title)

    def set_sentence(self, sentence: str) -> None:
        """Show another sentence; an empty one leaves no gap."""
        self._sentence.set_text(sentence)
        self._sentence.setVisible(bool(sentence))
        self._arrange()

    def add_button(self, button: QPushButton) -> None:
        """Put a button at the far edge; the main one comes last."""
        self._buttons.addWidget(button)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Bring the buttons under the words when there is no room beside them."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Arrange again when a button has changed its size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        words = self._look.px(320)
        if self._sentence.isHidden():
            words = min(words, self._title.sizeHint().width() + self._look.px(16))
        beside = self._buttons.sizeHint().width() + words <= self.width()
        down = QBoxLayout.Direction.TopToBottom
        wanted = QBoxLayout.Direction.LeftToRight if beside else down
        if self._outer.direction() != wanted:
            self._outer.setDirection(wanted)
            lead = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading
            self._outer.setAlignment(self._buttons, Qt.AlignmentFlag.AlignTop if beside else lead)

    @Slot()
    def _restyle(self) -> None:
        self._words.setSpacing(self._look.px(4))
        self._buttons.setSpacing(self._look.px(16))
        self._outer.setSpacing(self._look.px(16))
        self._arrange()
