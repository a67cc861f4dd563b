# SPDX-License-Identifier: GPL-3.0-or-later
"""The place beside the list that shows one thing at a time, with a way back where it is alone."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bondsdesk.kernel.words import gettext as _
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.page import scrolling


class Pane(QWidget):
    """Signals: back(): the way back to the list."""

    back = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.content: QWidget | None = None
        self._holder: QWidget | None = None
        self.back_button = Button(_("Back"), look, kind="text", icon="arrow-back")
        self.back_button.clicked.connect(self.back)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(look.px(8))
        self._box.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeading)

    def show_content(self, content: QWidget, *, scrolls: bool) -> None:
        """Show something instead of what was here; `scrolls` for what has no area of its own."""
        if self._holder is not None:
            self._box.removeWidget(self._holder)
            self._holder.hide()
            self._holder.deleteLater()
        self.content = content
        self._holder = scrolling(content, snug=True) if scrolls else content
        self._box.addWidget(self._holder, 1)
        self._holder.show()

    def set_narrow(self, narrow: bool) -> None:
        """Show the way back, or hide it where the list stands beside."""
        self.back_button.setVisible(narrow)
