# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts are read in their own direction, never as markup, and can be copied."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from bondsdesk.kernel.words import Words
from bondsdesk.widgets.chip_row import ChipRow
from bondsdesk.widgets.flow_layout import FlowLayout
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.qt_words import QT_WORDS, QtWords
from bondsdesk.widgets.reading_text import ReadingText
from bondsdesk.widgets.text_layout import lay

URDU = "آپ نے امی کی دوا خود لا کر دی۔"


@pytest.mark.parametrize("language", ["en", "ur"])
def test_a_text_starts_at_its_own_side_in_any_window(
    look: Look, qtbot: QtBot, language: str
) -> None:
    look.set_language("ur" if language == "ur" else "en")
    english, urdu = (_picture(ReadingText(text, look), qtbot) for text in ("Thank you", URDU))
    assert _first_ink(english) < 20
    assert _first_ink(urdu) > 200


def test_every_line_of_urdu_begins_at_the_right_edge(look: Look, qtbot: QtBot) -> None:
    look.set_language("ur")
    label = Label("\u2068Ayesha\u2069 " + "اردو " * 60, look, wrap=True)
    picture = _picture(label, qtbot, 300)
    height = label.fontMetrics().lineSpacing()
    lines = picture.height() // height
    edges = [_last_ink(picture, range(n * height, (n + 1) * height)) for n in range(1, lines)]
    assert len(edges) >= 3
    assert len(set(edges)) == 1


def test_it_grows_as_its_column_narrows_and_cuts_a_preview(look: Look) -> None:
    text = "word " * 60
    wide, narrow = lay(text, 700, look), lay(text, 300, look)
    assert narrow.height > wide.height
    assert lay(text, 300, look, most_lines=2).lines == 2
    assert lay(text, 300, look, most_lines=2).cut
    assert not lay("short", 300, look, most_lines=2).cut


def test_nastaliq_has_air_so_that_no_stroke_is_cut(look: Look, qtbot: QtBot) -> None:
    text = ReadingText("کھینچتے ہیں ﷺ لمبی", look)
    picture = _picture(text, qtbot)
    rows = [y for y in range(picture.height()) if _row_has_ink(picture, y)]
    assert rows[0] > 0
    assert rows[-1] < picture.height() - 1


def test_latin_words_within_urdu_keep_their_blanks(look: Look) -> None:
    def width(words: str) -> float:
        laid = lay(f"شکریہ 🌙 {words} کے لیے", 2_000, look, size=20)
        return laid.layout.lineAt(0).naturalTextWidth()

    assert width("tea on the roof") - width("teaontheroof") > 3 * 4  # three blanks, each to be seen


def test_markup_is_shown_as_it_was_typed(look: Look, qtbot: QtBot) -> None:
    text = ReadingText("<img src='file:///x'>", look)
    qtbot.addWidget(text)
    assert text.textFormat() == Qt.TextFormat.PlainText
    assert text.text() == "<img src='file:///x'>"


def test_a_text_can_be_selected_and_copied(look: Look, qtbot: QtBot) -> None:
    text = ReadingText("Thank you\nfor the tea", look)
    qtbot.addWidget(text)
    text.resize(300, 80)
    text.show()
    QTest.keyClick(text, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert text.selected_text == "Thank you\nfor the tea"
    QTest.keyClick(text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Thank you\nfor the tea"
    QGuiApplication.clipboard().clear()


def test_chips_wrap_and_begin_at_the_leading_edge(look: Look, qtbot: QtBot) -> None:
    row = ChipRow(look, name="Whose")
    qtbot.addWidget(row)
    chips = [row.add(str(n), f"Choice number {n}") for n in range(6)]
    row.resize(360, 300)
    row.show()
    QCoreApplication.processEvents()
    assert chips[0].x() == 0
    assert chips[-1].y() > chips[0].y()
    look.set_language("ur")
    QCoreApplication.processEvents()
    assert chips[0].geometry().right() == row.width() - 1


def test_choosing_a_chip_moves_nothing(look: Look, qtbot: QtBot) -> None:
    row = ChipRow(look, name="Whose")
    qtbot.addWidget(row)
    for key in ("all", "b", "a"):
        row.add(key, f"From {key}")
    row.resize(600, 60)
    row.show()
    QCoreApplication.processEvents()
    before = [chip.geometry() for chip in row.findChildren(QPushButton)]
    told: list[str] = []
    row.picked.connect(told.append)
    chips = row.findChildren(QPushButton)
    chips[0].setFocus()
    QTest.keyClick(row, Qt.Key.Key_Right)
    chips[1].click()
    QCoreApplication.processEvents()
    assert [chip.geometry() for chip in row.findChildren(QPushButton)] == before
    assert row.chosen == "b"
    assert "b" in told


def test_the_flow_asks_for_the_height_of_its_rows(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder, gap=8)
    for _number in range(4):
        button = QPushButton("x")
        button.setFixedSize(100, 30)
        flow.addWidget(button)
    assert flow.heightForWidth(1000) == 30
    assert flow.heightForWidth(210) == 68
    assert flow.takeAt(9) is None


def test_an_even_flow_leaves_nothing_alone_in_the_last_row(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder, gap=8, even=True)
    things = [QPushButton("x") for _number in range(8)]
    for thing in things:
        thing.setFixedSize(76, 30)
        flow.addWidget(thing)
    holder.resize(640, 100)
    holder.show()
    QCoreApplication.processEvents()
    assert [thing.x() // 84 for thing in things] == [0, 1, 2, 3, 0, 1, 2, 3]
    assert flow.heightForWidth(664) == 30


def test_qt_speaks_urdu_where_we_have_the_words_and_is_silent_elsewhere() -> None:
    words = QtWords(Words("ur"))
    assert words.translate("QPlatformTheme", "Cancel") == "رہنے دیں"
    assert words.translate("QLineEdit", "&Copy") == "نقل کریں (&C)"
    assert words.translate("QFoo", "Something else") is None
    assert not words.isEmpty()
    untranslated = [text for text in QT_WORDS if Words("ur").gettext(text) == text]
    assert untranslated == []


def _picture(text: QLabel, qtbot: QtBot, width: int = 600) -> QImage:
    qtbot.addWidget(text)
    text.resize(width, text.heightForWidth(width))
    text.show()
    QCoreApplication.processEvents()
    return text.grab().toImage()


def _first_ink(picture: QImage) -> int:
    ground = picture.pixel(picture.width() // 2, 0)
    for x in range(picture.width()):
        if any(picture.pixel(x, y) != ground for y in range(picture.height())):
            return x
    return -1


def _last_ink(picture: QImage, rows: range) -> int:
    ground = picture.pixel(0, 0)
    inked = (x for x in range(picture.width()) for y in rows if picture.pixel(x, y) != ground)
    return max(inked, default=-1)


def _row_has_ink(picture: QImage, y: int) -> bool:
    ground = picture.pixel(0, 0)
    return any(picture.pixel(x, y) != ground for x in range(picture.width()))
