# SPDX-License-Identifier: GPL-3.0-or-later
"""What has the keyboard is seen whole, whatever scrolls around it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from bondsdesk.widgets.button import Button
from bondsdesk.widgets.line_field import LineField
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.note_field import NoteField
from bondsdesk.widgets.sight_area import SightArea


@pytest.fixture
def column(look: Look, qtbot: QtBot) -> SightArea:
    """Ten fields in a low window."""
    area = SightArea()
    inner = QWidget()
    box = QVBoxLayout(inner)
    for number in range(10):
        box.addWidget(LineField(look, name=f"Field {number}"))
    area.setWidget(inner)
    return shown(area, qtbot)


def shown(area: SightArea, qtbot: QtBot) -> SightArea:
    qtbot.addWidget(area)
    area.resize(300, 200)
    area.show()
    area.activateWindow()
    qtbot.waitUntil(area.isActiveWindow)
    return area


def in_sight(area: SightArea, widget: QWidget) -> bool:
    port = area.viewport()
    place = QRect(widget.mapTo(port, QPoint(0, 0)), widget.size())
    return port.rect().contains(place)


def test_tab_brings_every_field_whole_into_sight(column: SightArea) -> None:
    fields = column.findChildren(LineField)
    fields[0].setFocus()
    for field in fields:
        assert field.hasFocus()
        assert in_sight(column, field)
        QTest.keyClick(field, Qt.Key.Key_Tab)


def test_a_person_who_scrolls_away_is_left_alone(column: SightArea) -> None:
    first, *_rest, last = column.findChildren(LineField)
    first.setFocus()
    bar = column.verticalScrollBar()
    bar.triggerAction(bar.SliderAction.SliderToMaximum)
    content = column.widget()
    assert content is not None
    content.setMinimumHeight(content.height() + 50)
    QApplication.processEvents()
    assert not in_sight(column, first)
    last.setFocus()
    assert in_sight(column, last)


def test_a_field_that_grows_stays_in_sight(look: Look, qtbot: QtBot) -> None:
    area = SightArea()
    inner = QWidget()
    box = QVBoxLayout(inner)
    box.addSpacing(120)
    note = NoteField(look, least=40, most=120, name="Note")
    box.addWidget(note)
    area.setWidget(inner)
    shown(area, qtbot)
    note.setFocus()
    for _ in range(4):
        QTest.keyClick(note, Qt.Key.Key_Return)
        QApplication.processEvents()
    assert note.height() == 120
    assert in_sight(area, note)


@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
def test_it_follows_sideways_in_both_directions(
    look: Look, qtbot: QtBot, direction: Qt.LayoutDirection
) -> None:
    area = SightArea()
    area.setLayoutDirection(direction)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    inner = QWidget()
    row = QHBoxLayout(inner)
    buttons = [Button(f"Lane {number}", look) for number in range(8)]
    for button in buttons:
        row.addWidget(button)
    area.setWidget(inner)
    shown(area, qtbot)
    for button in (buttons[0], buttons[7], buttons[3], buttons[0]):
        button.setFocus()
        assert in_sight(area, button)
