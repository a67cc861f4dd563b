# SPDX-License-Identifier: GPL-3.0-or-later
"""Help and honest page say the same in both languages, and name only what was confirmed."""

from __future__ import annotations

import json
import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from bondsdesk.app.front_door.content import help_text, honest_text
from bondsdesk.app.front_door.help_page import HelpPage
from bondsdesk.kernel.assets import read_text
from bondsdesk.kernel.words import LANGUAGES
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.look import Look

CONFIRMED = {"15", "0311-7786264", "15 → 7", "1043", "1737", "0800-22227, 1097"}


def shape(value: object) -> object:
    """Return keys, ids and lengths without words."""
    if isinstance(value, dict):
        return {key: value["id"] if key == "id" else shape(part) for key, part in value.items()}
    if isinstance(value, list):
        return [shape(part) for part in value]
    return bool(value)


@pytest.mark.parametrize("name", ["help.json", "honest.json"])
def test_both_languages_have_the_same_parts(name: str) -> None:
    english, urdu = (json.loads(read_text("content", language, name)) for language in LANGUAGES)
    assert shape(english) == shape(urdu)


def test_the_numbers_are_the_same_in_both_languages() -> None:
    english, urdu = (help_text(language).lines for language in LANGUAGES)
    for ours, theirs in zip(english, urdu, strict=True):
        assert (ours.digits, ours.area, ours.last_checked) == (
            theirs.digits,
            theirs.area,
            theirs.last_checked,
        )


def test_only_confirmed_numbers_are_named_each_with_its_date_and_province() -> None:
    text = help_text("en")
    areas = {area for area, _name in text.areas}
    assert {line.digits for line in text.lines} == CONFIRMED
    for line in text.lines:
        assert line.area in areas
        assert re.fullmatch(r"20\d\d(-(0[1-9]|1[0-2]))?", line.last_checked)


def test_nothing_on_the_help_page_can_be_followed() -> None:
    for language in LANGUAGES:
        assert "http" not in read_text("content", language, "help.json")
        assert "tel:" not in read_text("content", language, "help.json")


def test_the_honest_page_names_what_it_cannot_do() -> None:
    text = honest_text("en")
    assert len(text.does) >= 3
    assert len(text.cannot) >= len(text.does)


def test_a_long_page_can_be_read_to_its_end_without_a_mouse(look: Look, qtbot: QtBot) -> None:
    page = HelpPage(look)
    qtbot.addWidget(page)
    page.resize(1024, 552)
    page.show()
    page.enter()
    (area,) = page.findChildren(QScrollArea)
    bar = area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    (close,) = page.findChildren(Button)
    for _ in range(20):
        QTest.keyClick(close, Qt.Key.Key_PageDown)
    assert bar.value() == bar.maximum()
    QTest.keyClick(close, Qt.Key.Key_Home)
    assert bar.value() == 0
