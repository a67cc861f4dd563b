# SPDX-License-Identifier: GPL-3.0-or-later
"""One question or one card on the whole window: before a talk, in a pause, after it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bondsdesk.widgets.button import Button
from bondsdesk.widgets.flow_layout import FlowLayout
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.line_drawing import LineDrawing
from bondsdesk.widgets.look import NARROW_ZOOM, Look
from bondsdesk.widgets.page import scrolling
from bondsdesk.widgets.reading_text import ReadingText

COLUMN = 720
"""Pixels of a column at 100 % (look.md: at most 720 of text width)."""


class QuietScreen(QWidget):
    """A title, a sentence, a body, buttons pinned at the foot. `left`: somebody would rather not.

    `place` is the small line at the top; `leave` the words of the quiet way out, "" for none.
    """

    left = Signal()

    def __init__(
        self,
        title: str,
        sentence: str,
        look: Look,
        *,
        place: str = "",
        leave: str = "",
        drawing: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look = look
        px = look.px
        self.body = QVBoxLayout()
        self.body.setSpacing(px(24))
        self.buttons = QWidget()
        self._flow = FlowLayout(self.buttons, gap=12)
        self._column = QWidget()
        self._column.setAutoFillBackground(False)
        self.title = Label(title, look, role="title", wrap=True)
        self._fill_column(sentence, drawing)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(px(32), px(24), px(32), px(24))
        outer.setSpacing(px(16))
        outer.addLayout(self._top(place, leave))
        inner = QWidget()
        inner.setLayout(_centred(self._column, px(COLUMN)))
        outer.addWidget(scrolling(inner), 1)
        outer.addLayout(_centred(self.buttons, px(COLUMN)))
        # An empty foot takes no height from a low window.
        self.buttons.hide()

    def add_button(self, button: Button) -> Button:
        """Put a button at the foot, the main one first."""
        self._flow.addWidget(button)
        self.buttons.show()
        return button

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the ground: the screen hides whatever the window showed."""
        QPainter(self).fillRect(self.rect(), self.look.colour("paper"))

    def _fill_column(self, sentence: str, drawing: str) -> None:
        box = QVBoxLayout(self._column)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(self.look.px(12))
        box.addStretch(1)
        if drawing and self.look.zoom < NARROW_ZOOM:
            picture = LineDrawing(drawing, self.look, height=120)
            box.addWidget(picture, 0, Qt.AlignmentFlag.AlignLeading)
            box.addSpacing(self.look.px(12))
        box.addWidget(self.title)
        if sentence:
            text = ReadingText(sentence, self.look, size=18, tone="quiet", selectable=False)
            box.addWidget(text)
        box.addSpacing(self.look.px(12))
        box.addLayout(self.body)
        box.addStretch(2)

    def _top(self, place: str, leave: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(Label(place, self.look, tone="quiet"))
        row.addStretch(1)
        if leave:
            button = Button(leave, self.look, kind="secondary")
            button.clicked.connect(self.left)
            row.addWidget(button)
        return row


def _centred(widget: QWidget, width: int) -> QHBoxLayout:
    """Keep a column in the middle, no wider than it reads well."""
    widget.setMaximumWidth(width)
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.addStretch(1)
    row.addWidget(widget, 1000)
    row.addStretch(1)
    return row
