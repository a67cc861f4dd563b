# SPDX-License-Identifier: GPL-3.0-or-later
"""The private box: documents that only their writer can open (drafts, limits, answers, check-ins).

Everything is inside the sealed part: kind, title, dates. From outside one sees how many items a
partner has and their rough size (steps of 256 bytes). Sharing is one Work: write the shared row,
`work.box.delete(uid)`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from bondsdesk.kernel.canonical import canonical_json
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.people import PartnerId
from bondsdesk.vault.aead import SealedBytes, UnsealError, keyed_hash, seal, unseal
from bondsdesk.vault.database import Database, Row

Rows = list[Row]
Uids = list[str]

PADDING_BYTES = 256
_LENGTH_BYTES = 4
_LEDGER_KIND = "vault.ledger"


@dataclass(frozen=True, slots=True)
class Sealed:
    """One opened item. `version` counts its writes, from 1."""

    uid: str
    kind: str
    document: dict[str, Any]
    version: int


SealedItems = list[Sealed]


@dataclass(slots=True)
class BoxKey:
    """Who sits and the key of their private place; None under the shared sheet.

    `kinds` remembers the kind of each item by uid and version, so that listing one kind opens
    only its own items after the first time.
    """

    vault_id: str
    partner: PartnerId | None
    draft: bytes | None = field(repr=False)
    kinds: dict[str, tuple[int, str]] = field(default_factory=dict, repr=False)


class PrivateBox:
    """Items of the partner who sits. Every method raises ExpectedError "box.closed" without one."""

    def __init__(self, database: Database, key: BoxKey) -> None:
        self._database = database
        self._key = key

    def put(self, kind: str, uid: str, document: dict[str, Any]) -> None:
        """Seal a document under an identifier, replacing what was there. Inside a Work only.

        Raises ExpectedError "box.not_yours" if the identifier is one of the partner's items. One
        that was sealed with this partner's lost keys gives way: nobody can open it.
        """
        partner, _ = self._open()
        row = self._database.row("SELECT partner, version FROM sealed_item WHERE uid = ?", (uid,))
        if row and row[0] == _former(partner):
            self._database.run("DELETE FROM sealed_item WHERE uid = ?", (uid,))
            row = None
        if row and row[0] != partner:
            raise ExpectedError("box.not_yours")
        before = row[1] if row else 0
        self._write(kind, uid, document, before + 1)
        self._key.kinds[uid] = (before + 1, kind)
        self._count(items=0 if row else 1, versions=1)

    def get(self, uid: str) -> Sealed | None:
        """Return one item, None if this partner has none of that name.

        Raises ExpectedError "box.damaged" if it was changed, moved or sealed with lost keys.
        """
        row = self._database.row(
            "SELECT uid, version, nonce, box FROM sealed_item WHERE uid = ? AND partner = ?",
            (uid, self._open()[0]),
        )
        if row is None:
            return None
        try:
            return self._unseal(row)
        except UnsealError as error:
            raise ExpectedError("box.damaged") from error

    def list(self, kind: str) -> SealedItems:
        """Return all items of a kind; those that cannot be opened are left out (`unreadable`)."""
        known = self._key.kinds
        wanted = (
            row
            for row in self._rows()
            if row[0] not in known or known[row[0]][0] != row[1] or known[row[0]][1] == kind
        )
        return [item for item in self._opened(wanted) if item.kind == kind]

    def delete(self, uid: str) -> bool:
        """Delete an item for good; tell whether there was one. Inside a Work only."""
        partner, _ = self._open()
        row = self._database.row(
            "SELECT partner, version FROM sealed_item WHERE uid = ? AND partner IN (?, ?)",
            (uid, partner, _former(partner)),
        )
        if row is None:
            return False
        self._database.run("DELETE FROM sealed_item WHERE uid = ?", (uid,))
        self._key.kinds.pop(uid, None)
        if row[0] == partner:
            self._count(items=-1, versions=-row[1])
        return True

    def unreadable(self) -> Uids:
        """Return the identifiers of this partner's items that do not open; they can be deleted.

        They were changed, or sealed before this partner was given new keys.
        """
        partner, _ = self._open()
        former = self._database.rows(
            "SELECT uid FROM sealed_item WHERE partner = ? ORDER BY uid", (_former(partner),)
        )
        changed = [row[0] for row in self._rows() if self._try(row) is None]
        return changed + [uid for (uid,) in former]

    def agrees_with_ledger(self) -> bool:
        """Tell whether the items are as many and as new as their writer left them (F18).

        The sealed ledger holds the number of items and the sum of their versions.
        """
        partner, _ = self._open()
        ledger = self._ledger()
        found = self._database.row(
            "SELECT count(*), coalesce(sum(version), 0) FROM sealed_item"
            " WHERE partner = ? AND uid <> ?",
            (partner, _ledger_uid(partner)),
        )
        if ledger is None:
            return found == (0, 0)
        return found == (ledger.document["items"], ledger.document["versions"])

    def retire(self, partner: PartnerId) -> None:
        """Set a partner's items apart because their keys are gone. Inside a Work only."""
        self._database.run("DELETE FROM sealed_item WHERE uid = ?", (_ledger_uid(partner),))
        self._database.run(
            "UPDATE sealed_item SET partner = ? WHERE partner = ?", (_former(partner), partner)
        )

    def _open(self) -> tuple[PartnerId, bytes]:
        if self._key.partner is None or self._key.draft is None:
            raise ExpectedError("box.closed")
        return self._key.partner, self._key.draft

    def _rows(self) -> Rows:
        partner, _ = self._open()
        return self._database.rows(
            "SELECT uid, version, nonce, box FROM sealed_item WHERE partner = ?"
            " AND uid <> ? ORDER BY uid",
            (partner, _ledger_uid(partner)),
        )

    def _opened(self, rows: Iterator[Row]) -> Iterator[Sealed]:
        for row in rows:
            item = self._try(row)
            if item is not None:
                self._key.kinds[item.uid] = (item.version, item.kind)
                yield item

    def _try(self, row: Row) -> Sealed | None:
        try:
            return self._unseal(row)
        except UnsealError:
            return None

    def _unseal(self, row: Row) -> Sealed:
        partner, draft = self._open()
        uid, version, nonce, box = row
        label = _label(self._key.vault_id, uid, partner, version)
        content = unseal(keyed_hash(draft, uid.encode()), SealedBytes(nonce, box), label)
        length = int.from_bytes(content[:_LENGTH_BYTES], "big")
        inside = json.loads(content[_LENGTH_BYTES : _LENGTH_BYTES + length])
        return Sealed(uid, inside["kind"], inside["document"], version)

    def _write(self, kind: str, uid: str, document: dict[str, Any], version: int) -> None:
        partner, draft = self._open()
        content = canonical_json({"document": document, "kind": kind})
        content = len(content).to_bytes(_LENGTH_BYTES, "big") + content
        content += bytes(-len(content) % PADDING_BYTES)
        label = _label(self._key.vault_id, uid, partner, version)
        sealed = seal(keyed_hash(draft, uid.encode()), content, label)
        self._database.run(
            "INSERT INTO sealed_item (uid, partner, version, nonce, box) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (uid) DO UPDATE SET version = excluded.version,"
            " nonce = excluded.nonce, box = excluded.box",
            (uid, partner, version, sealed.nonce, sealed.box),
        )

    def _count(self, items: int, versions: int) -> None:
        partner, _ = self._open()
        ledger = self._ledger()
        before = ledger.document if ledger else {"items": 0, "versions": 0}
        after = {"items": before["items"] + items, "versions": before["versions"] + versions}
        version = ledger.version + 1 if ledger else 1
        self._write(_LEDGER_KIND, _ledger_uid(partner), after, version)

    def _ledger(self) -> Sealed | None:
        partner, _ = self._open()
        row = self._database.row(
            "SELECT uid, version, nonce, box FROM sealed_item WHERE uid = ?",
            (_ledger_uid(partner),),
        )
        return self._try(row) if row else None


def _ledger_uid(partner: PartnerId) -> str:
    return f"ledger-{partner}"


def _former(partner: PartnerId) -> str:
    return f"{partner}-former"


def _label(vault_id: str, uid: str, partner: PartnerId, version: int) -> bytes:
    return canonical_json([vault_id, uid, partner, version])
