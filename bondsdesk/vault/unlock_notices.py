# SPDX-License-Identifier: GPL-3.0-or-later
"""What an unlock notices and tells, once, without stopping anyone."""

from __future__ import annotations

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.people import other
from bondsdesk.vault.events import TOLD_TO_BOTH, mark_told, record, spoken, untold
from bondsdesk.vault.header import Header
from bondsdesk.vault.restore import drop_restore_note, take_restore_note
from bondsdesk.vault.unwrapping import Secrets
from bondsdesk.vault.vault import Vault


def about_partner(secrets: Secrets, header: Header) -> list[ExpectedError]:
    """Return the warning that the other's signing key is not the one this partner knew."""
    if secrets.partner is None or secrets.keyring is None or secrets.keyring.pin is None:
        return []
    theirs = header.partners.get(other(secrets.partner))
    if theirs is not None and theirs.sig == secrets.keyring.pin:
        return []
    return [ExpectedError("vault.partner_key_replaced")]


def tell(vault: Vault, warnings: list[ExpectedError]) -> None:
    """Complete the notices of this unlock, and write down for the other what both are to know."""
    restored = take_restore_note(vault.files)
    if restored is not None:
        told_otherwise = {"vault.older_copy", "vault.state_lost"}
        warnings[:] = [w for w in warnings if w.code not in told_otherwise]
        warnings.insert(
            0, ExpectedError("vault.restored", day=restored[0].isoformat(), folder=restored[1])
        )
    happened = [w for w in warnings if w.code in TOLD_TO_BOTH]
    if vault.partner is None:
        earlier: list[ExpectedError] = []
    else:
        with vault.read() as reader:
            earlier = untold(reader, vault.partner)
            if not reader.box.agrees_with_ledger():
                warnings.append(ExpectedError("box.rolled_back"))
    if happened or earlier:
        with vault.work(essential=True) as work:
            record(work, happened, vault.clock.now())
            if vault.partner is not None:
                mark_told(work, vault.partner)
    warnings[:] = [spoken(w) for w in (*earlier, *warnings)]
    if restored is not None:
        drop_restore_note(vault.files)
