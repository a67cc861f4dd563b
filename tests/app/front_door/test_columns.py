# SPDX-License-Identifier: GPL-3.0-or-later
"""A column stands where the parts above it stand, whether or not it scrolls."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from bondsdesk.app.front_door.columns import column_area
from bondsdesk.app.front_door.help_page import HelpPage
from bondsdesk.kernel.words import Language
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.card import Card
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.look import Look


@pytest.mark.parametrize("language", ["en", "ur"])
def test_the_help_page_stands_in_one_column_with_its_title(
    look: Look, show: Callable[[QWidget], None], language: Language
) -> None:
    look.set_language(language)
    page = HelpPage(look)
    show(page)
    QApplication.processEvents()
    assert page.findChildren(QScrollArea)[0].verticalScrollBar().isVisible()
    head = page.findChildren(Button)[0].parentWidget()
    assert head is not None
    for part in page.findChildren(Card):
        assert part.mapTo(page, QPoint()).x() == head.mapTo(page, QPoint()).x()
        assert part.width() == head.width()


@pytest.mark.parametrize("language", ["en", "ur"])
def test_a_column_is_in_the_middle_with_a_bar_and_without(
    look: Look, show: Callable[[QWidget], None], language: Language
) -> None:
    look.set_language(language)
    window, content = QWidget(), Label("tea " * 400, look, wrap=True)
    area = column_area(content, 360, window)
    show(window)
    for height, bar in ((300, True), (900, False), (400, True)):
        area.setGeometry(0, 0, 800, height)
        for _ in range(4):  # sizes, bars, margins and sizes again follow each other
            QApplication.processEvents()
        assert area.verticalScrollBar().isVisible() == bar
        assert content.mapTo(area, QPoint(content.width() // 2, 0)).x() == 400
