# SPDX-License-Identifier: GPL-3.0-or-later
"""What the rooms lend to the roof, room by room. Plain data."""

from __future__ import annotations

from dataclasses import dataclass

from bondsdesk.doorway import Offer, Room
from bondsdesk.kernel.ports import SearchHit


@dataclass(frozen=True, slots=True)
class RoomHits:
    """What one room found."""

    room: Room
    hits: tuple[SearchHit, ...]


@dataclass(frozen=True, slots=True)
class RoomOffers:
    """What one room can put on paper."""

    room: Room
    offers: tuple[Offer, ...]
