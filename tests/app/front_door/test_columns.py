# SPDX-License-Identifier: GPL-3.0-or-later
"""A column stands where the parts above it stand, whether or not it scrolls."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from bondsdesk.app.front_door.help_page import HelpPage
from bondsdesk.kernel.words import Language
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.card import Card
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
