# SPDX-License-Identifier: GPL-3.0-or-later
"""Signatures of the two: Ed25519 over canonical bytes, one act at a time.

The signing key is unwrapped by that partner's passphrase for one act only, also while the other
partner's place is open; the open vault never holds it. Withdrawing an agreement needs no secret,
so nothing here is asked for that.
"""

from __future__ import annotations

from dataclasses import dataclass

import nacl.exceptions
from nacl.signing import SigningKey, VerifyKey

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.people import PartnerId
from bondsdesk.vault.files import VaultFiles
from bondsdesk.vault.header import Header
from bondsdesk.vault.unwrapping import unwrap_passphrase


@dataclass(frozen=True, slots=True)
class Signature:
    """`value`: 64 bytes; `public`: the key under which it verifies; `signer`: whose it is."""

    signer: PartnerId
    public: bytes
    value: bytes


@dataclass(frozen=True, slots=True)
class SigningKeyOf:
    """A public signing key and the header epochs in which it was a partner's (`last` inclusive)."""

    partner: PartnerId
    public: bytes
    last: int | None


def sign_once(files: VaultFiles, signer: PartnerId, passphrase: str, message: bytes) -> Signature:
    """Sign a message (canonical JSON that names its type and vault) with one partner's passphrase.

    Slow: for a worker. Raises ExpectedError "secret.wrong" and as `unwrap_passphrase` does.
    """
    keyring = unwrap_passphrase(files, signer, passphrase).keyring
    if keyring is None:
        raise ExpectedError("secret.no_seat")
    value = SigningKey(keyring.sig).sign(message).signature
    return Signature(signer, keyring.public_sig(), value)


def verifies(public: bytes, message: bytes, value: bytes) -> bool:
    """Tell whether a signature is of this message and under this key."""
    try:
        VerifyKey(public).verify(message, value)
    except (nacl.exceptions.CryptoError, nacl.exceptions.ValueError, nacl.exceptions.TypeError):
        return False
    return True


def signing_keys(header: Header) -> tuple[SigningKeyOf, ...]:
    """Return the keys of both partners, present ones and those that were replaced."""
    present = (SigningKeyOf(p, slot.sig, None) for p, slot in header.partners.items())
    replaced = (SigningKeyOf(r.partner, r.sig, r.epoch) for r in header.retired)
    return (*present, *replaced)
