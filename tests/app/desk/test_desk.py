# SPDX-License-Identifier: GPL-3.0-or-later
"""Sitting at the desk: rooms, steps back, keys, search, the whole window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView, QMenu, QWidget

from bondsdesk.app.search_page import SearchPage
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.widgets.rail import Rail

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.app.desk.conftest import Scene


def press(qtbot: QtBot, scene: Scene, keys: str) -> None:
    """Press a key sequence wherever the focus is."""
    target = QApplication.focusWidget() or scene.window
    qtbot.keySequence(target, QKeySequence(keys))
    scene.settle()


def shown(scene: Scene, name: str) -> bool:
    """Tell whether a widget of that object name is to be seen."""
    return any(w.isVisible() for w in scene.window.findChildren(QWidget, name))


# --- rooms ---------------------------------------------------------------------------------------


def test_the_first_room_is_shown_and_only_its_page_is_built(scene: Scene) -> None:
    assert scene.rooms["notes"].page().isVisible()
    assert scene.rooms["plans"]._page is None


def test_a_tab_builds_its_page_and_is_remembered_for_the_next_start(
    scene: Scene, qtbot: QtBot
) -> None:
    rail = scene.window.findChild(Rail)
    assert rail is not None
    qtbot.mouseClick(rail.tab("plans"), Qt.MouseButton.LeftButton)
    assert scene.rooms["plans"].page().isVisible()
    scene.desk.close()
    assert scene.services.machine.tab == "plans"


def test_ctrl_and_a_number_go_to_a_room(scene: Scene, qtbot: QtBot) -> None:
    press(qtbot, scene, "Ctrl+2")
    assert scene.rooms["plans"].page().isVisible()
    press(qtbot, scene, "Ctrl+1")
    assert scene.rooms["notes"].page().isVisible()


def test_a_remembered_tab_that_no_longer_exists_shows_the_first_room(scene: Scene) -> None:
    assert scene.desk._screen is not None
    scene.desk._screen.visit_room("goals")
    assert scene.desk._screen.room() == "notes"


# --- steps back ----------------------------------------------------------------------------------


def test_ctrl_z_takes_the_last_step_back_and_names_it(scene: Scene, qtbot: QtBot) -> None:
    notes = scene.rooms["notes"]
    notes.add("tea on the roof")
    assert [line.text for line in notes.page().shown] == ["tea on the roof"]
    notes.page().setFocus()
    press(qtbot, scene, "Ctrl+Z")
    assert notes.lines() == []
    assert notes.page().shown == []
    assert scene.notice == "Taken back: Write line"
    scene.desk.notices.act()
    assert [line.text for line in notes.lines()] == ["tea on the roof"]
    assert scene.notice == "Done again: Write line"


def test_ctrl_z_in_a_field_belongs_to_the_field(scene: Scene, qtbot: QtBot) -> None:
    notes = scene.rooms["notes"]
    notes.add("kept")
    field = notes.page().field
    field.setFocus()
    qtbot.keyClicks(field, "abc")
    press(qtbot, scene, "Ctrl+Z")
    assert [line.text for line in notes.lines()] == ["kept"]
    assert field.toPlainText() == ""


def test_without_a_step_ctrl_z_says_so(scene: Scene, qtbot: QtBot) -> None:
    scene.window.setFocus()
    press(qtbot, scene, "Ctrl+Z")
    assert scene.notice == "There is nothing to take back."
    press(qtbot, scene, "Ctrl+Shift+Z")
    assert scene.notice == "There is nothing to do again."


def test_a_hidden_page_reloads_when_it_is_shown_again(scene: Scene) -> None:
    screen = scene.desk._screen
    assert screen is not None
    page = scene.rooms["notes"].page()
    screen.visit_room("plans")
    before = page.reloads
    scene.rooms["notes"].add("a")
    scene.rooms["notes"].add("b")
    assert page.reloads == before
    screen.visit_room("notes")
    assert page.reloads == before + 1
    assert [line.text for line in page.shown] == ["a", "b"]


# --- search --------------------------------------------------------------------------------------


@pytest.fixture
def found(scene: Scene, qtbot: QtBot) -> SearchPage:
    scene.rooms["notes"].add("tea on the roof, screen away")
    scene.rooms["plans"].add("tea with Ammi on Sunday")
    scene.rooms["notes"].page().field.setPlainText("a private tea")
    scene.desk.keep_drafts()
    press(qtbot, scene, "Ctrl+F")
    page = scene.window.findChild(SearchPage)
    assert page is not None
    return page


def test_search_shows_shared_and_private_things_room_by_room(
    found: SearchPage, qtbot: QtBot
) -> None:
    field = found.findChild(QLineEdit)
    assert field is not None
    field.setText("tea")
    found.reload()
    view = found.findChild(QListView)
    assert view is not None
    model = view.model()
    said = [str(model.index(n, 0).data()) for n in range(model.rowCount())]
    assert said == [
        "Search",
        "today. tea on the roof, screen away",
        "today · only you can read it. a private tea",
        "Settings",
        "today. tea with Ammi on Sunday",
    ]


def test_enter_opens_the_chosen_hit_in_its_room(
    found: SearchPage, scene: Scene, qtbot: QtBot
) -> None:
    field = found.findChild(QLineEdit)
    assert field is not None
    field.setText("tea")
    found.reload()
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert scene.rooms["plans"].page().isVisible()
    assert [hit.text for hit in scene.rooms["plans"].hits_shown] == ["tea with Ammi on Sunday"]


def test_escape_returns_and_nothing_of_the_search_is_kept(
    found: SearchPage, scene: Scene, qtbot: QtBot
) -> None:
    field = found.findChild(QLineEdit)
    view = found.findChild(QListView)
    assert field is not None
    assert view is not None
    field.setText("tea")
    found.reload()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert scene.rooms["notes"].page().isVisible()
    assert field.text() == ""
    assert view.model().rowCount() == 0


def test_a_search_that_fails_says_why(
    found: SearchPage, scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_typed: str, _limit: int) -> list[object]:
        raise ExpectedError("export.nothing")

    monkeypatch.setattr(scene.rooms["plans"], "search", fail)
    field = found.findChild(QLineEdit)
    assert field is not None
    field.setText("tea")
    found.reload()
    assert scene.notice


# --- leaving, covering, sizes --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("keys", "call"), [("Ctrl+L", "lock"), ("Ctrl+H", "hand_over"), ("F9", "hide")]
)
def test_the_keys_that_leave_the_desk(scene: Scene, qtbot: QtBot, keys: str, call: str) -> None:
    press(qtbot, scene, keys)
    assert scene.calls.made == [call]


def test_help_opens_and_closes_back_to_the_room(scene: Scene, qtbot: QtBot) -> None:
    press(qtbot, scene, "F1")
    screen = scene.desk._screen
    assert screen is not None
    assert screen.place() == "help"
    page = screen.view.page()
    assert page is not None
    page.closed.emit()  # type: ignore[attr-defined]
    assert scene.rooms["notes"].page().isVisible()


def test_text_size_keys_hold_on_this_machine(scene: Scene, qtbot: QtBot) -> None:
    press(qtbot, scene, "Ctrl++")
    assert scene.services.machine.zoom == 110
    press(qtbot, scene, "Ctrl+-")
    press(qtbot, scene, "Ctrl+-")
    assert scene.services.machine.zoom == 90
    press(qtbot, scene, "Ctrl+0")
    assert scene.look.zoom == 1.0


def test_f11_fills_the_screen_and_comes_back(scene: Scene, qtbot: QtBot) -> None:
    press(qtbot, scene, "F11")
    assert scene.window.isFullScreen()
    press(qtbot, scene, "F11")
    assert not scene.window.isFullScreen()


def test_a_talk_has_the_whole_window_and_keys_of_pages_rest(scene: Scene, qtbot: QtBot) -> None:
    talk = QLabel("talk")
    talk.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    scene.rooms["notes"].context.whole_window(talk)
    scene.settle()
    assert talk.isVisible()
    assert not scene.rooms["notes"].page().isVisible()
    press(qtbot, scene, "Ctrl+F")
    assert talk.isVisible()
    press(qtbot, scene, "F9")
    assert scene.calls.made == ["hide"]
    scene.rooms["notes"].context.whole_window(None)
    scene.settle()
    assert scene.rooms["notes"].page().isVisible()
    assert talk.text() == "talk"
    press(qtbot, scene, "Ctrl+F")
    assert shown(scene, "SearchPage")


@pytest.mark.qt_log_ignore("does not support grabbing", extend=True)
def test_the_menu_of_the_chip_names_every_deed(scene: Scene) -> None:
    screen = scene.desk._screen
    assert screen is not None
    screen._chip.menu.emit(scene.window.mapToGlobal(scene.window.rect().center()))
    menu = scene.window.findChild(QMenu, "DeskMenu")
    assert menu is not None
    words = [action.text().split("\t")[0] for action in menu.actions() if action.text()]
    assert words[:2] == ["Search", "Save as PDF"]
    assert "Settings and keys" in words
    menu.close()


def test_an_idle_desk_runs_no_timer(scene: Scene) -> None:
    from PySide6.QtCore import QTimer

    scene.desk._quiet.stop()
    running = [t for t in scene.desk.findChildren(QTimer) if t.isActive() and not t.isSingleShot()]
    running += [
        t for t in scene.window.findChildren(QTimer) if t.isActive() and not t.isSingleShot()
    ]
    assert [(t.parent(), t.interval()) for t in running] == []
