# SPDX-License-Identifier: GPL-3.0-or-later
"""The screen of a talk under way: ring, name, one line, big buttons; nothing else.

It shows a talk and tells which button was pressed; it moves nothing and keeps nothing.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bondsdesk.kernel.people import Pair
from bondsdesk.kernel.text import isolate
from bondsdesk.kernel.words import gettext as _
from bondsdesk.rooms.listening.domain.talk import Talk, limit, remaining
from bondsdesk.rooms.listening.parts.big_buttons import BigButtons
from bondsdesk.rooms.listening.parts.measures import Measures, measures
from bondsdesk.rooms.listening.parts.name_line import NameLine
from bondsdesk.rooms.listening.parts.ring import Ring
from bondsdesk.rooms.listening.parts.step_words import choices, is_writing, time_shown, title
from bondsdesk.rooms.listening.parts.top_bar import TopBar
from bondsdesk.rooms.listening.parts.wash import Wash
from bondsdesk.rooms.listening.parts.words_area import WordsArea
from bondsdesk.rooms.listening.service.content import Content
from bondsdesk.widgets.announce import announce
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.look import Look


class RunningScreen(Wash):
    """`pressed(str)`: a step_words.Press. `wrote(str)`: the line both may keep, as typed."""

    pressed = Signal(str)
    wrote = Signal(str)
    settled = Signal()

    def __init__(
        self, look: Look, pair: Pair, content: Content, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self._pair = pair
        self._content = content
        self._talk: Talk | None = None
        self._measures: Measures = measures(1366, 768, look.zoom)
        self._time_up = False
        self.top = TopBar(look, pair)
        self.ring = Ring(look)
        self.name = NameLine(pair.a, look)
        self.words = WordsArea(look)
        self.buttons = BigButtons(look)
        text = _("Nothing said here is recorded.")
        self._foot = Label(text, look, tone="quiet", align=Qt.AlignmentFlag.AlignHCenter)
        self._column = QWidget()
        self._lay_out()
        self.top.pause.connect(self._on_pause)
        self.buttons.pressed.connect(self.pressed)
        self.words.wrote.connect(self._on_wrote)
        self.words.settled.connect(self.settled)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # for its keys; Tab goes to its buttons
        look.changed.connect(self._restyle)

    def show_talk(self, talk: Talk, now: float) -> None:
        """Show a step or a state from its beginning; the wash moves only with the floor."""
        floor_moved = self._talk is None or self._talk.floor != talk.floor
        first = self._talk is None
        self._talk = talk
        self._time_up = limit(talk) > 0 and remaining(talk, now) <= 0
        self.top.show_talk(talk, self._content.format_title(talk.plan.format), self._line_colour())
        self._show_words()
        self.buttons.show_choices(choices(talk), focus=not is_writing(talk))
        if is_writing(talk):
            self._show_field(talk)
        self.show_time(talk, now)
        if floor_moved:
            self.wash_to(self._wash_colour(), slowly=not first)
        announce(self, f"{self.name.text}. {self._rule()}")

    def show_time(self, talk: Talk, now: float) -> None:
        """Show the time left; called once a second."""
        shown = time_shown(talk, now)
        self.ring.show_time(shown.left, shown.limit, shown.caption, self._line_colour())

    def show_bell(self, *, at_end: bool) -> None:
        """Show what a chime means: a minute has gone, or finish your sentence."""
        if at_end:
            self._time_up = True
            self.words.show_rule(self._rule())
            announce(self, self._rule())
            return
        text = self._content.line("chunk")
        self.words.show_starter(text)
        announce(self, text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer to the keys under the buttons; a field keeps its own letters and spaces."""
        if event.isAutoRepeat() or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif not self.buttons.press_key(event.key()):
            if event.key() == Qt.Key.Key_P and self._talk is not None:
                self._on_pause()
            else:
                super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the largest form the window has room for."""
        super().resizeEvent(event)
        self._take_measures()

    def minimumSizeHint(self) -> QSize:
        """Return a small window: a fixed ring and column give way when it shrinks."""
        return QSize(640, 480)

    def changeEvent(self, event: QEvent) -> None:
        """Repaint when the direction changes; layouts mirror by themselves."""
        super().changeEvent(event)
        self.update()

    def _lay_out(self) -> None:
        self._body = QVBoxLayout(self._column)
        self._body.setContentsMargins(0, 0, 0, 0)
        for widget in (self.name, self.words, self.buttons):
            self._body.addWidget(widget)
        self._middle = QHBoxLayout()
        self._middle.addStretch(1)
        self._middle.addWidget(self.ring, 0, Qt.AlignmentFlag.AlignVCenter)
        self._middle.addWidget(self._column, 0, Qt.AlignmentFlag.AlignVCenter)
        self._middle.addStretch(1)
        self._outer = QVBoxLayout(self)
        self._outer.setSpacing(0)
        self._outer.addWidget(self.top)
        self._outer.addLayout(self._middle, 1)
        self._outer.addWidget(self._foot)
        self._take_measures()

    def _take_measures(self) -> None:
        found = measures(self.width(), self.height(), self._look.zoom)
        if found == self._measures and self.ring.height() == found.ring:
            return
        self._measures = found
        px, margin = self._look.px, found.margin
        self.ring.set_measures(found.ring, found.digits)
        self._column.setFixedWidth(found.column)
        self.words.set_column(found.column)
        self._middle.setSpacing(0)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._middle.setContentsMargins(0, px(8), 0, px(8))
        self._body.setSpacing(px(32) if not found.pinned else px(8))
        self._outer.setContentsMargins(margin, min(margin, px(32)), margin, px(24))
        self._set_gap(found.gap)
        self._pin(pinned=found.pinned)
        if self._talk is not None:
            caret = self.words.caret()
            self._show_words()
            if is_writing(self._talk):
                self._show_field(self._talk, caret)

    def _set_gap(self, gap: int) -> None:
        """Keep the ring and the words apart, whichever stands first in this direction."""
        self._middle.setSpacing(gap)

    def _pin(self, *, pinned: bool) -> None:
        """Put the buttons at the foot of the window, or under the words."""
        self._foot.setVisible(not pinned)
        self.buttons.set_keys_shown(shown=not pinned)
        self._body.removeWidget(self.buttons)
        self._outer.removeWidget(self.buttons)
        if pinned:
            self._outer.insertWidget(2, self.buttons)
        else:
            self._body.addWidget(self.buttons)

    def _show_words(self) -> None:
        talk = self._talk
        if talk is None:
            return
        actor = self._pair.person(talk.actor) if talk.actor else None
        shown = None if self._measures.pinned else actor
        self.name.show_line(title(talk, self._pair), shown, size=self._measures.name)
        self.words.show_words(self._rule(), self._quiet_lines(talk), self._measures)

    def _show_field(self, talk: Talk, caret: int | None = None) -> None:
        name = _("One line for both of you")
        self.words.show_field(talk.small_step, name, caret)
        if self.words.field is not None:
            self.words.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _rule(self) -> str:
        if self._talk is None:
            return ""
        if self._talk.held:
            return self._content.line("held")
        return self._content.line("time_up") if self._time_up else self._content.rule(self._talk)

    def _quiet_lines(self, talk: Talk) -> tuple[str, ...]:
        """Return an opening, what the speaker asked for, or words for feelings."""
        if talk.held:
            return ()
        lines = self._content.starters(talk)[:1]
        if talk.step == "speak" and "ask" in talk.here.steps and talk.floor:
            name = isolate(self._pair.name_of(talk.floor))
            lines = (*lines, self._content.listening(talk.asked).format(name=name))
        if talk.step == "feeling":
            lines = (*lines, "\u00a0· ".join(word for _id, word in self._content.feelings()))
        return lines

    def _line_colour(self) -> QColor:
        person = self._pair.person(self._talk.floor) if self._talk and self._talk.floor else None
        return self._look.person(person.colour).line if person else self._look.colour("accent")

    def _wash_colour(self) -> QColor:
        person = self._pair.person(self._talk.floor) if self._talk and self._talk.floor else None
        return self._look.person(person.colour).wash if person else self._look.colour("paper")

    @Slot(str)
    def _on_wrote(self, text: str) -> None:
        """Remember what stands in the field: another size of the window makes it anew."""
        if self._talk is not None:
            self._talk = replace(self._talk, small_step=text)
        self.wrote.emit(text)

    @Slot()
    def _on_pause(self) -> None:
        self.pressed.emit("pause")

    @Slot()
    def _restyle(self) -> None:
        self._measures = measures(0, 0, 9.0)
        self._take_measures()
        if self._talk is not None:
            self.top.show_talk(
                self._talk, self._content.format_title(self._talk.plan.format), self._line_colour()
            )
            self.wash_to(self._wash_colour(), slowly=False)
