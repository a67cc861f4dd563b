# SPDX-License-Identifier: GPL-3.0-or-later
"""English | اردو, at the foot of the closed door."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from bondsdesk.kernel.words import LANGUAGE_NAMES, LANGUAGES, Language
from bondsdesk.kernel.words import gettext as _
from bondsdesk.widgets.enter_key import pressed_by_enter
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
                hair = Hair(look, upright=True)
                hair.setFixedHeight(look.px(16))
                row.addWidget(hair, 0, Qt.AlignmentFlag.AlignVCenter)
            row.addWidget(self._button(language))

    def _button(self, language: Language) -> LanguageButton:
        button = LanguageButton(language, self._look)
        button.clicked.connect(partial(self._choose, language))
        return button

    def _choose(self, language: Language) -> None:
        if language != self._look.language:
            self.picked.emit(language)


class LanguageButton(QPushButton):
    """A language's own name in its own letters; bold ink when it is the one on the screen."""

    def __init__(self, language: Language, look: Look) -> None:
        super().__init__()
        self.setText(LANGUAGE_NAMES[language])
        self._look = look
        self._language: Language = language
        self._now = language == look.language
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("ring", 8)
        if self._now:
            self.setAccessibleDescription(_("The language shown now"))

    def sizeHint(self) -> QSize:
        """Return the width of the bold word, at least 32 high."""
        metrics = QFontMetrics(self._font(bold=True))
        width = metrics.horizontalAdvance(self.text()) + self._look.px(24)
        return QSize(width, self._look.px(36))

    def minimumSizeHint(self) -> QSize:
        """Return the same: a language's name is not cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it as Space does."""
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the word alone."""
        painter = QPainter(self)
        painter.setFont(self._font(bold=self._now))
        strong = self._now or self.underMouse()
        painter.setPen(self._look.colour("ink" if strong else "quiet"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())

    def _font(self, *, bold: bool) -> QFont:
        return self._look.font("body", bold=bold, language=self._language)
