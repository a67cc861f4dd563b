# SPDX-License-Identifier: GPL-3.0-or-later
"""The five offered words as cards, each with its number; they can be covered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from bondsdesk.kernel.words import gettext as _
from bondsdesk.widgets.card import Card
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.look import Look

_LEAST_CARD = 124
_COVERED = "\u2022 \u2022 \u2022"


class WordCards(QWidget):
    """Cards of 72 px in one row, or three and two where they would be narrow.

    The words are Latin letters and stay left to right in Urdu. Labels cannot be selected: nothing
    here puts a passphrase on the clipboard.
    """

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._words: list[str] = []
        self._covered = False
        self._columns = 0
        self._cards: list[Card] = []
        self._labels: list[Label] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(look.px(12))
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    def show_words(self, words: Sequence[str]) -> None:
        """Show other words."""
        self._words = list(words)
        if len(self._cards) != len(words):
            self._make(len(words))
        self._write()

    def cover(self, covered: bool) -> None:
        """Hide or show the words; the cards stay."""
        self._covered = covered
        self._write()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose how many cards stand in a row."""
        super().resizeEvent(event)
        self._arrange()

    def _make(self, count: int) -> None:
        for number in range(1, count + 1):
            card = Card(self._look, padding=12)
            card.setMinimumHeight(self._look.px(72))
            card.box.setSpacing(0)
            centre = Qt.AlignmentFlag.AlignCenter
            card.box.addWidget(
                Label(str(number), self._look, role="second", tone="quiet", align=centre)
            )
            word = Label("", self._look, role="reading", align=centre)
            card.box.addWidget(word)
            self._cards.append(card)
            self._labels.append(word)
        self._arrange()

    def _arrange(self) -> None:
        least = self._look.px(_LEAST_CARD + 12) * len(self._cards)
        columns = len(self._cards) if self.width() >= least else 3
        if columns == self._columns or not self._cards:
            return
        self._columns = columns
        for place, card in enumerate(self._cards):
            self._grid.addWidget(card, place // columns, place % columns)
        for column in range(len(self._cards)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _write(self) -> None:
        for number, (label, word) in enumerate(zip(self._labels, self._words, strict=True), 1):
            label.setText(_COVERED if self._covered else word)
            name = _("Word {number}, covered") if self._covered else _("Word {number}: {word}")
            label.setAccessibleName(name.format(number=number, word=word))
