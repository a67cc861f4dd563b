# SPDX-License-Identifier: GPL-3.0-or-later
"""One entry of an agreement's history, as it is hashed and signed.

Source: vault-format.md, "What is signed". The wall-clock time stands beside the event and is not
signed: order comes from the sequence, never from a clock that anyone may set.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

from bondsdesk.kernel.canonical import canonical_json
from bondsdesk.kernel.ids import Uid
from bondsdesk.kernel.people import PartnerId

Action = Literal["propose", "confirm", "withdraw"]
ACTIONS: tuple[Action, ...] = get_args(Action)

EVENT_TYPE = "bondsdesk agreement event v1"
GENESIS = "0" * 64
"""What the first event names as its predecessor."""


@dataclass(frozen=True, slots=True)
class Event:
    """What one partner did to one version of one agreement. `sequence` counts from 1."""

    vault_id: str
    agreement: Uid
    version: int
    text_sha256: str
    action: Action
    signer: PartnerId
    sequence: int
    previous_sha256: str

    def to_bytes(self) -> bytes:
        """Return the canonical bytes that are hashed and signed."""
        return canonical_json(
            {
                "type": EVENT_TYPE,
                "vault_id": self.vault_id,
                "agreement": self.agreement,
                "version": self.version,
                "text_sha256": self.text_sha256,
                "action": self.action,
                "signer": self.signer,
                "sequence": self.sequence,
                "previous_sha256": self.previous_sha256,
            }
        )

    def sha256(self) -> str:
        """Return the hash that the next event names."""
        return hashlib.sha256(self.to_bytes()).hexdigest()


@dataclass(frozen=True, slots=True)
class Entry:
    """An event as it lies in the history.

    `signature` is 64 bytes of Ed25519 over the event's bytes. Only a confirmation needs one:
    withdrawing never asks for a secret, and a proposal binds nobody.
    """

    event: Event
    signature: bytes | None
    at: datetime


History = tuple[Entry, ...]
"""Oldest first, in the order of writing; whether it is the right order is judged, not assumed."""


@dataclass(frozen=True, slots=True)
class Pin:
    """The head of a history as one partner last saw it, kept in their own sealed place."""

    sequence: int
    sha256: str

    def found_in(self, history: History) -> bool:
        """Tell whether a history still holds what was seen, at its place."""
        at = self.sequence - 1
        return 0 <= at < len(history) and history[at].event.sha256() == self.sha256


NO_HEAD = Pin(0, "")
"""Stands for a pin that must exist and cannot be read: no history holds it."""


def head_of(history: History) -> Pin | None:
    """Return the head to pin, None for an empty history."""
    return Pin(len(history), history[-1].event.sha256()) if history else None


def next_event(
    history: History,
    *,
    vault_id: str,
    agreement: Uid,
    version: int,
    text_sha256: str,
    action: Action,
    signer: PartnerId,
) -> Event:
    """Return the event that continues a history."""
    last = history[-1].event if history else None
    return Event(
        vault_id,
        agreement,
        version,
        text_sha256,
        action,
        signer,
        sequence=last.sequence + 1 if last else 1,
        previous_sha256=last.sha256() if last else GENESIS,
    )
