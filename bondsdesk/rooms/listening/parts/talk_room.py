# SPDX-License-Identifier: GPL-3.0-or-later
"""What every screen of a talk is given: the two people, their look, their words, their clock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bondsdesk.kernel.clock import Clock
from bondsdesk.kernel.people import Pair
from bondsdesk.rooms.listening.parts.chime import Chime
from bondsdesk.rooms.listening.service.content import Content
from bondsdesk.rooms.listening.service.talks import Talks
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.notices import Notices


@dataclass(frozen=True)
class TalkRoom:
    """`hold_idle_lock(True)` while two people talk without touching the laptop."""

    look: Look
    clock: Clock
    pair: Pair
    content: Content
    talks: Talks
    chime: Chime
    notices: Notices
    hold_idle_lock: Callable[[bool], None]
