# SPDX-License-Identifier: GPL-3.0-or-later
"""A second reader of vaults, written from bondsdesk/vault/FORMAT.md alone.

It shares no code with the vault: Argon2id from argon2-cffi, SQLCipher's format through
SQLite3MultipleCiphers (apsw), BLAKE2b and SHA-256 from the standard library. Only XChaCha20 and
the sealed box come from libsodium's bindings as well, because nothing else here has them.
"""

from __future__ import annotations

import hashlib
import json
import struct
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import apsw
import nacl.bindings as sodium
from argon2.low_level import Type, hash_secret_raw
from nacl.exceptions import CryptoError

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def canonical(document: Any) -> bytes:
    return json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def kb(key: bytes, message: bytes) -> bytes:
    return hashlib.blake2b(message, digest_size=32, key=key).digest()


def unbox(key: bytes, nonce: bytes, box: bytes, label: bytes) -> bytes:
    return sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(box, label, nonce, key)


def read_lines(content: bytes) -> tuple[dict[str, Any], bytes]:
    """Return the document of a header or manifest and what follows it."""
    line, digest, rest = content.split(b"\n", 2)
    assert hashlib.sha256(line).hexdigest().encode() == digest
    document = json.loads(line)
    assert canonical(document) == line
    assert (document["app"], document["format"]) == ("bondsdesk", 1)
    return document, rest


def read_paper(kind: str, code: str) -> bytes:
    letters = code.upper().replace("-", "").replace(" ", "")
    letters = letters.replace("O", "0").replace("I", "1").replace("L", "1")
    bits = "".join(f"{ALPHABET.index(letter):05b}" for letter in letters)
    assert len(bits) == 180
    secret = int(bits[:160], 2).to_bytes(20, "big")
    check = hashlib.blake2b(
        b"bondsdesk " + kind.encode() + b" sheet check v1" + secret, digest_size=32
    )
    assert f"{int.from_bytes(check.digest()[:3], 'big'):024b}"[:20] == bits[160:]
    return secret


@dataclass
class Opened:
    header: dict[str, Any]
    vault_key: bytes
    partner: str | None = None
    keyring: dict[str, Any] | None = None


def check_mac(header: dict[str, Any], vault_key: bytes) -> None:
    rest = {name: value for name, value in header.items() if name != "mac"}
    mac = kb(kb(vault_key, b"bondsdesk header v1"), canonical(rest))
    assert mac.hex() == header["mac"]


def unseal(header: dict[str, Any], who: str, kem: bytes) -> bytes:
    public = sodium.crypto_scalarmult_base(kem)
    sealed = bytes.fromhex(header["vault_key"][who])
    content = sodium.crypto_box_seal_open(sealed, public, kem)
    assert content[:16].hex() == header["vault_id"]
    check_mac(header, content[16:])
    return content[16:]


def by_keyring(header: dict[str, Any], partner: str, ring: bytes) -> Opened:
    keyring = json.loads(ring)
    slot = header["partners"][partner]
    kem = bytes.fromhex(keyring["kem"])
    assert sodium.crypto_scalarmult_base(kem).hex() == slot["kem"]
    public, _ = sodium.crypto_sign_seed_keypair(bytes.fromhex(keyring["sig"]))
    assert public.hex() == slot["sig"]
    return Opened(header, unseal(header, partner, kem), partner, keyring)


def by_passphrase(content: bytes, partner: str, passphrase: str) -> Opened:
    header, rest = read_lines(content)
    assert not rest
    slot = header["partners"][partner]
    kdf = slot["kdf"]
    assert (kdf["alg"], kdf["v"], kdf["p"]) == ("argon2id", 19, 1)
    assert 65_536 <= kdf["m"] <= 1_048_576
    assert 3 <= kdf["t"] <= 12
    key = hash_secret_raw(
        secret=unicodedata.normalize("NFKC", passphrase).encode(),
        salt=bytes.fromhex(kdf["salt"]),
        time_cost=kdf["t"],
        memory_cost=kdf["m"],
        parallelism=1,
        hash_len=32,
        type=Type.ID,
        version=19,
    )
    label = canonical({"kdf": kdf, "partner": partner, "vault_id": header["vault_id"]})
    ring = unbox(key, bytes.fromhex(slot["nonce"]), bytes.fromhex(slot["ring"]), label)
    return by_keyring(header, partner, ring)


def by_own_sheet(content: bytes, partner: str, code: str) -> Opened:
    header, _ = read_lines(content)
    own = header["partners"][partner]["own_code"]
    key = kb(read_paper("own", code), b"bondsdesk own sheet v1")
    label = canonical({"partner": partner, "sheet": "own", "vault_id": header["vault_id"]})
    ring = unbox(key, bytes.fromhex(own["nonce"]), bytes.fromhex(own["ring"]), label)
    return by_keyring(header, partner, ring)


def by_shared_sheet(content: bytes, code: str) -> Opened:
    header, _ = read_lines(content)
    kem = kb(read_paper("shared", code), b"bondsdesk shared sheet v1")
    assert sodium.crypto_scalarmult_base(kem).hex() == header["recovery"]["kem"]
    return Opened(header, unseal(header, "recovery", kem))


def open_database(path: Path, opened: Opened) -> apsw.Connection:
    """Open a database that nobody else has open; reading only."""
    key = kb(opened.vault_key, b"bondsdesk database v1").hex() + opened.header["db"]["salt"]
    connection = apsw.Connection(
        f"{path.as_uri()}?mode=ro", flags=apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
    )
    connection.execute("PRAGMA cipher = 'sqlcipher'")
    connection.execute("PRAGMA legacy = 4")
    connection.execute(f"PRAGMA key = \"x'{key}'\"")
    return connection


def private_items(connection: apsw.Connection, opened: Opened) -> dict[str, dict[str, Any]]:
    """Return the documents of the partner who opened, by identifier."""
    assert opened.keyring is not None
    draft = bytes.fromhex(opened.keyring["draft"])
    found = {}
    rows = connection.execute(
        "SELECT uid, version, nonce, box FROM sealed_item WHERE partner = ?", (opened.partner,)
    )
    for uid, version, nonce, box in rows:
        label = canonical([opened.header["vault_id"], uid, opened.partner, version])
        content = unbox(kb(draft, uid.encode()), nonce, box, label)
        assert len(content) % 256 == 0
        (length,) = struct.unpack(">I", content[:4])
        assert not any(content[4 + length :])
        found[uid] = json.loads(content[4 : 4 + length])
    return found


def read_state(content: bytes, opened: Opened) -> tuple[int, ...]:
    """Return sequence, commits, epoch, moment, sessions of a and b, clean of the newer record."""
    key = kb(opened.vault_key, b"bondsdesk state v1")
    records = []
    for place in (0, 1):
        record = content[place * 89 : place * 89 + 89]
        label = canonical([opened.header["vault_id"], "state", place])
        try:
            plain = unbox(key, record[:24], record[24:], label)
        except CryptoError:
            continue
        records.append(struct.unpack(">QQQqqqB", plain))
    return max(records)


def split_backup(content: bytes) -> tuple[dict[str, Any], bytes, bytes]:
    """Return manifest, header bytes, database bytes."""
    manifest, rest = read_lines(content)
    header = rest[: manifest["header"]["size"]]
    database = rest[manifest["header"]["size"] :]
    for part, name in ((header, "header"), (database, "database")):
        assert len(part) == manifest[name]["size"]
        assert hashlib.sha256(part).hexdigest() == manifest[name]["sha256"]
    return manifest, header, database
