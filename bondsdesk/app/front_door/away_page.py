# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands over setting up when nobody was there for a while: no words, no sheet, no way on.

A lock would lose a sheet that is shown only once. So what was on the screen waits behind this
page, and once there is a place, only its passphrase brings it back.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bondsdesk.app.front_door.columns import column_area
from bondsdesk.app.front_door.door_context import DoorContext
from bondsdesk.app.front_door.door_frame import COLUMN
from bondsdesk.app.front_door.help_line import HelpLine
from bondsdesk.app.front_door.patience import Patience
from bondsdesk.app.front_door.sentences import door_sentence
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.people import PartnerId
from bondsdesk.kernel.words import gettext as _
from bondsdesk.kernel.words import ngettext
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.mark import Mark
from bondsdesk.widgets.password_field import PasswordField


class AwayPage(QWidget):
    """Emits `back` when it may go, `failed(error)` for what is no fault of the world.

    `who` has a place by now and is asked for its passphrase; None while there is none yet.
    """

    back = Signal()
    failed = Signal(object)

    def __init__(self, context: DoorContext, who: PartnerId | None) -> None:
        super().__init__()
        self._context = context
        self._who: PartnerId | None = who
        self._busy = False
        self._patience = Patience()
        self._tick = QTimer(self)
        self._tick.setInterval(1000)
        self._tick.timeout.connect(self._show_state)
        inner = QWidget(self)
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 52, 0, context.look.px(16))
        self._column.setSpacing(context.look.px(16))
        self._field: PasswordField | None = None
        self._go = Button("", context.look, kind="main")
        self._go.clicked.connect(self._try)
        self._fill()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(column_area(inner, context.look.px(COLUMN), self))
        self._show_state()

    def enter(self) -> None:
        """Put the focus where the next thing is done."""
        (self._field or self._go).setFocus()

    def _fill(self) -> None:
        look, centre = self._context.look, Qt.AlignmentFlag.AlignHCenter
        self._column.addWidget(Mark(look), 0, centre)
        title = _("Nobody was here for a while")
        self._column.addWidget(Label(title, look, role="title", align=centre, wrap=True))
        said = (
            _("What you began is kept behind this page.")
            if self._who is None
            else _("Your sheets are not lost. Your new passphrase brings them back.")
        )
        self._column.addWidget(Label(said, look, tone="quiet", align=centre, wrap=True))
        self._help = HelpLine("", look)
        if self._who is not None:
            self._add_field()
        self._column.addWidget(self._go)
        self._column.addStretch(1)

    def _add_field(self) -> None:
        look = self._context.look
        label = Label(_("Passphrase"), look, bold=True)
        field = PasswordField(look, name=_("Passphrase"))
        field.setFixedHeight(look.px(48))
        field.textChanged.connect(self._typed)
        field.returnPressed.connect(self._try)
        field.caps_lock.connect(self._caps_lock)
        label.setBuddy(field)
        for widget in (label, field, self._help):
            self._column.addWidget(widget)
        self._field = field

    @Slot()
    def _typed(self) -> None:
        self._help.show_help()
        self._show_state()

    @Slot(bool)
    def _caps_lock(self, on: bool) -> None:
        self._help.show_caps_lock(on=on)

    @Slot()
    def _try(self) -> None:
        if not self._go.isEnabled():
            return
        if self._who is None or self._field is None:
            self.back.emit()
            return
        from bondsdesk.vault.opening import unwrap_passphrase

        self._busy = True
        self._show_state()
        work = partial(unwrap_passphrase, self._context.files, self._who, self._field.text())
        self._context.tasks.run(work, self, self._right, self._wrong)

    def _right(self, _secrets: object) -> None:
        self.back.emit()

    def _wrong(self, error: BaseException) -> None:
        self._busy = False
        if not isinstance(error, ExpectedError):
            self.failed.emit(error)
            return
        if error.code.startswith("secret."):
            self._patience.missed(self._context.clock.elapsed())
            self._tick.start()
        self._help.show_trouble(door_sentence(error))
        self._show_state()
        if self._field is not None:
            self._field.setFocus()
            self._field.selectAll()

    @Slot()
    def _show_state(self) -> None:
        seconds = self._patience.seconds_left(self._context.clock.elapsed())
        typed = self._field is None or bool(self._field.text())
        self._go.setEnabled(typed and not self._busy and not seconds)
        if seconds:
            wait = ngettext("Try again in {count} second", "Try again in {count} seconds", seconds)
            self._go.set_text(wait.format(count=seconds))
        else:
            self._go.set_text(_("Show it again"))
            self._tick.stop()
