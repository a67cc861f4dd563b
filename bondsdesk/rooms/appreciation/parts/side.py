# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands beside the list, or in its place: the plan, the note being written, or tags."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from bondsdesk.kernel.words import gettext as _
from bondsdesk.rooms.appreciation.parts.composer import Composer
from bondsdesk.rooms.appreciation.parts.plan_card import PlanCard
from bondsdesk.rooms.appreciation.parts.tag_card import TagCard
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.page import scrolling

WIDTH = 376
"""Pixels at 100 % (NOTES.md, 3)."""

_WIDEST = 720
_ANY = 16_777_215
Shown = Literal["plan", "compose", "tags"]


class Side(QWidget):
    """Signals: back(): the way back to the list, where there is one column."""

    back = Signal()

    def __init__(
        self,
        composer: Composer,
        plan: PlanCard,
        tags: TagCard,
        look: Look,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._narrow = False
        self._shown: Shown = "plan"
        self._stack = QStackedWidget(self)
        self._box = QVBoxLayout(self)
        held, form, marks = QWidget(), QWidget(), QWidget()
        self._places: dict[Shown, QWidget] = {
            "plan": scrolling(held),
            "compose": scrolling(form),
            "tags": scrolling(marks),
        }
        for place in self._places.values():
            self._stack.addWidget(place)
        _put_at_top(plan, held)
        _put_at_top(composer, form)
        _put_at_top(tags, marks)
        self._back = Button(_("Back to notes"), look, kind="text", icon="arrow-back")
        self._back.clicked.connect(self.back)
        self._box.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeading)
        self._box.addWidget(self._stack, 1)
        look.changed.connect(self._restyle)
        self._restyle()

    @property
    def shown(self) -> Shown:
        """Return what stands here."""
        return self._shown

    def show_place(self, shown: Shown) -> None:
        """Show one of the three."""
        self._shown = shown
        self._stack.setCurrentWidget(self._places[shown])

    def set_narrow(self, narrow: bool) -> None:
        """Take the page's whole width, with a way back, or stand beside the list."""
        self._narrow = narrow
        self._restyle()

    @Slot()
    def _restyle(self) -> None:
        px = self._look.px
        self._back.setVisible(self._narrow)
        self.setMinimumWidth(0 if self._narrow else px(WIDTH))
        self.setMaximumWidth(_ANY if self._narrow else px(WIDTH))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the lines short where the whole page is free."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        spare = max(0, self.width() - self._look.px(_WIDEST)) if self._narrow else 0
        rtl = self._look.rtl
        self._box.setContentsMargins(spare if rtl else 0, 0, 0 if rtl else spare, 0)


def _put_at_top(card: QWidget, place: QWidget) -> None:
    """Let a card be as high as it needs, with the rest of the column empty below."""
    box = QVBoxLayout(place)
    box.setContentsMargins(0, 0, 0, 0)
    box.addWidget(card)
    box.addStretch(1)
