# SPDX-License-Identifier: GPL-3.0-or-later
"""One column in the middle of a window that may be far wider: fixed parts and scrolling ones."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QScrollBar,
    QSizePolicy,
    QWidget,
)

_SCROLLS = {
    Qt.Key.Key_PageUp: QScrollBar.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QScrollBar.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_Home: QScrollBar.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QScrollBar.SliderAction.SliderToMaximum,
}
_SIDE = 24
"""Least air at both sides of a column, in pixels; a focus ring needs 4 of them."""


class _Row(QWidget):
    """A row whose height follows from its width alone.

    A layout's own minimum is that of its narrowest, and thus highest, form; a scroll area would
    show a bar where everything fits.
    """

    def minimumSizeHint(self) -> QSize:
        """Return the height that the present width needs."""
        return QSize(0, max(0, self.heightForWidth(self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height when the width has changed."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()


def centred(content: QWidget, width: int) -> QWidget:
    """Return a row that keeps a widget in the middle, at most `width` pixels wide."""
    row = _Row()
    box = QHBoxLayout(row)
    box.setContentsMargins(_SIDE, 0, _SIDE, 0)
    content.setMaximumWidth(width)
    policy = content.sizePolicy()
    policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
    content.setSizePolicy(policy)
    box.addStretch(1)
    box.addWidget(content, 10_000)
    box.addStretch(1)
    return row


def column_area(content: QWidget, width: int, parent: QWidget) -> ColumnArea:
    """Return a scroll area as wide as the window with the column in its middle.

    The scroll bar thus stands at the window's edge and never moves the column.
    """
    area = ColumnArea(parent)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setViewport(QWidget())  # one made here is clear, and Qt's own would cost 25 ms to ask for
    row = centred(content, width)
    area.setWidget(row)
    row.setAutoFillBackground(False)
    return area


def scrolled_by_key(bar: QScrollBar, event: QKeyEvent) -> bool:
    """Scroll by a window or to an end for the keys that mean so; tell whether the key was one."""
    action = _SCROLLS.get(Qt.Key(event.key()))
    if action is None:
        return False
    bar.triggerAction(action)
    return True


class ColumnArea(QScrollArea):
    """A scroll area that brings whatever has the focus into sight, however the focus came."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_came)
        self.verticalScrollBar().rangeChanged.connect(self._bring_into_sight)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 - Qt's name
        """Move on without Qt's own scrolling, which follows a field's caret, not the field."""
        return QWidget.focusNextPrevChild(self, forward)

    @Slot(QWidget, QWidget)
    def _focus_came(self, _before: QWidget | None, _now: QWidget | None) -> None:
        self._bring_into_sight()

    @Slot()
    def _bring_into_sight(self) -> None:
        """Show the whole of it with some air; again when the page has found its real height."""
        now, content = QApplication.focusWidget(), self.widget()
        if now is None or content is None or not content.isAncestorOf(now):
            return
        bar = self.verticalScrollBar()
        top = now.mapTo(content, QPoint(0, 0)).y() - _SIDE
        lowest = top + now.height() + 2 * _SIDE - self.viewport().height()
        if not lowest <= bar.value() <= top:
            bar.setValue(min(top, max(lowest, bar.value())))
