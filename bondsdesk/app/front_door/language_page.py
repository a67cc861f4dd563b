# SPDX-License-Identifier: GPL-3.0-or-later
"""First of all: in which language the two want to read."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout

from bondsdesk.app.front_door.door_context import DoorContext
from bondsdesk.app.front_door.language_tile import LanguageTile
from bondsdesk.app.front_door.step_page import StepPage
from bondsdesk.kernel.words import LANGUAGES, Language
from bondsdesk.kernel.words import gettext as _
from bondsdesk.widgets.line_drawing import LineDrawing


class LanguagePage(StepPage):
    """One tile for each language; choosing changes the screen at once."""

    def __init__(self, context: DoorContext) -> None:
        super().__init__(context)
        self._group = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(self.look.px(16))
        for language in LANGUAGES:
            tile = LanguageTile(language, self.look)
            tile.setChecked(language == self.look.language)
            tile.toggled.connect(partial(self._choose, language))  # also by a screen reader
            self._group.addButton(tile)
            row.addWidget(tile)
        row.addStretch(1)
        self.box.addLayout(row)
        self.box.addStretch(1)
        tea = LineDrawing("tea", self.look, height=120, token="drawing")  # noqa: S106 - a colour
        self.box.addWidget(tea)
        self.box.addStretch(1)

    def title(self) -> str:
        """See StepPage."""
        return _("Welcome")

    def sentence(self) -> str:
        """See StepPage."""
        return _(
            "This is a quiet desk for the two of you. Which language would you like to read in? "
            "You can change it at any time, and write in both."
        )

    def enter(self) -> None:
        """See StepPage."""
        chosen = self._group.checkedButton()
        if chosen is not None:
            chosen.setFocus()

    def _choose(self, language: Language, chosen: bool) -> None:
        if chosen and language != self.look.language:
            self.context.switch_language(language)
