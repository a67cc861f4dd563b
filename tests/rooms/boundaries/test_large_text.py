# SPDX-License-Identifier: GPL-3.0-or-later
"""The page gives its room to what is shown: no bar where all fits, turns at large text."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea

from bondsdesk.kernel.ids import Uid
from bondsdesk.widgets.look import Look
from tests.rooms.boundaries.conftest import Come


@pytest.fixture
def large(look: Look) -> Iterator[Look]:
    look.set_zoom(2.0)
    yield look
    look.set_zoom(1.0)


def test_the_keyboard_goes_from_the_list_to_the_way_back_and_back_again(
    large: Look, come: Come, in_force: Uid
) -> None:
    visit = come("a")
    page = visit.page
    page.activateWindow()
    page.list.setFocus()
    page.list.choose(in_force)
    visit.settle()
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    visit.settle()
    assert not page.list.isVisible()
    assert QApplication.focusWidget() is page.pane.back_button
    QTest.keyClick(page.pane.back_button, Qt.Key.Key_Return)
    visit.settle()
    assert QApplication.focusWidget() is page.list


def test_nothing_scrolls_where_everything_fits(come: Come) -> None:
    visit = come("a")
    visit.page.resize(1150, 740)
    visit.settle()
    (area,) = [each for each in visit.page.pane.findChildren(QScrollArea) if each.isVisible()]
    assert area.verticalScrollBar().maximum() == 0
    visit.page.resize(1150, 400)
    visit.settle()
    assert area.verticalScrollBar().maximum() > 0
    labels = [each for each in area.findChildren(QLabel) if each.isVisible()]
    assert labels
    for label in labels:
        assert label.height() >= label.heightForWidth(label.width())
