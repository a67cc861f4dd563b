# SPDX-License-Identifier: GPL-3.0-or-later
"""My limit: one person's own to say. The other reads it and acknowledges; nobody votes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.ids import Uid
from bondsdesk.kernel.people import PartnerId
from bondsdesk.kernel.text import clean_text, is_blank
from bondsdesk.rooms.boundaries.domain.agreement import Area

LimitState = Literal["private", "shared", "resting"]

LIMIT_LENGTH = 2_000
"""Characters of a limit: a few sentences. More would be a letter."""


@dataclass(frozen=True, slots=True)
class Limit:
    """A statement about oneself. While private it lies in its owner's sealed place only.

    `acknowledged`: the other has said "I have read it". There is no answer beside that.
    """

    uid: Uid
    owner: PartnerId
    text: str
    area: Area
    state: LimitState
    since: datetime
    acknowledged: bool = False


def clean_limit(text: str) -> str:
    """Return the words of a limit, fit to share.

    Raises ExpectedError "limit.blank" for nothing visible, "text.too_long", "text.nul".
    """
    cleaned = clean_text(text, LIMIT_LENGTH)
    if is_blank(cleaned):
        raise ExpectedError("limit.blank")
    return cleaned
