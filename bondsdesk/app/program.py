# SPDX-License-Identifier: GPL-3.0-or-later
"""The running program: one window that shows the door, then a desk, and locks by being replaced.

It knows when which of them is there, and nothing of what they show.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from bondsdesk.app.door_keys import DoorKeys
from bondsdesk.app.front_door.door import FrontDoor
from bondsdesk.app.front_door.door_context import DoorContext
from bondsdesk.app.main_window import MainWindow
from bondsdesk.app.surroundings import Surroundings
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.people import PartnerId, other
from bondsdesk.kernel.words import Language
from bondsdesk.widgets.focus_ring import FocusRing
from bondsdesk.widgets.tasks import Tasks

if TYPE_CHECKING:
    from bondsdesk.app.desk import Desk
    from bondsdesk.app.front_door.second_journey import SecondJourney
    from bondsdesk.app.idle import IdleLock
    from bondsdesk.app.services import Services
    from bondsdesk.app.sitting import Sitting
    from bondsdesk.app.unkept import Unkept
    from bondsdesk.vault.vault import Vault
    from bondsdesk.widgets.dialogs import Dialogs

__all__ = ["Program", "Surroundings"]

_log = logging.getLogger("bondsdesk")


class Program(QObject):
    """From the first window to the last lock. `exit_code` is what the process ends with.

    `retried` asks for the folders and the instance lock to be tried again after a trouble.
    """

    retried = Signal()

    def __init__(self, around: Surroundings, sits_down: PartnerId | None = None) -> None:
        super().__init__()
        self.around = around
        self.exit_code = 0
        self.tasks = Tasks(self)
        self._dialogs: Dialogs | None = None
        self.window = MainWindow(around.settings)
        self.window.closing.connect(self._closing)
        FocusRing(self.window, around.look)
        self.sitting: Sitting | None = None
        self._unkept: Unkept | None = None
        self._journey: SecondJourney | None = None
        self._leaving = False
        self.door: FrontDoor | None = FrontDoor(self._door_context(), sits_down)
        self.door.opened.connect(self._opened)
        self.door.troubled.connect(self._troubled)
        self.door.retry.connect(self.retried)
        self.door.failed.connect(self._raise_in_the_open)
        self._keys = DoorKeys(self.window, self.door, around.look)
        self._keys.hide.connect(self.hide)
        self.window.show_screen(self.door)

    @cached_property
    def idle(self) -> IdleLock:
        """Return what notices that nobody is there; made for the first desk."""
        from bondsdesk.app.idle import IdleLock

        idle = IdleLock(self.around.clock, self.around.settings.lock_minutes)
        idle.idle.connect(self.lock)
        return idle

    @property
    def vault(self) -> Vault | None:
        """Return the open vault."""
        return self.sitting.vault if self.sitting is not None else None

    @property
    def desk(self) -> Desk | None:
        """Return the desk over it; there is none while the second partner is being seated."""
        return self.sitting.desk if self.sitting is not None else None

    def dialogs(self) -> Dialogs:
        """Return the file dialogs, loaded when the first one is wanted."""
        from bondsdesk.widgets.dialogs import Dialogs

        self._dialogs = self._dialogs or Dialogs()
        return self._dialogs

    def begin(self) -> None:
        """Show the page that fits the vault's threshold."""
        self.exit_code = 0
        if self.door is not None:
            self.door.look_at_threshold()

    def begin_with_trouble(self, error: ExpectedError) -> None:
        """Show why there is nothing to begin with."""
        if self.door is not None:
            self.door.show_trouble(error)

    @Slot()
    def lock(self) -> None:
        """Keep the drafts, close the vault, become a fresh process that asks who sits down."""
        self._lock(None)

    @Slot()
    def hand_over(self) -> None:
        """Lock with the other partner's symbol chosen."""
        sits = self.vault.partner if self.vault is not None else None
        self._lock(other(sits) if sits is not None else None)

    @Slot()
    def hide(self) -> None:
        """Cover the window at once, then lock behind the cover; sheets would be lost by that."""
        from bondsdesk.app.cover import Cover

        for widget in self.around.app.topLevelWidgets():
            if widget is not self.window and widget.isVisible():
                widget.hide()
        setting_up = self.door or self._journey
        if setting_up is not None and setting_up.cover():
            return
        Cover(self.around.look, self.window).drop()
        QTimer.singleShot(0, self.lock)

    def put_away(self) -> None:
        """End the sitting, or what the door has open; safe to call twice."""
        sitting, self.sitting = self.sitting, None
        if "idle" in vars(self):  # only a desk has one
            self.idle.stop()
        if self.door is not None:
            self.door.put_away()
        if sitting is not None:
            sitting.put_away()

    def show_crash(self, report: Path | None) -> None:
        """Show the page after a bug; the vault is closed by now."""
        from bondsdesk.app.crash_page import CrashPage

        self.door = None
        self._leaving = False
        page = CrashPage(self.around.look, report)
        page.start_again.connect(self.lock)
        page.end.connect(self.window.close)
        self.window.show_screen(page)
        self.exit_code = 1

    @Slot()
    def seat_second(self) -> None:
        """Set up the second partner over the open vault, then bring the desk back."""
        screen = self.window.takeCentralWidget()
        if screen is not None:
            self._show_second(partial(self._back_at_the_desk, screen))

    def _show_second(self, then: Callable[[], None]) -> None:
        from PySide6.QtGui import QKeySequence, QShortcut

        from bondsdesk.app.front_door.second_journey import SecondJourney

        if self.vault is None:
            return
        journey = SecondJourney(self._door_context(), self.vault)
        journey.done.connect(then)
        journey.failed.connect(self._raise_in_the_open)
        journey.sealed.connect(self.idle.hold)  # its sheets are shown once; it covers them itself
        self._journey = journey
        QShortcut(QKeySequence("F9"), journey).activated.connect(self.hide)
        self.window.show_screen(journey)
        journey.begin()

    def _back_at_the_desk(self, screen: QWidget) -> None:
        self._journey = None
        self.idle.hold(False)  # noqa: FBT003 - as rooms are given it
        self.window.show_screen(screen)
        if self.desk is not None:
            self.desk.pair_changed()

    def enter(self, vault: Vault) -> None:
        """Leave the door for the desk of whoever opened the vault."""
        self._leave_door(vault)
        self._enter()

    def _opened(self, vault: Vault, second_now: bool) -> None:
        self._leave_door(vault)
        if second_now:
            self._show_second(self._enter)
        else:
            self._enter()

    def _leave_door(self, vault: Vault) -> None:
        from bondsdesk.app.sitting import Sitting

        self.sitting = Sitting(vault)
        self.door = None

    @Slot()
    def _enter(self) -> None:
        """Turn the window into the desk and begin to watch for absence."""
        if self.sitting is None:
            return
        self._journey = None
        self.sitting.open_desk(self.window, self._services())
        self.sitting.leaving.connect(self.lock)
        self.idle.set_minutes(self.around.settings.lock_minutes)
        self.idle.begin()

    def _services(self) -> Services:
        from bondsdesk.app.services import Services

        around = self.around
        return Services(
            clock=around.clock,
            look=around.look,
            dialogs=self.dialogs(),
            tasks=self.tasks,
            machine=around.settings,
            lock=self.lock,
            hand_over=self.hand_over,
            hide=self.hide,
            help_page=around.help_page,
            switch_language=self._switch_language,
            hold_idle_lock=self.idle.hold,
            lock_after=self.idle.set_minutes,
            seat_second=self.seat_second,
        )

    def _door_context(self) -> DoorContext:
        return self.around.door_context(self.tasks, self.dialogs, self._switch_at_door)

    def _switch_language(self, language: Language) -> None:
        self.around.settings.language = language
        self.around.language.use(language)

    def _switch_at_door(self, language: Language) -> None:
        """Rebuild the page after the press that asked for it has ended."""
        self._switch_language(language)
        if self.door is not None:
            QTimer.singleShot(0, self.door, self.door.rebuild)

    @Slot(object)
    def _troubled(self, error: ExpectedError) -> None:
        from bondsdesk.app.front_door.sentences import door_sentence

        self.exit_code = 1
        _log.error("door %s", error.code)
        if sys.stderr is not None:
            sys.stderr.write(f"bondsdesk: {door_sentence(error)}\n")

    @Slot(object)
    def _raise_in_the_open(self, error: BaseException) -> None:
        """Let a worker's bug end where every other one ends: in sys.excepthook."""
        raise error

    def _lock(self, sits_down: PartnerId | None) -> None:
        self._leave(partial(self.around.relaunch, sits_down))

    @Slot()
    def _closing(self) -> None:
        self._leave(partial(self.around.app.exit, self.exit_code))

    def _leave(self, end: Callable[[], None], *, unkept: bool = False) -> None:
        """Put everything away and end this process by `end`, unless a text would be lost.

        `unkept`: somebody has read that it would be, and goes on.
        """
        if self._leaving:
            return
        self._leaving = True
        if not unkept and self.sitting is not None and not self.sitting.keep():
            self._leaving = False
            self._ask_about_unkept(end)
            return
        self.window.remember_place()
        self.put_away()
        self.around.before_leaving()
        end()

    def _ask_about_unkept(self, end: Callable[[], None]) -> None:
        from bondsdesk.app.unkept import Unkept

        if self._unkept is not None:
            self._unkept.hide()
            self._unkept.deleteLater()
        self._unkept = Unkept(self.around.look, self.window)
        self._unkept.again.connect(partial(self._leave, end))
        self._unkept.without_it.connect(partial(self._leave, end, unkept=True))
        self._unkept.drop()
        QTimer.singleShot(0, self.window, self.window.show)  # it may have been closed
