# SPDX-License-Identifier: GPL-3.0-or-later
"""Leads one talk: holds its state, its clock and its place in the vault. Shows nothing itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal, Slot

from bondsdesk.kernel.clock import Clock
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.text import clean_text
from bondsdesk.rooms.listening.domain import moves
from bondsdesk.rooms.listening.domain.formats import Answer
from bondsdesk.rooms.listening.domain.record import STEP_LIMIT, Keeping, TalkRecord
from bondsdesk.rooms.listening.domain.talk import Talk, answers, next_bell, stopped
from bondsdesk.rooms.listening.parts.chime import Chime
from bondsdesk.rooms.listening.parts.talk_clock import TalkClock
from bondsdesk.rooms.listening.service.talks import Talks

SAVE_SECONDS = 10.0
"""What a power cut may cost of a running turn's count; always in the speaker's favour."""
_QUIET_SECONDS = 0.5
"""A save waits if a chime is closer than this: a slow disk does not make it late."""


class Conductor(QObject):
    """A talk under way. `moved`: another step or state. `second`: the digits change.

    `rang(bool)`: a chime was due, True at the end of the time. `failed(ExpectedError)`: the talk
    goes on, but could not be written down.
    """

    moved = Signal()
    second = Signal()
    rang = Signal(bool)
    failed = Signal(object)

    def __init__(
        self, talk: Talk, talks: Talks, clock: Clock, chime: Chime, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.talk = talk
        self.keeping = Keeping()
        self._talks = talks
        self._clock = clock
        self._chime = chime
        self._saved_at = clock.awake()
        self._finished = False
        self.ticker = TalkClock(clock, self)
        self.ticker.second.connect(self._on_second)
        self.ticker.rang.connect(self._on_bell)

    def now(self) -> float:
        """Return the awake seconds that every question about the talk is asked with."""
        return self._clock.awake()

    def begin(self) -> None:
        """Write the talk down for the first time and follow its clock."""
        self._move_to(self.talk)

    def press(self, given: str) -> None:
        """Move on with an answer. A press that came too late for its step is left alone.

        Raises ExpectedError for a small step that could not be written down at the end.
        """
        found: Answer | None = next((a for a in answers(self.talk) if a == given), None)
        if found == "done":
            clean_text(self.talk.small_step, STEP_LIMIT)
        if found is not None:
            self._move_to(moves.answer(self.talk, found, self.now()))

    def hold(self) -> None:
        """Let the clocks stand."""
        self._move_to(moves.hold(self.talk, self.now()))

    def go_on(self) -> None:
        """Let the clocks run again where they stood."""
        self._move_to(moves.go_on(self.talk, self.now()))

    def agree_return(self, at: datetime) -> None:
        """Keep the time both want to go on. Raises ExpectedError "talk.return_time"."""
        self._move_to(moves.agree_return(self.talk, at, self._clock.now()))

    def end_for_today(self) -> TalkRecord | None:
        """End from any state and leave what a talk leaves: the day, the kind, the length."""
        self.talk = moves.end_for_today(self.talk, self.now())
        self.ticker.follow(None)
        return self.finish()

    def write_small_step(self, text: str) -> None:
        """Take what stands in the field; it is written down when typing rests."""
        self.talk = moves.write_small_step(self.talk, text)

    def write_words(self, text: str) -> None:
        """Take the words to keep; a tick was for the words as they stood."""
        self.keeping = self.keeping.with_words(text)

    def finish(self) -> TalkRecord | None:
        """Write what is kept and forget the rest. Raises ExpectedError and nothing is lost."""
        record = self._talks.finish(self.talk, self.keeping)
        self._finished = True
        return record

    @Slot()
    def save(self) -> None:
        """Write the talk down as it stands; a full disk is told and the talk goes on."""
        try:
            self._write()
        except ExpectedError as error:
            self.failed.emit(error)

    def rest(self) -> None:
        """Stand still and save, before the place is locked or the page goes.

        Raises ExpectedError: whoever locks asks again, because words would be lost.
        """
        self.ticker.follow(None)
        self.talk = replace(stopped(self.talk, self.now()), held=not self.talk.over)
        self._write()

    def _write(self) -> None:
        if not self._finished:
            self._saved_at = self.now()
            self._talks.save_running(self.talk, self.now(), self.keeping.words)

    def _move_to(self, talk: Talk) -> None:
        self.talk = talk
        self.ticker.follow(None if talk.over else talk)
        self.save()
        self.moved.emit()

    @Slot()
    def _on_second(self) -> None:
        self.second.emit()
        now = self.now()
        if now - self._saved_at < SAVE_SECONDS:
            return
        elapsed = self.talk.watch.elapsed(now)
        bell = next_bell(self.talk, elapsed)
        if bell is None or bell - elapsed > _QUIET_SECONDS:
            self.save()

    @Slot(bool)
    def _on_bell(self, at_end: bool) -> None:
        self._chime.ring("end" if at_end else "chunk")
        self.rang.emit(at_end)
