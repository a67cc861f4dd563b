# SPDX-License-Identifier: GPL-3.0-or-later
"""At large text the list and what it opens take turns; the keyboard goes along."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

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
