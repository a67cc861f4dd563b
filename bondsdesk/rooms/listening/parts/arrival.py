# SPDX-License-Identifier: GPL-3.0-or-later
"""Leads two people from a chosen format to a plan: consent, topic, calm card, heat, advice.

Nothing here is stored; "not now" at any of these screens leaves no trace.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.people import PARTNERS, PartnerId, other
from bondsdesk.kernel.words import gettext as _
from bondsdesk.rooms.listening.domain import invitation as steps
from bondsdesk.rooms.listening.domain.formats import FORMATS, FormatKey, topics_offered
from bondsdesk.rooms.listening.domain.invitation import Invitation
from bondsdesk.rooms.listening.domain.plan import Plan
from bondsdesk.rooms.listening.parts.card_screen import CardScreen
from bondsdesk.rooms.listening.parts.consent_screen import ConsentScreen
from bondsdesk.rooms.listening.parts.heat_screen import HeatScreen
from bondsdesk.rooms.listening.parts.quiet_screen import QuietScreen
from bondsdesk.rooms.listening.parts.sentences import SENTENCES
from bondsdesk.rooms.listening.parts.talk_room import TalkRoom
from bondsdesk.rooms.listening.parts.topic_screen import TopicScreen


class Arrival(QObject):
    """`show(QWidget)`: the next screen. `ready(Plan)`: begin. `gone`: back to the room."""

    show = Signal(QWidget)
    ready = Signal(object)
    gone = Signal()

    def __init__(self, room: TalkRoom, form: FormatKey, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._invitation = Invitation(form)
        self._consent: ConsentScreen | None = None
        self._lapse = QTimer(self)
        self._lapse.setSingleShot(True)
        self._lapse.setTimerType(Qt.TimerType.CoarseTimer)
        self._lapse.timeout.connect(self.show_presses)

    @property
    def stage(self) -> steps.Stage:
        """Return where the two people are."""
        return self._invitation.stage

    def begin(self) -> None:
        """Show the first screen."""
        self._show_stage()

    @Slot()
    def show_presses(self) -> None:
        """Show whose press still counts; one that is two minutes old has lapsed."""
        now = self._room.clock.awake()
        if self._consent is None or self._invitation.stage != "consent":
            return
        counting = [who for who in PARTNERS if self._invitation.is_willing(who, now)]
        self._consent.show_willing(frozenset(counting))
        left = steps.lapses_in(self._invitation, now) if counting else None
        if left is None:
            self._lapse.stop()
        else:
            self._lapse.start(round(left * 1000) + 1)

    def _move(self, invitation: Invitation) -> None:
        before, self._invitation = self._invitation, invitation
        if invitation.stage == "ready" and invitation.plan is not None:
            self.ready.emit(invitation.plan)
        elif invitation.stage != before.stage or invitation.stage == "heat":
            self._show_stage()

    def _show_stage(self) -> None:
        self._consent = None
        screens = {
            "consent": self._consent_screen,
            "topic": self._topic_screen,
            "calm": self._calm_screen,
            "heat": self._heat_screen,
            "advice": self._advice_screen,
            "declined": self._declined_screen,
        }
        screen = screens[self._invitation.stage]()
        screen.left.connect(self._on_left)
        self.show.emit(screen)

    def _place(self) -> str:
        return self._room.content.format_title(self._invitation.format)

    def _consent_screen(self) -> QuietScreen:
        screen = ConsentScreen(self._room.pair, self._room.look, place=self._place())
        screen.willing.connect(self._on_willing)
        self._consent = screen
        return screen

    def _topic_screen(self) -> QuietScreen:
        form = FORMATS[self._invitation.format]
        screen = TopicScreen(
            form,
            self._room.content,
            self._room.look,
            topics=topics_offered(form, self._room.talks.count()),
            own=self._room.talks.own_choice(),
            pair=self._room.pair,
        )
        screen.planned.connect(self._on_planned)
        return screen

    def _calm_screen(self) -> QuietScreen:
        title, lines = self._room.content.calm()
        buttons = (("go", _("We are both safe to say no")), ("leave", _("Not for us today")))
        screen = CardScreen(
            title, lines, buttons, self._room.look, place=self._place(), drawing="calm"
        )
        screen.chose.connect(self._on_calm)
        return screen

    def _heat_screen(self) -> QuietScreen:
        waiting = [who for who in PARTNERS if not self._invitation.has_given_heat(who)]
        person = self._room.pair.person(waiting[0])
        beside = self._room.pair.person(other(waiting[0]))
        if person is None or beside is None:
            raise LookupError("a talk needs two people")
        screen = HeatScreen(person, beside, self._room.look, place=self._place())
        screen.given.connect(self._on_heat)
        return screen

    def _advice_screen(self) -> QuietScreen:
        lines = (
            _("This is hot for at least one of you. That is nobody's fault."),
            _(
                "It often goes better on another day, or after a talk about something outside. "
                "You may also go on as planned."
            ),
        )
        buttons = (
            ("stress", _("Talk about outside stress")),
            ("leave", _("Another day")),
            ("go", _("Go on as planned")),
        )
        screen = CardScreen(
            _("A thought before you begin"),
            lines,
            buttons if self._invitation.format != "stress" else buttons[1:],
            self._room.look,
            place=self._place(),
            drawing="tea",
        )
        screen.chose.connect(self._on_advice)
        return screen

    def _declined_screen(self) -> QuietScreen:
        screen = CardScreen(
            _("Another time, then."),
            (_("Nothing was kept."),),
            (("back", _("Back to Listen")),),
            self._room.look,
            drawing="cups",
        )
        screen.chose.connect(self._on_back)
        return screen

    @Slot(str)
    def _on_willing(self, partner: PartnerId) -> None:
        now = self._room.clock.awake()
        self._move(steps.press_willing(self._invitation, partner, now))
        self.show_presses()

    @Slot(object)
    def _on_planned(self, plan: Plan) -> None:
        if FORMATS[plan.format].choosable:
            self._remember_choice(plan)
        self._move(steps.choose_topic(self._invitation, plan))

    def _remember_choice(self, plan: Plan) -> None:
        """Offer the same next time; a full disk is told and the talk goes on."""
        try:
            self._room.talks.save_own_choice(plan.minutes, plan.chosen)
        except ExpectedError as error:
            self._room.notices.tell_error(error, SENTENCES)

    @Slot(str)
    def _on_calm(self, key: str) -> None:
        self._move(
            steps.stay_calm(self._invitation) if key == "go" else steps.not_now(self._invitation)
        )

    @Slot(object)
    def _on_heat(self, heat: int | None) -> None:
        waiting = [who for who in PARTNERS if not self._invitation.has_given_heat(who)]
        self._move(steps.give_heat(self._invitation, waiting[0], heat))

    @Slot(str)
    def _on_advice(self, key: str) -> None:
        moves = {
            "stress": steps.take_outside_stress,
            "go": steps.go_on_anyway,
            "leave": steps.not_now,
        }
        self._move(moves[key](self._invitation))

    @Slot()
    def _on_left(self) -> None:
        self._move(steps.not_now(self._invitation))

    @Slot(str)
    def _on_back(self, _key: str) -> None:
        self.gone.emit()
