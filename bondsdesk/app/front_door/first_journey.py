# SPDX-License-Identifier: GPL-3.0-or-later
"""The very first start: language, honest page, the first partner's place, the other or later."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal

from bondsdesk.app.front_door.honest_page import HonestPage
from bondsdesk.app.front_door.journey import Journey
from bondsdesk.app.front_door.language_page import LanguagePage
from bondsdesk.app.front_door.partner_page import PartnerPage
from bondsdesk.app.front_door.step_page import StepPage

if TYPE_CHECKING:
    from bondsdesk.vault.opening import Prepared, Sheets
    from bondsdesk.vault.vault import Vault


class FirstJourney(Journey):
    """Emits `done(vault, second_now)` when the first partner has their place and their sheets."""

    done = Signal(object, bool)

    _vault: Vault | None = None
    _second_now = True

    def page_for(self, step: str) -> StepPage:
        """See Journey."""
        if step == "language":
            return LanguagePage(self.context)
        if step == "honest":
            return HonestPage(self.context)
        if step == "partner":
            page = PartnerPage(self.context)
            page.chose.connect(self._hear_partner)
            return page
        return super().page_for(step)

    def prepare(self) -> object:
        """See Journey."""
        from bondsdesk.vault.opening import prepare_vault

        return prepare_vault(self.new_partner(), self.context.cost)

    def make(self, prepared: object) -> Sheets:
        """See Journey."""
        from bondsdesk.vault.opening import finish_vault

        self._vault, sheets = finish_vault(
            self.context.files,
            cast("Prepared", prepared),
            self.context.clock,
            self.context.migrations(),
        )
        return sheets

    def finish(self) -> None:
        """See Journey."""
        self.done.emit(self._vault, self._second_now)

    def put_away(self) -> None:
        """Close the vault if the window is closed before the journey ends."""
        if self._vault is not None:
            self._vault.close()

    def _hear_partner(self, now: bool) -> None:
        self._second_now = now
