# SPDX-License-Identifier: GPL-3.0-or-later
"""The closed door: a narrow column over the drawing of the desk, a foot with a few quiet words."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bondsdesk.app.front_door.columns import column_area
from bondsdesk.app.front_door.door_context import DoorContext
from bondsdesk.app.front_door.language_switch import LanguageSwitch
from bondsdesk.kernel.words import gettext as _
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.desk_drawing import DeskDrawing

COLUMN = 360


class DoorFrame(QWidget):
    """Every page of the closed door stands in it: language at the leading end, help at the other.

    `column` is for the page; `foot` takes buttons before the help button. `scenery` is the desk.
    """

    help_wanted = Signal()

    def __init__(
        self,
        context: DoorContext,
        *,
        width: int = COLUMN,
        top: int = 52,
        scenery: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.context = context
        self.look = context.look
        self._drawing = DeskDrawing(self.look, parent=self)
        self._drawing.lower()
        self._drawing.setVisible(scenery)
        inner = QWidget(self)
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(0, top, 0, self.look.px(16))
        self.column.setSpacing(0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(column_area(inner, self.look.px(width), self), 1)
        outer.addLayout(self._make_foot())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the drawing as large as the window; it knows itself where there is no room."""
        super().resizeEvent(event)
        self._drawing.setGeometry(self.rect())

    def _make_foot(self) -> QHBoxLayout:
        px = self.look.px
        foot = QHBoxLayout()
        foot.setContentsMargins(px(32), 0, px(32), px(22))
        foot.setSpacing(px(8))
        switch = LanguageSwitch(self.look)
        switch.picked.connect(self.context.switch_language)
        foot.addWidget(switch)
        foot.addStretch(1)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(px(8))
        foot.addLayout(self.foot)
        self._help = Button(_("Help"), self.look, kind="text", icon="help")
        self._help.clicked.connect(self.help_wanted)
        foot.addWidget(self._help)
        return foot
