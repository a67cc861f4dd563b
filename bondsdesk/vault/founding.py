# SPDX-License-Identifier: GPL-3.0-or-later
"""A new vault, a new partner, new papers: the slow parts for a worker, and the seats of a header.

It makes keys and headers; files and the open database are opening.py's and vault.py's.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field

from bondsdesk.kernel.people import Colour, PartnerId, Symbol, other
from bondsdesk.kernel.text import clean_text
from bondsdesk.vault.header import DB_SALT_BYTES, Header, Kdf, Retired, SlotEntry
from bondsdesk.vault.kdf import KdfCost, derive
from bondsdesk.vault.keyring import (
    Keyring,
    own_sheet_key,
    own_sheet_label,
    passphrase_label,
    wrap,
)
from bondsdesk.vault.sheet_code import new_secret, write_code
from bondsdesk.vault.unwrapping import Secrets, fresh_kdf, resealed
from bondsdesk.vault.vault_key import (
    authenticated,
    new_vault_key,
    seal_vault_key,
    shared_sheet_public,
)


@dataclass(frozen=True, slots=True)
class NewPartner:
    """What somebody chose when they sat down for the first time."""

    name: str
    symbol: Symbol
    colour: Colour
    passphrase: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Sheets:
    """Codes to be shown once: of the shared sheet (the first partner's set-up only), of the own."""

    shared: str | None = field(repr=False)
    own: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class PreparedPartner:
    """New keys with the derived key that will wrap them."""

    name: str
    symbol: Symbol
    colour: Colour
    kdf: Kdf
    key: bytes = field(repr=False)
    keyring: Keyring = field(repr=False)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A vault that exists in memory only: its header, its key, its papers and the first name."""

    header: Header
    vault_key: bytes = field(repr=False)
    keyring: Keyring = field(repr=False)
    name: str
    sheets: Sheets = field(repr=False)


def prepare_partner(newcomer: NewPartner, cost: KdfCost | None = None) -> PreparedPartner:
    """Make a partner's keys; slow. Raises ExpectedError "vault.memory", "text.*" for the name."""
    name = clean_text(newcomer.name).strip()
    kdf = fresh_kdf(cost)
    key = derive(newcomer.passphrase, kdf.salt, kdf.cost())
    return PreparedPartner(name, newcomer.symbol, newcomer.colour, kdf, key, Keyring.fresh())


def prepare_vault(first: NewPartner, cost: KdfCost | None = None) -> Prepared:
    """Make the keys of a new vault with its first partner; slow. Raises as `prepare_partner`."""
    partner = prepare_partner(first, cost)
    vault_key = new_vault_key()
    header = Header(
        vault_id=secrets.token_hex(16),
        epoch=0,
        db_salt=secrets.token_bytes(DB_SALT_BYTES),
        partners={},
        recovery=None,
        vault_key={},
    )
    header, own = seat(header, vault_key, "a", partner)
    header, shared = with_shared_sheet(header, vault_key)
    header = authenticated(header._replace(epoch=1), vault_key)
    return Prepared(header, vault_key, partner.keyring, partner.name, Sheets(shared, own))


def seat(
    header: Header, vault_key: bytes, partner: PartnerId, prepared: PreparedPartner
) -> tuple[Header, str]:
    """Give a partner a place; return the header and the code of their own sheet.

    Whoever had that place before keeps nothing but a record of their signing key.
    """
    theirs = header.partners.get(other(partner))
    secret = new_secret()
    keyring = prepared.keyring.with_own_sheet(own_sheet_key(secret))
    keyring = keyring.pinned(theirs.sig) if theirs else keyring
    label = passphrase_label(header.vault_id, partner, prepared.kdf.document())
    slot = SlotEntry(
        symbol=prepared.symbol,
        colour=prepared.colour,
        kem=keyring.public_kem(),
        sig=keyring.public_sig(),
        kdf=prepared.kdf,
        ring=wrap(prepared.key, keyring, label),
        own_code=wrap(own_sheet_key(secret), keyring, own_sheet_label(header.vault_id, partner)),
    )
    before = header.partners.get(partner)
    retired = (Retired(partner, before.sig, header.epoch),) if before else ()
    sealed = seal_vault_key(header.vault_id, vault_key, slot.kem)
    header = header.with_slot(partner, slot)._replace(
        vault_key={**header.vault_key, partner: sealed},
        retired=(*header.retired, *retired),
    )
    return header, write_code("own", secret)


def with_own_sheet(header: Header, fresh: Secrets, keyring: Keyring) -> tuple[Header, str]:
    """Give a partner a new own sheet; the old one opens nothing any more."""
    partner = fresh.partner or "a"
    secret = new_secret()
    keyring = keyring.with_own_sheet(own_sheet_key(secret))
    sealed = wrap(own_sheet_key(secret), keyring, own_sheet_label(header.vault_id, partner))
    slot = header.partners[partner]._replace(own_code=sealed)
    return header.with_slot(partner, resealed(fresh, slot, keyring)), write_code("own", secret)


def with_shared_sheet(header: Header, vault_key: bytes) -> tuple[Header, str]:
    """Make a new shared sheet; the old one opens nothing any more."""
    secret = new_secret()
    public = shared_sheet_public(secret)
    sealed = seal_vault_key(header.vault_id, vault_key, public)
    header = header._replace(recovery=public, vault_key={**header.vault_key, "recovery": sealed})
    return header, write_code("shared", secret)
