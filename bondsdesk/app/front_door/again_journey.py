# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody has lost passphrase and own sheet: a new place, by the shared sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal

from bondsdesk.app.front_door.door_context import DoorContext
from bondsdesk.app.front_door.flow import SetupFlow
from bondsdesk.app.front_door.journey import Journey
from bondsdesk.kernel.people import Person

if TYPE_CHECKING:
    from bondsdesk.vault.opening import PreparedPartner, Sheets
    from bondsdesk.vault.vault import Vault


class AgainJourney(Journey):
    """New passphrase, new own sheet; name, symbol and colour stay. Emits `done`."""

    done = Signal()

    def __init__(self, context: DoorContext, vault: Vault, person: Person) -> None:
        flow = SetupFlow(person.id, again=True)
        newcomer = flow.newcomer
        newcomer.name, newcomer.symbol, newcomer.colour = person.name, person.symbol, person.colour
        super().__init__(context, flow)
        self._vault = vault

    def prepare(self) -> object:
        """See Journey."""
        from bondsdesk.vault.opening import prepare_partner

        return prepare_partner(self.new_partner(), self.context.cost)

    def make(self, prepared: object) -> Sheets:
        """See Journey."""
        return self._vault.enrol_again(self.flow.who, cast("PreparedPartner", prepared))

    def finish(self) -> None:
        """See Journey."""
        self._vault.close()
        self.done.emit()

    def put_away(self) -> None:
        """Close the vault if the window is closed before the journey ends."""
        self._vault.close()
