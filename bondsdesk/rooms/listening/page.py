# SPDX-License-Identifier: GPL-3.0-or-later
"""The room's page: formats to choose from, a talk that waits, the talks that were."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from bondsdesk.doorway import Offer, RoomContext
from bondsdesk.kernel.changes import Change
from bondsdesk.kernel.clock import Clock
from bondsdesk.kernel.dates import local_day
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.ids import Uid
from bondsdesk.kernel.words import gettext as _
from bondsdesk.kernel.words import screen_words
from bondsdesk.rooms.listening.domain.formats import (
    FORMATS,
    FormatKey,
    about_minutes,
    parts_of,
    usual_minutes,
)
from bondsdesk.rooms.listening.domain.record import TalkRecord
from bondsdesk.rooms.listening.parts.chime import Chime, Player, SystemPlayer
from bondsdesk.rooms.listening.parts.format_card import FormatCard
from bondsdesk.rooms.listening.parts.history_panel import HistoryPanel
from bondsdesk.rooms.listening.parts.sentences import SENTENCES
from bondsdesk.rooms.listening.parts.session import Session
from bondsdesk.rooms.listening.parts.talk_room import TalkRoom
from bondsdesk.rooms.listening.parts.waiting_card import WaitingCard
from bondsdesk.rooms.listening.service.content import content
from bondsdesk.rooms.listening.service.talks import Talks
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.page import Page, scrolling

_HISTORY_WIDTH = 360


class ListeningPage(Page):
    """`ended`: a talk came to its end; the house may show something new."""

    kinds: ClassVar[frozenset[str]] = frozenset({"talk", "pair"})
    ended = Signal()

    def __init__(
        self,
        context: RoomContext,
        talks: Talks,
        offer_of: Callable[[TalkRecord], Offer],
        player: Player | None = None,
    ) -> None:
        super().__init__(
            context.look,
            _("Listen"),
            _("Take turns. One speaks, the other listens, then you swap."),
            scrolls=False,
            parent=context.home(),
        )
        self._context = context
        self._talks = talks
        self._offer_of = offer_of
        self._content = content(screen_words().language)
        self._chime = Chime(player or SystemPlayer(), context.sounds_on)
        self._waiting: WaitingCard | None = None
        self.session: Session | None = None
        self._wanted: FormatKey = "stress"
        self._past = Button(_("Past talks"), context.look, kind="secondary", toggle=True)
        self._past.toggled.connect(self._arrange)
        self.header.add_button(self._past)
        today = partial(_today, context.clock)
        self.history = HistoryPanel(talks, self._content, today, context.look)
        self.history.print_out.connect(self._on_print)
        self.history.take_out.connect(self._on_take_out)
        self.history.delete.connect(self._on_delete)
        self.cards: dict[FormatKey, FormatCard] = {}
        self._build()
        self.reload()

    def reload(self) -> None:
        """Read the history and the talk under way again."""
        self.history.reload()
        self._show_waiting()
        complete = self._context.vault.pair.complete()
        self._alone.setVisible(not complete)
        for card in self.cards.values():
            card.button.setEnabled(complete)
        self._arrange()

    def keep_drafts(self) -> None:
        """Write a talk under way down to the moment; it can go on after unlocking."""
        if self.session is not None:
            self.session.keep()

    def let_go(self) -> None:
        """Keep a talk under way and give the window back: the page is about to be built anew."""
        self._context.notices.retire(self._start_wanted)
        self.keep_drafts()
        if self.session is not None:
            self._context.whole_window(None)
            self.session.deleteLater()
            self.session = None

    def start(self, form: str) -> None:
        """Take the window and ask both whether they want this talk.

        There is only ever one under way: if another waits, they say first that it may end.
        """
        self._wanted = next(known for known in FORMATS if known == form)
        if self._talks.running() is None:
            self._start_wanted()
            return
        self._context.notices.ask(
            _("A talk is waiting to go on. If you begin another one, it ends for today."),
            _("Begin another one"),
            _("Not now"),
            self._start_wanted,
        )

    @Slot()
    def _start_wanted(self) -> None:
        self._open_session().invite(self._wanted)

    def open_talk(self, uid: Uid) -> None:
        """Show one talk of the history."""
        record = self._talks.find(uid)
        if record is not None:
            self._past.setChecked(True)
            self.history.open_record(record)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the history beside the cards, or behind its button."""
        super().resizeEvent(event)
        self._arrange()

    def _build(self) -> None:
        px = self.look.px
        self._left = QWidget()
        self._stack = QVBoxLayout(self._left)
        self._stack.setContentsMargins(0, 0, px(8), px(24))
        self._stack.setSpacing(px(16))
        self._alone = Label(
            _("A talk needs two. When your partner has their own place here, you can begin."),
            self.look,
            wrap=True,
        )
        self._stack.addWidget(self._alone)
        self._grid = QGridLayout()
        self._grid.setSpacing(px(16))
        for key, form in FORMATS.items():
            parts = parts_of(form, usual_minutes(form), ())
            minutes = 0 if form.choosable else about_minutes(parts)
            card = FormatCard(key, minutes, self._content, self.look, first=not self.cards)
            card.start.connect(self.start)
            self.cards[key] = card
        self._stack.addLayout(self._grid)
        self._stack.addStretch(1)
        self._area = scrolling(self._left)
        self._columns = QHBoxLayout()
        self._columns.setSpacing(px(40))
        self._columns.addWidget(self._area, 1)
        self._columns.addWidget(self.history)
        self.body.addLayout(self._columns, 1)

    @Slot()
    def _arrange(self, *_args: object) -> None:
        """Two columns where there is room; else one, with a button to change."""
        px = self.look.px
        wide = self.width() >= px(920)
        self._past.setVisible(not wide)
        past = not wide and self._past.isChecked()
        self.history.setVisible(wide or past)
        self._area.setVisible(wide or not past)
        if wide:
            self.history.setFixedWidth(px(_HISTORY_WIDTH))
        else:
            self.history.setMinimumWidth(0)
            self.history.setMaximumWidth(px(720))
        room = self.width() - (px(_HISTORY_WIDTH + 40) if wide else 0) - px(80)
        self._place_cards(2 if room >= px(500) else 1)

    def _place_cards(self, columns: int) -> None:
        if self._grid.property("columns") == columns:
            return
        self._grid.setProperty("columns", columns)
        first, *others = self.cards.values()
        self._grid.addWidget(first, 0, 0, 1, columns)
        for index, card in enumerate(others):
            self._grid.addWidget(card, 1 + index // columns, index % columns)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _show_waiting(self) -> None:
        if self._waiting is not None:
            self._stack.removeWidget(self._waiting)
            self._waiting.hide()
            self._waiting.deleteLater()
            self._waiting = None
        running = self._talks.running() if self.session is None else None
        first = next(iter(self.cards.values()))
        first.button.set_kind("secondary" if running else "main")
        if running is None:
            return
        now = self._context.clock.now()
        self._waiting = WaitingCard(running.talk, now, self._content, self.look)
        self._waiting.go_on.connect(self._on_go_on)
        self._waiting.end.connect(self._on_end)
        self._stack.insertWidget(0, self._waiting)

    def _open_session(self) -> Session:
        context = self._context
        context.notices.retire(self._start_wanted)
        room = TalkRoom(
            look=context.look,
            clock=context.clock,
            pair=context.vault.pair,
            content=self._content,
            talks=self._talks,
            chime=self._chime,
            notices=context.notices,
            hold_idle_lock=context.hold_idle_lock,
        )
        self.session = Session(room)
        self.session.closed.connect(self._on_closed)
        self.session.held.connect(self._on_held)
        context.whole_window(self.session)
        return self.session

    @Slot()
    def _on_closed(self) -> None:
        self._context.whole_window(None)
        self._context.hold_idle_lock(False)  # noqa: FBT003 - the doorway's signature
        if self.session is not None:
            self.session.deleteLater()
            self.session = None
        self.reload()

    @Slot(object)
    def _on_held(self, _record: TalkRecord | None) -> None:
        self._context.undo.touched.emit(self.kinds)

    @Slot()
    def _on_go_on(self) -> None:
        running = self._talks.running()
        if running is not None:
            self._open_session().resume(running)

    @Slot()
    def _on_end(self) -> None:
        self._context.notices.retire(self._start_wanted)
        try:
            self._talks.end_running()
        except ExpectedError as error:
            self._context.notices.tell_error(error, SENTENCES)
        self._on_held(None)
        self.reload()

    @Slot(object)
    def _on_print(self, record: TalkRecord) -> None:
        self._context.export(self._offer_of(record))

    @Slot(object)
    def _on_take_out(self, record: TalkRecord) -> None:
        self._do(self._talks.take_words_out, record, _("Take the words out"))

    @Slot(object)
    def _on_delete(self, record: TalkRecord) -> None:
        self._do(self._talks.delete, record, _("Delete this talk"))

    def _do(self, deed: Callable[[Uid], Change], record: TalkRecord, text: str) -> None:
        """Do something to a talk of the history, so that it can be taken back."""
        try:
            change = deed(record.uid)
        except ExpectedError as error:
            self._context.notices.tell_error(error, SENTENCES)
            return
        self._context.undo.push(change, text)
        told = {
            "talk.deleted": _("The talk is deleted."),
            "talk.words_out": _("The words are out."),
        }
        undo = (_("Undo"), self._context.undo.undo)
        self._context.notices.tell(told[change.label], "done", undo)
        self.reload()


def _today(clock: Clock) -> date:
    """Return what day it is now: a talk may end after midnight."""
    return local_day(clock.now())
