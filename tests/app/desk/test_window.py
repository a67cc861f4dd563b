# SPDX-License-Identifier: GPL-3.0-or-later
"""The one window remembers where it stood, and nothing of what it showed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QLabel

from bondsdesk.app.machine_settings import MachineSettings
from bondsdesk.app.main_window import MainWindow
from tests.app.desk.conftest import open_scene

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from bondsdesk.app.services import Services
    from tests.app.desk.conftest import Calls
    from tests.people import Household


def test_the_window_comes_back_as_large_as_it_was(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "machine.json"
    window = MainWindow(MachineSettings(path))
    qtbot.addWidget(window)
    window.show_screen(QLabel("first"))
    window.resize(720, 560)
    window.show()
    with qtbot.waitSignal(window.closing):
        window.close()
    again = MainWindow(MachineSettings(path))
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (720, 560)


def test_a_spoilt_geometry_opens_at_the_usual_size(qtbot: QtBot, tmp_path: Path) -> None:
    machine = MachineSettings(tmp_path / "machine.json")
    machine.geometry = b"not a geometry"
    window = MainWindow(machine)
    qtbot.addWidget(window)
    assert window.width() >= window.minimumWidth()


@pytest.mark.parametrize("screen", [QSize(1366, 768), QSize(1366, 728), QSize(1024, 600)])
def test_on_a_small_screen_the_first_window_leaves_room_for_its_frame(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, screen: QSize
) -> None:
    monkeypatch.setattr(QScreen, "availableSize", lambda _screen: screen)
    window = MainWindow(MachineSettings(tmp_path / "machine.json"))
    qtbot.addWidget(window)
    assert window.width() <= screen.width() - 16
    assert window.height() <= screen.height() - 48


def test_the_room_shown_last_is_shown_first_and_nothing_else_is_remembered(
    services: Services, household: Household, calls: Calls, tmp_path: Path
) -> None:
    services.machine.tab = "plans"
    scene = open_scene(services, household.sit_down("a"), calls)
    scene.rooms["plans"].add("canary")
    assert scene.rooms["plans"].page().isVisible()
    assert scene.window.windowTitle() == "Bondsdesk"
    scene.desk.close()
    scene.window.close()
    scene.window.deleteLater()
    kept = json.loads((tmp_path / "machine.json").read_text(encoding="utf-8"))
    assert set(kept) <= {"geometry", "tab", "language", "zoom", "scheme"}
    assert "canary" not in json.dumps(kept)
