# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole window of a talk, from "are you both willing" to "that was your talk"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.ids import new_uid
from bondsdesk.kernel.people import PartnerId
from bondsdesk.kernel.words import gettext as _
from bondsdesk.kernel.words import ngettext
from bondsdesk.rooms.listening.domain.formats import FormatKey
from bondsdesk.rooms.listening.domain.moves import begin
from bondsdesk.rooms.listening.domain.plan import Plan
from bondsdesk.rooms.listening.domain.record import Keeping, TalkRecord
from bondsdesk.rooms.listening.domain.talk import Talk
from bondsdesk.rooms.listening.parts.arrival import Arrival
from bondsdesk.rooms.listening.parts.card_screen import CardScreen
from bondsdesk.rooms.listening.parts.conductor import Conductor
from bondsdesk.rooms.listening.parts.keep_screen import KeepScreen
from bondsdesk.rooms.listening.parts.pause_screen import PauseScreen
from bondsdesk.rooms.listening.parts.running_screen import RunningScreen
from bondsdesk.rooms.listening.parts.sentences import SENTENCES
from bondsdesk.rooms.listening.parts.talk_room import TalkRoom
from bondsdesk.rooms.listening.service.talks import Running
from bondsdesk.widgets.notice_bar import NoticeBar


class Session(QWidget):
    """`closed`: take it out of the window. `held(TalkRecord|None)`: a talk came to its end."""

    closed = Signal()
    held = Signal(object)

    def __init__(self, room: TalkRoom, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self.screen_now: QWidget | None = None
        self.conductor: Conductor | None = None
        self.arrival: Arrival | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._bar = NoticeBar(room.notices, room.look, parent=self)
        self._box.addWidget(self._bar)

    # How it begins

    def invite(self, form: FormatKey) -> None:
        """Ask both whether they want this talk now."""
        self.arrival = Arrival(self._room, form, self)
        self.arrival.show.connect(self._show)
        self.arrival.ready.connect(self._on_ready)
        self.arrival.gone.connect(self.closed)
        self.arrival.begin()

    def resume(self, running: Running) -> None:
        """Go on with a talk that was under way; its clock stands until both are there."""
        self._lead(running.talk)
        if self.conductor is not None:
            self.conductor.keeping = Keeping(running.words)
        self._on_moved()

    def keep(self) -> None:
        """Stop its clock and write the talk down: the place is being locked.

        Raises ExpectedError if there is no room for it.
        """
        if self.conductor is not None:
            self._room.hold_idle_lock(False)  # noqa: FBT003 - the doorway's signature
            self.conductor.rest()

    # What shows

    @Slot(QWidget)
    def _show(self, screen: QWidget) -> None:
        old, self.screen_now = self.screen_now, screen
        self._box.insertWidget(0, screen, 1)
        screen.show()
        screen.setFocus()
        if old is not None:
            self._box.removeWidget(old)
            old.hide()
            old.deleteLater()

    @Slot(object)
    def _on_ready(self, plan: Plan) -> None:
        clock = self._room.clock
        self._tried(self._room.talks.end_running)
        self._lead(begin(new_uid(), plan, clock.now(), clock.awake()))
        if self.conductor is not None:
            self.conductor.begin()

    def _lead(self, talk: Talk) -> None:
        room = self._room
        self.conductor = Conductor(talk, room.talks, room.clock, room.chime, self)
        self.conductor.moved.connect(self._on_moved)
        self.conductor.second.connect(self._on_second)
        self.conductor.rang.connect(self._on_bell)
        self.conductor.failed.connect(self._on_failed)

    @Slot()
    def _on_moved(self) -> None:
        conductor = self._led()
        talk = conductor.talk
        self._room.hold_idle_lock(not talk.held and not talk.over)
        if talk.over:
            self._show_keep(conductor)
            return
        if not isinstance(self.screen_now, RunningScreen):
            self._show_running(conductor)
        if isinstance(self.screen_now, RunningScreen):
            self.screen_now.show_talk(talk, conductor.now())

    def _show_running(self, conductor: Conductor) -> None:
        screen = RunningScreen(self._room.look, self._room.pair, self._room.content)
        screen.pressed.connect(self._on_pressed)
        screen.wrote.connect(conductor.write_small_step)
        screen.settled.connect(conductor.save)
        self._show(screen)

    def _show_pause(self) -> None:
        screen = PauseScreen(self._room.clock, self._room.content, self._room.look)
        screen.agreed.connect(self._on_agreed)
        screen.go_on.connect(self._led().go_on)
        screen.end.connect(self._on_end)
        self._show(screen)
        self._room.hold_idle_lock(False)  # noqa: FBT003 - the doorway's signature

    def _show_keep(self, conductor: Conductor) -> None:
        plan = conductor.talk.plan
        screen = KeepScreen(
            plan.line,
            conductor.keeping,
            self._room.pair,
            self._room.look,
            place=self._room.content.format_title(plan.format),
        )
        screen.wrote.connect(self._on_words)
        screen.settled.connect(conductor.save)
        screen.ticked.connect(self._on_ticked)
        screen.finish.connect(self._on_finish)
        self._show(screen)

    def _show_end(self, record: TalkRecord | None) -> None:
        self._room.hold_idle_lock(False)  # noqa: FBT003 - the doorway's signature
        lines = [_("Enough for today. That is fine.")]
        if record is not None:
            text = ngettext("You took {count} minute.", "You took {count} minutes.", record.minutes)
            lines = [text.format(count=record.minutes)]
            if record.small_step:
                lines.append(_("Your small step: {step}").format(step=record.small_step))
        screen = CardScreen(
            _("Thank you, both of you."),
            lines,
            (("back", _("Back to Listen")),),
            self._room.look,
            drawing="cups",
        )
        screen.chose.connect(self._on_back)
        self._show(screen)
        self.held.emit(record)

    # What is pressed

    @Slot(str)
    def _on_pressed(self, press: str) -> None:
        conductor = self._led()
        if press == "pause":
            conductor.hold()
            self._show_pause()
        elif press == "moment":
            conductor.hold()
        elif press == "go_on":
            conductor.go_on()
        else:
            self._tried(partial(conductor.press, press))

    @Slot(object)
    def _on_agreed(self, at: datetime) -> None:
        if self._tried(partial(self._led().agree_return, at)):
            self.closed.emit()

    @Slot()
    def _on_end(self) -> None:
        self._finish(self._led().end_for_today)

    @Slot()
    def _on_finish(self) -> None:
        self._finish(self._led().finish)

    @Slot(str)
    def _on_words(self, text: str) -> None:
        conductor = self._led()
        conductor.write_words(text)
        self._show_keeping()

    @Slot(str)
    def _on_ticked(self, partner: PartnerId) -> None:
        conductor = self._led()
        conductor.keeping = conductor.keeping.toggled(partner)
        self._show_keeping()

    @Slot()
    def _on_second(self) -> None:
        conductor = self._led()
        if isinstance(self.screen_now, RunningScreen):
            self.screen_now.show_time(conductor.talk, conductor.now())

    @Slot(bool)
    def _on_bell(self, at_end: bool) -> None:
        if isinstance(self.screen_now, RunningScreen):
            self.screen_now.show_bell(at_end=at_end)

    @Slot(object)
    def _on_failed(self, error: ExpectedError) -> None:
        self._room.notices.tell_error(error, SENTENCES)

    @Slot(str)
    def _on_back(self, _key: str) -> None:
        self.closed.emit()

    def _show_keeping(self) -> None:
        if isinstance(self.screen_now, KeepScreen):
            self.screen_now.show_keeping(self._led().keeping)

    def _finish(self, deed: Callable[[], TalkRecord | None]) -> None:
        try:
            record = deed()
        except ExpectedError as error:
            if isinstance(self.screen_now, KeepScreen) and error.code.startswith("text."):
                self.screen_now.show_error(error)
            else:
                self._on_failed(error)
            return
        self._show_end(record)

    def _tried(self, deed: Callable[[], object]) -> bool:
        try:
            deed()
        except ExpectedError as error:
            self._on_failed(error)
            return False
        return True

    def _led(self) -> Conductor:
        if self.conductor is None:
            raise LookupError("there is no talk under way")
        return self.conductor
