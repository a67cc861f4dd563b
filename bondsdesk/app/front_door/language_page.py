# SPDX-License-Identifier: GPL-3.0-or-later
"""First of all: in which language the two want to read."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QButtonGroup

from bondsdesk.app.front_door.door_context import DoorContext
from bondsdesk.app.front_door.step_page import StepPage
from bondsdesk.kernel.words import LANGUAGE_NAMES, LANGUAGES, Language
from bondsdesk.kernel.words import gettext as _
from bondsdesk.widgets.radio_row import RadioRow


class LanguagePage(StepPage):
    """One row for each language, each in its own letters; choosing changes the screen at once."""

    def __init__(self, context: DoorContext) -> None:
        super().__init__(context)
        self._group = QButtonGroup(self)
        for language in LANGUAGES:
            row = RadioRow(LANGUAGE_NAMES[language], self.look)
            row.setFont(self.look.font("card18", language=language))
            row.setChecked(language == self.look.language)
            row.clicked.connect(partial(self._choose, language))
            self._group.addButton(row)
            self.box.addWidget(row)
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

    def _choose(self, language: Language) -> None:
        if language != self.look.language:
            self.context.switch_language(language)
