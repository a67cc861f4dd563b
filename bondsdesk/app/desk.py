# SPDX-License-Identifier: GPL-3.0-or-later
"""The open desk, from unlock to lock: it owns the rooms, the undo steps and the screen of them.

Nothing here outlives `close`. It knows no room from within; how it looks is desk_screen.py.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from bondsdesk.app.copies import Copies
from bondsdesk.app.desk_screen import DeskScreen
from bondsdesk.app.health_watch import HealthWatch
from bondsdesk.app.house import HOUSE, House
from bondsdesk.app.main_window import MainWindow
from bondsdesk.app.quiet_moment import QuietMoment
from bondsdesk.app.services import Services
from bondsdesk.doorway import Offer, Room, RoomContext
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.ports import Seed
from bondsdesk.kernel.sentences import SENTENCES, sentence
from bondsdesk.kernel.words import Language
from bondsdesk.kernel.words import gettext as _
from bondsdesk.vault.vault import Vault
from bondsdesk.widgets.notices import Notices
from bondsdesk.widgets.undo import Undo

_NEW_KEYS = "vault.partner_key_replaced"


def open_desk(
    window: MainWindow, vault: Vault, services: Services, rooms: Sequence[Room] = HOUSE
) -> Desk:
    """Turn the window into the desk of whoever unlocked the vault."""
    desk = Desk(window, vault, services, rooms)
    desk.begin()
    return desk


class Desk(QObject):
    """One unlock. `keep_drafts` and `close` are called by whoever locks."""

    def __init__(
        self, window: MainWindow, vault: Vault, services: Services, rooms: Sequence[Room]
    ) -> None:
        super().__init__(window)
        self.notices = Notices(self)
        self._window = window
        self._vault = vault
        self._services = services
        self._undo = Undo(self.notices, self)
        self._house = House(self._context(), rooms)
        self._screen: DeskScreen | None = None
        self._copies = Copies(vault, services.tasks, self)
        self._quiet = QuietMoment(vault, self._copies, self.notices, self)
        self._health = HealthWatch(vault.health, self.notices, self)
        self._undo.touched.connect(self._on_touched)

    def begin(self) -> None:
        """Show the room that was shown last and say what was found at unlock."""
        self._show_screen(self._services.machine.tab)
        for warning in self._vault.warnings:
            self._tell_warning(warning)
        self._health.begin()
        self._quiet.wait()

    def keep_drafts(self) -> bool:
        """Write every unsaved text and tell whether all of it is kept.

        A failure is told, not raised, and the text stays on its page: who locks may try again.
        """
        try:
            self._house.keep_drafts()
        except ExpectedError as error:
            known = error.code in SENTENCES
            self.notices.tell_error(error if known else ExpectedError("desk.not_kept"))
            return False
        return True

    def close(self) -> None:
        """Let go of everything that was read from the vault; closing that is the caller's.

        The room is remembered here and not at each visit: a file costs more than a page.
        """
        if self._screen is not None:
            self._services.machine.tab = self._screen.room()
        self._quiet.stop()
        self._drop_screen()
        self._undo.clear()
        self.notices.clear()
        self._house.close()
        self.deleteLater()

    @Slot()
    def pair_changed(self) -> None:
        """Show the second partner who has just sat down, or another symbol and colour."""
        if self.keep_drafts():
            self._rebuild()

    def switch_language(self, language: Language) -> None:
        """Change the language of everything at once; without a place for what is typed, do not."""
        if self.keep_drafts():
            self._services.switch_language(language)
            self._rebuild()
        elif self._screen is not None:
            self._screen.renew_settings()

    def _rebuild(self) -> None:
        screen = self._screen
        if screen is None:
            return
        place, room = screen.place(), screen.room()
        self._drop_screen()
        self._house.forget_pages()
        self._show_screen(room)
        if place is not None and self._screen is not None:
            self._screen.visit_place(place)

    def _tell_warning(self, warning: ExpectedError) -> None:
        if warning.code != _NEW_KEYS:
            self.notices.tell_error(warning)
            return
        known = (_("I know about this"), self._accept_partner_key)
        self.notices.tell(sentence(warning), "warn", known)

    @Slot()
    def _accept_partner_key(self) -> None:
        if self._screen is not None:
            self._screen.accept_partner_key()

    def _show_screen(self, room: str) -> None:
        self._screen = DeskScreen(
            self._window,
            self._house,
            self._vault,
            self._services,
            copies=self._copies,
            notices=self.notices,
            undo=self._undo,
        )
        self._screen.language_chosen.connect(self.switch_language)
        self._screen.look_changed.connect(self.pair_changed)
        self._window.show_screen(self._screen.view)
        self._screen.visit_room(room)

    def _drop_screen(self) -> None:
        screen, self._screen = self._screen, None
        if screen is not None:
            screen.leave()
            self._window.takeCentralWidget()
            screen.view.deleteLater()
            screen.deleteLater()

    def _context(self) -> RoomContext:
        services = self._services
        return RoomContext(
            vault=self._vault,
            clock=services.clock,
            look=services.look,
            icons=services.look.icons,
            notices=self.notices,
            dialogs=services.dialogs,
            tasks=services.tasks,
            undo=self._undo,
            export=self._export,
            whole_window=self._whole_window,
            hold_idle_lock=services.hold_idle_lock,
            sounds_on=self._sounds_on,
            seeds=self._seeds,
            home=self._home,
        )

    def _export(self, offer: Offer) -> None:
        if self._screen is not None:
            self._screen.export(offer)

    def _whole_window(self, widget: QWidget | None) -> None:
        if self._screen is not None:
            self._screen.show_whole(widget)

    def _home(self) -> QWidget | None:
        return self._screen.view.home() if self._screen is not None else None

    def _seeds(self) -> Sequence[Seed]:
        return self._house.seeds()

    def _sounds_on(self) -> bool:
        return self._services.machine.chime

    @Slot(object)
    def _on_touched(self, kinds: frozenset[str]) -> None:
        self._house.touched(kinds)
        self._quiet.wait()
