# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether a copy would open: which file, and the passphrase it would be opened with."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bondsdesk.app.settings.card import deeds
from bondsdesk.kernel.text import isolate
from bondsdesk.kernel.words import gettext as _
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.field import LabeledField
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.password_field import PasswordField


class TrialForm(QWidget):
    """Signals: `asked(Path, passphrase)`; `closed`: thought better of it."""

    asked = Signal(object, str)
    closed = Signal()

    def __init__(self, path: Path, look: Look) -> None:
        super().__init__()
        self._path = path
        self._passphrase = PasswordField(look, name=_("Your passphrase"))
        named = _("{name} is opened with it for a moment, read whole and closed again.")
        self._row = LabeledField(
            _("Your passphrase"),
            self._passphrase,
            look,
            help=named.format(name=isolate(path.name)),
        )
        self._go = Button(_("Test it"), look)
        self._leave = Button(_("Not now"), look, kind="text")
        self._build(look)
        self._passphrase.textChanged.connect(self._on_typed)
        self._passphrase.returnPressed.connect(self._on_go)
        self._go.clicked.connect(self._on_go)
        self._leave.clicked.connect(self.closed)
        self._on_typed()

    def begin(self) -> None:
        """Put the cursor where typing begins."""
        self._passphrase.setFocus()

    def show_wrong(self) -> None:
        """Say beside the field that the passphrase is not the one."""
        self._row.set_error(_("That is not your passphrase of today."))
        self._passphrase.setFocus()

    @Slot()
    def _on_typed(self) -> None:
        self._row.set_error(None)
        self._go.setEnabled(bool(self._passphrase.text()))

    @Slot()
    def _on_go(self) -> None:
        if self._go.isEnabled():
            self.asked.emit(self._path, self._passphrase.take())

    def _build(self, look: Look) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(12))
        column.addWidget(self._row)
        column.addLayout(deeds(look, self._go, self._leave))
