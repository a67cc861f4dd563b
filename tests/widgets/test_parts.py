# SPDX-License-Identifier: GPL-3.0-or-later
"""Smaller promises: rows, dialogs, bars, previews, pages."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QCoreApplication, QEvent, QIODevice, Qt, QTimer
from PySide6.QtGui import QAccessible, QKeyEvent, QPixmap
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from bondsdesk.widgets.button import Button
from bondsdesk.widgets.calendar_popup import _by_month
from bondsdesk.widgets.day_field import DayField
from bondsdesk.widgets.dialogs import Dialogs, FileKind
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.page import Page
from bondsdesk.widgets.page_preview import PagePreview
from bondsdesk.widgets.progress_bar import Bar
from bondsdesk.widgets.rows_model import ROW, RowsModel
from bondsdesk.widgets.steps_bar import StepsBar
from bondsdesk.widgets.strength_bar import StrengthBar
from bondsdesk.widgets.symbol_tile import SymbolTile
from tests.widgets.furniture import EVERY

PDF = (FileKind("PDF", "pdf"),)


def test_rows_are_a_sound_model(qapp: QApplication) -> None:
    model: RowsModel[int] = RowsModel(str)
    tester = QAbstractItemModelTester(model)
    model.show([3, 2, 1])
    assert model.rowCount() == 3
    assert model.data(model.index(0), ROW) == 3
    assert model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole) == "3"
    model.show([])
    assert model.row(model.index(0)) is None
    assert tester is not None


def test_answers_for_tests_are_given_in_order(dialogs: Dialogs, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialogs.answer(Path("/a.pdf"))
    dialogs.answer(None)
    assert dialogs.save_path(parent, "Save", "Notes", PDF) == Path("/a.pdf")
    assert dialogs.open_path(parent, "Open", PDF) is None


def test_the_real_file_dialog_remembers_nothing(
    dialogs: Dialogs, qtbot: QtBot, tmp_path: Path
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    seen: list[tuple[list[str], bool]] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        native = dialog.testOption(QFileDialog.Option.DontUseNativeDialog)
        seen.append((dialog.history(), native))
        dialog.setDirectory(str(tmp_path))
        dialog.selectFile("Our notes")
        dialog.accept()

    QTimer.singleShot(0, answer)
    assert dialogs.save_path(parent, "Save", "Keepsake", PDF) == tmp_path / "Our notes.pdf"
    assert seen[0][1]
    assert not any("notes" in entry for entry in seen[0][0])


def test_a_month_further_on_keeps_the_day_where_it_can() -> None:
    assert _by_month(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert _by_month(date(2026, 12, 5), 1) == date(2027, 1, 5)
    assert _by_month(date.max, 1) == date.max
    assert _by_month(date.min, -1) == date.min


def test_pages_stand_two_by_two_where_there_is_room(look: Look, qtbot: QtBot) -> None:
    preview = PagePreview(look)
    qtbot.addWidget(preview)
    preview.resize(1000, 500)
    preview.show()
    preview.show_pages([_png()] * 4, whole=9)
    QCoreApplication.processEvents()
    wide = preview.verticalScrollBar().maximum()
    preview.resize(500, 500)
    QCoreApplication.processEvents()
    assert preview.verticalScrollBar().maximum() > wide
    with qtbot.waitSignal(preview.wanted) as asked:
        preview.verticalScrollBar().setValue(preview.verticalScrollBar().maximum())
    assert asked.args == [4, 5]


def test_bars_say_in_words_what_they_show(look: Look, qtbot: QtBot) -> None:
    bar = Bar(look, name="Steps")
    qtbot.addWidget(bar)
    bar.set_share(1 / 3, "2 of 6 steps")
    assert bar.accessibleDescription() == "2 of 6 steps"
    steps = StepsBar(["Language", "You"], look)
    qtbot.addWidget(steps)
    steps.set_step(1)
    assert steps.accessibleName() == "Step 2 of 2: You"
    strength = StrengthBar(look)
    qtbot.addWidget(strength)
    strength.show_strength(1, "Weak", "It is a common word.")
    assert strength.accessibleName() == "Weak. It is a common word."


@pytest.mark.parametrize("width", [1100, 500])
def test_buttons_of_a_page_go_below_its_words_when_it_is_narrow(
    look: Look, qtbot: QtBot, width: int
) -> None:
    page = Page(look, "Appreciate", "Small things count.")
    qtbot.addWidget(page)
    buttons = [Button("Keepsake", look), Button("Write a note", look, kind="main")]
    for button in buttons:
        page.header.add_button(button)
    page.resize(width, 600)
    page.show()
    QCoreApplication.processEvents()
    assert (buttons[1].y() < 20) == (width == 1100)


def test_a_page_reloads_for_what_it_shows(look: Look, qtbot: QtBot) -> None:
    class Notes(Page):
        kinds = frozenset({"note"})
        loads = 0

        def reload(self) -> None:
            self.loads += 1

    page = Notes(look, "Appreciate", "")
    qtbot.addWidget(page)
    page.on_touched(frozenset({"talk"}))
    page.on_touched(frozenset({"note", "talk"}))
    assert page.loads == 1


def _png() -> bytes:
    picture = QPixmap(148, 210)
    picture.fill(Qt.GlobalColor.white)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    return bytes(buffer.data().data())


@pytest.mark.parametrize("kind", ["button", "icon button", "tool button", "chip", "day"])
def test_enter_presses_the_button_that_has_the_keyboard(
    look: Look, qtbot: QtBot, kind: str
) -> None:
    button = EVERY[kind](look)
    assert isinstance(button, QAbstractButton)
    qtbot.addWidget(button)
    button.show()
    if isinstance(button, DayField):
        button.clicked.disconnect()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        with qtbot.waitSignal(button.clicked):
            QTest.keyClick(button, key)
    with qtbot.assertNotEmitted(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_a_double_click_is_one_press(look: Look, qtbot: QtBot) -> None:
    button = Button("Continue", look)
    pressed: list[str] = []
    button.clicked.connect(lambda: pressed.append("pressed"))
    qtbot.addWidget(button)
    button.show()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
    assert pressed == ["pressed"]
    button.hide()


def test_a_held_enter_presses_nothing_on_the_next_page(look: Look, qtbot: QtBot) -> None:
    button = Button("Continue", look)
    qtbot.addWidget(button)
    held = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", autorep=True
    )
    with qtbot.assertNotEmitted(button.clicked):
        QCoreApplication.sendEvent(button, held)


@pytest.mark.parametrize("kind", ["tile", "small tile", "swatch"])
def test_a_screen_reader_is_told_the_whole_face_of_a_tile(
    look: Look, qtbot: QtBot, kind: str
) -> None:
    tile = (
        SymbolTile("leaf", "leaf", look, name="Leaf", small=True)
        if kind == "small tile"
        else EVERY[kind](look)
    )
    qtbot.addWidget(tile)
    tile.resize(tile.sizeHint())
    tile.show()
    told = QAccessible.queryAccessibleInterface(tile).rect()
    assert told.width() >= tile.width() - 4
    assert told.height() >= tile.height() - 4


@pytest.mark.parametrize("reduced", [False, True])
def test_a_bar_without_a_known_end_visibly_lives_until_a_share_is_known(
    look: Look, qtbot: QtBot, reduced: bool
) -> None:
    look.set_reduced_motion(reduced)
    bar = Bar(look, name="How far")
    qtbot.addWidget(bar)
    bar.resize(200, 4)
    bar.show()
    bar.live("Setting the pages")
    assert (bar.minimum(), bar.maximum()) == (0, 0), "busy, as a screen reader is told"
    before = bar.grab().toImage()
    qtbot.waitUntil(lambda: bar.grab().toImage() != before, timeout=3000)
    bar.set_share(0.5, "1 of 2")
    assert bar.value() == 500
    still = bar.grab().toImage()
    assert still.pixelColor(10, 2) == look.colour("accent")
    assert still.pixelColor(190, 2) == look.colour("track")
