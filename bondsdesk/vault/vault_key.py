# SPDX-License-Identifier: GPL-3.0-or-later
"""The one key of the shared place: how it is sealed to people and what is derived from it.

NaCl is loaded on first use: the lock screen must not wait for it.
"""

from __future__ import annotations

import hmac
import secrets

from bondsdesk.kernel.canonical import canonical_json
from bondsdesk.vault.aead import UnsealError, keyed_hash
from bondsdesk.vault.header import Header

VAULT_KEY_BYTES = 32
_DATABASE = b"bondsdesk database v1"
_HEADER = b"bondsdesk header v1"
_STATE = b"bondsdesk state v1"
_BACKUP = b"bondsdesk backup v1"
_SHARED_SHEET = b"bondsdesk shared sheet v1"


def new_vault_key() -> bytes:
    """Return 32 random bytes."""
    return secrets.token_bytes(VAULT_KEY_BYTES)


def seal_vault_key(vault_id: str, vault_key: bytes, public_kem: bytes) -> bytes:
    """Return vault_id and key, sealed to one public key (libsodium's sealed box)."""
    from nacl.public import PublicKey, SealedBox

    return SealedBox(PublicKey(public_kem)).encrypt(bytes.fromhex(vault_id) + vault_key)


def unseal_vault_key(vault_id: str, sealed: bytes, kem: bytes) -> bytes:
    """Return the vault key. Raises UnsealError if it is another's or belongs to another vault."""
    import nacl.exceptions
    from nacl.public import PrivateKey, SealedBox

    try:
        content = SealedBox(PrivateKey(kem)).decrypt(sealed)
    except (nacl.exceptions.CryptoError, nacl.exceptions.TypeError) as error:
        raise UnsealError from error
    own_id, key = content[:16], content[16:]
    if own_id.hex() != vault_id or len(key) != VAULT_KEY_BYTES:
        raise UnsealError
    return key


def database_key(vault_key: bytes) -> bytes:
    """Return the raw key of the database."""
    return keyed_hash(vault_key, _DATABASE)


def state_key(vault_key: bytes) -> bytes:
    """Return the key of the state records."""
    return keyed_hash(vault_key, _STATE)


def backup_key(vault_key: bytes) -> bytes:
    """Return the key that authenticates a backup's manifest."""
    return keyed_hash(vault_key, _BACKUP)


def shared_sheet_secret(secret: bytes) -> bytes:
    """Return the X25519 secret behind a shared sheet."""
    return keyed_hash(secret, _SHARED_SHEET)


def shared_sheet_public(secret: bytes) -> bytes:
    """Return the public key to which the vault key is sealed for a shared sheet."""
    from nacl.bindings import crypto_scalarmult_base

    return crypto_scalarmult_base(shared_sheet_secret(secret))


def header_mac(header: Header, vault_key: bytes) -> bytes:
    """Return the MAC over everything in a header but the MAC itself."""
    return keyed_hash(keyed_hash(vault_key, _HEADER), canonical_json(header.document()))


def authenticated(header: Header, vault_key: bytes) -> Header:
    """Return a header with its MAC."""
    return header._replace(mac=header_mac(header, vault_key))


def is_authentic(header: Header, vault_key: bytes) -> bool:
    """Tell whether a header was last saved by somebody who had the vault key."""
    return hmac.compare_digest(header.mac, header_mac(header, vault_key))
