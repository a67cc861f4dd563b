# SPDX-License-Identifier: GPL-3.0-or-later
"""Before any text is typed: what this program protects from, and what it cannot (rule R28)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from bondsdesk.app.front_door.content import honest_text
from bondsdesk.app.front_door.door_context import DoorContext
from bondsdesk.app.front_door.step_page import StepPage
from bondsdesk.kernel.words import gettext as _
from bondsdesk.widgets.card import Card
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.tokens import Token


class HonestPage(StepPage):
    """Two columns with the same weight; below, a sentence for someone who is afraid."""

    def __init__(self, context: DoorContext) -> None:
        super().__init__(context)
        self._text = honest_text(self.look.language)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(self.look.px(16))
        self._grid.setVerticalSpacing(self.look.px(16))
        self._does = self._column(self._text.does_title, self._text.does, "check", "accent")
        self._cannot = self._column(self._text.cannot_title, self._text.cannot, "minus", "quiet")
        self.box.addLayout(self._grid)
        self._arrange()
        closing = Card(self.look, fill="lane", edge=False)
        closing.box.addWidget(Label(self._text.closing, self.look, wrap=True))
        self.box.addWidget(closing)
        self.box.addStretch(1)

    def title(self) -> str:
        """See StepPage."""
        return self._text.title

    def sentence(self) -> str:
        """See StepPage."""
        return self._text.sentence

    def button_text(self) -> str | None:
        """See StepPage."""
        return _("I have read it")

    def _arrange(self) -> None:
        wide = self.look.zoom < 1.5
        self._grid.addWidget(self._does, 0, 0, Qt.AlignmentFlag.AlignTop)
        place = (0, 1) if wide else (1, 0)
        self._grid.addWidget(self._cannot, *place, Qt.AlignmentFlag.AlignTop)
        if wide:
            self._grid.setColumnStretch(0, 1)
            self._grid.setColumnStretch(1, 1)

    def _column(self, title: str, points: tuple[str, ...], icon: str, token: Token) -> QWidget:
        column = QWidget(self)
        box = QVBoxLayout(column)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(self.look.px(12))
        box.addWidget(Label(title, self.look, role="card"))
        for point in points:
            row = QHBoxLayout()
            row.setSpacing(self.look.px(12))
            mark = QLabel(column)
            mark.setPixmap(self.look.icons.pixmap(icon, token, self.look.px(20)))
            mark.setAlignment(Qt.AlignmentFlag.AlignTop)
            row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Label(point, self.look, wrap=True), 1)
            box.addLayout(row)
        return column
