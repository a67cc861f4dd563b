# SPDX-License-Identifier: GPL-3.0-or-later
"""The board and the open card: beside each other, or one in the place of the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from bondsdesk.kernel.words import gettext as _
from bondsdesk.rooms.goals.domain.board import Board, Face
from bondsdesk.rooms.goals.parts.board_view import BoardView
from bondsdesk.rooms.goals.parts.editor import WIDEST, WIDTH, CardEditor
from bondsdesk.rooms.goals.service.goals import GoalsService
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.empty_state import EmptyState
from bondsdesk.widgets.look import Look


class Table(QWidget):
    """Signals: begin_wanted(): there is no board yet, and one is wanted."""

    begin_wanted = Signal()

    def __init__(self, service: GoalsService, look: Look) -> None:
        super().__init__()
        self._look = look
        self.board = BoardView(service, look)
        self.editor = CardEditor(service, look)
        self.begin_button = Button(_("Begin a board"), look, kind="main")
        self.begin_button.clicked.connect(self.begin_wanted)
        self.empty = EmptyState(
            "cups",
            _(
                "A roof garden, a trip, a month without hurry: "
                "begin with one board for your wishes."
            ),
            look,
            button=self.begin_button,
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.board)
        self._stack.addWidget(self.empty)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._stack, 1)
        self._row.addWidget(self.editor)
        self.editor.hide()

    @property
    def opened(self) -> bool:
        """Tell whether a card is open."""
        return not self.editor.isHidden()

    def show_board(self, board: Board | None, faces: Sequence[Face]) -> None:
        """Show a board with its cards, or what stands where none is yet."""
        self.board.show_board(faces, board.colour if board else "leaf")
        self._stack.setCurrentWidget(self.board if board else self.empty)

    def arrange(self, narrow: bool, *, away: bool) -> bool:
        """Lay out for the width; True if the open card has the place to itself.

        `away`: what is being asked at large text needs the whole page, so nothing shows here.
        """
        self.setHidden(away)
        alone = narrow and self.opened
        self._stack.setVisible(not alone)
        self.board.mark_open(self.editor.uid if self.opened else "")
        self._row.setSpacing(self._look.px(24))
        self.editor.setMinimumWidth(0 if narrow else self._look.px(WIDTH))
        self.editor.setMaximumWidth(self._look.px(WIDEST if narrow else WIDTH))
        return alone or away
