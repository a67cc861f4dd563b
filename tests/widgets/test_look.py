# SPDX-License-Identifier: GPL-3.0-or-later
"""The look: every setting takes effect at once and is told once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bondsdesk.kernel.assets import asset, read_text
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.sheet import filled_sheet
from bondsdesk.widgets.tokens import TOKENS, Scheme, contrast


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_choosing_a_scheme_changes_palette_and_colours(
    look: Look, qapp: QApplication, scheme: Scheme
) -> None:
    look.set_scheme(scheme)
    window = qapp.palette().color(QPalette.ColorRole.Window).name()
    assert window == TOKENS[scheme]["paper"].lower() == look.colour("paper").name()
    selected = qapp.palette().color(QPalette.ColorRole.Highlight).name()
    words = qapp.palette().color(QPalette.ColorRole.HighlightedText).name()
    assert contrast(selected, words) >= 4.5


def test_a_system_that_says_nothing_counts_as_light(look: Look) -> None:
    look.set_scheme("system")
    assert look.scheme == "light"


def test_each_setting_is_told_once(look: Look, qtbot: QtBot) -> None:
    told: list[int] = []
    look.changed.connect(lambda: told.append(1))
    look.set_zoom(1.5)
    look.set_scheme("dark")
    look.set_reduced_motion(True)
    look.set_language("ur")
    assert len(told) == 4


def test_zoom_goes_by_steps_and_stays_between_its_ends(look: Look) -> None:
    for _step in range(20):
        look.zoom_in()
    assert look.zoom == 2.0
    assert look.px(16) == 32
    assert look.font("body").pixelSize() == 28
    for _step in range(20):
        look.zoom_out()
    assert look.zoom == 0.8
    look.set_zoom(9)
    assert look.zoom == 2.0


def test_nothing_moves_longer_than_400_ms_and_not_at_all_when_unwanted(look: Look) -> None:
    look.set_reduced_motion(False)
    assert look.duration(1000) == 400
    look.set_reduced_motion(True)
    assert look.duration(400) == 0


def test_urdu_runs_from_the_right_in_naskh_one_step_larger(look: Look, qapp: QApplication) -> None:
    look.set_language("ur")
    assert qapp.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert look.font("body").families()[0] == "Bondsdesk Naskh"
    assert look.font("body").pixelSize() == 16
    assert look.font("title").pixelSize() == 28


def test_letters_are_read_in_nastaliq_and_explanations_in_naskh(look: Look) -> None:
    urdu = "دل سے شکریہ"
    assert look.reading_font(urdu, 18).families()[0] == "Bondsdesk Nastaliq"
    assert look.reading_font(urdu, 14).families()[0] == "Bondsdesk Naskh"
    assert look.reading_font("Thank you", 18).families()[0] == "Bondsdesk Sans"
    assert look.leading(urdu, 18) > look.leading("Thank you", 18)


def test_the_bundled_fonts_are_the_ones_that_are_drawn(look: Look) -> None:
    look.nastaliq()
    for family in ("Bondsdesk Sans", "Bondsdesk Naskh", "Bondsdesk Nastaliq"):
        assert family in QFontDatabase.families()
    assert QFontInfo(look.font("body")).family() == "Bondsdesk Sans"
    assert asset("fonts", "NotoColorEmoji.ttf").is_file()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_style_sheet_has_no_place_left_open(scheme: Scheme) -> None:
    sheet = filled_sheet(read_text("styles", "bondsdesk.qss"), scheme, 1.25)
    assert "@" not in sheet
    assert "/*" not in sheet
    assert len(sheet) < 6000


def test_narrow_is_a_small_window_or_large_text(look: Look) -> None:
    assert look.narrow(1024)
    assert not look.narrow(1366)
    look.set_zoom(1.5)
    assert look.narrow(1920)
