# SPDX-License-Identifier: GPL-3.0-or-later
"""A field of a form: its label above, help below, and an error beside it in plain words."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bondsdesk.widgets.announce import announce
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.sign import Sign
from bondsdesk.widgets.tokens import Token


class LabeledField(QWidget):
    """An editor with words around it. The label names the editor for a screen reader too."""

    def __init__(
        self,
        label: str,
        editor: QWidget,
        look: Look,
        *,
        help: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._help = help
        self.editor = editor
        self._label = Label(label, look, bold=True, wrap=True)
        self._label.setBuddy(editor)
        if not editor.accessibleName():
            editor.setAccessibleName(label.replace("&", ""))
        self._sign = Sign("danger", "danger", look)
        self._line = Label(help, look, role="second", tone="quiet", wrap=True)
        self._below = QHBoxLayout()
        self._below.addWidget(self._sign)
        self._below.addWidget(self._line, 1)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self._label)
        self._box.addWidget(editor)
        self._box.addLayout(self._below)
        self.set_error(None)
        self._restyle()
        look.changed.connect(self._restyle)

    def set_help(self, text: str) -> None:
        """Show another help line under the field."""
        self._help = text
        self._line.setText(text)
        self._line.setVisible(bool(text))
        self.editor.setAccessibleDescription(text)

    def set_error(self, text: str | None) -> None:
        """Show what is wrong in place of the help line, or with None the help line again."""
        self._show(text or self._help, "danger" if text else "quiet", sign=bool(text))
        self.editor.setProperty("wrong", bool(text))
        self.editor.style().polish(self.editor)
        if text:
            announce(self.editor, text)

    def set_warning(self, text: str | None) -> None:
        """Show something to know about, such as Caps Lock, in place of the help line."""
        self._sign.show_icon("warning", "warn")
        self._show(text or self._help, "warn" if text else "quiet", sign=bool(text))
        if text:
            announce(self.editor, text)

    def _show(self, text: str, tone: Token, *, sign: bool) -> None:
        if tone == "danger":
            self._sign.show_icon("danger", "danger")
        self._sign.setVisible(sign)
        self._line.setText(text)
        self._line.set_tone(tone)
        self._line.setVisible(bool(text))
        self.editor.setAccessibleDescription(text)

    @Slot()
    def _restyle(self) -> None:
        self._box.setSpacing(self._look.px(8))
        self._below.setSpacing(self._look.px(8))
