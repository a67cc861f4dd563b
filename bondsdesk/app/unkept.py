# SPDX-License-Identifier: GPL-3.0-or-later
"""Locking found a text that could not be kept: the desk is covered, and nothing is thrown away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bondsdesk.app.cover import Cover
from bondsdesk.kernel.words import gettext as _
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.card import Card
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.look import Look

_WIDTH = 560


class Unkept(Cover):
    """Hides every word, says what is the matter, and emits `again` or `without_it`."""

    again = Signal()
    without_it = Signal()

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(look, window)
        card = Card(look)
        card.box.setSpacing(look.px(12))
        title = _("Something you typed could not be kept yet")
        card.box.addWidget(Label(title, look, role="card", wrap=True))
        words = _(
            "It is still here, behind this page. Most often the disk is full: make some room and "
            "try again."
        )
        card.box.addWidget(Label(words, look, wrap=True))
        self._again = Button(_("Try again"), look, kind="main")
        self._again.clicked.connect(self.again)
        without = Button(_("Lock without it"), look)
        without.clicked.connect(self.without_it)
        row = QHBoxLayout()
        row.setSpacing(look.px(12))
        row.addStretch(1)
        row.addWidget(without)
        row.addWidget(self._again)
        card.box.addLayout(row)
        card.setMaximumWidth(look.px(_WIDTH))
        box = self.layout()
        if isinstance(box, QVBoxLayout):
            box.insertWidget(1, card, 0, Qt.AlignmentFlag.AlignHCenter)
            box.insertSpacing(1, look.px(48))

    def drop(self) -> None:
        """Cover the window and put the focus on trying again."""
        super().drop()
        self._again.setFocus()
