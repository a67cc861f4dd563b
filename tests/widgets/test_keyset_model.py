# SPDX-License-Identifier: GPL-3.0-or-later
"""A list of any length keeps only a window of rows, and the window slides both ways."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from bondsdesk.widgets.keyset_model import ROW, KeysetModel


class Numbers:
    """A table of numbers, the largest first, that counts how often it is asked."""

    def __init__(self, count: int) -> None:
        self.rows = list(range(count, 0, -1))
        self.asked = 0

    def fetch(self, edge: int | None, limit: int, *, back: bool) -> Sequence[int]:
        self.asked += 1
        if edge is None:
            return self.rows[:limit]
        if back:
            return [n for n in self.rows if n > edge][-limit:]
        return [n for n in self.rows if n < edge][:limit]


def _model(numbers: Numbers, *, page: int = 10, most: int = 30) -> KeysetModel[int]:
    model: KeysetModel[int] = KeysetModel(numbers.fetch, int, str, page=page, most=most)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    return model


def _shown(model: KeysetModel[int]) -> list[int]:
    return [row for n in range(model.rowCount()) if (row := model.at(n)) is not None]


@pytest.mark.usefixtures("qapp")
def test_it_begins_with_one_page() -> None:
    model = _model(Numbers(100))
    model.begin()
    assert _shown(model) == list(range(100, 90, -1))
    assert not model.more_before
    assert model.more_after


@pytest.mark.usefixtures("qapp")
def test_the_window_slides_to_the_end_and_back() -> None:
    model = _model(Numbers(95))
    model.begin()
    while model.grow(back=False):
        assert model.rowCount() <= 30
    assert _shown(model)[-1] == 1
    assert not model.more_after
    assert model.more_before
    while model.grow(back=True):
        assert model.rowCount() <= 30
    assert _shown(model) == list(range(95, 65, -1))
    assert not model.more_before


@pytest.mark.usefixtures("qapp")
def test_a_jump_shows_what_comes_after_a_key() -> None:
    model = _model(Numbers(100))
    model.jump(51)
    assert _shown(model) == list(range(50, 40, -1))
    assert model.more_before
    assert model.more_after
    assert model.grow(back=True) == 10
    assert _shown(model)[0] == 60


@pytest.mark.usefixtures("qapp")
def test_a_jump_near_the_end_fills_the_page_from_before() -> None:
    model = _model(Numbers(100))
    model.jump(4)
    assert _shown(model) == list(range(13, 0, -1))
    assert not model.more_after
    model.jump(0)
    assert _shown(model)[0] == 100


@pytest.mark.usefixtures("qapp")
def test_it_goes_to_the_end_at_once() -> None:
    model = _model(Numbers(100))
    model.finish(0)
    assert _shown(model) == list(range(10, 0, -1))
    assert model.more_before
    assert not model.more_after


@pytest.mark.usefixtures("qapp")
def test_reading_again_keeps_the_stretch() -> None:
    numbers = Numbers(100)
    model = _model(numbers)
    model.jump(51)
    numbers.rows.remove(48)
    model.again()
    assert _shown(model)[0] == 50
    assert 48 not in _shown(model)
    numbers.rows.insert(0, 101)
    model.begin()
    model.again()
    assert _shown(model)[0] == 101


@pytest.mark.usefixtures("qapp")
def test_an_empty_list_asks_no_further() -> None:
    numbers = Numbers(0)
    model = _model(numbers)
    model.begin()
    asked = numbers.asked
    assert model.grow(back=False) == model.grow(back=True) == 0
    assert numbers.asked == asked
    model.again()
    assert model.rowCount() == 0


@pytest.mark.usefixtures("qapp")
def test_a_row_is_found_by_index_and_by_key() -> None:
    model = _model(Numbers(20))
    model.begin()
    index = model.place(15)
    assert model.row(index) == model.data(index, ROW) == 15
    assert model.data(index, Qt.ItemDataRole.AccessibleTextRole) == "15"
    assert model.data(index, Qt.ItemDataRole.DecorationRole) is None
    assert not model.place(3).isValid()
    assert model.at(99) is None
