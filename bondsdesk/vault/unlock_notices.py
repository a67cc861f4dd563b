# SPDX-License-Identifier: GPL-3.0-or-later
"""What an unlock notices and tells, once, without stopping anyone."""

from __future__ import annotations

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.people import other
from bondsdesk.vault.events import TOLD_TO_BOTH, mark_told, record, spoken, untold
from bondsdesk.vault.header import Header
from bondsdesk.vault.restore import drop_restore_note, read_restore_note
from bondsdesk.vault.unwrapping import Secrets
from bondsdesk.vault.vault import Vault

_EXPLAINED = frozenset({"vault.older_copy", "vault.state_lost", "vault.header_older"})


def about_partner(secrets: Secrets, header: Header) -> list[ExpectedError]:
    """Return the warning that the other's signing key is not the one this partner knew."""
    if secrets.partner is None or secrets.keyring is None or secrets.keyring.pin is None:
        return []
    theirs = header.partners.get(other(secrets.partner))
    if theirs is not None and theirs.sig == secrets.keyring.pin:
        return []
    return [ExpectedError("vault.partner_key_replaced")]


def tell(vault: Vault, secrets: Secrets, commits: int, warnings: list[ExpectedError]) -> None:
    """Complete the notices of this unlock, and write down for the other what both are to know.

    `commits`: the database's counter as it was found.
    """
    _explain_restore(vault, secrets, commits, warnings)
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
    drop_restore_note(vault.files)


def _explain_restore(
    vault: Vault, secrets: Secrets, commits: int, warnings: list[ExpectedError]
) -> None:
    """Say "a copy was brought back" for an older vault, if that is proven to be what happened.

    Anyone can write the note; only people of this vault can have made the manifest in it, and it
    explains exactly the counter that was found.
    """
    note = read_restore_note(vault.files)
    if note is None:
        return
    manifest, aside = note
    if not manifest.is_authentic(secrets.vault_key) or manifest.commits != commits:
        return
    warnings[:] = [w for w in warnings if w.code not in _EXPLAINED]
    restored = ExpectedError("vault.restored", day=manifest.made, folder=str(aside))
    warnings.insert(0, restored)
