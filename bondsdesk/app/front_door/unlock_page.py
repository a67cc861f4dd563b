# SPDX-License-Identifier: GPL-3.0-or-later
"""The lock screen: two symbols, a passphrase, nothing that tells anyone anything."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from bondsdesk.app.front_door.door_context import DoorContext
from bondsdesk.app.front_door.door_frame import DoorFrame
from bondsdesk.app.front_door.door_words import symbol_name
from bondsdesk.app.front_door.help_line import HelpLine
from bondsdesk.app.front_door.patience import Patience
from bondsdesk.kernel.people import Colour, PartnerId, Symbol
from bondsdesk.kernel.words import gettext as _
from bondsdesk.kernel.words import ngettext
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.mark import Mark
from bondsdesk.widgets.password_field import PasswordField
from bondsdesk.widgets.symbol_tile import SymbolTile

Seat = tuple[PartnerId, Symbol, Colour]


class UnlockPage(DoorFrame):
    """Emits `tried(partner, passphrase)` and `sheet_wanted`; told what came of it by `refuse`."""

    tried = Signal(str, str)
    sheet_wanted = Signal()

    def __init__(
        self,
        context: DoorContext,
        seats: Sequence[Seat],
        patience: Patience,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, parent=parent)
        self._patience = patience
        self._busy = False
        self._tiles = QButtonGroup(self)
        self._seats: list[PartnerId] = []
        self._tick = QTimer(self)
        self._tick.setInterval(1000)
        self._tick.timeout.connect(self._show_state)
        self._add_head(alone=len(seats) == 1)
        self._add_tiles(seats)
        self._add_field()
        sheet = Button(_("Use a paper sheet"), self.look, kind="text")
        sheet.clicked.connect(self.sheet_wanted)
        self.foot.addWidget(sheet)
        self._show_state()
        if len(seats) == 1:
            self.choose(seats[0][0])
        if patience.seconds_left(context.clock.elapsed()):
            self._tick.start()

    @property
    def chosen(self) -> PartnerId | None:
        """Return whose tile is chosen."""
        place = self._tiles.checkedId()
        return self._seats[place] if place >= 0 else None

    @property
    def typed(self) -> str:
        """Return what stands in the field, to carry it over a change of language."""
        return self._field.text()

    @property
    def busy(self) -> bool:
        """Tell whether a passphrase is being tried."""
        return self._busy

    def choose(self, partner: PartnerId) -> None:
        """Choose a tile as if it had been pressed."""
        if partner in self._seats:
            self._tiles.button(self._seats.index(partner)).setChecked(True)

    def restore(self, chosen: PartnerId | None, typed: str) -> None:
        """Put back what another language's page held."""
        if chosen is not None:
            self.choose(chosen)
        self._field.setText(typed)

    def enter(self) -> None:
        """Put the focus where the next thing is done."""
        if self.chosen is None:
            self._tiles.button(0).setFocus()
        else:
            self._field.setFocus()

    @Slot()
    def wait_for_opening(self) -> None:
        """Show that the passphrase is being tried."""
        self._busy = True
        self._show_state()

    def refuse(self, sentence: str, wrong: bool) -> None:
        """Say why it stays closed; the typed text stays, selected. Wrong secrets cost time."""
        self._busy = False
        if wrong:
            self._patience.missed(self.context.clock.elapsed())
            self._tick.start()
        self._help_line.show_trouble(sentence)
        self._show_state()
        self._field.setFocus()
        self._field.selectAll()

    def forget(self) -> None:
        """Empty the field and choose nobody (hide, and leaving the page)."""
        self._field.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter on a tile as choosing it and going on to the passphrase."""
        tile = self.focusWidget()
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and isinstance(tile, SymbolTile):
            tile.setChecked(True)
            self._field.setFocus()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go on to the passphrase after a tile was pressed with the mouse; arrows stay on tiles."""
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(watched, SymbolTile):
            QTimer.singleShot(0, self._field, self._field.setFocus)
        return False

    def _add_head(self, *, alone: bool) -> None:
        px, centre = self.look.px, Qt.AlignmentFlag.AlignHCenter
        self.column.addWidget(Mark(self.look), 0, centre)
        self.column.addSpacing(px(16))
        title = _("Welcome back") if alone else _("Who is sitting down?")
        self.column.addWidget(Label(title, self.look, role="title", align=centre, wrap=True))
        self.column.addSpacing(px(4))
        sentence = _("This desk is closed.") if alone else _("Choose your symbol.")
        self.column.addWidget(Label(sentence, self.look, tone="quiet", align=centre, wrap=True))
        self.column.addSpacing(px(24))

    def _add_tiles(self, seats: Sequence[Seat]) -> None:
        row = QHBoxLayout()
        row.setSpacing(self.look.px(16))
        row.addStretch(1)
        for place, (partner, symbol, colour) in enumerate(seats):
            tile = SymbolTile(symbol, colour, self.look, name=symbol_name(symbol))
            tile.toggled.connect(self._sat_down)
            tile.installEventFilter(self)
            self._tiles.addButton(tile, place)
            self._seats.append(partner)
            row.addWidget(tile)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addSpacing(self.look.px(24))

    def _add_field(self) -> None:
        px = self.look.px
        label = Label(_("Passphrase"), self.look, bold=True)
        self._field = PasswordField(self.look, name=_("Passphrase"))
        self._field.setFixedHeight(px(48))
        self._field.returnPressed.connect(self._try)
        self._field.textChanged.connect(self._typed)
        self._field.caps_lock.connect(self._caps_lock)
        label.setBuddy(self._field)
        self._help_line = HelpLine(_("It opens your own place and what you two share."), self.look)
        self._open = Button(_("Open"), self.look, kind="main")
        self._open.clicked.connect(self._try)
        self.column.addWidget(label)
        self.column.addSpacing(px(8))
        self.column.addWidget(self._field)
        self.column.addSpacing(px(10))
        self.column.addWidget(self._help_line)
        self.column.addSpacing(px(22))
        self.column.addWidget(self._open)
        self.column.addStretch(1)

    @Slot()
    def _sat_down(self) -> None:
        self._help_line.show_help()
        self._show_state()

    @Slot()
    def _typed(self) -> None:
        self._help_line.show_help()
        self._show_state()

    @Slot(bool)
    def _caps_lock(self, on: bool) -> None:
        self._help_line.show_caps_lock(on=on)

    @Slot()
    def _try(self) -> None:
        waiting = self._patience.seconds_left(self.context.clock.elapsed()) > 0
        if self._busy or waiting or self.chosen is None or not self._field.text():
            return
        self.tried.emit(self.chosen, self._field.text())

    @Slot()
    def _show_state(self) -> None:
        seconds = self._patience.seconds_left(self.context.clock.elapsed())
        sits = self.chosen is not None
        self._field.setEnabled(sits)
        self._field.setReadOnly(self._busy)
        self._open.setEnabled(sits and not self._busy and not seconds and bool(self._field.text()))
        if self._busy:
            self._open.set_text(_("Opening"))
        elif seconds:
            wait = ngettext("Try again in {count} second", "Try again in {count} seconds", seconds)
            self._open.set_text(wait.format(count=seconds))
        else:
            self._open.set_text(_("Open"))
            self._tick.stop()
