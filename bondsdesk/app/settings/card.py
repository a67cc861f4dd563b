# SPDX-License-Identifier: GPL-3.0-or-later
"""One card of the settings: a title, a sentence, and rows under it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from bondsdesk.widgets.card import Card
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.reading_text import ReadingText

_UNDER_FROM = 1.5
"""Text size from which a row has no room for words and a button side by side."""


class SettingsCard(Card):
    """Put rows into `rows`."""

    def __init__(self, title: str, look: Look, *, sentence: str = "") -> None:
        super().__init__(look, padding=24)
        self.look = look
        self.rows = QVBoxLayout()
        self.box.addWidget(Label(title, look, role="card", wrap=True))
        if sentence:
            self.box.addWidget(quiet_words(sentence, look))
        self.box.addLayout(self.rows)
        self._measure_rows()
        look.changed.connect(self._measure_rows)

    @Slot()
    def _measure_rows(self) -> None:
        px = self.look.px
        self.rows.setContentsMargins(0, px(12), 0, 0)
        self.rows.setSpacing(px(20))


class NamedWords(QWidget):
    """A bold line with a quiet sentence under it."""

    def __init__(self, title: str, sentence: str, look: Look) -> None:
        super().__init__()
        self._look = look
        self._column = QVBoxLayout(self)
        self._title = Label(title, look, bold=True, wrap=True)
        self._sentence = quiet_words(sentence, look)
        self._column.addWidget(self._title)
        self._column.addWidget(self._sentence)
        self._measure()
        look.changed.connect(self._measure)

    def say(self, sentence: str) -> None:
        """Show another sentence."""
        self._sentence.set_text(sentence)

    @Slot()
    def _measure(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self._look.px(2))


class DeedRow(QWidget):
    """Words that may wrap, and at the far edge, or under them, the widget they speak of."""

    def __init__(self, words: QWidget, button: QWidget, look: Look) -> None:
        super().__init__()
        self._look = look
        self._button = button
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.addWidget(words, 1)
        self._row.addWidget(button)
        self._measure()
        look.changed.connect(self._measure)

    @Slot()
    def _measure(self) -> None:
        under = self._look.zoom >= _UNDER_FROM
        way = QBoxLayout.Direction
        self._row.setDirection(way.TopToBottom if under else way.LeftToRight)
        edge = Qt.AlignmentFlag.AlignLeading if under else Qt.AlignmentFlag.AlignVCenter
        self._row.setAlignment(self._button, edge)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(self._look.px(8 if under else 16))


class Rows(QWidget):
    """Rows that come and go together."""

    def __init__(self, rows: Sequence[QWidget], look: Look) -> None:
        super().__init__()
        self._look = look
        self._column = QVBoxLayout(self)
        for row in rows:
            self._column.addWidget(row)
        self._measure()
        look.changed.connect(self._measure)

    @Slot()
    def _measure(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self._look.px(20))


def quiet_words(text: str, look: Look) -> ReadingText:
    """Return a quiet sentence of body size."""
    return ReadingText(text, look, size=14, tone="quiet", selectable=False)


def deeds(look: Look, *buttons: QWidget) -> QHBoxLayout:
    """Return the row of buttons under a form, from the leading end."""
    row = QHBoxLayout()
    row.setSpacing(look.px(12))
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row
