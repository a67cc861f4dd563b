# SPDX-License-Identifier: GPL-3.0-or-later
"""XChaCha20-Poly1305 and keyed BLAKE2b, the two tools everything sealed here is made with.

NaCl is loaded on first use: the lock screen reads headers and opens nothing.
"""

from __future__ import annotations

import hashlib
from typing import NamedTuple

KEY_BYTES = 32
NONCE_BYTES = 24
TAG_BYTES = 16


class UnsealError(Exception):
    """The key is another one, or the box or its label was changed."""


class SealedBytes(NamedTuple):
    """A random nonce of 24 bytes and the box made with it (16 bytes longer than the content)."""

    nonce: bytes
    box: bytes


def seal(key: bytes, content: bytes, label: bytes) -> SealedBytes:
    """Seal content under a key; `label` is authenticated with it but not stored."""
    import secrets

    from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_encrypt as encrypt

    nonce = secrets.token_bytes(NONCE_BYTES)
    return SealedBytes(nonce, encrypt(content, label, nonce, key))


def unseal(key: bytes, sealed: SealedBytes, label: bytes) -> bytes:
    """Return the content. Raises UnsealError."""
    import nacl.exceptions
    from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_decrypt as decrypt

    if len(sealed.nonce) != NONCE_BYTES or len(sealed.box) < TAG_BYTES:
        raise UnsealError
    try:
        return decrypt(sealed.box, label, sealed.nonce, key)
    except nacl.exceptions.CryptoError as error:
        raise UnsealError from error


def keyed_hash(key: bytes, message: bytes) -> bytes:
    """Return BLAKE2b-256 of a message under a key: for subkeys and for authentication."""
    return hashlib.blake2b(message, key=key, digest_size=32).digest()
