# SPDX-License-Identifier: GPL-3.0-or-later
"""A scroll area in which whatever has the keyboard is seen whole.

Qt alone follows a field's caret, and only as far as the page's height was known at that moment.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Slot
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QScrollBar, QWidget

_AIR = 24
"""Pixels kept around, so that a label or the ring is seen too."""


class SightArea(QScrollArea):
    """Scrolls up and down, sideways only if its owner says so, and is no stop of Tab itself.

    It follows the focus until a person scrolls; a page that changes its height meanwhile, such as
    a growing field, is followed too.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._follows = True
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_came)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.rangeChanged.connect(self._range_changed)
            bar.actionTriggered.connect(self._scrolled)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 - Qt's name
        """Move on without Qt's own scrolling."""
        return QWidget.focusNextPrevChild(self, forward)

    @Slot(QWidget, QWidget)
    def _focus_came(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isAncestorOf(now):
            self._follows = True
            self._bring_into_sight(now)

    @Slot()
    def _range_changed(self) -> None:
        now = QApplication.focusWidget()
        if self._follows and now is not None and self.isAncestorOf(now):
            self._bring_into_sight(now)

    @Slot()
    def _scrolled(self) -> None:
        self._follows = False

    def _bring_into_sight(self, thing: QWidget) -> None:
        content, room = self.widget(), self.viewport().height()
        if content is None or not content.isAncestorOf(thing):
            return
        place = QRect(thing.mapTo(content, QPoint(0, 0)), thing.size())
        across = QRect(place)
        if place.height() + 2 * _AIR > room:
            caret = thing.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
            if isinstance(caret, QRect):
                place = caret.translated(place.topLeft())
        _show(self.verticalScrollBar(), place.top(), place.bottom(), room)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            across.moveLeft(content.width() - across.right())
        _show(self.horizontalScrollBar(), across.left(), across.right(), self.viewport().width())


def _show(bar: QScrollBar, first: int, last: int, room: int) -> None:
    """Scroll as little as shows the pixels from first to last, with some air, in that room."""
    most = first - _AIR
    least = last + _AIR - room
    if not least <= bar.value() <= most:
        bar.setValue(min(most, max(least, bar.value())))
