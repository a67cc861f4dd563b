# SPDX-License-Identifier: GPL-3.0-or-later
"""Every page of the roof at small windows and large text, in both languages: nothing is cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QLabel, QWidget

from bondsdesk.kernel.words import Language
from bondsdesk.widgets.side_rail import SideRail

if TYPE_CHECKING:
    from bondsdesk.app.desk_screen import Place
    from tests.app.desk.conftest import Scene

SIZES = [(1024, 700, 1.0), (1366, 768, 1.0), (1920, 1080, 1.0), (1024, 700, 2.0), (1366, 768, 1.5)]
PLACES: list[Place] = ["search", "export", "settings"]


def _cut(window: QWidget) -> list[str]:
    """Return visible words and buttons that stand outside of what may be scrolled to."""
    found = []
    for widget in window.findChildren(QWidget):
        if not isinstance(widget, QLabel | QAbstractButton) or not widget.isVisible():
            continue
        room = _room_of(widget, window)
        at = QRect(widget.mapTo(window, QPoint()), widget.size())
        sideways = at.left() < room.left() - 1 or at.right() > room.right() + 1
        least = widget.minimumSizeHint()
        squeezed = widget.width() < least.width() - 1 or widget.height() < least.height() - 1
        if sideways or squeezed:
            text = getattr(widget, "text", str)()
            found.append(f"{type(widget).__name__} {text!r} {at.getRect()} in {room.getRect()}")
    return found


def _room_of(widget: QWidget, window: QWidget) -> QRect:
    """Return the rectangle of the window, or of the scroll area the widget lies in."""
    around = widget.parentWidget()
    while around is not None and around is not window:
        above = around.parentWidget()
        if isinstance(above, QAbstractScrollArea) and above.viewport() is around:
            return QRect(around.mapTo(window, QPoint()), around.size())
        around = above
    return window.rect()


@pytest.mark.parametrize("language", ["en", "ur"])
@pytest.mark.parametrize(("width", "height", "zoom"), SIZES)
def test_nothing_is_cut(
    scene: Scene, language: Language, width: int, height: int, zoom: float
) -> None:
    scene.rooms["notes"].add("tea")
    scene.desk.switch_language(language)
    scene.look.set_zoom(zoom)
    scene.window.resize(width, height)
    screen = scene.desk._screen
    assert screen is not None
    cut = {}
    for place in PLACES:
        screen.visit_place(place)
        scene.settle()
        cut[place] = _cut(scene.window)
    scene.look.set_zoom(1.0)
    assert not any(cut.values()), cut


@pytest.mark.parametrize(
    ("width", "zoom", "narrow"), [(1366, 1.0, False), (1099, 1.0, True), (1366, 1.5, True)]
)
def test_the_rail_folds_where_there_is_no_room(
    scene: Scene, width: int, zoom: float, narrow: bool
) -> None:
    scene.look.set_zoom(zoom)
    scene.window.resize(width, 768)
    scene.settle()
    rail = scene.window.findChild(SideRail)
    assert rail is not None
    assert rail._narrow is narrow
    scene.look.set_zoom(1.0)


def test_a_notice_takes_room_only_while_it_is_there(scene: Scene) -> None:
    page = scene.rooms["notes"].page()
    before = page.height()
    scene.desk.notices.tell("Kept.")
    scene.settle()
    assert page.height() < before
    scene.desk.notices.dismiss()
    scene.settle()
    assert page.height() == before
