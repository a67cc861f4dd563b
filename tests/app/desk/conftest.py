# SPDX-License-Identifier: GPL-3.0-or-later
"""A desk with two tiny rooms, "notes" and "plans", around Ayesha's open vault."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from bondsdesk.app.desk import Desk, open_desk
from bondsdesk.app.language import ScreenLanguage
from bondsdesk.app.machine_settings import MachineSettings
from bondsdesk.app.main_window import MainWindow
from bondsdesk.app.services import Services
from bondsdesk.kernel.migration import MigrationSet
from bondsdesk.kernel.words import Language
from tests.app.desk.sample_room import OpenPad, sample_room

if TYPE_CHECKING:
    from bondsdesk.vault.vault import Vault
    from bondsdesk.widgets.dialogs import Dialogs
    from bondsdesk.widgets.look import Look
    from bondsdesk.widgets.tasks import Tasks
    from tests.fakes import FakeClock


class HelpStandIn(QWidget):
    """The help page as the desk knows it."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        QVBoxLayout(self).addWidget(QLabel("help"))


@dataclass
class Calls:
    """What the desk asked of the program."""

    made: list[str] = field(default_factory=list)
    held: list[bool] = field(default_factory=list)
    minutes: list[int] = field(default_factory=list)

    def lock(self) -> None:
        self.made.append("lock")

    def hand_over(self) -> None:
        self.made.append("hand_over")

    def hide(self) -> None:
        self.made.append("hide")

    def seat_second(self) -> None:
        self.made.append("seat_second")


@dataclass
class Scene:
    """An open desk and everything around it."""

    desk: Desk
    window: MainWindow
    vault: Vault
    services: Services
    calls: Calls
    rooms: dict[str, OpenPad]

    @property
    def look(self) -> Look:
        return self.services.look

    @property
    def notice(self) -> str:
        """Return the sentence in the bar, "" for none."""
        current = self.desk.notices.current
        return current.text if current else ""

    def settle(self) -> None:
        """Let everything happen that is due now."""
        for _ in range(3):
            self.services.tasks.wait_all()
            QCoreApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def room_sets() -> tuple[MigrationSet, ...]:
    return tuple(sample_room(key, key, "list").migrations for key in ("notes", "plans"))


@pytest.fixture(scope="session")
def migration_sets() -> Sequence[MigrationSet]:
    return room_sets()


@pytest.fixture
def calls() -> Calls:
    return Calls()


@pytest.fixture
def machine(tmp_path: Path) -> MachineSettings:
    return MachineSettings(tmp_path / "machine.json")


@pytest.fixture
def services(
    qapp: QApplication,
    clock: FakeClock,
    look: Look,
    dialogs: Dialogs,
    tasks: Tasks,
    machine: MachineSettings,
    calls: Calls,
) -> Iterator[Services]:
    screen = ScreenLanguage(qapp, look)
    screen.use("en")

    def switch(language: Language) -> None:
        machine.language = language
        screen.use(language)

    yield Services(
        clock=clock,
        look=look,
        dialogs=dialogs,
        tasks=tasks,
        machine=machine,
        lock=calls.lock,
        hand_over=calls.hand_over,
        hide=calls.hide,
        help_page=HelpStandIn,
        switch_language=switch,
        hold_idle_lock=calls.held.append,
        seat_second=calls.seat_second,
        lock_after=calls.minutes.append,
    )
    screen.use("en")


def open_scene(services: Services, vault: Vault, calls: Calls) -> Scene:
    """Open a desk with the two rooms in a shown window of 1366 by 768."""
    opened: dict[str, OpenPad] = {}

    def remember(room: OpenPad) -> None:
        opened[room.key] = room

    rooms = [
        sample_room("notes", "Search", "envelope", remember),
        sample_room("plans", "Settings", "calendar", remember),
    ]
    window = MainWindow(services.machine)
    window.resize(1366, 768)
    desk = open_desk(window, vault, services, rooms)
    window.show()
    scene = Scene(desk, window, vault, services, calls, opened)
    scene.settle()
    return scene


@pytest.fixture
def scene(services: Services, vault: Vault, calls: Calls) -> Iterator[Scene]:
    scene = open_scene(services, vault, calls)
    yield scene
    scene.desk.close()
    scene.window.hide()
    scene.window.deleteLater()
    scene.settle()
