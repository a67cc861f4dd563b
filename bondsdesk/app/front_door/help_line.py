# SPDX-License-Identifier: GPL-3.0-or-later
"""The line under the passphrase: help, or Caps Lock, or what went wrong, always at one place."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from bondsdesk.kernel.words import gettext as _
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.tokens import Token


class HelpLine(QWidget):
    """One sentence with an icon where it is a warning; a wrong passphrase outranks Caps Lock."""

    def __init__(self, help_text: str, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._help = help_text
        self._trouble = ""
        self._caps = False
        self._icon = QLabel(self)
        self._icon.setFixedSize(look.px(16), look.px(16))
        self._text = Label(help_text, look, role="second", tone="quiet", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(8))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        self._show()

    def show_help(self) -> None:
        """Take the trouble away."""
        self._trouble = ""
        self._show()

    def show_trouble(self, sentence: str) -> None:
        """Say what went wrong."""
        self._trouble = sentence
        self._show()

    def show_caps_lock(self, *, on: bool) -> None:
        """Say that Caps Lock is on, or no longer."""
        self._caps = on
        self._show()

    def _show(self) -> None:
        if self._trouble:
            self._say(self._trouble, "danger", "danger")
        elif self._caps:
            self._say(_("Caps Lock is on"), "warn", "warning")
        else:
            self._say(self._help, "quiet", None)

    def _say(self, sentence: str, tone: Token, icon: str | None) -> None:
        self._text.set_tone(tone)
        self._text.setText(sentence)
        self._icon.setVisible(icon is not None)
        if icon is not None:
            self._icon.setPixmap(self._look.icons.pixmap(icon, tone, self._look.px(16)))
