# SPDX-License-Identifier: GPL-3.0-or-later
"""The key slots as typed data, and their exact bytes (format 1; see FORMAT.md).

Knows no file and opens nothing: sealing is in keyring.py and vault_key.py.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar, get_args

from bondsdesk.kernel.people import COLOURS, PARTNERS, SYMBOLS, Colour, PartnerId, Symbol
from bondsdesk.vault.aead import SealedBytes
from bondsdesk.vault.envelope import DamagedEnvelopeError, read_envelope, write_envelope
from bondsdesk.vault.kdf import ARGON2_VERSION, SALT_BYTES, KdfCost

APP = "bondsdesk"
FORMAT = 1
DB_SALT_BYTES = 16
PAGE_BYTES = 4096
_KNOWN = frozenset(
    "app format epoch vault_id db partners recovery vault_key vault_key_next retired mac".split()
)
_DATABASE = {"cipher": "sqlcipher4", "file": "vault.db", "page": PAGE_BYTES}
_HEX = re.compile(r"(?:[0-9a-f]{2})+")
_KIB = 1024

T = TypeVar("T")


class Kdf(NamedTuple):
    """How one ring's key is derived. `memory_kib` and `passes` are unchecked until `cost()`."""

    memory_kib: int
    passes: int
    lanes: int
    salt: bytes

    @staticmethod
    def at(cost: KdfCost, salt: bytes) -> Kdf:
        """Return the entry for a cost."""
        return Kdf(cost.memory_mib * _KIB, cost.passes, 1, salt)

    def cost(self) -> KdfCost:
        """Return the checked cost. Raises ExpectedError "vault.kdf_bounds"."""
        odd = self.lanes != 1 or self.memory_kib % _KIB
        return KdfCost(0 if odd else self.memory_kib // _KIB, self.passes)

    def document(self) -> dict[str, object]:
        """Return the JSON form, which is also part of the ring's label."""
        return {
            "alg": "argon2id",
            "m": self.memory_kib,
            "p": self.lanes,
            "salt": self.salt.hex(),
            "t": self.passes,
            "v": ARGON2_VERSION,
        }


class SlotEntry(NamedTuple):
    """One partner's place: how they look on the lock screen and their sealed keyring."""

    symbol: Symbol
    colour: Colour
    kem: bytes
    sig: bytes
    kdf: Kdf
    ring: SealedBytes
    own_code: SealedBytes | None

    def document(self) -> dict[str, Any]:
        """Return the JSON form."""
        own = self.own_code
        return {
            "symbol": self.symbol,
            "colour": self.colour,
            "kem": self.kem.hex(),
            "sig": self.sig.hex(),
            "kdf": self.kdf.document(),
            "nonce": self.ring.nonce.hex(),
            "ring": self.ring.box.hex(),
            "own_code": own and {"nonce": own.nonce.hex(), "ring": own.box.hex()},
        }


class Retired(NamedTuple):
    """A signing key that was replaced; signatures up to that epoch stay readable."""

    partner: PartnerId
    sig: bytes
    epoch: int


class Header(NamedTuple):
    """All key slots of a vault.

    `recovery`: public key of the shared sheet. `vault_key`: the sealed vault key by who may open
    it ("a", "b", "recovery"). `vault_key_next` (kept for a change of the vault key) and `extra`
    (fields of later versions) are authenticated and written back as they are.
    """

    vault_id: str
    epoch: int
    db_salt: bytes
    partners: dict[PartnerId, SlotEntry]
    recovery: bytes | None
    vault_key: dict[str, bytes]
    retired: tuple[Retired, ...] = ()
    mac: bytes = bytes(32)
    vault_key_next: Any = None
    extra: Mapping[str, Any] = MappingProxyType({})

    def document(self) -> dict[str, Any]:
        """Return the JSON form without `mac`: what the MAC is computed over."""
        return {
            **self.extra,
            "app": APP,
            "format": FORMAT,
            "epoch": self.epoch,
            "vault_id": self.vault_id,
            "db": {**_DATABASE, "salt": self.db_salt.hex()},
            "partners": {
                p: self.partners[p].document() if p in self.partners else None for p in PARTNERS
            },
            "recovery": {"kem": self.recovery.hex()} if self.recovery else None,
            "vault_key": {who: _hex_or_none(self.vault_key, who) for who in ("a", "b", "recovery")},
            "vault_key_next": self.vault_key_next,
            "retired": [
                {"epoch": r.epoch, "partner": r.partner, "sig": r.sig.hex()} for r in self.retired
            ],
        }

    def to_bytes(self) -> bytes:
        """Return the file's bytes."""
        return write_envelope({**self.document(), "mac": self.mac.hex()})

    def with_slot(self, partner: PartnerId, slot: SlotEntry) -> Header:
        """Return a header in which one partner's place is another."""
        return self._replace(partners={**self.partners, partner: slot})


def parse_header(content: bytes) -> Header:
    """Return the header that some bytes hold; nothing secret is checked yet.

    Raises DamagedEnvelopeError, and NewerFormatError for a format above 1.
    """
    document = read_envelope(content, APP, FORMAT)
    try:
        return _from_document(document)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise DamagedEnvelopeError from error


def _from_document(document: dict[str, Any]) -> Header:
    database = dict(document["db"])
    salt = _unhex(database.pop("salt"), DB_SALT_BYTES)
    if database != _DATABASE or set(document["partners"]) != set(PARTNERS):
        raise ValueError
    recovery = document["recovery"]
    sealed = {who: _unhex(v) for who, v in document["vault_key"].items() if v is not None}
    header = Header(
        vault_id=_unhex(document["vault_id"], 16).hex(),
        epoch=_count(document["epoch"]),
        db_salt=salt,
        partners={p: _slot(e) for p, e in document["partners"].items() if e is not None},
        recovery=_optional(recovery, _recovery_key),
        vault_key=sealed,
        retired=tuple(_retired(r) for r in document["retired"]),
        mac=_unhex(document["mac"], 32),
        vault_key_next=document["vault_key_next"],
        extra={k: v for k, v in document.items() if k not in _KNOWN},
    )
    if not header.partners or {**header.document(), "mac": document["mac"]} != document:
        raise ValueError
    return header


def _slot(entry: dict[str, Any]) -> SlotEntry:
    if entry["symbol"] not in SYMBOLS or entry["colour"] not in COLOURS:
        raise ValueError
    return SlotEntry(
        symbol=entry["symbol"],
        colour=entry["colour"],
        kem=_unhex(entry["kem"], 32),
        sig=_unhex(entry["sig"], 32),
        kdf=_kdf(entry["kdf"]),
        ring=_sealed(entry),
        own_code=_optional(entry["own_code"], _sealed),
    )


def _kdf(entry: dict[str, Any]) -> Kdf:
    salt = _unhex(entry["salt"], SALT_BYTES)
    return Kdf(_count(entry["m"]), _count(entry["t"]), _count(entry["p"]), salt)


def _retired(entry: dict[str, Any]) -> Retired:
    if entry["partner"] not in get_args(PartnerId):
        raise ValueError
    return Retired(entry["partner"], _unhex(entry["sig"], 32), _count(entry["epoch"]))


def _sealed(entry: dict[str, Any]) -> SealedBytes:
    return SealedBytes(_unhex(entry["nonce"], 24), _unhex(entry["ring"]))


def _recovery_key(entry: dict[str, Any]) -> bytes:
    return _unhex(entry["kem"], 32)


def _optional(value: Any, read: Callable[[Any], T]) -> T | None:
    return None if value is None else read(value)


def _count(value: Any) -> int:
    if type(value) is not int or value < 0:
        raise ValueError
    return value


def _unhex(value: Any, size: int | None = None) -> bytes:
    if not isinstance(value, str) or not _HEX.fullmatch(value):
        raise ValueError
    content = bytes.fromhex(value)
    if size is not None and len(content) != size:
        raise ValueError
    return content


def _hex_or_none(values: dict[str, bytes], who: str) -> str | None:
    return values[who].hex() if who in values else None
