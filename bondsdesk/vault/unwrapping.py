# SPDX-License-Identifier: GPL-3.0-or-later
"""From a secret to the keys: passphrase, own sheet, shared sheet. Slow; made for a worker.

"Wrong" and "damaged" never share a message: a damaged copy was refused by its SHA-256 before, an
AEAD that does not open means a wrong secret, a MAC that does not fit means somebody changed it.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.people import PARTNERS, PartnerId, other
from bondsdesk.vault.aead import UnsealError
from bondsdesk.vault.files import VaultFiles
from bondsdesk.vault.header import Header, Kdf, SlotEntry
from bondsdesk.vault.header_copies import read_copies
from bondsdesk.vault.kdf import RAISE_BELOW_MIB, SALT_BYTES, KdfCost, default_cost, derive
from bondsdesk.vault.keyring import (
    Keyring,
    own_sheet_key,
    own_sheet_label,
    passphrase_label,
    unwrap,
    wrap,
)
from bondsdesk.vault.sheet_code import read_code
from bondsdesk.vault.vault_key import is_authentic, shared_sheet_secret, unseal_vault_key

_PERHAPS_ANOTHER_COPY = frozenset(
    {"secret.wrong", "secret.no_seat", "sheet.wrong", "vault.header_changed", "vault.kdf_bounds"}
)


@dataclass(frozen=True, slots=True)
class Secrets:
    """What a right secret opened; opaque to everyone but the vault, kept in memory only.

    `partner` is None for the shared sheet, which opens the shared content alone. `slot` is the
    place as it was unwrapped, `renewed` what the next unlock should put there (a first pin of the
    partner's key, a higher cost); a slot that changed meanwhile is left alone. `ring_key` wraps
    the ring, where a passphrase gave it.
    """

    vault_id: str
    partner: PartnerId | None
    vault_key: bytes = field(repr=False)
    keyring: Keyring | None = field(default=None, repr=False)
    slot: SlotEntry | None = field(default=None, repr=False)
    renewed: SlotEntry | None = field(default=None, repr=False)
    ring_key: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Rewrapped:
    """A keyring under a new passphrase, ready for `Vault.apply_passphrase`."""

    partner: PartnerId
    before: SlotEntry = field(repr=False)
    slot: SlotEntry = field(repr=False)


def unwrap_passphrase(files: VaultFiles, partner: PartnerId, passphrase: str) -> Secrets:
    """Open one partner's keyring with a passphrase.

    Raises ExpectedError "secret.wrong", "secret.no_seat", "vault.header_changed",
    "vault.kdf_bounds", "vault.memory", and what `read_copies` raises.
    """
    derived: dict[Kdf, bytes] = {}

    def attempt(header: Header) -> Secrets:
        slot = _seat(header, partner)
        if slot.kdf not in derived:
            derived[slot.kdf] = derive(passphrase, slot.kdf.salt, slot.kdf.cost())
        key = derived[slot.kdf]
        label = passphrase_label(header.vault_id, partner, slot.kdf.document())
        try:
            keyring = unwrap(key, slot.ring, label)
        except UnsealError as error:
            raise ExpectedError("secret.wrong") from error
        found = replace(_open_seat(header, partner, keyring), ring_key=key)
        return _with_renewals(found, header.partners.get(other(partner)), passphrase)

    return _first_authentic(files, attempt)


def unwrap_own_sheet(files: VaultFiles, code: str) -> Secrets:
    """Open the keyring that an own sheet belongs to, whichever partner's it is.

    Raises ExpectedError "sheet.*" for a code that is none, "sheet.wrong" for one that opens
    nothing here, "vault.header_changed", and what `read_copies` raises.
    """
    key = own_sheet_key(read_code("own", code))

    def attempt(header: Header) -> Secrets:
        for partner in PARTNERS:
            slot = header.partners.get(partner)
            if slot is None or slot.own_code is None:
                continue
            try:
                keyring = unwrap(key, slot.own_code, own_sheet_label(header.vault_id, partner))
            except UnsealError:
                continue
            return _open_seat(header, partner, keyring)
        raise ExpectedError("sheet.wrong")

    return _first_authentic(files, attempt)


def unwrap_shared_sheet(files: VaultFiles, code: str) -> Secrets:
    """Open the shared content alone. Raises as `unwrap_own_sheet` does."""
    kem = shared_sheet_secret(read_code("shared", code))

    def attempt(header: Header) -> Secrets:
        sealed = header.vault_key.get("recovery")
        if sealed is None:
            raise ExpectedError("sheet.wrong")
        try:
            vault_key = unseal_vault_key(header.vault_id, sealed, kem)
        except UnsealError as error:
            raise ExpectedError("sheet.wrong") from error
        _require_authentic(header, vault_key)
        return Secrets(header.vault_id, None, vault_key)

    return _first_authentic(files, attempt)


def unwrap_sheet(files: VaultFiles, code: str) -> Secrets:
    """Open with either kind of paper; the code itself says which it is."""
    try:
        return unwrap_own_sheet(files, code)
    except ExpectedError as error:
        if error.code != "sheet.other_kind":
            raise
    return unwrap_shared_sheet(files, code)


def rewrap(
    secrets_found: Secrets,
    passphrase: str,
    cost: KdfCost | None = None,
    *,
    accept_partner_key: bytes | None = None,
) -> Rewrapped:
    """Put a keyring under a new passphrase; the slow part of a change of passphrase.

    `secrets_found` come fresh from the old passphrase or the own sheet. `accept_partner_key`:
    the partner's new signing key, once the person has been told and knows about it. Raises
    ExpectedError "box.closed" for the secrets of a shared sheet, "vault.memory".
    """
    keyring, slot, partner = secrets_found.keyring, secrets_found.slot, secrets_found.partner
    if keyring is None or slot is None or partner is None:
        raise ExpectedError("box.closed")
    if accept_partner_key is not None:
        keyring = keyring.pinned(accept_partner_key)
    fresh = _wrapped((secrets_found.vault_id, partner), slot, keyring, passphrase, cost)
    return Rewrapped(partner, slot, fresh)


def fresh_kdf(cost: KdfCost | None) -> Kdf:
    """Return a new salt at a cost; costs come from code, never from a header."""
    return Kdf.at(cost or default_cost(), secrets.token_bytes(SALT_BYTES))


def _first_authentic(files: VaultFiles, attempt: Callable[[Header], Secrets]) -> Secrets:
    """Try the best header, then the other copies: somebody may have planted a newer-looking one.

    A secret that opens an older copy only is refused if a better one is authentic under the keys
    it gave: then it is a secret of before, such as an old passphrase. The refusal that is told is
    the best header's.
    """
    refusal: ExpectedError | None = None
    better: list[Header] = []
    for header in read_copies(files).candidates:
        try:
            found = attempt(header)
        except ExpectedError as error:
            if error.code not in _PERHAPS_ANOTHER_COPY:
                raise
            refusal = refusal or error
            better.append(header)
            continue
        if any(h.vault_id == found.vault_id and is_authentic(h, found.vault_key) for h in better):
            break
        return found
    raise refusal or ExpectedError("vault.header_changed")


def _seat(header: Header, partner: PartnerId) -> SlotEntry:
    slot = header.partners.get(partner)
    if slot is None:
        raise ExpectedError("secret.no_seat")
    return slot


def _open_seat(header: Header, partner: PartnerId, keyring: Keyring) -> Secrets:
    slot = _seat(header, partner)
    sealed = header.vault_key.get(partner)
    public = (keyring.public_kem(), keyring.public_sig())
    if sealed is None or public != (slot.kem, slot.sig):
        raise ExpectedError("vault.header_changed")
    try:
        vault_key = unseal_vault_key(header.vault_id, sealed, keyring.kem)
    except UnsealError as error:
        raise ExpectedError("vault.header_changed") from error
    _require_authentic(header, vault_key)
    return Secrets(header.vault_id, partner, vault_key, keyring, slot)


def _require_authentic(header: Header, vault_key: bytes) -> None:
    if not is_authentic(header, vault_key):
        raise ExpectedError("vault.header_changed")


def _with_renewals(found: Secrets, theirs: SlotEntry | None, passphrase: str) -> Secrets:
    """Add what the slot should become, see Secrets.renewed; a known pin is never changed here."""
    slot, keyring, partner = found.slot, found.keyring, found.partner
    if slot is None or keyring is None or partner is None:
        return found
    known = keyring.pinned(theirs.sig) if theirs and keyring.pin is None else keyring
    if slot.kdf.cost().memory_mib < RAISE_BELOW_MIB:
        dearer = _wrapped((found.vault_id, partner), slot, known, passphrase, None)
        return replace(found, keyring=known, renewed=dearer, ring_key=None)
    if known == keyring:
        return found
    return replace(found, keyring=known, renewed=resealed(found, slot, known))


def resealed(found: Secrets, slot: SlotEntry, keyring: Keyring) -> SlotEntry:
    """Return a slot whose sealed forms of the keyring both hold what this one holds."""
    partner = found.partner or "a"
    if found.ring_key is not None:
        label = passphrase_label(found.vault_id, partner, slot.kdf.document())
        slot = slot._replace(ring=wrap(found.ring_key, keyring, label))
    return _with_own_code((found.vault_id, partner), slot, keyring)


def _with_own_code(place: tuple[str, PartnerId], slot: SlotEntry, keyring: Keyring) -> SlotEntry:
    if keyring.own is None or slot.own_code is None:
        return slot
    return slot._replace(own_code=wrap(keyring.own, keyring, own_sheet_label(*place)))


def _wrapped(
    place: tuple[str, PartnerId],
    slot: SlotEntry,
    keyring: Keyring,
    passphrase: str,
    cost: KdfCost | None,
) -> SlotEntry:
    kdf = fresh_kdf(cost)
    key = derive(passphrase, kdf.salt, kdf.cost())
    ring = wrap(key, keyring, passphrase_label(*place, kdf.document()))
    return _with_own_code(place, slot._replace(kdf=kdf, ring=ring), keyring)
