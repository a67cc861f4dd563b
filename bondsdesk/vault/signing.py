# SPDX-License-Identifier: GPL-3.0-or-later
"""Signing for one act, and checking signatures. What is signed is the room's business.

The signing key is unwrapped by its owner's passphrase each time, also when the other partner's
session is open; nothing else of the keyring leaves this module, and nothing is kept.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.people import PARTNERS, PartnerId
from bondsdesk.vault.aead import UnsealError
from bondsdesk.vault.files import VaultFiles
from bondsdesk.vault.header import Header
from bondsdesk.vault.header_copies import read_copies
from bondsdesk.vault.kdf import derive
from bondsdesk.vault.keyring import passphrase_label, unwrap

SIGNATURE_BYTES = 64
PUBLIC_KEY_BYTES = 32


@dataclass(frozen=True, slots=True)
class SigningKeys:
    """The public signing keys of one partner: today's, and those that were replaced."""

    current: bytes
    retired: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class Signing:
    """One act of signing, to be run in a worker: `files`, who signs, what, and their passphrase."""

    files: VaultFiles
    partner: PartnerId
    message: bytes
    passphrase: str = field(repr=False)

    def __call__(self) -> bytes:
        """Return the 64 bytes of the signature; slow (key derivation).

        Raises ExpectedError "secret.wrong", "secret.no_seat", "vault.header_changed",
        "vault.kdf_bounds", "vault.memory", and what `read_copies` raises.
        """
        from nacl.bindings import crypto_sign, crypto_sign_seed_keypair

        header = read_copies(self.files).newest
        slot = header.partners.get(self.partner)
        if slot is None:
            raise ExpectedError("secret.no_seat")
        key = derive(self.passphrase, slot.kdf.salt, slot.kdf.cost())
        label = passphrase_label(header.vault_id, self.partner, slot.kdf.document())
        try:
            seed = unwrap(key, slot.ring, label).sig
        except UnsealError as error:
            raise ExpectedError("secret.wrong") from error
        public, secret = crypto_sign_seed_keypair(seed)
        if public != slot.sig:
            raise ExpectedError("vault.header_changed")
        return crypto_sign(self.message, secret)[:SIGNATURE_BYTES]


def verify(public_key: bytes, message: bytes, signature: bytes) -> bool:
    """Tell whether a signature over a message is valid under a key; False for odd lengths."""
    from nacl.bindings import crypto_sign_open
    from nacl.exceptions import BadSignatureError

    if len(public_key) != PUBLIC_KEY_BYTES or len(signature) != SIGNATURE_BYTES:
        return False
    try:
        crypto_sign_open(signature + message, public_key)
    except BadSignatureError:
        return False
    return True


def fingerprint(public_key: bytes) -> str:
    """Return a short name of a key that two people can compare aloud: four groups of four."""
    digits = hashlib.sha256(public_key).hexdigest()[:16]
    return " ".join(digits[i : i + 4] for i in range(0, 16, 4))


def signing_keys(header: Header) -> dict[PartnerId, SigningKeys]:
    """Return the public signing keys that a header records, of those who have a place."""
    return {
        partner: SigningKeys(
            header.partners[partner].sig,
            tuple(old.sig for old in header.retired if old.partner == partner),
        )
        for partner in PARTNERS
        if partner in header.partners
    }
