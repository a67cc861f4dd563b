# SPDX-License-Identifier: GPL-3.0-or-later
"""A card that was being written when the place was locked, sealed as it stood, letter by letter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from bondsdesk.kernel.ids import new_uid

if TYPE_CHECKING:
    from bondsdesk.vault.box import Sealed
    from bondsdesk.vault.work import Reader

KIND: Final = "goal.draft"


class DraftStore:
    """Forms of the partner at the desk that were not saved: at most one for each card.

    The item has a name of its own, since both partners may have one for the same card.
    """

    def __init__(self, reader: Reader) -> None:
        self._box = reader.box

    def drafts(self) -> dict[str, dict[str, Any]]:
        """Return my unsaved forms by the uid of their card."""
        return {item.document["card"]: item.document["form"] for item in self._items()}

    def keep(self, card: str, form: dict[str, Any]) -> None:
        """Seal a form, in the place of its earlier one."""
        item = self._of(card)
        self._box.put(KIND, item.uid if item else new_uid(), {"card": card, "form": form})

    def drop(self, card: str) -> None:
        """Forget the form of a card; nothing happens if there is none."""
        item = self._of(card)
        if item is not None:
            self._box.delete(item.uid)

    def _of(self, card: str) -> Sealed | None:
        return next((item for item in self._items() if item.document["card"] == card), None)

    def _items(self) -> list[Sealed]:
        return self._box.list(KIND)
