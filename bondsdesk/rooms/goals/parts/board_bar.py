# SPDX-License-Identifier: GPL-3.0-or-later
"""The row above a board: which board, a new one, what can be done with this one, and small steps.

A small step that was said in another room becomes a card with two clicks: the button, the step.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QMenu, QVBoxLayout, QWidget

from bondsdesk.kernel.ports import Seed
from bondsdesk.kernel.words import gettext as _
from bondsdesk.rooms.goals.domain.board import Board
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.chip_row import ChipRow
from bondsdesk.widgets.icon_button import IconButton
from bondsdesk.widgets.look import Look

_LONGEST: Final = 60
"""Characters of a small step in the menu; the card gets all of it."""


class BoardBar(QWidget):
    """Choices among boards.

    picked(uid), new_wanted(), change_wanted(), archive_wanted(), restore_wanted(uid): boards.
    print_wanted(): the board on paper; at large text the header has no room for that button.
    seed_picked(seed): a small step is to become a card.
    """

    picked = Signal(str)
    new_wanted = Signal()
    change_wanted = Signal()
    archive_wanted = Signal()
    restore_wanted = Signal(str)
    seed_picked = Signal(object)
    print_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._boards: tuple[Board, ...] = ()
        self._resting: tuple[Board, ...] = ()
        self._seeds: tuple[Seed, ...] = ()
        self.row: ChipRow | None = None
        self._large = False
        self._neighbours: tuple[QWidget, QWidget] | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        look.changed.connect(self._on_look)

    def stand_between(self, before: QWidget, after: QWidget) -> None:
        """Be reached by Tab between two others, though the row is made anew now and then."""
        self._neighbours = before, after

    def show_boards(
        self, boards: Sequence[Board], resting: Sequence[Board], chosen: str, seeds: Sequence[Seed]
    ) -> None:
        """Show the boards in use with one chosen, and what else there is to pick from."""
        fresh = (tuple(boards), tuple(resting), tuple(seeds))
        if self.row is None or fresh != (self._boards, self._resting, self._seeds):
            self._boards, self._resting, self._seeds = fresh
            self._build()
        if self.row is not None and chosen:
            self.row.choose(chosen)

    @property
    def offers_something(self) -> bool:
        """Tell whether there is a board to choose or to bring back."""
        return bool(self._boards or self._resting)

    @property
    def has_board(self) -> bool:
        """Tell whether there is a board to show."""
        return bool(self._boards)

    def _build(self) -> None:
        if self.row is not None:
            self._box.removeWidget(self.row)
            self.row.hide()
            self.row.deleteLater()
        look = self._look
        self.row = ChipRow(look, name=_("Boards"))
        for board in self._boards:
            self.row.add(board.uid, board.name)
        self.row.picked.connect(self.picked)
        self.new_button = self._new_button()
        self.new_button.clicked.connect(self.new_wanted)
        self.row.add_beside(self.new_button)
        self.new_button.setVisible(bool(self._boards))
        if self._seeds:
            self.seeds_button = Button(_("From your talks"), look, kind="text", icon="speech")
            self.seeds_button.clicked.connect(self.open_seeds)
            self.row.add_beside(self.seeds_button)
        if self._boards or self._resting:
            self.more_button = IconButton("more", _("More about boards"), look)
            self.more_button.clicked.connect(self.open_menu)
            self.row.add_beside(self.more_button)
        self._box.addWidget(self.row)
        if self._neighbours is not None:
            stops = [self._neighbours[0], *self.row.findChildren(QAbstractButton)]
            for one, next_one in pairwise([*stops, self._neighbours[1]]):
                QWidget.setTabOrder(one, next_one)

    def _new_button(self) -> QAbstractButton:
        """Return the way to a new board; large words would take a row of their own."""
        self._large = self._look.zoom >= 1.5
        if self._large:
            return IconButton("plus", _("New board"), self._look)
        return Button(_("New board"), self._look, kind="text", icon="plus")

    @Slot()
    def _on_look(self) -> None:
        if self.row is not None and self._large != (self._look.zoom >= 1.5):
            chosen = self.row.chosen
            self._build()
            if chosen:
                self.row.choose(chosen)

    @Slot()
    def open_menu(self) -> None:
        """Open what can be done with boards."""
        menu = self._menu()
        if self._boards:
            menu.addAction(_("Rename or recolour")).triggered.connect(self.change_wanted)
            menu.addAction(_("Print board")).triggered.connect(self.print_wanted)
            menu.addAction(_("Put this board away")).triggered.connect(self.archive_wanted)
        if self._boards and self._resting:
            menu.addSeparator()
        for board in self._resting:
            words = _("Bring back: {name}").format(name=shown(board.name))
            menu.addAction(words).triggered.connect(partial(self.restore_wanted.emit, board.uid))
        self._pop_up(menu, self.more_button)

    @Slot()
    def open_seeds(self) -> None:
        """Open the small steps that were said in talks."""
        menu = self._menu()
        for seed in self._seeds:
            menu.addAction(shown(seed.text)).triggered.connect(partial(self.seed_picked.emit, seed))
        self._pop_up(menu, self.seeds_button)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _pop_up(self, menu: QMenu, under: QWidget) -> None:
        x = under.width() - menu.sizeHint().width() if self._look.rtl else 0
        menu.popup(under.mapToGlobal(QPoint(x, under.height() + 4)))


def shown(text: str) -> str:
    """Return a person's words as one line of a menu."""
    line = " ".join(text.split())
    cut = line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
    return cut.replace("&", "&&")
