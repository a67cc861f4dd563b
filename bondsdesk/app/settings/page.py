# SPDX-License-Identifier: GPL-3.0-or-later
"""The settings: one column of cards. It knows the vault only through the cards it makes."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from bondsdesk.app.copies import Copies
from bondsdesk.app.services import Services
from bondsdesk.app.settings.about_card import AboutCard
from bondsdesk.app.settings.backup_card import BackupCard
from bondsdesk.app.settings.keys_card import KeysCard
from bondsdesk.app.settings.laptop_card import LaptopCard
from bondsdesk.app.settings.lock_card import LockCard
from bondsdesk.app.settings.pair_card import PairCard
from bondsdesk.app.settings.person_card import PersonCard
from bondsdesk.kernel.words import gettext as _
from bondsdesk.vault.vault import Vault
from bondsdesk.widgets.notices import Notices
from bondsdesk.widgets.page import Page

_WIDTH = 720


class SettingsPage(Page):
    """Signals: `language_chosen(Language)`; `person_changed`: a new name; `left`: Esc.

    `look_changed`: a new symbol or colour, which shows everywhere.
    """

    language_chosen = Signal(str)
    person_changed = Signal()
    look_changed = Signal()
    left = Signal()

    def __init__(self, vault: Vault, services: Services, copies: Copies, notices: Notices) -> None:
        super().__init__(
            services.look,
            _("Settings"),
            _("How it looks, who you are, and what keeps your place safe."),
        )
        self.setObjectName("SettingsPage")
        self._cards: list[QWidget] = []
        self._person: PersonCard | None = None
        self._build(vault, services, copies, notices)
        self._measure()
        self.look.changed.connect(self._measure)

    def reload(self) -> None:
        """Show again what holds on this laptop."""
        self._laptop.show_present()

    def accept_partner_key(self) -> None:
        """Ask for the passphrase with which the other's new keys are accepted."""
        if self._person is not None:
            self._person.accept_partner_key()
            QTimer.singleShot(0, self, self._scroll_to_person)

    @Slot(str)
    def _on_language(self, language: str) -> None:
        """Ask for another language, which makes every page anew, unless a fresh sheet is shown."""
        if self._person is None or self._person.settled():
            self.language_chosen.emit(language)
        else:
            self._laptop.show_present()

    @Slot()
    def _scroll_to_person(self) -> None:
        area = self.findChild(QScrollArea)
        if area is not None and self._person is not None:
            area.ensureWidgetVisible(self._person, 0, self.look.px(24))

    def _build(self, vault: Vault, services: Services, copies: Copies, notices: Notices) -> None:
        laptop = self._laptop = LaptopCard(services.machine, services.look)
        laptop.language_chosen.connect(self._on_language)
        self._add(laptop)
        if vault.partner is not None:
            person = self._person = PersonCard(vault, vault.partner, services, notices)
            person.person_changed.connect(self.person_changed)
            person.look_changed.connect(self.look_changed)
            self._add(person)
        if not vault.pair.complete():
            self._add(PairCard(services))
        self._add(LockCard(services))
        self._add(BackupCard(vault, services, copies, notices))
        self._add(KeysCard(services.look))
        self._add(AboutCard(services.look))
        self.body.addStretch(1)

    def _add(self, card: QWidget) -> None:
        self._cards.append(card)
        self.body.addWidget(card)

    @Slot()
    def _measure(self) -> None:
        px = self.look.px
        self.body.setSpacing(px(16))
        for card in self._cards:
            card.setMaximumWidth(px(_WIDTH))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)
