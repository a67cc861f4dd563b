# SPDX-License-Identifier: GPL-3.0-or-later
"""What a search finds stands at the side where its own language begins."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bondsdesk.app.excerpt import Excerpt
from bondsdesk.app.search_delegate import SearchDelegate
from bondsdesk.widgets.look import Look

WIDTH = 600


@pytest.mark.parametrize(("text", "at_right"), [("Tea at dawn", False), ("چائے پر بات", True)])
def test_found_words_begin_at_their_own_side(
    look: Look, qtbot: QtBot, text: str, at_right: bool
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    layout = SearchDelegate(look, parent)._lay_out(Excerpt(text, ()), WIDTH, 1)
    words = layout.lineAt(0).naturalTextRect()
    assert words.width() < WIDTH / 2
    assert (words.right() > WIDTH - 2) == at_right
    assert (words.left() < 2) != at_right
