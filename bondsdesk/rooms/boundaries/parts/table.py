# SPDX-License-Identifier: GPL-3.0-or-later
"""The list and what is chosen in it: beside each other, or one in the place of the other."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from bondsdesk.kernel.words import gettext as _
from bondsdesk.rooms.boundaries.parts.pane import Pane
from bondsdesk.rooms.boundaries.parts.row_list import WIDTH, RowList
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.look import Look


class Table(QWidget):
    """Signals: start_wanted(): the page with what an agreement may not do."""

    start_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.list = RowList(look)
        self.pane = Pane(look)
        self._column = QWidget()
        column = QVBoxLayout(self._column)
        column.setContentsMargins(0, 0, 0, 0)
        may_not = Button(_("What an agreement may not do"), look, kind="text")
        may_not.clicked.connect(self.start_wanted)
        column.addWidget(self.list, 1)
        column.addWidget(may_not, 0, Qt.AlignmentFlag.AlignLeading)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._column)
        self._row.addWidget(self.pane, 1)

    def arrange(self, *, alone: bool, opened: bool) -> None:
        """Lay out; `alone`: there is room for one of the two, the pane once something is opened."""
        some = bool(self.list.uids())
        reading = self.list.hasFocus()
        self.pane.set_narrow(alone and some and opened)
        self._row.setSpacing(self._look.px(24))
        self._column.setVisible(some and not (alone and opened))
        self.pane.setVisible(not (alone and some) or opened)
        if reading and self._column.isHidden():
            self.pane.back_button.setFocus(Qt.FocusReason.OtherFocusReason)
        if alone:
            self._column.setMinimumWidth(0)
            self._column.setMaximumWidth(self._look.px(720))
        else:
            self._column.setFixedWidth(self._look.px(WIDTH))

    def take_focus(self) -> None:
        """Give the keyboard to the list, or to the way back to it."""
        target = self.list if self.list.isVisible() else self.pane.back_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def focused_name(self) -> str:
        """Return the name of the field that has the keyboard, "" for none."""
        held, content = QApplication.focusWidget(), self.pane.content
        inside = held is not None and content is not None and content.isAncestorOf(held)
        return held.accessibleName() if held is not None and inside else ""

    def focus_by_name(self, name: str) -> None:
        """Give the keyboard to the field of a name, if there is one."""
        content = self.pane.content
        fields = content.findChildren(QWidget) if content is not None and name else []
        for field in fields:
            if field.accessibleName() == name and field.focusPolicy() & Qt.FocusPolicy.TabFocus:
                field.setFocus()
                return
