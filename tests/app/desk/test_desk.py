# SPDX-License-Identifier: GPL-3.0-or-later
"""Sitting at the desk: rooms, steps back, keys, language, leaving."""

from __future__ import annotations

from tests.app.desk.conftest import Scene


def test_the_first_room_is_shown_and_only_its_page_is_built(scene: Scene) -> None:
    assert scene.rooms["notes"].page().isVisible()
    assert scene.rooms["plans"]._page is None
