# SPDX-License-Identifier: GPL-3.0-or-later
"""A pause with a time to go on that both agree to. Nobody's name is on it."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from bondsdesk.kernel.clock import Clock
from bondsdesk.kernel.dates import clock_time, local_day, spoken_day
from bondsdesk.kernel.text import isolate
from bondsdesk.kernel.words import gettext as _
from bondsdesk.rooms.listening.domain.moves import PAUSE_LEAST, PAUSE_MOST
from bondsdesk.rooms.listening.parts.other_span import OtherSpan
from bondsdesk.rooms.listening.parts.quiet_screen import QuietScreen
from bondsdesk.rooms.listening.service.content import Content
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.chip_row import ChipRow
from bondsdesk.widgets.field import LabeledField
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.reading_text import ReadingText

SPANS = (PAUSE_LEAST, timedelta(hours=1), timedelta(hours=3), PAUSE_MOST)
_OTHER = "other"
_MINUTE = 60_000
"""Milliseconds between two looks at the clock: the button names a time in minutes."""


class PauseScreen(QuietScreen):
    """`agreed(datetime)`: both go on then. `go_on`: at once. `end`: enough for today."""

    agreed = Signal(object)
    go_on = Signal()
    end = Signal()

    def __init__(
        self, clock: Clock, content: Content, look: Look, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(_("A pause"), "", look, drawing="calm", parent=parent)
        self._clock = clock
        self._now = clock.now()
        self._content = content
        for line in content.pause_lines():
            self.body.addWidget(ReadingText(line, look, size=18, selectable=False))
        self.spans = ChipRow(look, name=_("When do you go on?"))
        for span in SPANS:
            self.spans.add(str(int(span.total_seconds())), _span_words(span))
        self.spans.add(_OTHER, _("another time"))
        self.spans.choose(str(int(PAUSE_LEAST.total_seconds())))
        self.spans.picked.connect(self._show_time)
        self.other = OtherSpan(look)
        self.other.changed.connect(self._show_time)
        self.body.addWidget(LabeledField(_("When do you go on?"), self.spans, look))
        self.body.addWidget(self.other)
        self.agree_button = self.add_button(Button("", look, kind="main"))
        self.agree_button.clicked.connect(self._on_agree)
        go_on = self.add_button(Button(_("Go on now"), look))
        go_on.clicked.connect(self.go_on)
        end = self.add_button(Button(_("End for today"), look))
        end.clicked.connect(self.end)
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE)
        self._minute.setTimerType(Qt.TimerType.CoarseTimer)
        self._minute.timeout.connect(self.look_at_clock)
        self._minute.start()
        self._show_time()

    def return_at(self) -> datetime:
        """Return the time that is chosen."""
        if self.spans.chosen == _OTHER:
            return self._now + self.other.span()
        return self._now + timedelta(seconds=int(self.spans.chosen or 0))

    @Slot()
    def look_at_clock(self) -> None:
        """Count the pause from now on: whoever thinks about it for long is not late for it."""
        self._now = self._clock.now()
        self._show_time()

    @Slot()
    def _show_time(self, *_args: object) -> None:
        other = self.spans.chosen == _OTHER
        self.other.setVisible(other)
        self.agree_button.setEnabled(not other or self.other.fits())
        self.agree_button.set_text(
            _("We go on {when}").format(when=when_words(self.return_at(), self._now, self._content))
        )

    @Slot()
    def _on_agree(self) -> None:
        self.look_at_clock()
        self.agreed.emit(self.return_at())


def when_words(at: datetime, now: datetime, content: Content) -> str:
    """Return "today at 21:40" or "tomorrow at 09:10"."""
    day = spoken_day(local_day(at), local_day(now), content.language)
    return _("{day} at {time}").format(day=isolate(day), time=isolate(clock_time(at)))


def _span_words(span: timedelta) -> str:
    if span < timedelta(hours=1):
        return _("in {count} minutes").format(count=int(span.total_seconds() // 60))
    if span == timedelta(hours=1):
        return _("in an hour")
    if span < PAUSE_MOST:
        return _("in {count} hours").format(count=int(span.total_seconds() // 3600))
    return _("tomorrow at this time")
