# SPDX-License-Identifier: GPL-3.0-or-later
"""Opening with a paper sheet: type the code; an own sheet then leads to a new passphrase."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from bondsdesk.app.front_door.door_context import DoorContext
from bondsdesk.app.front_door.door_frame import DoorFrame
from bondsdesk.app.front_door.help_line import HelpLine
from bondsdesk.app.front_door.passphrase_page import PassphrasePage, Typed
from bondsdesk.kernel.words import gettext as _
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.line_field import LineField

_WIDTH = 760
_LETTERS = 36
"""Nine groups of four (vault-format.md); blanks and dashes may be typed or left out."""


class PaperPage(DoorFrame):
    """Emits `tried(code)`, later `chosen(passphrase)`, and `back`."""

    tried = Signal(str)
    chosen = Signal(str)
    back = Signal()

    def __init__(self, context: DoorContext) -> None:
        super().__init__(context, width=_WIDTH, scenery=False)
        self._passphrase = ""
        self._busy = False
        self._steps = QStackedWidget(self)
        self._steps.addWidget(self._code_step())
        self.column.addWidget(self._steps)
        self._new: PassphrasePage | None = None
        self._buttons()
        self._show_state()

    @property
    def accepted(self) -> bool:
        """Tell whether the sheet was right and a new passphrase is asked for."""
        return self._new is not None

    def typed(self) -> tuple[str, Typed | None, bool]:
        """Return the code, what was typed of a new passphrase, and whether it is being tried."""
        return self._code.text(), self._new.typed() if self._new is not None else None, self._busy

    def restore(self, code: str, typed: Typed | None, busy: bool) -> None:
        """Put back what another language's page held."""
        self._code.setText(code)
        if typed is not None:
            self.ask_passphrase()
        if typed is not None and self._new is not None:
            self._new.restore(typed)
        if busy:
            self.wait_for_opening()

    def enter(self) -> None:
        """Put the focus on the field."""
        self._code.setFocus()

    def refuse(self, sentence: str, wrong: bool) -> None:
        """Say why the sheet does not open; what was typed stays. A sheet needs no waiting."""
        del wrong
        self._end_waiting()
        self._go.set_text(_("Open with it") if self._new is not None else _("Open"))
        self._help_line.show_trouble(sentence)
        self._show_state()
        self._code.setFocus()

    @Slot()
    def ask_passphrase(self) -> None:
        """Go on to a new passphrase: the own sheet was right."""
        self._end_waiting()
        self._new = PassphrasePage(self.context, self._hear_passphrase, sheet_follows=False)
        self._new.changed.connect(self._show_state)
        self._new.forward.connect(self._go_on)
        holder = QWidget(self)
        box = QVBoxLayout(holder)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(self.look.px(8))
        box.addWidget(Label(_("A new passphrase"), self.look, role="title", wrap=True))
        sentence = _("Your sheet is right. Choose a new passphrase; the sheet stays good.")
        box.addWidget(Label(sentence, self.look, tone="quiet", wrap=True))
        box.addSpacing(self.look.px(16))
        box.addWidget(self._new, 1)
        self._steps.addWidget(holder)
        self._steps.setCurrentWidget(holder)
        self._go.set_text(_("Open with it"))
        self._show_state()
        self._new.enter()

    def _code_step(self) -> QWidget:
        step = QWidget(self)
        box = QVBoxLayout(step)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        px = self.look.px
        box.addWidget(Label(_("Use a paper sheet"), self.look, role="title", wrap=True))
        box.addSpacing(px(4))
        explained = _(
            "Your own sheet opens your place and lets you choose a new passphrase. "
            "The shared sheet opens only what you two share."
        )
        box.addWidget(Label(explained, self.look, tone="quiet", wrap=True))
        box.addSpacing(px(24))
        label = Label(_("The nine groups"), self.look, bold=True)
        self._code = LineField(self.look, limit=2 * _LETTERS)
        self._code.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._code.setFont(self.look.font("reading", language="en"))
        self._code.setFixedHeight(px(48))
        self._code.textChanged.connect(self._typed)
        self._code.returnPressed.connect(self._go_on)
        label.setBuddy(self._code)
        box.addWidget(label)
        box.addSpacing(px(8))
        box.addWidget(self._code)
        box.addSpacing(px(10))
        help_text = _("Capitals or small, with or without dashes. O and 0, I and 1 are the same.")
        self._help_line = HelpLine(help_text, self.look)
        box.addWidget(self._help_line)
        box.addStretch(1)
        return step

    def _buttons(self) -> None:
        back = Button(_("Back"), self.look)
        back.clicked.connect(self.back)
        self._go = Button(_("Open"), self.look, kind="main")
        self._go.setMinimumWidth(self.look.px(144))
        self._go.clicked.connect(self._go_on)
        row = QHBoxLayout()
        row.addWidget(back)
        row.addStretch(1)
        row.addWidget(self._go)
        self.column.addSpacing(self.look.px(32))
        self.column.addLayout(row)
        self.column.addStretch(1)

    def _hear_passphrase(self, passphrase: str) -> None:
        self._passphrase = passphrase

    @Slot()
    def wait_for_opening(self) -> None:
        """Show that it is under way; nothing can be typed that would not count."""
        self._busy = True
        self._steps.setEnabled(False)
        self._go.set_text(_("Opening"))
        self._show_state()

    def _end_waiting(self) -> None:
        self._busy = False
        self._steps.setEnabled(True)

    @Slot()
    def _typed(self) -> None:
        self._help_line.show_help()
        self._show_state()

    @Slot()
    def _show_state(self) -> None:
        if self._busy:
            self._go.setEnabled(False)
            return
        if self._new is not None:
            self._go.setEnabled(bool(self._passphrase))
            return
        letters = "".join(self._code.text().split()).replace("-", "")
        self._go.setEnabled(len(letters) >= _LETTERS)

    @Slot()
    def _go_on(self) -> None:
        if not self._go.isEnabled():
            return
        self.wait_for_opening()
        if self._new is not None:
            self.chosen.emit(self._passphrase)
        else:
            self.tried.emit(self._code.text())
