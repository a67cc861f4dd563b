# SPDX-License-Identifier: GPL-3.0-or-later
"""The question for today's passphrase in a form of the settings, and the slow work done with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Signal, Slot

from bondsdesk.app.services import Services
from bondsdesk.app.settings.secret_work import Unwrapping
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.people import PartnerId
from bondsdesk.kernel.words import gettext as _
from bondsdesk.vault.vault import Vault
from bondsdesk.widgets.field import LabeledField
from bondsdesk.widgets.notices import Notices
from bondsdesk.widgets.password_field import PasswordField
from bondsdesk.widgets.tasks import Task

T = TypeVar("T")


class TodaysPassphrase(LabeledField):
    """One field. While it is tried, the field stands still and nothing begins a second time.

    Signals: `typed`: another text; `entered`: Enter; `refused`: it was said why, so ask again.
    """

    typed = Signal()
    entered = Signal()
    refused = Signal()

    def __init__(
        self, label: str, vault: Vault, partner: PartnerId, services: Services, notices: Notices
    ) -> None:
        self._field = PasswordField(services.look, name=label)
        super().__init__(label, self._field, services.look)
        self._vault = vault
        self._partner: PartnerId = partner
        self._tasks = services.tasks
        self._notices = notices
        self._task: Task | None = None
        self._field.textChanged.connect(self._on_typed)
        self._field.returnPressed.connect(self.entered)

    def begin(self) -> None:
        """Put the cursor where typing begins."""
        self._field.setFocus()

    def text(self) -> str:
        """Return what is typed."""
        return self._field.text()

    @property
    def busy(self) -> bool:
        """Tell whether what was typed is being tried."""
        return self._task is not None

    def use(self, work: Callable[[Unwrapping], Callable[[], T]], done: Callable[[T], None]) -> None:
        """Do in a thread what `work` makes of the opening, then `done` with what comes of it.

        An ExpectedError of either is said here; then comes `refused`.
        """
        opening = Unwrapping(self._vault.files, self._partner, self._field.text())
        self._field.setReadOnly(True)
        ended = partial(self._on_done, done)
        self._task = self._tasks.run(work(opening), self, ended, self._on_failed)

    def stop(self) -> None:
        """Think better of it: nothing comes of what is being tried, and the field is empty."""
        if self._task is not None:
            self._task.cancel()
        self._rest()
        self._field.forget()

    @Slot()
    def _on_typed(self) -> None:
        self.set_error(None)
        self.typed.emit()

    def _on_done(self, done: Callable[[T], None], result: T) -> None:
        self._rest()
        try:
            done(result)
        except ExpectedError as error:
            self._on_failed(error)

    def _on_failed(self, error: BaseException) -> None:
        self._rest()
        self.refused.emit()
        if not isinstance(error, ExpectedError):
            raise error
        if error.code == "secret.wrong":
            self.set_error(_("That is not your passphrase of today."))
            self._field.setFocus()
            self._field.selectAll()
        else:
            self._notices.tell_error(error)

    def _rest(self) -> None:
        self._task = None
        self._field.setReadOnly(False)
