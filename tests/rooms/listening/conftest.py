# SPDX-License-Identifier: GPL-3.0-or-later
"""Listen alone in the house: its schema, its page, a window to stand in, a silent player."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtWidgets import QWidget

from bondsdesk.doorway import Offer, RoomContext
from bondsdesk.kernel.ids import new_uid
from bondsdesk.kernel.migration import MigrationSet
from bondsdesk.rooms.listening.domain.invitation import plan_for
from bondsdesk.rooms.listening.domain.moves import begin
from bondsdesk.rooms.listening.domain.plan import Plan
from bondsdesk.rooms.listening.domain.record import TalkRecord
from bondsdesk.rooms.listening.domain.talk import Talk
from bondsdesk.rooms.listening.page import ListeningPage
from bondsdesk.rooms.listening.parts.chime import Sound
from bondsdesk.rooms.listening.parts.session import Session
from bondsdesk.rooms.listening.schema import MIGRATIONS
from bondsdesk.rooms.listening.service.talks import Talks
from bondsdesk.vault.vault import Vault
from tests.fakes import FakeClock


class SilentPlayer:
    """Counts what would have been heard."""

    def __init__(self) -> None:
        self.played: list[Sound] = []

    def play(self, sound: Sound) -> None:
        self.played.append(sound)


class Desk:
    """The page with what the house would do around it."""

    def __init__(self, context: RoomContext, player: SilentPlayer) -> None:
        self.window: QWidget | None = None
        self.idle_held = False
        self.exported: list[Offer] = []
        self.sounds = True
        self.player = player
        self.context = replace(
            context,
            whole_window=self._take,
            hold_idle_lock=self._hold,
            export=self.exported.append,
            sounds_on=lambda: self.sounds,
        )
        self.talks = Talks(context.vault)
        self.page = ListeningPage(self.context, self.talks, offer_for, player)
        self.page.resize(1150, 768)

    def _take(self, widget: QWidget | None) -> None:
        if self.window is not None:
            self.window.hide()
        self.window = widget
        if widget is not None:
            widget.resize(1366, 768)
            widget.show()

    def _hold(self, held: bool) -> None:
        self.idle_held = held

    @property
    def session(self) -> Session:
        assert self.page.session is not None
        return self.page.session

    def close(self) -> None:
        if self.window is not None:
            self.window.hide()
        self.page.hide()
        if self.page.session is not None:
            self.page.session.deleteLater()
        self.page.deleteLater()


def offer_for(record: TalkRecord) -> Offer:
    from bondsdesk.rooms.listening.report import talk_summary

    return Offer("t", "t", "t", "t", lambda options: talk_summary(record, options.language))


@pytest.fixture(scope="session")
def migration_sets() -> Sequence[MigrationSet]:
    """This room's tables are enough here."""
    return (MIGRATIONS,)


@pytest.fixture
def talks(vault: Vault) -> Talks:
    return Talks(vault)


@pytest.fixture
def desk(room: RoomContext) -> Iterator[Desk]:
    desk = Desk(room, SilentPlayer())
    yield desk
    desk.close()


@pytest.fixture
def a_talk(clock: FakeClock) -> Callable[[Plan | None], Talk]:
    def make(plan: Plan | None = None) -> Talk:
        chosen = plan or plan_for("floor", "wish", "b", line="Evening walks")
        return begin(new_uid(), chosen, clock.now(), clock.awake())

    return make


def a_record(when: datetime, **changes: object) -> TalkRecord:
    plain = TalkRecord(0, new_uid(), when, "floor", "wish", 16)
    return replace(plain, **changes)  # type: ignore[arg-type]
