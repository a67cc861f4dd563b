# SPDX-License-Identifier: GPL-3.0-or-later
"""English | اردو, at the foot of the closed door."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bondsdesk.kernel.words import LANGUAGE_NAMES, LANGUAGES, Language
from bondsdesk.kernel.words import gettext as _
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.hair import Hair
from bondsdesk.widgets.look import Look


class LanguageSwitch(QWidget):
    """The languages side by side, each in its own letters, the present one bold."""

    picked = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(_("Language"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(4))
        for place, language in enumerate(LANGUAGES):
            if place:
                row.addWidget(Hair(look, upright=True))
            row.addWidget(self._button(language))

    def _button(self, language: Language) -> Button:
        now = language == self._look.language
        button = Button(LANGUAGE_NAMES[language], self._look, kind="text")
        button.setFont(self._look.font("body", bold=now, language=language))
        button.setAccessibleDescription(_("The language shown now") if now else "")
        button.clicked.connect(partial(self._choose, language))
        return button

    def _choose(self, language: Language) -> None:
        if language != self._look.language:
            self.picked.emit(language)
