# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether a password opens the PDF: a tick, then the same words twice."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bondsdesk.kernel.words import gettext as _
from bondsdesk.widgets.check_row import CheckRow
from bondsdesk.widgets.field import LabeledField
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.password_field import PasswordField
from bondsdesk.widgets.reading_text import ReadingText

SHORTEST = 8
"""Characters. AES-256 is only as strong as the password; below eight a laptop guesses it soon."""
_LONGEST = 127
"""Bytes of UTF-8 that PDF looks at (ISO 32000-2, 7.6.4.3.3): some programs open none with more."""


class PasswordPart(QWidget):
    """Signals: `changed`: the tick or one of the fields."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._wanted = CheckRow(_("Ask for a password to open it"), look)
        self._first = PasswordField(look, name=_("Password"))
        self._second = PasswordField(look, name=_("The same once more"))
        self._first_row = LabeledField(
            _("Password"),
            self._first,
            look,
            help=_("Eight letters or more. Nobody can open it without, so tell each other."),
        )
        self._second_row = LabeledField(_("The same once more"), self._second, look)
        self._build()
        self._wanted.toggled.connect(self._on_wanted)
        self._first.textChanged.connect(self._on_typed)
        self._second.textChanged.connect(self._on_typed)
        look.changed.connect(self._measure)

    def wanted(self) -> bool:
        """Tell whether the PDF gets a password."""
        return self._wanted.isChecked()

    def password(self) -> str:
        """Return the password, empty for a PDF that anyone can open."""
        return self._first.text() if self.wanted() else ""

    def check(self) -> bool:
        """Tell whether all is well; else say beside the fields what is missing and go there."""
        if not self.wanted():
            return True
        unfit = self._unfit()
        differ = not unfit and self._first.text() != self._second.text()
        self._first_row.set_error(unfit)
        self._second_row.set_error(
            _("The two are not the same. Please type it once more.") if differ else None
        )
        if unfit or differ:
            (self._first if unfit else self._second).setFocus()
        return not (unfit or differ)

    def forget(self) -> None:
        """Take the password off the screen and out of the fields."""
        self._first.forget()
        self._second.forget()
        self._wanted.setChecked(False)

    def _unfit(self) -> str | None:
        typed = self._first.text()
        if len(typed) < SHORTEST:
            return _("Please take at least eight letters or numbers.")
        if len(typed.encode(errors="replace")) > _LONGEST:
            return _("A PDF knows no password that long. Please take a shorter one.")
        return None

    @Slot(bool)
    def _on_wanted(self, wanted: bool) -> None:
        self._fields.setVisible(wanted)
        if wanted:
            self._first.setFocus()
        self.changed.emit()

    @Slot()
    def _on_typed(self) -> None:
        self._first_row.set_error(None)
        self._second_row.set_error(None)
        self.changed.emit()

    def _build(self) -> None:
        self._fields = QWidget()
        self._inner = QVBoxLayout(self._fields)
        self._inner.addWidget(self._first_row)
        self._inner.addWidget(self._second_row)
        self._fields.hide()
        self._column = QVBoxLayout(self)
        self._column.addWidget(Label(_("Who can open it"), self._look, bold=True))
        self._column.addWidget(
            ReadingText(
                _("Whoever has the file can read it."),
                self._look,
                size=14,
                tone="quiet",
                selectable=False,
            )
        )
        self._column.addWidget(self._wanted)
        self._column.addWidget(self._fields)
        self._measure()

    @Slot()
    def _measure(self) -> None:
        for box in (self._column, self._inner):
            box.setContentsMargins(0, 0, 0, 0)
            box.setSpacing(self._look.px(8))
