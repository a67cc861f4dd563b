# SPDX-License-Identifier: GPL-3.0-or-later
"""What the lock screen may know without a secret: symbols and colours, no names.

Light on purpose: it loads neither SQLCipher nor NaCl, so the lock screen can paint first.
"""

from __future__ import annotations

from typing import NamedTuple

from bondsdesk.kernel.people import PARTNERS, Colour, PartnerId, Symbol
from bondsdesk.vault.database_file import require_database
from bondsdesk.vault.files import VaultFiles
from bondsdesk.vault.header_copies import read_copies
from bondsdesk.vault.interrupted import finish_interrupted


class Slot(NamedTuple):
    """One partner's place as anyone may see it."""

    partner: PartnerId
    symbol: Symbol
    colour: Colour
    has_own_sheet: bool


class Threshold(NamedTuple):
    """What stands in front of the locked door.

    `healed`: a copy of the key slots is damaged or old; the next unlock writes it anew.
    """

    slots: tuple[Slot, ...]
    vault_id: str
    has_shared_sheet: bool
    healed: bool


def read_threshold(files: VaultFiles) -> Threshold:
    """Read the key slots; nothing is opened and nothing healed.

    Raises ExpectedError "vault.header_missing", "vault.header_damaged", "vault.newer",
    "vault.database_missing", "vault.database_empty", and "vault.no_rights" or "vault.io" for a
    folder that cannot be read.
    """
    finish_interrupted(files)
    copies = read_copies(files)
    require_database(files)
    header = copies.newest
    return Threshold(
        slots=tuple(
            Slot(p, slot.symbol, slot.colour, slot.own_code is not None)
            for p in PARTNERS
            if (slot := header.partners.get(p)) is not None
        ),
        vault_id=header.vault_id,
        has_shared_sheet=header.recovery is not None,
        healed=copies.needs_healing,
    )
