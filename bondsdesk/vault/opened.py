# SPDX-License-Identifier: GPL-3.0-or-later
"""The parts of a vault that an unlock has opened and checked, on their way to the Vault."""

from __future__ import annotations

from dataclasses import dataclass, field

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.vault.box import BoxKey
from bondsdesk.vault.database import Database
from bondsdesk.vault.header import Header
from bondsdesk.vault.integrity import Health
from bondsdesk.vault.session import Session


@dataclass(slots=True)
class Opened:
    """What opening.py found and made; `warnings` may still grow until the unlock is done."""

    database: Database
    header: Header
    vault_key: bytes = field(repr=False)
    box_key: BoxKey = field(repr=False)
    health: Health
    session: Session
    warnings: list[ExpectedError]
