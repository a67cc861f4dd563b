# SPDX-License-Identifier: GPL-3.0-or-later
# ruff: noqa: N802, N815 - the names are Qt's
"""What was copied at the desk does not outlive it, and no history should keep it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QClipboard
from pytestqt.qtbot import QtBot

from bondsdesk.app.clipboard import PRIVATE, OwnClipboard

COPY, MOUSE = QClipboard.Mode.Clipboard, QClipboard.Mode.Selection


class Board(QObject):
    """The clipboard of X11, which the platform of the tests does not have."""

    dataChanged = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.ours = {COPY: False, MOUSE: False}
        self.held = {COPY: QMimeData(), MOUSE: QMimeData()}

    def copy(self, text: str, mode: QClipboard.Mode = COPY, *, here: bool = True) -> None:
        self.ours[mode] = here
        self.held[mode] = QMimeData()
        self.held[mode].setText(text)
        if mode == COPY:
            self.dataChanged.emit()

    def text(self, mode: QClipboard.Mode = COPY) -> str:
        return self.held[mode].text()

    def ownsClipboard(self) -> bool:
        return self.ours[COPY]

    def ownsSelection(self) -> bool:
        return self.ours[MOUSE]

    def supportsSelection(self) -> bool:
        return True

    def mimeData(self) -> QMimeData:
        assert self.ours[COPY], "another program's text is read"
        return self.held[COPY]

    def setMimeData(self, content: QMimeData) -> None:
        self.held[COPY] = content
        self.dataChanged.emit()

    def setText(self, text: str, mode: QClipboard.Mode = COPY) -> None:
        self.copy(text, mode)


@pytest.fixture
def board(qtbot: QtBot) -> Board:
    return Board()


@pytest.fixture
def desk(board: Board) -> OwnClipboard:
    return OwnClipboard(board)  # type: ignore[arg-type]


def test_what_is_copied_can_be_pasted_and_is_marked_as_private(
    board: Board, desk: OwnClipboard
) -> None:
    board.copy("what I have not dared to say")
    assert board.text() == "what I have not dared to say"
    assert all(board.held[COPY].hasFormat(name) for name in PRIVATE)


def test_a_lock_takes_back_what_was_copied_and_what_the_mouse_marked(
    board: Board, desk: OwnClipboard
) -> None:
    board.copy("what I have not dared to say")
    board.copy("to say", MOUSE)
    desk.end()
    assert (board.text(), board.text(MOUSE)) == ("", "")


def test_what_another_program_copied_is_neither_read_nor_taken(
    board: Board, desk: OwnClipboard
) -> None:
    board.copy("what I have not dared to say")
    board.copy("a telephone number", here=False)
    board.copy("number", MOUSE, here=False)
    desk.end()
    assert (board.text(), board.text(MOUSE)) == ("a telephone number", "number")
    assert not any(board.held[COPY].hasFormat(name) for name in PRIVATE)
