# SPDX-License-Identifier: GPL-3.0-or-later
"""The screen's language as a whole: catalogue, typefaces, direction, dates and Qt's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from bondsdesk.kernel.words import Language, Words, use_language
from bondsdesk.widgets.look import Look

if TYPE_CHECKING:
    from bondsdesk.widgets.qt_words import QtWords

_LOCALES: dict[Language, str] = {"en": "en_GB", "ur": "ur_PK"}
"""Western digits in both; en_GB for day before month."""


def system_language() -> Language:
    """Return the language to begin with where nobody has chosen one."""
    urdu = QLocale.system().language() == QLocale.Language.Urdu
    return "ur" if urdu else "en"


class ScreenLanguage:
    """Changes everything that depends on the language, at once; pages are rebuilt by others."""

    def __init__(self, app: QApplication, look: Look) -> None:
        self._app = app
        self._look = look
        self._words: QtWords | None = None

    def use(self, language: Language) -> None:
        """Make a language the screen's language."""
        words = use_language(language)
        QLocale.setDefault(QLocale(_LOCALES[language]))
        self._install_words(words)
        self._look.set_language(language)

    def _install_words(self, words: Words) -> None:
        """Give Qt its own words; it ships none in Urdu and needs none in English."""
        if self._words is not None:
            self._app.removeTranslator(self._words)
            self._words = None
        if words.language == "en":
            return
        from bondsdesk.widgets.qt_words import QtWords

        self._words = QtWords(words, self._app)
        self._app.installTranslator(self._words)
