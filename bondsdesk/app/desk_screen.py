# SPDX-License-Identifier: GPL-3.0-or-later
"""The desk on the screen, in one language: where one is, how one gets elsewhere, which keys work.

A change of language makes a new one. It keeps no content; pages belong to the house.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Literal

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtWidgets import QWidget

from bondsdesk.app.copies import Copies
from bondsdesk.app.desk_menu import desk_menu
from bondsdesk.app.desk_view import DeskView
from bondsdesk.app.export.page import ExportPage
from bondsdesk.app.house import House
from bondsdesk.app.main_window import MainWindow
from bondsdesk.app.search_page import SearchPage
from bondsdesk.app.services import Services
from bondsdesk.app.settings.page import SettingsPage
from bondsdesk.app.shortcuts import Action, Shortcuts
from bondsdesk.app.stepping_back import SteppingBack
from bondsdesk.doorway import Offer
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.people import Person
from bondsdesk.kernel.ports import SearchHit
from bondsdesk.vault.vault import Vault
from bondsdesk.widgets.desk_chip import DeskChip
from bondsdesk.widgets.notices import Notices
from bondsdesk.widgets.page import Page
from bondsdesk.widgets.rail import Rail, RailEntry
from bondsdesk.widgets.side_rail import SideRail
from bondsdesk.widgets.undo import Undo

Place = Literal["search", "export", "settings", "help"]
"""Pages of the roof itself; they have no tab."""


class DeskScreen(QObject):
    """Signals: `language_chosen(Language)`: the settings ask for another language.

    `look_changed`: who sits here has another symbol or colour now.
    """

    language_chosen = Signal(str)
    look_changed = Signal()

    def __init__(
        self,
        window: MainWindow,
        house: House,
        vault: Vault,
        services: Services,
        *,
        copies: Copies,
        notices: Notices,
        undo: Undo,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._house = house
        self._vault = vault
        self._services = services
        self._copies = copies
        self._notices = notices
        self._room = house.rooms[0].key
        self._place: Place | None = None
        self._places: dict[Place, QWidget] = {}
        self._stepping = SteppingBack(undo, notices, self)
        self._does = self._deeds()
        self._build()

    # Where one is

    def room(self) -> str:
        """Return the key of the room shown now or last."""
        return self._room

    def place(self) -> Place | None:
        """Return the page of the roof that is shown, None for a room."""
        return self._place

    def visit_room(self, key: str) -> None:
        """Show a room; an unknown key (a newer version wrote it) shows the first."""
        keys = [room.key for room in self._house.rooms]
        key = key if key in keys else keys[0]
        try:
            page = self._house.page(key)
            self._house.freshen(key)
        except ExpectedError as error:
            self._notices.tell_error(error)
            return
        self._leave_place()
        self._room = key
        self._rail.choose(key)
        self.view.show_page(page)

    def visit_place(self, place: Place) -> None:
        """Show a page of the roof; the rail then has no chosen tab."""
        if place not in self._places:
            self._places[place] = self._built(place)
        if self._place != place:
            self._leave_place()
        self._place = place
        page = self._places[place]
        self._rail.choose("")
        self.view.show_page(page)
        if isinstance(page, SearchPage):
            page.begin()
        elif isinstance(page, ExportPage):
            page.begin(self._house.offers(), self._room)

    def export(self, offer: Offer) -> None:
        """Show the export page with an offer chosen."""
        self.visit_place("export")
        page = self._places["export"]
        if isinstance(page, ExportPage):
            page.choose(offer)

    def show_whole(self, widget: QWidget | None) -> None:
        """Give a widget the whole window, or take it back; keys of pages rest meanwhile."""
        self.view.show_whole(widget)
        self._shortcuts.set_paged(enabled=widget is None)

    def renew_settings(self) -> None:
        """Show in the settings what holds, after something there could not be changed."""
        page = self._places.get("settings")
        if isinstance(page, SettingsPage):
            page.reload()

    def accept_partner_key(self) -> None:
        """Ask for the passphrase with which the other's new keys are accepted."""
        self.visit_place("settings")
        page = self._places["settings"]
        if isinstance(page, SettingsPage):
            page.accept_partner_key()

    def leave(self) -> None:
        """Let go of a widget in the whole window; its room keeps it."""
        self.view.show_whole(None)

    @Slot()
    def back(self) -> None:
        """Return to the room one came from."""
        self.visit_room(self._room)

    # What happens

    @Slot(object)
    def _on_hit_chosen(self, hit: SearchHit) -> None:
        self.visit_room(hit.room)
        self._house.show_hit(hit)

    @Slot(object)
    def _on_failed(self, error: ExpectedError) -> None:
        self._notices.tell_error(error)

    @Slot(str)
    def _on_tab_picked(self, key: str) -> None:
        self.visit_room(key)

    @Slot(QPoint)
    def _on_menu(self, where: QPoint) -> None:
        desk_menu(self.view, self._services.look.icons, self._does).popup(where)

    @Slot()
    def _on_search(self) -> None:
        self.visit_place("search")

    @Slot()
    def _on_export(self) -> None:
        self.visit_place("export")

    @Slot()
    def _on_settings(self) -> None:
        self.visit_place("settings")

    @Slot()
    def _on_help(self) -> None:
        self.visit_place("help")

    @Slot()
    def _on_larger(self) -> None:
        self._services.look.zoom_in()
        self._keep_zoom()

    @Slot()
    def _on_smaller(self) -> None:
        self._services.look.zoom_out()
        self._keep_zoom()

    @Slot()
    def _on_normal_size(self) -> None:
        self._services.look.set_zoom(1.0)
        self._keep_zoom()

    def _keep_zoom(self) -> None:
        self._services.machine.zoom = round(self._services.look.zoom * 100)

    def _leave_place(self) -> None:
        page = self._places.get(self._place) if self._place else None
        if isinstance(page, SearchPage):
            page.forget()
        self._place = None

    # How it is made

    def _deeds(self) -> dict[Action, Callable[[], None]]:
        services = self._services
        return {
            "search": self._on_search,
            "export": self._on_export,
            "settings": self._on_settings,
            "help": self._on_help,
            "undo": self._stepping.back,
            "redo": self._stepping.forward,
            "hand_over": services.hand_over,
            "lock": services.lock,
            "hide": services.hide,
            "full_screen": self._window.toggle_full_screen,
            "larger": self._on_larger,
            "smaller": self._on_smaller,
            "normal_size": self._on_normal_size,
        }

    def _build(self) -> None:
        look, services = self._services.look, self._services
        tabs = [RailEntry(room.key, room.title(), room.icon) for room in self._house.rooms]
        self._rail = Rail(tabs, look)
        self._chip = DeskChip(self._sitter(), look)
        side = SideRail(self._rail, self._chip, look)
        self.view = DeskView(side, self._notices, look)
        self._rail.picked.connect(self._on_tab_picked)
        self._chip.hand_over.connect(services.hand_over)
        self._chip.lock.connect(services.lock)
        self._chip.hide_window.connect(services.hide)
        self._chip.menu.connect(self._on_menu)
        self._shortcuts = Shortcuts(self.view, self._does)
        visits = [partial(self.visit_room, room.key) for room in self._house.rooms]
        self._shortcuts.bind_rooms(self.view, visits)

    @Slot()
    def _show_person(self) -> None:
        self._chip.show_person(self._sitter())

    def _sitter(self) -> Person:
        """Return who sits here; a shared sheet opens the place for nobody in particular."""
        pair = self._vault.pair
        return (self._vault.partner and pair.person(self._vault.partner)) or pair.a

    def _built(self, place: Place) -> QWidget:
        makers: dict[Place, Callable[[], QWidget]] = {
            "search": self._search_page,
            "export": self._export_page,
            "settings": self._settings_page,
            "help": self._help_page,
        }
        return makers[place]()

    def _search_page(self) -> Page:
        page = SearchPage(self._house.search, self._services.clock, self._services.look)
        page.hit_chosen.connect(self._on_hit_chosen)
        page.failed.connect(self._on_failed)
        page.left.connect(self.back)
        return page

    def _export_page(self) -> Page:
        page = ExportPage(self._vault.pair, self._vault.partner, self._services, self._notices)
        page.left.connect(self.back)
        return page

    def _settings_page(self) -> Page:
        page = SettingsPage(self._vault, self._services, self._copies, self._notices)
        page.language_chosen.connect(self.language_chosen)
        page.person_changed.connect(self._show_person)
        page.look_changed.connect(self._show_person)
        page.look_changed.connect(self.look_changed)
        page.left.connect(self.back)
        return page

    def _help_page(self) -> QWidget:
        page = self._services.help_page()
        page.closed.connect(self.back)  # type: ignore[attr-defined]
        return page
