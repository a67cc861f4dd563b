# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of a step: the rule in one line, a way to begin, a field where one is wanted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from bondsdesk.rooms.listening.parts.measures import Measures
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.note_field import NoteField
from bondsdesk.widgets.reading_text import ReadingText


class WordsArea(QScrollArea):
    """Takes the height its words need, and scrolls only when the window has less."""

    wrote = Signal(str)
    settled = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rule: ReadingText | None = None
        self._starter: ReadingText | None = None
        self._box: QVBoxLayout | None = None
        self.field: NoteField | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)

    def show_words(self, rule: str, others: Sequence[str], sizes: Measures) -> None:
        """Show the rule and quieter lines under it."""
        if self.field is not None:
            self.field.settle()
        self.field = None
        inner = QWidget()
        box = self._box = QVBoxLayout(inner)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(self._look.px(8))
        self._rule = ReadingText(rule, self._look, size=sizes.rule, selectable=False)
        box.addWidget(self._rule)
        self._starter = None
        for text in others:
            line = ReadingText(text, self._look, size=sizes.starter, tone="quiet", selectable=False)
            box.addWidget(line)
            self._starter = self._starter or line
        self.setWidget(inner)
        # Qt fills whatever it is given; the wash of the screen shows through instead.
        inner.setAutoFillBackground(False)
        self._fit()

    def caret(self) -> int | None:
        """Return where one is writing in the field, None without one."""
        return self.field.textCursor().position() if self.field is not None else None

    def show_field(self, text: str, name: str, caret: int | None = None) -> None:
        """Add a field for one sentence under the words; writing goes on at `caret` or its end."""
        self.field = NoteField(self._look, least=88, most=160)
        self.field.setAccessibleName(name)
        self.field.set_text(text)
        place = self.field.textCursor()
        place.movePosition(QTextCursor.MoveOperation.End)
        if caret is not None:
            place.setPosition(caret)
        self.field.setTextCursor(place)
        self.field.edited.connect(self._on_edited)
        self.field.settled.connect(self.settled)
        if self._box is not None:
            self._box.addWidget(self.field)
            self.field.show()
        self._fit()

    def show_rule(self, rule: str) -> None:
        """Show another rule line in the same place."""
        if self._rule is not None:
            self._rule.set_text(rule)
            self._fit()

    def show_starter(self, text: str) -> None:
        """Show other words in the first quiet line."""
        if self._starter is not None:
            self._starter.set_text(text)
            self._fit()

    def set_column(self, width: int) -> None:
        """Give the words their width."""
        self.setFixedWidth(width)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show a scroll bar only if words are cut: its width would wrap a line that fits."""
        cut = self.height() < self._words_height() - 1
        off, needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(needed if cut else off)
        super().resizeEvent(event)

    def sizeHint(self) -> QSize:
        """Return the height of the words at this width."""
        return QSize(self.width(), self._words_height())

    def minimumSizeHint(self) -> QSize:
        """Return one line: in a low window the words scroll."""
        return QSize(self.width(), min(self._words_height(), self._look.px(64)))

    def _words_height(self) -> int:
        if self._box is None:
            return 0
        if self._box.hasHeightForWidth():
            return self._box.heightForWidth(max(1, self.width()))
        return self._box.sizeHint().height()

    def _fit(self) -> None:
        self.setMaximumHeight(max(1, self._words_height()))
        self.updateGeometry()

    def _on_edited(self) -> None:
        if self.field is not None:
            self.wrote.emit(self.field.text())
            self._fit()
