# SPDX-License-Identifier: GPL-3.0-or-later
"""One language to choose at the very beginning: its own name, large, in its own letters."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent

from bondsdesk.kernel.words import LANGUAGE_NAMES, Language
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.tile import Tile

_SIZE = QSize(248, 96)


class LanguageTile(Tile):
    """A tile of 248 by 96; chosen shows fill, edge and a tick."""

    def __init__(self, language: Language, look: Look) -> None:
        super().__init__(look, name=LANGUAGE_NAMES[language], size=_SIZE, kind="language")
        self._language: Language = language

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the tile and the language's name."""
        painter = QPainter(self)
        self.paint_ground(painter)
        self.paint_tick(painter)
        look = self._look
        painter.setFont(look.font("title", bold=self.isChecked(), language=self._language))
        painter.setPen(look.colour("ink"))
        name = LANGUAGE_NAMES[self._language]
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, name)
