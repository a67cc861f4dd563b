# SPDX-License-Identifier: GPL-3.0-or-later
"""The second partner sits down, at once or weeks later, over the vault the first has opened."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal

from bondsdesk.app.front_door.door_context import DoorContext
from bondsdesk.app.front_door.flow import SetupFlow
from bondsdesk.app.front_door.journey import Journey
from bondsdesk.app.front_door.seat_page import SeatPage
from bondsdesk.app.front_door.step_page import StepPage

if TYPE_CHECKING:
    from bondsdesk.vault.opening import PreparedPartner, Sheets
    from bondsdesk.vault.vault import Vault


class SecondJourney(Journey):
    """Emits `done` when the second partner has their place, or `done` untouched on "Not now"."""

    done = Signal()

    def __init__(self, context: DoorContext, vault: Vault) -> None:
        first = vault.pair.a
        super().__init__(context, SetupFlow("b", (first.symbol, first.colour)))
        self._vault = vault
        self._first_name = first.name

    def page_for(self, step: str) -> StepPage:
        """See Journey."""
        if step == "seat":
            page = SeatPage(self.context, self._first_name)
            page.not_now.connect(self.done)
            return page
        return super().page_for(step)

    def prepare(self) -> object:
        """See Journey."""
        from bondsdesk.vault.opening import prepare_partner

        return prepare_partner(self.new_partner(), self.context.cost)

    def make(self, prepared: object) -> Sheets:
        """See Journey."""
        return self._vault.enrol_second(cast("PreparedPartner", prepared))

    def finish(self) -> None:
        """See Journey."""
        self.done.emit()
