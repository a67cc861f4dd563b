# SPDX-License-Identifier: GPL-3.0-or-later
"""Is an agreement in force? Whatever is not proven is not, and the reason is said.

Pure: it is handed the history, the text, the keys, what was pinned and a way to verify a
signature. It knows no database and no library of cryptography.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from bondsdesk.kernel.ids import Uid
from bondsdesk.kernel.people import PARTNERS, PartnerId
from bondsdesk.rooms.boundaries.domain.event import ACTIONS, GENESIS, Entry, History, Pin

Standing = Literal["proposed", "in_force", "resting", "broken"]
Trouble = Literal[
    "history.empty",
    "history.order",
    "history.link",
    "history.foreign",
    "history.cut",
    "text.changed",
    "text.older",
    "signature.missing",
    "signature.wrong",
    "key.replaced",
]
TROUBLES: tuple[Trouble, ...] = get_args(Trouble)

MENDABLE: frozenset[Trouble] = frozenset({"key.replaced"})
"""What signing once more heals. Everything else needs the agreement to be begun anew."""

Verify = Callable[[bytes, bytes, bytes], bool]
"""verify(public key, message, signature) -> is it valid?"""


@dataclass(frozen=True, slots=True)
class Keys:
    """The signing keys of one partner: today's, and those that were replaced."""

    current: bytes
    retired: tuple[bytes, ...] = ()


KeysOf = Mapping[PartnerId, Keys]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What can be proven now.

    `standing`: "proposed" waits for signatures; "resting" after a withdrawal; "broken" has at
    least one trouble. `confirmed`: whose latest word is a valid signature under this very text.
    The screen and the paper say that both signatures verify only for "in_force".
    """

    standing: Standing
    troubles: tuple[Trouble, ...]
    confirmed: frozenset[PartnerId]

    @property
    def in_force(self) -> bool:
        """Tell whether both signatures verify under an unbroken history."""
        return self.standing == "in_force"

    @property
    def mendable(self) -> bool:
        """Tell whether signing once more is all that is missing."""
        return self.standing != "resting" and MENDABLE.issuperset(self.troubles)


@dataclass(frozen=True, slots=True)
class Subject:
    """Which agreement is judged, in which vault, in which version with which text."""

    vault_id: str
    agreement: Uid
    version: int
    text_sha256: str


def judge(
    subject: Subject, history: History, keys: KeysOf, pin: Pin | None, verify: Verify
) -> Verdict:
    """Return what the history proves about a text.

    In force: the chain is whole, the pinned head is in it, no event names another text or a newer
    version, every signature is valid under the key of its time, and the latest event of each
    partner confirms this version and this text under the key that partner has now. A withdrawal
    as the latest word of either ends it, whatever else is broken.
    """
    latest = {entry.event.signer: entry for entry in history}
    confirmed: set[PartnerId] = set()
    troubles = [*_chain(subject, history), *_pinned(history, pin), *_text(subject, history)]
    for entry in history:
        trouble = _signature(entry, keys, verify)
        counts = latest[entry.event.signer] is entry and _confirms(entry, subject)
        if trouble == "key.replaced" and not counts:
            continue  # valid under the key of its time, and nothing rests on it today
        if trouble:
            troubles.append(trouble)
        elif counts:
            confirmed.add(entry.event.signer)
    standing = _standing(latest, troubles, confirmed)
    return Verdict(standing, tuple(dict.fromkeys(troubles)), frozenset(confirmed))


def _standing(
    latest: Mapping[PartnerId, Entry], troubles: list[Trouble], confirmed: set[PartnerId]
) -> Standing:
    newest = max((entry.event.version for entry in latest.values()), default=0)
    last_words = (entry.event for entry in latest.values())
    if any(e.action == "withdraw" and e.version == newest for e in last_words):
        return "resting"
    if troubles:
        return "broken"
    return "in_force" if confirmed == set(PARTNERS) else "proposed"


def _chain(subject: Subject, history: History) -> Iterator[Trouble]:
    if not history:
        yield "history.empty"
    previous = GENESIS
    for position, entry in enumerate(history, start=1):
        event = entry.event
        if event.sequence != position:
            yield "history.order"
        if event.previous_sha256 != previous:
            yield "history.link"
        known = event.action in ACTIONS and event.signer in PARTNERS
        if (event.vault_id, event.agreement) != (subject.vault_id, subject.agreement) or not known:
            yield "history.foreign"
        previous = event.sha256()


def _pinned(history: History, pin: Pin | None) -> Iterator[Trouble]:
    if pin and not pin.found_in(history):
        yield "history.cut"


def _text(subject: Subject, history: History) -> Iterator[Trouble]:
    for event in (entry.event for entry in history):
        if event.version > subject.version:
            yield "text.older"
        elif event.version == subject.version and event.text_sha256 != subject.text_sha256:
            yield "text.changed"


def _signature(entry: Entry, keys: KeysOf, verify: Verify) -> Trouble | None:
    event, signature = entry.event, entry.signature
    if signature is None:
        return "signature.missing" if event.action == "confirm" else None
    own, message = keys.get(event.signer), event.to_bytes()
    if own and verify(own.current, message, signature):
        return None
    if own and any(verify(key, message, signature) for key in own.retired):
        return "key.replaced"
    return "signature.wrong"


def _confirms(entry: Entry, subject: Subject) -> bool:
    event = entry.event
    return (event.action, event.version, event.text_sha256) == (
        "confirm",
        subject.version,
        subject.text_sha256,
    )
