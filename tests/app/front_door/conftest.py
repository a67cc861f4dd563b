# SPDX-License-Identifier: GPL-3.0-or-later
"""The front door with a real vault behind it and no rooms: it knows none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bondsdesk.app.front_door.door import FrontDoor
from bondsdesk.app.front_door.door_context import DoorContext
from bondsdesk.kernel.words import Language, use_language
from bondsdesk.vault.files import VaultFiles
from tests.fakes import FakeClock
from tests.people import Household

if TYPE_CHECKING:
    from bondsdesk.kernel.migration import MigrationSet
    from bondsdesk.vault.kdf import KdfCost
    from bondsdesk.vault.vault import Vault
    from bondsdesk.widgets.dialogs import Dialogs
    from bondsdesk.widgets.look import Look
    from bondsdesk.widgets.tasks import Tasks


@pytest.fixture(scope="session")
def migration_sets() -> Sequence[MigrationSet]:
    """No room's schema."""
    return ()


@pytest.fixture
def context(
    tmp_path: Path,
    clock: FakeClock,
    look: Look,
    tasks: Tasks,
    dialogs: Dialogs,
    cheap_kdf: KdfCost,
) -> DoorContext:
    """What the pages are given, around a data folder in which nothing is yet."""

    def switch(language: Language) -> None:
        use_language(language)
        look.set_language(language)

    return DoorContext(
        files=VaultFiles(tmp_path / "home" / "data", tmp_path / "home" / "config"),
        clock=clock,
        look=look,
        tasks=tasks,
        dialogs=lambda: dialogs,
        switch_language=switch,
        migrations=lambda: (),
        cost=cheap_kdf,
    )


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Callable[[QWidget], None]]:
    """Show a widget as large as a laptop's window; it is closed after the test."""
    shown: list[QWidget] = []

    def show(widget: QWidget) -> None:
        qtbot.addWidget(widget)
        widget.resize(1366, 768)
        widget.show()
        widget.activateWindow()
        shown.append(widget)

    yield show
    for widget in shown:
        widget.close()


@pytest.fixture
def door(context: DoorContext, household: Household, show: Callable[[QWidget], None]) -> FrontDoor:
    """The closed door of Ayesha and Bilal."""
    assert context.files == household.files
    door = FrontDoor(context)
    show(door)
    door.look_at_threshold()
    return door


@pytest.fixture
def opened(door: FrontDoor) -> Iterator[list[Vault]]:
    """The vaults that the door hands in, closed at the end with whatever it still holds open."""
    vaults: list[Vault] = []
    door.opened.connect(lambda vault, _now: vaults.append(vault))
    yield vaults
    for vault in vaults:
        vault.close()
    door.put_away()
