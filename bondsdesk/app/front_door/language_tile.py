# SPDX-License-Identifier: GPL-3.0-or-later
"""One language to choose at the very beginning: its own name, large, in its own letters."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy

from bondsdesk.kernel.words import LANGUAGE_NAMES, Language
from bondsdesk.widgets.look import Look

_SIZE = QSize(248, 96)


class LanguageTile(QRadioButton):
    """A radio button drawn as a tile of 248 by 96; chosen shows fill, edge and a tick."""

    def __init__(self, language: Language, look: Look) -> None:
        super().__init__()
        self._look = look
        self._language: Language = language
        self.setAccessibleName(LANGUAGE_NAMES[language])
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Return the tile's size at this zoom."""
        return QSize(self._look.px(_SIZE.width()), self._look.px(_SIZE.height()))

    def minimumSizeHint(self) -> QSize:
        """Return the same: a tile is not squeezed."""
        return self.sizeHint()

    def hitButton(self, _pos: QPoint) -> bool:  # noqa: N802 - Qt's name
        """Take a press anywhere on the tile."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the tile and the language's name."""
        look, chosen = self._look, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = 2.0 if chosen else 1.0
        painter.setPen(QPen(look.colour("accent" if chosen else "line"), edge))
        painter.setBrush(look.colour("select" if chosen else "card"))
        box = QRectF(self.rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
        painter.drawRoundedRect(box, look.px(12), look.px(12))
        painter.setFont(look.font("title", bold=chosen, language=self._language))
        painter.setPen(look.colour("ink"))
        name = LANGUAGE_NAMES[self._language]
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, name)
        if chosen:
            size = look.px(20)
            x = look.px(14) if look.rtl else self.width() - look.px(14) - size
            tick = look.icons.pixmap("check", "accent", size)
            painter.drawPixmap(x, look.px(12), tick)
