# SPDX-License-Identifier: GPL-3.0-or-later
"""One column in the middle of a window that may be far wider: fixed parts and scrolling ones."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QScrollBar, QSizePolicy, QWidget

from bondsdesk.widgets.sight_area import SightArea

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
            self._make_up_for_bar()
            self.updateGeometry()

    def _make_up_for_bar(self) -> None:
        """Take the scroll bar's room from the air at its side, so that it moves no column."""
        viewport = self.parentWidget()
        area = viewport.parentWidget() if viewport is not None else None
        if viewport is None or not isinstance(area, QScrollArea):
            return
        # The viewport itself takes its new width only after what it shows.
        bar = min(_SIDE, max(0, area.width() - self.width()))
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        box = self.layout()
        if box is not None:
            box.setContentsMargins(
                _SIDE - bar if rtl else _SIDE, 0, _SIDE if rtl else _SIDE - bar, 0
            )


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


def column_area(content: QWidget, width: int, parent: QWidget) -> SightArea:
    """Return a scroll area as wide as the window with the column in its middle.

    The scroll bar thus stands at the window's edge and never moves the column.
    """
    area = SightArea(parent)
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
