# SPDX-License-Identifier: GPL-3.0-or-later
"""What happened to the vault that both partners are to know, each told once.

Only what befell the files: a copy brought back, an older folder, a log cut short. Never what a
person did.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime

from bondsdesk.kernel.canonical import canonical_json
from bondsdesk.kernel.dates import local_day, long_day
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.people import PartnerId
from bondsdesk.kernel.words import screen_words
from bondsdesk.vault.work import Reader, Work

TOLD_TO_BOTH = frozenset(
    {"vault.restored", "vault.older_copy", "vault.commits_missing", "vault.header_older"}
)


def untold(reader: Reader, partner: PartnerId) -> list[ExpectedError]:
    """Return the events that this partner has not been told, oldest first."""
    rows = reader.rows(
        "SELECT code, params FROM vault_event WHERE seq > coalesce("
        "(SELECT told FROM person WHERE partner = ?), 0) ORDER BY seq",
        (partner,),
    )
    return [ExpectedError(code, **json.loads(params)) for code, params in rows]


def record(work: Work, happened: Sequence[ExpectedError], now: datetime) -> None:
    """Write events down for both."""
    work.run_many(
        "INSERT INTO vault_event (happened_at, code, params) VALUES (?, ?, ?)",
        [(now.isoformat(), e.code, canonical_json(e.params).decode()) for e in happened],
    )


def mark_told(work: Work, partner: PartnerId) -> None:
    """Remember that a partner was told of everything so far."""
    work.run(
        "UPDATE person SET told = coalesce((SELECT max(seq) FROM vault_event), 0)"
        " WHERE partner = ?",
        (partner,),
    )


def spoken(event: ExpectedError) -> ExpectedError:
    """Return an event with its moment (`day`, ISO) as a day people say in the screen's language."""
    day = event.params.get("day")
    if not isinstance(day, str):
        return event
    moment = local_day(datetime.fromisoformat(day))
    return ExpectedError(
        event.code, **{**event.params, "day": long_day(moment, screen_words().language)}
    )
