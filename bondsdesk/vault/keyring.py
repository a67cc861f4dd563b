# SPDX-License-Identifier: GPL-3.0-or-later
"""One partner's private keys, and how a passphrase or their own sheet locks them up.

Knows nothing of files. A keyring never leaves memory unsealed.
"""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass, field, replace

from nacl.bindings import crypto_scalarmult_base, crypto_sign_seed_keypair

from bondsdesk.kernel.canonical import canonical_json
from bondsdesk.kernel.people import PartnerId
from bondsdesk.vault.aead import SealedBytes, keyed_hash, seal, unseal

_OWN_SHEET = b"bondsdesk own sheet v1"


@dataclass(frozen=True, slots=True)
class Keyring:
    """The secrets of one partner.

    `kem`: X25519 secret; `sig`: Ed25519 seed; `draft`: key of the private place; `pin`: the
    partner's public signing key as this partner knows it, None until one was seen; `own`: the key
    of the own sheet, so that both sealed forms of a keyring are always renewed together.
    """

    kem: bytes = field(repr=False)
    sig: bytes = field(repr=False)
    draft: bytes = field(repr=False)
    pin: bytes | None
    own: bytes | None = field(default=None, repr=False)

    @staticmethod
    def fresh() -> Keyring:
        """Return new random keys without a pin."""
        return Keyring(
            secrets.token_bytes(32), secrets.token_bytes(32), secrets.token_bytes(32), None
        )

    def public_kem(self) -> bytes:
        """Return the key to which the vault key is sealed."""
        return crypto_scalarmult_base(self.kem)

    def public_sig(self) -> bytes:
        """Return the key under which this partner's signatures verify."""
        public, _ = crypto_sign_seed_keypair(self.sig)
        return public

    def with_own_sheet(self, key: bytes) -> Keyring:
        """Return the same keys knowing the key of another own sheet."""
        return replace(self, own=key)

    def pinned(self, public_sig: bytes) -> Keyring:
        """Return the same keys knowing another signing key of the partner."""
        return replace(self, pin=public_sig)


def passphrase_label(vault_id: str, partner: PartnerId, kdf: dict[str, object]) -> bytes:
    """Return what is authenticated with a ring wrapped by a passphrase."""
    return canonical_json({"kdf": kdf, "partner": partner, "vault_id": vault_id})


def own_sheet_label(vault_id: str, partner: PartnerId) -> bytes:
    """Return what is authenticated with a ring wrapped by an own sheet."""
    return canonical_json({"partner": partner, "sheet": "own", "vault_id": vault_id})


def own_sheet_key(secret: bytes) -> bytes:
    """Return the wrapping key of an own sheet; 160 random bits need no slow derivation."""
    return keyed_hash(secret, _OWN_SHEET)


def wrap(key: bytes, keyring: Keyring, label: bytes) -> SealedBytes:
    """Seal a keyring as canonical JSON with hex values."""
    document = {
        "draft": keyring.draft.hex(),
        "kem": keyring.kem.hex(),
        "own": keyring.own.hex() if keyring.own else None,
        "pin": keyring.pin.hex() if keyring.pin else None,
        "sig": keyring.sig.hex(),
    }
    return seal(key, canonical_json(document), label)


def unwrap(key: bytes, sealed: SealedBytes, label: bytes) -> Keyring:
    """Open a sealed keyring. Raises UnsealError for a wrong key or a changed label."""
    document = json.loads(unseal(key, sealed, label))
    pin, own = document["pin"], document["own"]
    return Keyring(
        bytes.fromhex(document["kem"]),
        bytes.fromhex(document["sig"]),
        bytes.fromhex(document["draft"]),
        bytes.fromhex(pin) if pin else None,
        bytes.fromhex(own) if own else None,
    )
