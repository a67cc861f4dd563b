# SPDX-License-Identifier: GPL-3.0-or-later
"""Who sits here: name, symbol, colour and passphrase, their own sheet and the shared one."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bondsdesk.app.front_door.sheet_page import Sheet
from bondsdesk.app.services import Services
from bondsdesk.app.settings.accept_form import AcceptForm
from bondsdesk.app.settings.card import DeedRow, NamedWords, Rows, SettingsCard
from bondsdesk.app.settings.look_form import LookForm
from bondsdesk.app.settings.passphrase_form import PassphraseForm
from bondsdesk.app.settings.sheet_form import SheetForm
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.people import NAME_LIMIT, PartnerId
from bondsdesk.kernel.text import clean_text, is_blank
from bondsdesk.kernel.words import gettext as _
from bondsdesk.vault.vault import Vault
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.field import LabeledField
from bondsdesk.widgets.line_field import LineField
from bondsdesk.widgets.notices import Notices
from bondsdesk.widgets.person_disc import PersonDisc

Form = PassphraseForm | SheetForm | AcceptForm | LookForm


class PersonCard(SettingsCard):
    """Signals: `person_changed`: the name is another one now; `look_changed`: symbol or colour."""

    person_changed = Signal()
    look_changed = Signal()

    def __init__(
        self, vault: Vault, partner: PartnerId, services: Services, notices: Notices
    ) -> None:
        super().__init__(_("You"), services.look)
        self._vault = vault
        self._partner = partner
        self._services = services
        self._notices = notices
        self._form: Form | None = None
        self._build()
        self._connect()
        self._on_typed()

    def settled(self) -> bool:
        """Tell that no fresh sheet is shown; else ask to finish with it, for it is shown once."""
        shown = isinstance(self._form, SheetForm) and self._form.shows_sheet
        if shown:
            self._notices.tell(
                _("Please finish with your new sheet first. It is shown once."), "info"
            )
        return not shown

    def accept_partner_key(self) -> None:
        """Ask for the passphrase with which the other's new keys are accepted."""
        if not self.settled():
            return
        self._open(AcceptForm(self._vault, self._partner, self._services, self._notices))

    @Slot()
    def _on_typed(self) -> None:
        self._name_row.set_error(None)
        present = self._vault.pair.name_of(self._partner)
        self._save.setEnabled(self._name.text().strip() != present)

    @Slot()
    def _on_save(self) -> None:
        if not self._save.isEnabled():
            return
        try:
            name = clean_text(self._name.text(), NAME_LIMIT).strip()
            if is_blank(name):
                self._name_row.set_error(_("Write the name your partner calls you."))
                return
            self._vault.rename(self._partner, name)
        except ExpectedError as error:
            self._notices.tell_error(error)
            return
        self._on_typed()
        self._notices.tell(_("Your name is kept."))
        self.person_changed.emit()

    @Slot()
    def _on_look(self) -> None:
        form = LookForm(self._vault, self._partner, self._services, self._notices)
        form.kept.connect(self.look_changed)
        self._open(form)

    @Slot()
    def _on_passphrase(self) -> None:
        form = PassphraseForm(self._vault, self._partner, self._services, self._notices)
        self._open(form)

    @Slot()
    def _on_sheet(self) -> None:
        self._renew("own")

    @Slot()
    def _on_shared_sheet(self) -> None:
        self._renew("shared")

    def _renew(self, sheet: Sheet) -> None:
        self._open(SheetForm(sheet, self._vault, self._partner, self._services, self._notices))

    @Slot()
    def _close_form(self) -> None:
        form, self._form = self._form, None
        if form is not None:
            self.rows.removeWidget(form)
            form.hide()
            form.deleteLater()
        self._deeds.show()

    def _open(self, form: Form) -> None:
        self._close_form()
        self._form = form
        form.closed.connect(self._close_form)
        self._deeds.hide()
        self.rows.addWidget(form)
        form.show()
        form.begin()

    def _build(self) -> None:
        look = self._services.look
        person = self._vault.pair.person(self._partner)
        self._name = LineField(look, limit=NAME_LIMIT)
        self._name.setText(person.name if person else "")
        self._name_row = LabeledField(
            _("Your name"), self._name, look, help=_("It is never shown on the locked screen.")
        )
        self._save = Button(_("Keep the name"), look)
        named = QWidget()
        row = QHBoxLayout(named)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(16))
        if person is not None:
            row.addWidget(PersonDisc(person.symbol, person.colour, look, size=48))
        row.addWidget(self._name_row, 1)
        self.rows.addWidget(DeedRow(named, self._save, look))
        self._look_button = Button(_("Choose others"), look)
        self._passphrase = Button(_("Change passphrase"), look)
        self._sheet = Button(_("Make a new sheet"), look)
        self._shared_sheet = Button(_("New shared sheet"), look)
        shown = _("The locked screen shows them, and nothing else of you.")
        opens = _("It opens your own place. Nobody can look it up or reset it.")
        sheet = _("It opens your place when the words are forgotten. A new one ends the old one.")
        shared = _("It opens only what you two share. A new one ends the old one.")
        self._deeds = Rows(
            [
                DeedRow(NamedWords(_("Symbol and colour"), shown, look), self._look_button, look),
                DeedRow(NamedWords(_("Passphrase"), opens, look), self._passphrase, look),
                DeedRow(NamedWords(_("Your paper sheet"), sheet, look), self._sheet, look),
                DeedRow(
                    NamedWords(_("The sheet you share"), shared, look), self._shared_sheet, look
                ),
            ],
            look,
        )
        self.rows.addWidget(self._deeds)

    def _connect(self) -> None:
        self._name.textChanged.connect(self._on_typed)
        self._name.returnPressed.connect(self._on_save)
        self._save.clicked.connect(self._on_save)
        self._look_button.clicked.connect(self._on_look)
        self._passphrase.clicked.connect(self._on_passphrase)
        self._sheet.clicked.connect(self._on_sheet)
        self._shared_sheet.clicked.connect(self._on_shared_sheet)
