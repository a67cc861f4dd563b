# SPDX-License-Identifier: GPL-3.0-or-later
"""Verified copies: when the last one was made, make one now, put one elsewhere, test one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Slot

from bondsdesk.app.copies import Copies
from bondsdesk.app.services import Services
from bondsdesk.app.settings.card import DeedRow, NamedWords, SettingsCard
from bondsdesk.app.settings.trial_form import TrialForm
from bondsdesk.kernel.dates import clock_time, local_day, spoken_day
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.words import gettext as _
from bondsdesk.vault.bundle import Manifest
from bondsdesk.vault.vault import Vault
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.dialogs import FileKind
from bondsdesk.widgets.notices import Notices

_SUFFIX = "bondsdesk"


class BackupCard(SettingsCard):
    """The daily copy comes by itself; this is for seeing it and for a copy outside the laptop."""

    def __init__(self, vault: Vault, services: Services, copies: Copies, notices: Notices) -> None:
        super().__init__(
            _("Safe copies"),
            services.look,
            sentence=_(
                "A locked copy is made once a day, checked, and kept beside the original. "
                "It opens with your passphrases and sheets, nothing else."
            ),
        )
        self._vault = vault
        self._services = services
        self._copies = copies
        self._notices = notices
        self._form: TrialForm | None = None
        self._build()
        self._connect()
        self._show()

    @Slot()
    def _on_now(self) -> None:
        self._copies.make("asked")

    @Slot()
    def _on_elsewhere(self) -> None:
        folder = self._services.dialogs.folder(self, _("Where to put a copy"))
        if folder is not None:
            self._copies.make("asked", folder)

    @Slot()
    def _on_test(self) -> None:
        kinds = [FileKind(_("Copies of Bondsdesk"), _SUFFIX)]
        path = self._services.dialogs.open_path(self, _("Which copy to test"), kinds)
        if path is None:
            return
        self._close_form()
        form = self._form = TrialForm(path, self.look)
        form.asked.connect(self._on_asked)
        form.closed.connect(self._close_form)
        self.rows.addWidget(form)
        form.show()
        form.begin()

    @Slot(object, str)
    def _on_asked(self, path: Path, passphrase: str) -> None:
        if self._vault.partner is not None:
            self._copies.test(path, self._vault.partner, passphrase)

    @Slot()
    def _close_form(self) -> None:
        form, self._form = self._form, None
        if form is not None:
            self.rows.removeWidget(form)
            form.hide()
            form.deleteLater()

    @Slot(object)
    def _on_failed(self, error: ExpectedError) -> None:
        if error.code == "secret.wrong" and self._form is not None:
            self._form.show_wrong()

    @Slot(object, bool, object)
    def _on_made(self, _manifest: Manifest, asked: bool, folder: Path | None) -> None:
        if asked:
            where = _("A checked copy lies in {folder}.").format(folder=folder)
            self._notices.tell(where if folder else _("A checked copy is made."))
        self._show()

    @Slot(object)
    def _on_tested(self, manifest: Manifest) -> None:
        self._close_form()
        self._notices.tell(
            _("This copy opens and is whole. It is from {day}.").format(day=self._said(manifest))
        )

    @Slot()
    def _show(self) -> None:
        """Show the newest copy, and rest the buttons while one is being made."""
        busy = self._copies.busy
        for button in (self._now, self._elsewhere, self._test):
            button.setEnabled(not busy)
        newest = self._copies.newest()
        if busy:
            self._last.say(_("A copy is being made or tested"))
        elif newest is None:
            self._last.say(_("None yet. The first comes in a quiet moment."))
        else:
            self._last.say(self._said(newest))

    def _said(self, manifest: Manifest) -> str:
        moment = manifest.moment()
        today = local_day(self._services.clock.now())
        day = spoken_day(local_day(moment), today, self.look.language)
        return _("{day}, {time}").format(day=day, time=clock_time(moment))

    def _build(self) -> None:
        look = self._services.look
        self._last = NamedWords(_("The last checked copy"), "", look)
        self._now = Button(_("Make one now"), look)
        self._elsewhere = Button(_("Copy to a folder"), look, icon="folder")
        self._test = Button(_("Test a copy"), look)
        self.rows.addWidget(DeedRow(self._last, self._now, look))
        outside = NamedWords(
            _("Away from this laptop"),
            _("On a stick or another disk, for the day this laptop breaks or is lost."),
            look,
        )
        self.rows.addWidget(DeedRow(outside, self._elsewhere, look))
        whole = NamedWords(
            _("Is it whole?"),
            _("It is opened with your passphrase and read whole. Nothing changes."),
            look,
        )
        self.rows.addWidget(DeedRow(whole, self._test, look))

    def _connect(self) -> None:
        self._now.clicked.connect(self._on_now)
        self._elsewhere.clicked.connect(self._on_elsewhere)
        self._test.clicked.connect(self._on_test)
        self._copies.made.connect(self._on_made)
        self._copies.tested.connect(self._on_tested)
        self._copies.failed.connect(self._on_failed)
        self._copies.busy_changed.connect(self._show)
