# SPDX-License-Identifier: GPL-3.0-or-later
"""How it looks and sounds on this laptop. Read before unlock, so nothing in it is private."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from bondsdesk.app.machine_settings import MachineSettings, Scheme
from bondsdesk.app.one_of import OneOf
from bondsdesk.app.settings.card import SettingsCard
from bondsdesk.kernel.words import LANGUAGE_NAMES, LANGUAGES
from bondsdesk.kernel.words import gettext as _
from bondsdesk.widgets.check_row import CheckRow
from bondsdesk.widgets.icon_button import IconButton
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.look import ZOOM_STEPS, Look


class LaptopCard(SettingsCard):
    """Signals: `language_chosen(Language)`: another language than the present one."""

    language_chosen = Signal(str)

    def __init__(self, machine: MachineSettings, look: Look) -> None:
        super().__init__(
            _("On this laptop"), look, sentence=_("These hold for both of you, on this screen.")
        )
        self._machine = machine
        self._build()
        self.show_present()
        self._connect()

    @Slot()
    def show_present(self) -> None:
        """Show what holds now; a key may have changed the size meanwhile."""
        self._language.choose(self.look.language)
        self._scheme.choose(self._machine.scheme)
        with QSignalBlocker(self._still), QSignalBlocker(self._chime):
            self._still.setChecked(self.look.reduced_motion)
            self._chime.setChecked(self._machine.chime)
        percent = _("{percent}%").format(percent=round(self.look.zoom * 100))
        self._percent.setText(percent)
        self._smaller.setEnabled(self.look.zoom > ZOOM_STEPS[0])
        self._larger.setEnabled(self.look.zoom < ZOOM_STEPS[-1])

    @Slot(str)
    def _on_language(self, language: str) -> None:
        if language != self.look.language:
            self.language_chosen.emit(language)

    @Slot(str)
    def _on_scheme(self, scheme: str) -> None:
        self._machine.scheme = cast("Scheme", scheme)
        self.look.set_scheme(self._machine.scheme)

    @Slot(bool)
    def _on_still(self, still: bool) -> None:
        self._machine.reduced_motion = "on" if still else "off"
        self.look.set_reduced_motion(still)

    @Slot(bool)
    def _on_chime(self, wanted: bool) -> None:
        self._machine.chime = wanted

    @Slot()
    def _on_smaller(self) -> None:
        self.look.zoom_out()
        self._keep_zoom()

    @Slot()
    def _on_larger(self) -> None:
        self.look.zoom_in()
        self._keep_zoom()

    def _keep_zoom(self) -> None:
        self._machine.zoom = round(self.look.zoom * 100)

    def _build(self) -> None:
        look = self.look
        languages = [(key, LANGUAGE_NAMES[key]) for key in LANGUAGES]
        self._language = OneOf(_("Language"), languages, look)
        self._scheme = OneOf(
            _("Light or dark"),
            [("system", _("As the system")), ("light", _("Light")), ("dark", _("Dark"))],
            look,
        )
        self._still = CheckRow(_("Less movement"), look, help=_("Colours change at once."))
        self._chime = CheckRow(
            _("A soft chime when a turn ends"),
            look,
            help=_("What you see changes too, with or without it."),
        )
        for part in (self._language, self._scheme):
            self.rows.addWidget(part)
        self.rows.addLayout(self._size_row())
        self.rows.addWidget(self._still)
        self.rows.addWidget(self._chime)

    def _size_row(self) -> QVBoxLayout:
        look = self.look
        self._smaller = IconButton("minus", _("Smaller text"), look)
        self._percent = Label("", look)
        self._larger = IconButton("plus", _("Larger text"), look)
        row = QHBoxLayout()
        row.setSpacing(look.px(12))
        for part in (self._smaller, self._percent, self._larger):
            row.addWidget(part)
        row.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(look.px(8))
        column.addWidget(Label(_("Text size"), look, bold=True))
        column.addLayout(row)
        return column

    def _connect(self) -> None:
        self._language.chosen.connect(self._on_language)
        self._scheme.chosen.connect(self._on_scheme)
        self._still.toggled.connect(self._on_still)
        self._chime.toggled.connect(self._on_chime)
        self._smaller.clicked.connect(self._on_smaller)
        self._larger.clicked.connect(self._on_larger)
        self.look.changed.connect(self.show_present)
