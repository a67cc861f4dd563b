# SPDX-License-Identifier: GPL-3.0-or-later
"""One line under a field: what is kept, what is missing or what is wrong; never two at once."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bondsdesk.widgets.announce import announce
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.sign import Sign


class StatusLine(QWidget):
    """Keeps its place while it has nothing to say, so that nothing below it jumps."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._sign = Sign("lock", "quiet", look, size=14)
        self._words = Label("", look, role="second", tone="quiet", wrap=True)
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignVCenter)
        self._box.addWidget(self._words, 1)
        self.say_nothing()
        look.changed.connect(self._restyle)
        self._restyle()

    @property
    def text(self) -> str:
        """Return what it says."""
        return self._words.text()

    def say_nothing(self) -> None:
        """Fall silent."""
        self._words.setText("")
        self._sign.setVisible(False)

    def say(self, text: str, icon: str = "") -> None:
        """Say something in the quiet colour, with an icon before it if it is named."""
        self._words.set_tone("quiet")
        self._words.setText(text)
        self._sign.show_icon(icon or "info", "quiet")
        self._sign.setVisible(bool(icon))

    def say_wrong(self, text: str) -> None:
        """Say what is wrong, and have a screen reader say it."""
        self._words.set_tone("danger")
        self._words.setText(text)
        self._sign.show_icon("danger", "danger")
        self._sign.setVisible(True)
        announce(self, text)

    @Slot()
    def _restyle(self) -> None:
        self._box.setSpacing(self._look.px(6))
        self.setMinimumHeight(self._look.px(20))
