# SPDX-License-Identifier: GPL-3.0-or-later
"""Fields: what is typed stays, what is secret goes."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from bondsdesk.kernel.text import clean_text
from bondsdesk.widgets.calendar_popup import CalendarPopup
from bondsdesk.widgets.check_row import CheckRow
from bondsdesk.widgets.day_cell import DayCell
from bondsdesk.widgets.day_field import DayField
from bondsdesk.widgets.field import LabeledField
from bondsdesk.widgets.icon_button import IconButton
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.line_field import LineField
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.note_field import PASTE_LIMIT, NoteField
from bondsdesk.widgets.number_field import NumberField
from bondsdesk.widgets.password_field import PasswordField
from bondsdesk.widgets.search_field import SearchField
from bondsdesk.widgets.select_field import SelectField

NO_KEYS = Qt.KeyboardModifier.NoModifier
TODAY = date(2026, 11, 22)


@pytest.fixture
def note(look: Look, qtbot: QtBot) -> NoteField:
    field = NoteField(look, name="Note")
    qtbot.addWidget(field)
    field.show()
    return field


@pytest.fixture
def password(look: Look, qtbot: QtBot) -> Iterator[PasswordField]:
    window = QWidget()
    qtbot.addWidget(window)
    field = PasswordField(look, name="Passphrase")
    QVBoxLayout(window).addWidget(field)
    window.show()
    yield field
    window.close()


def test_the_note_turns_to_the_direction_of_what_is_typed(note: NoteField) -> None:
    option = note.document().defaultTextOption
    QTest.keyClicks(note, "Thank you")
    assert option().textDirection() == Qt.LayoutDirection.LeftToRight
    note.set_text("شکریہ کہ آپ نے")
    assert option().textDirection() == Qt.LayoutDirection.RightToLeft
    assert note.font().families()[0] == "Bondsdesk Naskh"


def test_typing_is_told_and_a_shown_draft_is_not(note: NoteField, qtbot: QtBot) -> None:
    told: list[int] = []
    note.edited.connect(lambda: told.append(1))
    note.set_text("a draft")
    assert told == []
    QTest.keyClicks(note, "abc")
    assert len(told) == 3
    with qtbot.waitSignal(note.settled, timeout=100):
        note.settle()


def test_the_note_grows_up_to_its_most_and_then_scrolls(note: NoteField, look: Look) -> None:
    least = note.height()
    note.set_text("line\n" * 8)
    QCoreApplication.processEvents()
    grown = note.height()
    note.set_text("line\n" * 80)
    QCoreApplication.processEvents()
    assert least == look.px(176) < grown < note.height() == look.px(320)


def test_half_characters_from_the_clipboard_do_no_harm(note: NoteField) -> None:
    mime = QMimeData()
    mime.setText("a\ud800b")
    note.insertFromMimeData(mime)
    assert clean_text(note.text()).startswith("a")


def test_a_paste_takes_words_only_and_not_without_end(note: NoteField) -> None:
    mime = QMimeData()
    mime.setHtml("<b>bold</b><img src='file:///etc/passwd'>")
    mime.setText("bold")
    note.insertFromMimeData(mime)
    assert note.text() == "bold"
    note.set_text("")
    mime = QMimeData()
    mime.setText("x" * (PASTE_LIMIT + 50_000))
    note.insertFromMimeData(mime)
    assert len(note.text()) == PASTE_LIMIT


def test_tab_leaves_the_note_and_ctrl_enter_is_the_pages(note: NoteField) -> None:
    assert note.tabChangesFocus()
    QTest.keyClick(note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert note.text() == ""


def test_a_passphrase_is_covered_and_gone_when_hidden(password: PasswordField) -> None:
    assert password.echoMode() == QLineEdit.EchoMode.Password
    QTest.keyClicks(password, "harbour walnut")
    eye = password.findChild(IconButton)
    assert eye is not None
    eye.click()
    assert password.echoMode() == QLineEdit.EchoMode.Normal
    password.hide()
    assert password.text() == ""
    assert password.echoMode() == QLineEdit.EchoMode.Password


def test_a_passphrase_leaves_no_undo_list_and_no_copy(
    password: PasswordField, qtbot: QtBot
) -> None:
    QTest.keyClicks(password, "harbour")
    assert password.take() == "harbour"
    assert not password.isUndoAvailable()
    QTest.keyClicks(password, "walnut")
    QTest.keyClick(password, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert password.text() == "walnut"
    assert not password.dragEnabled()
    hints = password.inputMethodHints()
    assert hints & Qt.InputMethodHint.ImhSensitiveData
    assert hints & Qt.InputMethodHint.ImhNoPredictiveText


def test_caps_lock_is_noticed_by_its_letters(password: PasswordField) -> None:
    told: list[bool] = []
    password.caps_lock.connect(told.append)
    for letter in ("A", "b"):
        event = QKeyEvent(QEvent.Type.KeyPress, ord(letter.upper()), NO_KEYS, letter)
        QCoreApplication.sendEvent(password, event)
    assert told == ([] if sys.platform == "darwin" else [True, False])


def test_the_eye_stands_at_the_trailing_end(password: PasswordField, look: Look) -> None:
    eye = password.findChild(IconButton)
    assert eye is not None
    assert eye.x() > password.width() / 2
    look.set_language("ur")
    QCoreApplication.processEvents()
    assert eye.geometry().right() < password.width() / 2


def test_the_label_names_the_field_and_the_error_stands_below(look: Look, qtbot: QtBot) -> None:
    editor = LineField(look)
    field = LabeledField("Name", editor, look, help="Only you two see it.")
    qtbot.addWidget(field)
    field.show()
    face = QAccessible.queryAccessibleInterface(editor)
    assert face.text(QAccessible.Text.Name) == "Name"
    field.set_error("Please write a name.")
    words = [label.text() for label in field.findChildren(Label) if label.isVisible()]
    assert words == ["Name", "Please write a name."]
    assert editor.accessibleDescription() == "Please write a name."
    field.set_error(None)
    assert editor.accessibleDescription() == "Only you two see it."


def test_search_waits_for_a_pause_and_escape_empties(look: Look, qtbot: QtBot) -> None:
    field = SearchField(look, placeholder="Search")
    qtbot.addWidget(field)
    told: list[str] = []
    field.searched.connect(told.append)
    QTest.keyClicks(field, "tea")
    assert told == []
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert told == ["tea", ""]


def test_a_search_that_was_left_in_the_middle_is_made_when_its_page_comes_back(
    look: Look, qtbot: QtBot
) -> None:
    field = SearchField(look, placeholder="Search")
    field._pause.setInterval(0)
    qtbot.addWidget(field)
    told: list[str] = []
    field.searched.connect(told.append)
    field.show()
    QTest.keyClicks(field, "tea")
    field.hide()
    QCoreApplication.processEvents()
    assert told == []
    field.show()
    qtbot.waitUntil(lambda: told == ["tea"])
    field.hide()
    field.show()
    QCoreApplication.processEvents()
    assert told == ["tea"]


def test_a_day_is_said_in_words_and_chosen_by_keys(look: Look, qtbot: QtBot) -> None:
    field = DayField(look, day=None, today=TODAY, first=TODAY, name="Opens on")
    qtbot.addWidget(field)
    field.show()
    assert field.accessibleName() == "Opens on: Choose a day"
    field.open_calendar()
    popup = field.findChild(CalendarPopup)
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Up)
    QTest.keyClick(popup, Qt.Key.Key_Up)
    QTest.keyClick(popup, Qt.Key.Key_PageDown)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert field.day == date(2026, 12, 22)
    assert field.text() == "22 December 2026"


def test_days_out_of_bounds_cannot_be_chosen(look: Look, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    calendar = CalendarPopup(
        look, day=TODAY, today=TODAY, first=date(2026, 11, 20), last=None, parent=parent
    )
    open_days = [c.day.day for c in calendar.findChildren(DayCell) if c.isEnabled()]
    assert open_days == list(range(20, 31))
    calendar.open_at(QPoint(0, 0))
    QTest.keyClick(calendar, Qt.Key.Key_PageUp)
    QTest.keyClick(calendar, Qt.Key.Key_Escape)
    assert not calendar.isVisible()


def test_a_choice_is_told_by_its_key(look: Look, qtbot: QtBot) -> None:
    field = SelectField(look, name="Year")
    qtbot.addWidget(field)
    for year in ("2025", "2026"):
        field.add(year, year)
    told: list[str] = []
    field.picked.connect(told.append)
    field.choose("2026")
    field.choose("1900")
    assert field.key == "2026"
    assert told == []
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert told == ["2025"]


def test_a_number_keeps_its_bounds(look: Look, qtbot: QtBot) -> None:
    field = NumberField(look, least=1, most=3, value=3, name="Minutes")
    qtbot.addWidget(field)
    less, more = field.findChildren(IconButton)
    assert not more.isEnabled()
    less.click()
    less.click()
    assert field.value == 1
    assert not less.isEnabled()


def test_the_whole_row_can_be_ticked(look: Look, qtbot: QtBot) -> None:
    row = CheckRow("Keep it", look, help="Both of you tick.")
    qtbot.addWidget(row)
    row.resize(400, row.heightForWidth(400))
    row.show()
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(380, row.height() - 4))
    assert row.isChecked()


def test_the_number_is_to_be_seen(look: Look, qtbot: QtBot) -> None:
    field = NumberField(look, least=1, most=60, value=8, name="Minutes")
    qtbot.addWidget(field)
    field.show()
    QCoreApplication.processEvents()
    inner = field.findChild(QLineEdit)
    assert inner is not None
    assert inner.width() >= look.px(100)
    assert inner.text() == "8"


@pytest.mark.parametrize("kind", [LineField, PasswordField])
def test_an_empty_field_on_an_urdu_screen_waits_at_the_right(
    kind: type[LineField | PasswordField], look: Look, qtbot: QtBot
) -> None:
    field = kind(look, name="نام")
    field.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.addWidget(field)
    field.resize(300, 44)
    field.show()

    def caret() -> int:
        field.grab()  # the place of the caret is known once it was painted
        return field.cursorRect().center().x()

    assert caret() > 230
    qtbot.keyClicks(field, "Ayesha")
    assert caret() < 150, "English words stand at their own side"
    field.clear()
    assert caret() > 230
