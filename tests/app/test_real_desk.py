# SPDX-License-Identifier: GPL-3.0-or-later
"""The desk with the rooms that exist: found, turned round, exported, let go of."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from bondsdesk.app.desk import Desk, open_desk
from bondsdesk.app.front_door.help_page import HelpPage
from bondsdesk.app.house import HOUSE
from bondsdesk.app.language import ScreenLanguage
from bondsdesk.app.machine_settings import MachineSettings
from bondsdesk.app.main_window import MainWindow
from bondsdesk.app.services import Services
from bondsdesk.rooms.appreciation.domain import Note
from tests.bench.make_notes import write_notes

if TYPE_CHECKING:
    from bondsdesk.vault.vault import Vault
    from bondsdesk.widgets.dialogs import Dialogs
    from bondsdesk.widgets.look import Look
    from bondsdesk.widgets.tasks import Tasks
    from tests.fakes import FakeClock


def _nothing(*_: object) -> None:
    """Stand in for what the program around the desk does."""


@pytest.fixture
def services(
    qapp: QApplication,
    clock: FakeClock,
    look: Look,
    dialogs: Dialogs,
    tasks: Tasks,
    tmp_path: Path,
) -> Iterator[Services]:
    screen = ScreenLanguage(qapp, look)
    screen.use("en")
    yield Services(
        clock=clock,
        look=look,
        dialogs=dialogs,
        tasks=tasks,
        machine=MachineSettings(tmp_path / "machine.json"),
        lock=_nothing,
        hand_over=_nothing,
        hide=_nothing,
        help_page=lambda: HelpPage(look),
        switch_language=screen.use,
        hold_idle_lock=_nothing,
        seat_second=_nothing,
    )
    screen.use("en")


@pytest.fixture
def window(services: Services) -> Iterator[MainWindow]:
    window = MainWindow(services.machine)
    window.resize(1366, 768)
    yield window
    window.hide()
    window.deleteLater()


def _open(window: MainWindow, vault: Vault, services: Services) -> Desk:
    desk = open_desk(window, vault, services)
    window.show()
    _settle(services)
    return desk


def _settle(services: Services) -> None:
    for _ in range(4):
        services.tasks.wait_all()
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _visit_all(desk: Desk, services: Services) -> None:
    screen = desk._screen
    assert screen is not None
    for room in HOUSE:
        screen.visit_room(room.key)
        _settle(services)
    for place in ("search", "export", "settings", "help"):
        screen.visit_place(place)
        _settle(services)


def _held_notes() -> list[object]:
    return [thing for thing in gc.get_objects() if isinstance(thing, Note)]


def test_nothing_of_the_rooms_is_held_after_the_desk_is_closed(
    window: MainWindow, vault: Vault, services: Services
) -> None:
    write_notes(vault, 30)
    desk = _open(window, vault, services)
    _visit_all(desk, services)
    desk.switch_language("ur")
    _settle(services)
    _visit_all(desk, services)
    pages = [weakref.ref(page) for page in desk._house.visited()]
    assert _held_notes()
    desk.keep_drafts()
    desk.close()
    _settle(services)
    del desk
    gc.collect()
    assert _held_notes() == []
    assert [page() for page in pages] == [None] * len(HOUSE)


def test_an_idle_desk_with_every_page_visited_wakes_for_nothing(
    window: MainWindow, vault: Vault, services: Services
) -> None:
    write_notes(vault, 30)
    desk = _open(window, vault, services)
    _visit_all(desk, services)
    ticking = [
        (timer.parent(), timer.interval())
        for timer in window.findChildren(QTimer)
        if timer.isActive() and not timer.isSingleShot()
    ]
    desk.close()
    assert ticking == []


def test_the_global_search_opens_a_note_in_its_room(
    window: MainWindow, vault: Vault, services: Services
) -> None:
    write_notes(vault, 30)
    desk = _open(window, vault, services)
    found = desk._house.search("tea", 5)
    assert [each.room.key for each in found] == ["appreciation"]
    screen = desk._screen
    assert screen is not None
    screen._on_hit_chosen(found[0].hits[0])
    _settle(services)
    assert screen.room() == "appreciation"
    assert desk.notices.current is None
    desk.close()


def test_every_rooms_offer_can_be_set(
    window: MainWindow, vault: Vault, services: Services, tmp_path: Path
) -> None:
    write_notes(vault, 30)
    desk = _open(window, vault, services)
    offers = [offer for each in desk._house.offers() for offer in each.offers]
    assert offers
    screen = desk._screen
    assert screen is not None
    for offer in offers:
        screen.export(offer)
        _settle(services)
        page = screen._places["export"]
        target = tmp_path / f"{offer.key}.pdf"
        services.dialogs.answer(target)
        page._on_save()  # type: ignore[attr-defined]
        _settle(services)
        assert target.read_bytes().startswith(b"%PDF")
    desk.close()


def test_every_room_has_a_title_in_both_languages_and_its_own_keys(
    services: Services,
) -> None:
    english = [room.title() for room in HOUSE]
    services.switch_language("ur")
    assert all(a != b for a, b in zip(english, [room.title() for room in HOUSE], strict=True))
    keys = [room.key for room in HOUSE]
    assert len(set(keys)) == len(keys)
    assert [room.migrations.owner for room in HOUSE] == keys


def test_whole_window_widgets_do_not_outlive_the_desk(
    window: MainWindow, vault: Vault, services: Services
) -> None:
    desk = _open(window, vault, services)
    screen = desk._screen
    assert screen is not None
    talk = QWidget()
    screen.show_whole(talk)
    desk.close()
    _settle(services)
    assert talk.parent() is None
    talk.deleteLater()
