# SPDX-License-Identifier: GPL-3.0-or-later
"""Many notes: the window of rows slides, nothing on the screen jumps, the rail leads anywhere."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bondsdesk.rooms.appreciation.domain import Note, Sieve
from bondsdesk.rooms.appreciation.models import MOST, rail_stops
from bondsdesk.rooms.appreciation.page import AppreciationPage
from bondsdesk.rooms.appreciation.parts.note_list import NoteList
from bondsdesk.rooms.appreciation.room import Appreciation
from bondsdesk.vault.vault import Vault
from tests.bench.make_notes import notes, write_notes

MANY = 1_200


@pytest.fixture
def page(vault: Vault, opened: Appreciation, qtbot: QtBot) -> Iterator[AppreciationPage]:
    """The page over many notes of twelve years."""
    write_notes(vault, MANY)
    page = opened.page()
    page.resize(1150, 768)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    _settle()
    yield page
    page.hide()


def _settle() -> None:
    for _ in range(6):
        QApplication.processEvents()


def _tops(view: NoteList) -> dict[str, int]:
    """Return how far from the top each note in sight stands."""
    model = view.model()
    found = {}
    for number in range(model.rowCount()):
        box = view.visualRect(model.index(number, 0))
        if 0 <= box.top() < view.viewport().height():
            found[str(model.index(number, 0).data())] = box.top()
    return found


def test_the_maker_always_makes_the_same_notes() -> None:
    assert list(notes(50)) == list(notes(50))
    texts = [note.text for note in notes(200)]
    assert any("شکریہ" in text for text in texts)
    assert any("Thank you" in text for text in texts)
    assert {note.giver for note in notes(200)} == {"a", "b"}


def test_scrolling_slides_the_window_and_moves_nothing_else(page: AppreciationPage) -> None:
    view, model = page.column.list, page.column.model
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    bar = view.verticalScrollBar()
    seen: set[str] = set()
    for direction in (1, -1):
        for _ in range(900):
            before = _tops(view)
            value = bar.value()
            bar.setValue(value + direction * 400)
            moved = bar.value() - value
            QApplication.processEvents()
            after = _tops(view)
            seen |= after.keys()
            for text in before.keys() & after.keys():
                assert after[text] == before[text] - moved
            assert model.rowCount() <= MOST
            if not moved and not (model.more_after if direction > 0 else model.more_before):
                break
    assert len(seen) > MANY * 0.9


def test_end_and_home_go_to_the_oldest_and_the_newest(page: AppreciationPage) -> None:
    view, model = page.column.list, page.column.model
    everything = page._service.notes(Sieve(), None, MANY)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_End)
    _settle()
    assert model.row(view.currentIndex()) == everything[-1]
    assert not model.more_after
    QTest.keyClick(view, Qt.Key.Key_Home)
    _settle()
    assert model.row(view.currentIndex()) == everything[0]


def test_the_rail_jumps_to_a_month_and_follows_the_list(page: AppreciationPage) -> None:
    rail = page.column.rail
    assert rail.isVisible()
    months = page._service.months(Sieve())
    assert len(months) == 145
    goal = months[70]
    rail.picked.emit(goal)
    _settle()
    first = page.column.model.row(page.column.list.indexAt(page.column.list.viewport().pos()))
    assert first is not None
    assert rail.here == goal
    stops = rail_stops(months, goal.year)
    assert next(stop.month for stop in stops if stop.year == goal.year) is None
    assert {stop.year for stop in stops if stop.month is not None} == {goal.year}


def test_the_rail_is_used_by_keyboard(page: AppreciationPage) -> None:
    rail = page.column.rail
    rail.setCurrentIndex(rail.model().index(rail.model().rowCount() - 1, 0))
    QTest.keyClick(rail, Qt.Key.Key_Space)
    _settle()
    oldest_year = page._service.months(Sieve())[-1].year
    view, model = page.column.list, page.column.model
    in_sight = view.indexAt(view.viewport().rect().center())
    row = model.row(in_sight)
    assert isinstance(row, Note)
    assert row.day.year == oldest_year


def test_a_search_hides_the_rail_and_a_filter_keeps_it(page: AppreciationPage) -> None:
    page.column.filters.search_for("samosa")
    _settle()
    assert not page.column.rail.isVisible()
    page.column.filters.show_all()
    _settle()
    assert page.column.rail.isVisible()


def test_withdrawing_in_the_middle_keeps_the_place(page: AppreciationPage) -> None:
    view = page.column.list
    page.column.rail.picked.emit(page._service.months(Sieve())[60])
    _settle()
    mine = next(n for n in page._service.notes(page.column.model.sieve, None, 5) if n.giver == "a")
    before = _tops(view)
    page._on_done(page._service.withdraw(mine.uid))
    _settle()
    after = _tops(view)
    assert {text: after[text] for text in before} == before


def test_one_long_letter_shows_its_beginning_only(page: AppreciationPage, qtbot: QtBot) -> None:
    del qtbot
    page.begin_note()
    page.composer.field.set_text("It was a long day and you were kind. " * 500)
    page.composer._on_changed()
    page.composer.give.click()
    _settle()
    index = page.column.model.index(0)
    assert page.column.list.visualRect(index).height() < 500
    QTest.keyClick(page.column.list, Qt.Key.Key_Home)
    QTest.keyClick(page.column.list, Qt.Key.Key_Return)
    assert page.reader.isVisible()
    assert len(page.reader._text.text()) > 18_000
