# SPDX-License-Identifier: GPL-3.0-or-later
"""A small step from a talk reaches Goals through the house, and the two rooms stay strangers."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from bondsdesk.app.house import House
from bondsdesk.doorway import LendsSeeds, RoomContext
from bondsdesk.kernel.ids import new_uid
from bondsdesk.rooms.goals.room import Goals
from bondsdesk.rooms.listening import store
from bondsdesk.rooms.listening.domain.record import TalkRecord
from bondsdesk.rooms.listening.room import Listening


def test_only_rooms_in_which_steps_are_said_lend_them(room: RoomContext) -> None:
    assert isinstance(Listening(room), LendsSeeds)
    assert not isinstance(Goals(room), LendsSeeds)


def test_the_house_lends_small_steps_newest_first(room: RoomContext) -> None:
    with room.vault.work() as work:
        for day, step in ((2, "Walk after dinner"), (9, "Call Ammi"), (5, "")):
            held = datetime(2026, 11, day, 15, tzinfo=UTC)
            record = TalkRecord(0, new_uid(), held, "floor", "wish", 16)
            store.add(work, replace(record, small_step=step))
    house = House(room)
    seeds = house.seeds()
    house.close()
    assert [seed.text for seed in seeds] == ["Call Ammi", "Walk after dinner"]
    assert {seed.source_room for seed in seeds} == {"listening"}
