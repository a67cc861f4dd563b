# SPDX-License-Identifier: GPL-3.0-or-later
"""What a list of agreements with a thousand signed events costs: reading, proving, showing again.

python -m tests.bench.agreements
"""

from __future__ import annotations

import statistics
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from bondsdesk.kernel.clock import SystemClock
from bondsdesk.kernel.ids import Uid, new_uid
from bondsdesk.kernel.people import PARTNERS
from bondsdesk.rooms.boundaries.domain.agreement import AgreementText, blank_text
from bondsdesk.rooms.boundaries.domain.event import Entry, History, head_of, next_event
from bondsdesk.rooms.boundaries.schema import MIGRATIONS
from bondsdesk.rooms.boundaries.service.agreements import Agreements
from bondsdesk.rooms.boundaries.service.desk import Desk
from bondsdesk.rooms.boundaries.store.agreements import AgreementStore
from bondsdesk.rooms.boundaries.store.private import PrivateStore
from bondsdesk.vault.kdf import KdfCost
from tests.bench.measure import Figure, timed
from tests.people import Household

if TYPE_CHECKING:
    from bondsdesk.vault.vault import Vault

EVENTS = 1_000
AGREEMENTS = 50
TURNS = 9


def write_agreements(vault: Vault, household: Household) -> None:
    """Write fifty agreements of twenty events each, confirmed by turns with real signatures."""
    from nacl.bindings import crypto_sign, crypto_sign_seed_keypair

    keys = {}
    for who in PARTNERS:
        ring = household.secrets[who].keyring
        assert ring is not None
        keys[who] = crypto_sign_seed_keypair(ring.sig)[1]
    clock = SystemClock()
    with vault.work() as work:
        store = AgreementStore(work)
        for number in range(AGREEMENTS):
            uid = new_uid()
            text = _text(number)
            store.add_version(uid, 1, text)
            history: History = ()
            for turn in range(EVENTS // AGREEMENTS):
                signer = PARTNERS[turn % 2]
                event = next_event(
                    history,
                    vault_id=vault.vault_id,
                    agreement=uid,
                    version=1,
                    text_sha256=text.sha256(),
                    action="confirm" if turn else "propose",
                    signer=signer,
                )
                signature = crypto_sign(event.to_bytes(), keys[signer])[:64] if turn else None
                entry = Entry(event, signature, clock.now())
                store.append(entry)
                history = (*history, entry)
            head = head_of(history)
            assert head is not None
            PrivateStore(work).keep_pin(uid, head)


def figures() -> list[Figure]:
    """Measure the first and the second showing of the list, and one agreement alone."""
    with tempfile.TemporaryDirectory() as folder:
        household = Household.found(Path(folder), KdfCost(64, 3), (MIGRATIONS,))
        vault = household.sit_down("a")
        write_agreements(vault, household)
        service = Agreements(Desk(vault, SystemClock()))
        uid: Uid = service.checking().kept[0].uid
        first = [timed(Agreements(service.desk).all) for _ in range(TURNS)]
        assert all(each.in_force for each in service.all())
        again = [timed(service.all) for _ in range(TURNS)]
        one = [timed(lambda: Agreements(service.desk).find(uid)) for _ in range(TURNS)]
        household.close()
    return [
        Figure("1,000 signed events, all proven", statistics.median(first), "ms", 400),
        Figure("the same list shown again", statistics.median(again), "ms", 200),
        Figure("one agreement of 20 events, proven", statistics.median(one), "ms", 16),
    ]


def _text(number: int) -> AgreementText:
    from bondsdesk.kernel.dates import local_day

    blank = blank_text(local_day(SystemClock().now()))
    fine = ("A call from our parents", "A photo with guests")
    return replace(blank, title=f"Agreement {number + 1}", fine=fine, not_fine=("Work chats",))


if __name__ == "__main__":
    for figure in figures():
        print(figure.line())
