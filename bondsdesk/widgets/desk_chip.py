# SPDX-License-Identifier: GPL-3.0-or-later
"""Who sits at the desk, and the three ways to leave it: hand over, lock, hide."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from bondsdesk.kernel.people import Person
from bondsdesk.kernel.words import gettext as _
from bondsdesk.kernel.words import pgettext
from bondsdesk.widgets.icon_button import IconButton
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.person_disc import PersonDisc
from bondsdesk.widgets.tool_button import ToolButton

_WIDE: Final = ((0, 0), (0, 1), (0, 2))
_NARROW: Final = ((0, 0), (0, 1), (1, 0))


class DeskChip(QWidget):
    """The bottom of the rail. `menu(point)` asks for the house's menu at a place on the screen."""

    hand_over = Signal()
    lock = Signal()
    hide_window = Signal()
    menu = Signal(QPoint)

    def __init__(self, person: Person, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._disc = PersonDisc(person.symbol, person.colour, look)
        self._name = Label(person.name, look, bold=True)
        self._where = Label(_("at the desk"), look, role="second", tone="quiet")
        self._more = IconButton("more", _("Menu"), look)
        self._more.clicked.connect(self._on_menu)
        self._build()
        self._person = person
        self.set_narrow(False)
        self.show_person(person)
        look.changed.connect(self._restyle)

    def show_person(self, person: Person) -> None:
        """Show who sits there; a long name is cut with dots and whole in the tooltip."""
        self._person = person
        said = _("{name} is at the desk").format(name=person.name)
        self._disc.show_person(person.symbol, person.colour, said)
        self._disc.setToolTip(person.name)
        self._name.setToolTip(person.name)
        self._elide()

    def set_narrow(self, narrow: bool) -> None:
        """Put everything under one another."""
        self._narrow = narrow
        self._words.setVisible(not narrow)
        places = _NARROW if narrow else _WIDE
        tools = (self._hand_over, self._lock, self._hide)
        for tool, place in zip(tools, places, strict=True):
            tool.set_bare(narrow)
            self._tools.addWidget(tool, *place, Qt.AlignmentFlag.AlignCenter)
        if narrow:
            self._tools.addWidget(self._more, 1, 1, Qt.AlignmentFlag.AlignCenter)
        else:
            self._top.addWidget(self._more, 0, Qt.AlignmentFlag.AlignCenter)
        self._restyle()

    def _build(self) -> None:
        self._words = QWidget()
        words = QVBoxLayout(self._words)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._where)
        self._top = QHBoxLayout()
        middle = Qt.AlignmentFlag.AlignCenter
        self._top.addWidget(self._disc, 0, middle)
        self._top.addWidget(self._words, 1)
        self._hand_over = ToolButton("hand-over", _("Hand over"), self._look)
        self._lock = ToolButton("lock", pgettext("close the place", "Lock"), self._look)
        self._hide = ToolButton("eye-off", pgettext("cover the window", "Hide"), self._look)
        self._hand_over.clicked.connect(self.hand_over)
        self._lock.clicked.connect(self.lock)
        self._hide.clicked.connect(self.hide_window)
        self._tools = QGridLayout()
        self._box = QVBoxLayout(self)
        self._box.addLayout(self._top)
        self._box.addLayout(self._tools)

    def _elide(self) -> None:
        room = self._look.px(90)
        dots = Qt.TextElideMode.ElideRight
        self._name.setText(self._name.fontMetrics().elidedText(self._person.name, dots, room))

    @Slot()
    def _on_menu(self) -> None:
        self.menu.emit(self._more.mapToGlobal(QPoint(0, 0)))

    @Slot()
    def _restyle(self) -> None:
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(self._look.px(12))
        self._top.setContentsMargins(0 if self._narrow else self._look.px(4), 0, 0, 0)
        self._top.setSpacing(self._look.px(12))
        self._tools.setSpacing(0)
        self._elide()
