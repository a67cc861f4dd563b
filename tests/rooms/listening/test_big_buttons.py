# SPDX-License-Identifier: GPL-3.0-or-later
"""The buttons of a talk stand side by side, so that nobody reads the clock behind them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from pytestqt.qtbot import QtBot

from bondsdesk.rooms.listening.parts.big_buttons import BigButtons
from bondsdesk.rooms.listening.parts.step_words import Choice
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.look import Look

CHOICES = (
    Choice("hear", "Just hear me", Qt.Key.Key_Space),
    Choice("questions", "Ask me", Qt.Key.Key_A),
    Choice("think", "Help me think", Qt.Key.Key_T),
)


@pytest.fixture
def large(look: Look) -> Iterator[Look]:
    look.set_zoom(2.0)
    yield look
    look.set_zoom(1.0)


def shown(look: Look, qtbot: QtBot, width: int) -> list[Button]:
    row = BigButtons(look)
    qtbot.addWidget(row)
    row.set_keys_shown(shown=False)
    row.resize(width, 400)
    row.show()
    row.show_choices(CHOICES)
    QCoreApplication.processEvents()
    buttons = row.findChildren(Button)
    assert len({button.mapTo(row, QPoint()).y() for button in buttons}) == 1
    assert all(button.width() >= button.sizeHint().width() for button in buttons)
    return buttons


def test_three_choices_at_large_text_are_smaller_and_side_by_side(
    large: Look, qtbot: QtBot
) -> None:
    low = shown(large, qtbot, 960)
    wide = shown(large, qtbot, 1800)
    assert low[0].height() < wide[0].height()
