# SPDX-License-Identifier: GPL-3.0-or-later
"""Signing: a night's sleep is offered first, then the passphrase, for this one act.

It does no signing itself: it tells what is wanted and is told how it went.
"""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from bondsdesk.kernel.words import gettext as _
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.card import Card
from bondsdesk.widgets.field import LabeledField
from bondsdesk.widgets.flow_layout import FlowLayout
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.password_field import PasswordField

_MANY_TRIES = 3


class SignPanel(Card):
    """Signals: sleep_wanted(): ask me tomorrow; sign_wanted(passphrase): sign now."""

    sleep_wanted = Signal()
    sign_wanted = Signal(str)

    def __init__(self, look: Look, *, sleeping: bool, slept: bool) -> None:
        super().__init__(look, fill="lane", padding=16)
        self._tries = 0
        self._title = Label("", look, bold=True, wrap=True)
        self._words = Label("", look, role="second", tone="quiet", wrap=True)
        self.field = PasswordField(look, name=_("Your passphrase"))
        self._row = LabeledField(
            _("Your passphrase"),
            self.field,
            look,
            help=_("It opens your signing key for this one signature."),
        )
        self.sleep = Button(_("Sleep on it until tomorrow"), look, kind="main")
        self.now = Button(_("Sign now"), look)
        self.sign = Button(_("Sign agreement"), look, kind="main")
        self.sign.set_on_wash(True)
        self.later = Button(_("Not now"), look, kind="text")
        self._deeds = QWidget()
        flow = FlowLayout(self._deeds, gap=look.px(8))
        for button in (self.sleep, self.now, self.sign, self.later):
            flow.addWidget(button)
        for part in (self._title, self._words, self._row, self._deeds):
            self.box.addWidget(part)
        self.sleep.clicked.connect(self.sleep_wanted)
        self.now.clicked.connect(self.ask)
        self.later.clicked.connect(self._on_later)
        self.sign.clicked.connect(self._on_sign)
        self.field.returnPressed.connect(self._on_sign)
        self.field.textChanged.connect(self._on_typed)
        self.field.caps_lock.connect(self._on_caps)
        self._sleeping, self._slept = sleeping, slept
        self._on_later()

    @Slot()
    def ask(self) -> None:
        """Ask for the passphrase."""
        self._show(asking=True)
        self._title.setText(_("Sign with your passphrase"))
        self._words.setText(_("Read it once more. You can withdraw on any day, without a reason."))
        self.field.setFocus()

    def show_wrong(self) -> None:
        """Say that the passphrase was another one; what was typed stays and is chosen."""
        self._tries += 1
        self._busy(busy=False)
        self._row.set_error(
            _("That is not your passphrase. Nothing was signed.")
            if self._tries < _MANY_TRIES
            else _(
                "That was not it either. Nothing is lost: the agreement waits, today or another "
                "day. Look whether Caps Lock is on."
            )
        )
        self.field.setFocus()
        self.field.selectAll()

    def show_trouble(self, sentence: str) -> None:
        """Say why it was not signed."""
        self._busy(busy=False)
        self._row.set_error(sentence)

    @Slot()
    def _on_later(self) -> None:
        self.field.forget()
        self._show(asking=False)
        if self._sleeping:
            self._title.setText(_("You sleep on it"))
            self._words.setText(_("It waits until tomorrow. Nobody is told."))
        elif self._slept:
            self._title.setText(_("You slept on it"))
            self._words.setText(_("Does it still feel right? Take your time."))
        else:
            self._title.setText(_("Would you like to sleep on it?"))
            self._words.setText(_("Tomorrow you read it with fresh eyes. There is no hurry."))

    @Slot()
    def _on_sign(self) -> None:
        if self.sign.isEnabled() and self.field.text():
            self._busy(busy=True)
            self.sign_wanted.emit(self.field.text())

    @Slot()
    def _on_typed(self) -> None:
        self._row.set_error(None)
        self.sign.setEnabled(bool(self.field.text()))

    @Slot(bool)
    def _on_caps(self, on: bool) -> None:
        self._row.set_warning(_("Caps Lock is on") if on else None)

    def _busy(self, *, busy: bool) -> None:
        self.sign.setEnabled(not busy and bool(self.field.text()))
        self.field.setReadOnly(busy)
        self.later.setEnabled(not busy)
        self._row.set_help(
            _("One moment") if busy else _("It opens your signing key for this one signature.")
        )

    def _show(self, *, asking: bool) -> None:
        self._row.setVisible(asking)
        self.sign.setVisible(asking)
        self.later.setVisible(asking)
        self.sleep.setVisible(not asking and not self._sleeping and not self._slept)
        self.now.setVisible(not asking)
        self.now.set_kind("main" if self._slept and not self._sleeping else "secondary")
        self.now.set_text(_("Sign today after all") if self._sleeping else _("Sign now"))
        self.sign.setEnabled(bool(self.field.text()))
        self._deeds.updateGeometry()
