# SPDX-License-Identifier: GPL-3.0-or-later
"""A new paper sheet, own or shared: the passphrase is asked, then the sheet is shown, once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bondsdesk.app.front_door.door_context import DoorContext
from bondsdesk.app.front_door.sheet_page import Sheet, SheetPage
from bondsdesk.app.services import Services
from bondsdesk.app.settings.card import deeds, quiet_words
from bondsdesk.app.settings.secret_work import Unwrapping
from bondsdesk.app.settings.todays_passphrase import TodaysPassphrase
from bondsdesk.kernel.people import PartnerId
from bondsdesk.kernel.words import gettext as _
from bondsdesk.vault.vault import Vault
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.dialogs import Dialogs
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.notices import Notices

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bondsdesk.kernel.migration import MigrationSet
    from bondsdesk.vault.opening import Secrets


class SheetForm(QWidget):
    """Shows the sheet, lets it be saved, and has two groups of it typed.

    Signals: `closed`: the sheet is confirmed, or the old one stays.
    """

    closed = Signal()

    def __init__(
        self,
        sheet: Sheet,
        vault: Vault,
        partner: PartnerId,
        services: Services,
        notices: Notices,
    ) -> None:
        super().__init__()
        self._sheet: Sheet = sheet
        self._vault = vault
        self._partner: PartnerId = partner
        self._services = services
        self._notices = notices
        self._page: SheetPage | None = None
        look = services.look
        self._words = quiet_words(_warning(sheet), look)
        label = _("Your passphrase")
        self._today = TodaysPassphrase(label, vault, partner, services, notices)
        self._missing = Label("", look, role="second", tone="quiet", wrap=True)
        self._go = Button(_("Show the new sheet"), look, kind="main")
        self._leave = Button(_("Keep the old one"), look)
        self._build()

    def begin(self) -> None:
        """Put the cursor where typing begins."""
        self._today.begin()

    @property
    def shows_sheet(self) -> bool:
        """Tell whether a sheet is shown that was not confirmed yet: it is shown only once."""
        return self._page is not None

    @Slot()
    def _on_go(self) -> None:
        if self._page is not None:
            self._finish()
            return
        if self._today.busy or not self._go.isEnabled():
            return
        self._missing.setText(_("One moment"))
        self._today.use(_opening, self._on_unwrapped)

    @Slot()
    def _on_typed(self) -> None:
        self._go.setEnabled(bool(self._today.text()))

    def _on_unwrapped(self, fresh: Secrets) -> None:
        own = self._sheet == "own"
        self._show_sheet(
            self._vault.new_own_sheet(fresh) if own else self._vault.new_shared_sheet()
        )

    @Slot()
    def _on_leave(self) -> None:
        self._today.stop()
        self.closed.emit()

    def _show_sheet(self, code: str) -> None:
        person = self._vault.pair.person(self._partner)
        if person is None:
            return
        page = self._page = SheetPage(
            self._door_context(), self._sheet, code, person.symbol, person.colour
        )
        self._today.hide()
        self._column.insertWidget(1, page)
        self._words.set_text(page.sentence())
        self._go.set_text(_("I have it"))
        self._leave.hide()
        page.changed.connect(self._on_changed)
        page.forward.connect(self._on_go)
        page.enter()
        self._on_changed()

    @Slot()
    def _on_changed(self) -> None:
        missing = self._page.missing() if self._page else None
        self._missing.setText(missing or "")
        self._go.setEnabled(missing is None)

    def _finish(self) -> None:
        if self._page is None or self._page.missing() is not None:
            return
        self._page.leave()
        self._notices.tell(_("The new sheet holds. Please tear up the old one."))
        self.closed.emit()

    def _build(self) -> None:
        px = self._services.look.px
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(16))
        self._column.addWidget(self._words)
        self._column.addWidget(self._today)
        self._column.addWidget(self._missing)
        self._column.addLayout(deeds(self._services.look, self._go, self._leave))
        self._go.setEnabled(False)
        self._today.typed.connect(self._on_typed)
        self._today.entered.connect(self._on_go)
        self._today.refused.connect(self._missing.clear)
        self._go.clicked.connect(self._on_go)
        self._leave.clicked.connect(self._on_leave)

    def _door_context(self) -> DoorContext:
        services = self._services
        return DoorContext(
            files=self._vault.files,
            clock=services.clock,
            look=services.look,
            tasks=services.tasks,
            dialogs=self._dialogs,
            switch_language=services.switch_language,
            migrations=_none,
        )

    def _dialogs(self) -> Dialogs:
        return self._services.dialogs


def _warning(sheet: Sheet) -> str:
    if sheet == "own":
        return _(
            "The new sheet is shown now, so look that nobody reads along. "
            "The old one stops opening your place at once."
        )
    return _(
        "The new sheet is shown now, so look that nobody reads along. "
        "The old one opens nothing any more. Tell your partner where the new one lies."
    )


def _opening(opening: Unwrapping) -> Unwrapping:
    """Return the work as it is: the keys themselves are wanted."""
    return opening


def _none() -> Sequence[MigrationSet]:
    """Stand in for the schema steps: no vault is opened from here."""
    return ()
