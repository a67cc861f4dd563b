# SPDX-License-Identifier: GPL-3.0-or-later
"""An agreement as a file that anyone can check without a vault: text, events, signatures, keys.

The file proves that the holders of the two keys in it signed this text and that neither took it
back in the events it holds. Whose keys they are is what two people compare by the fingerprints.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NoReturn

from bondsdesk.kernel.canonical import canonical_json
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.ids import Uid, is_uid
from bondsdesk.kernel.people import PARTNERS, Pair, PartnerId
from bondsdesk.rooms.boundaries.domain.agreement import AgreementText, read_text
from bondsdesk.rooms.boundaries.domain.event import ACTIONS, Entry, Event, History
from bondsdesk.rooms.boundaries.domain.fingerprint import fingerprint
from bondsdesk.rooms.boundaries.domain.standing import Agreement
from bondsdesk.rooms.boundaries.domain.verdict import Keys, Subject, Verdict, judge
from bondsdesk.vault.signing import verifies

KIND = "agreement"
FORMAT = 1
BUNDLE_BYTES = 4 * 1024 * 1024
"""The largest file that is read: some thousand events with the longest text."""

_HEX = re.compile(r"(?:[0-9a-f]{2})+")
_EVENT_KEYS = frozenset(
    "type vault_id agreement version text_sha256 action signer sequence previous_sha256"
    " signature at".split()
)


@dataclass(frozen=True, slots=True)
class Bundle:
    """What a file holds, and what that proves."""

    text: AgreementText
    version: int
    names: dict[PartnerId, str]
    fingerprints: dict[PartnerId, str]
    verdict: Verdict


def write_bundle(
    agreement: Agreement, vault_id: str, keys: dict[PartnerId, Keys], pair: Pair
) -> bytes:
    """Return the file: canonical JSON and a line feed.

    Raises ExpectedError "bundle.no_text" for an agreement whose words cannot be read.
    """
    kept = agreement.kept
    if kept.text is None:
        raise ExpectedError("bundle.no_text")
    document = {
        "app": "bondsdesk",
        "kind": KIND,
        "format": FORMAT,
        "vault_id": vault_id,
        "agreement": kept.uid,
        "version": kept.version,
        "text": kept.text.document(),
        "events": [_event_document(entry) for entry in kept.history],
        "keys": {
            partner: {"current": own.current.hex(), "retired": [k.hex() for k in own.retired]}
            for partner, own in keys.items()
        },
        "names": {partner: pair.name_of(partner) for partner in PARTNERS},
    }
    return canonical_json(document) + b"\n"


def read_bundle(content: bytes) -> Bundle:
    """Check a file of unknown origin.

    Raises ExpectedError "bundle.unreadable" for what is not such a file, "bundle.newer" for one of
    a later format. A file that is one but proves nothing has a verdict that says so.
    """
    if len(content) > BUNDLE_BYTES:
        raise ExpectedError("bundle.unreadable")
    try:
        document = json.loads(
            content.decode("utf-8"), object_pairs_hook=_once_each, parse_constant=_refuse
        )
        return _checked(document)
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise ExpectedError("bundle.unreadable") from error


def _checked(document: dict[str, Any]) -> Bundle:
    if (document["app"], document["kind"]) != ("bondsdesk", KIND):
        raise ValueError
    if _count(document["format"]) > FORMAT:
        raise ExpectedError("bundle.newer")
    text = read_text(document["text"])
    version = _count(document["version"])
    if not is_uid(document["agreement"]) or not is_uid(document["vault_id"]):
        raise ValueError
    history: History = tuple(_entry(each) for each in document["events"])
    keys = {partner: _keys(document["keys"][partner]) for partner in PARTNERS}
    subject = Subject(document["vault_id"], Uid(document["agreement"]), version, text.sha256())
    return Bundle(
        text,
        version,
        {partner: str(document["names"][partner]) for partner in PARTNERS},
        {partner: fingerprint(own.current) for partner, own in keys.items()},
        judge(subject, history, keys, None, verifies),
    )


def _event_document(entry: Entry) -> dict[str, Any]:
    signed: dict[str, Any] = json.loads(entry.event.to_bytes())
    signature = entry.signature.hex() if entry.signature is not None else None
    return {**signed, "signature": signature, "at": entry.at.isoformat()}


def _entry(document: dict[str, Any]) -> Entry:
    if set(document) != _EVENT_KEYS:
        raise ValueError
    event = Event(
        document["vault_id"],
        Uid(document["agreement"]),
        _count(document["version"]),
        document["text_sha256"],
        document["action"],
        document["signer"],
        _count(document["sequence"]),
        document["previous_sha256"],
    )
    if event.action not in ACTIONS or event.signer not in PARTNERS:
        raise ValueError
    if json.loads(event.to_bytes())["type"] != document["type"]:
        raise ValueError
    signature = document["signature"]
    signed = None if signature is None else _unhex(signature)
    return Entry(event, signed, datetime.fromisoformat(document["at"]))


def _keys(document: dict[str, Any]) -> Keys:
    retired = document["retired"]
    if not isinstance(retired, list):
        raise TypeError
    return Keys(_unhex(document["current"]), tuple(_unhex(each) for each in retired))


def _unhex(value: Any) -> bytes:
    if not isinstance(value, str) or not _HEX.fullmatch(value):
        raise ValueError
    return bytes.fromhex(value)


def _count(value: Any) -> int:
    if type(value) is not int or value < 0:
        raise ValueError
    return value


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse a name that stands twice: two readers could see two texts."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError
    return found


def _refuse(_constant: str) -> NoReturn:
    raise ValueError
