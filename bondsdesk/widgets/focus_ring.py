# SPDX-License-Identifier: GPL-3.0-or-later
"""The one ring that shows where the keyboard is, drawn outside the widget that has it.

A style sheet cannot draw outside a widget. A field always shows the ring; a button only when the
focus came by the keyboard, so that a click leaves no trace.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from bondsdesk.widgets.look import Look

_OFF: Final = 2
_PEN: Final = 2
_CORNER: Final = 12
_FIELDS: Final = ("QLineEdit", "QPlainTextEdit")
_CONTROLS: Final = (
    *_FIELDS,
    "QAbstractButton",
    "QAbstractItemView",
    "QAbstractSpinBox",
    "QComboBox",
)
"""By name: PySide makes a class with all its enumerations as soon as it is named in Python."""
_MOVES: Final = frozenset(
    {
        QEvent.Type.Move,
        QEvent.Type.Resize,
        QEvent.Type.Show,
        QEvent.Type.Hide,
        QEvent.Type.ParentChange,
        QEvent.Type.Destroy,
    }
)


class FocusRing(QWidget):
    """Put one over each window: `FocusRing(window, look)`.

    A widget may set the property "ring" to its corner radius in pixels, 0 for no ring. A page or
    screen that has the keyboard only so that its keys work shows none.
    """

    def __init__(self, window: QWidget, look: Look) -> None:
        super().__init__(window)
        self._window = window
        self._look = look
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self._offset = QPoint()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._follow)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)
        look.changed.connect(self._later.start)

    @property
    def target(self) -> QWidget | None:
        """Return the widget the ring is around, None while it is hidden."""
        return self._target

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the target when it or anything around it moves."""
        if event.type() in _MOVES:
            self._later.start()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring, or the part of it that a scroll area lets through."""
        if self._target is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.colour("accent"), _PEN))
        reach = _OFF + _PEN / 2
        ring = QRectF(QRect(self._offset, self._target.size())).adjusted(
            -reach, -reach, reach, reach
        )
        corner = self._look.px(_radius(self._target)) + reach
        painter.drawRoundedRect(ring, corner, corner)

    @Slot(QWidget, QWidget)
    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        self._unwatch()
        if now is None or not self._window.isAncestorOf(now) or not _wants_ring(now):
            self._target = None
            self.hide()
            return
        self._target = now
        self._watch(now)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        target = self._target
        if target is None or not target.isVisible():
            self.hide()
            return
        window = self._window
        reach = _OFF + _PEN
        corner = target.mapTo(window, QPoint())
        whole = QRect(corner, target.size()).adjusted(-reach, -reach, reach, reach)
        seen = whole & self._clip(target)
        self.setGeometry(seen)
        self._offset = corner - seen.topLeft()
        self.setVisible(not seen.isEmpty())
        self.raise_()
        self.update()

    def _clip(self, target: QWidget) -> QRect:
        """Return the part of the window that scroll areas around the target leave open."""
        window = self._window
        clip = window.rect()
        around = target.parentWidget()
        while around and around is not window:
            if isinstance(around, QAbstractScrollArea) and around.viewport().isAncestorOf(target):
                port = around.viewport()
                reach = _OFF + _PEN
                box = QRect(port.mapTo(window, QPoint()), port.size())
                clip &= box.adjusted(-reach, -reach, reach, reach)
            around = around.parentWidget()
        return clip

    def _watch(self, target: QWidget) -> None:
        widget: QWidget | None = target
        while widget and widget is not self._window:
            widget.installEventFilter(self)
            self._watched.append(widget)
            widget = widget.parentWidget()
        target.destroyed.connect(self._on_gone)

    def _unwatch(self) -> None:
        for widget in self._watched:
            if _alive(widget):
                widget.removeEventFilter(self)
        self._watched.clear()

    @Slot()
    def _on_gone(self) -> None:
        if self._target is not None and not _alive(self._target):
            self._target = None
            self.hide()


def _alive(widget: QWidget) -> bool:
    from shiboken6 import isValid

    return isValid(widget)


def _wants_ring(widget: QWidget) -> bool:
    if _radius(widget) == 0:
        return False
    if _is_any(widget, _FIELDS):
        return True
    return QApplication.mouseButtons() == Qt.MouseButton.NoButton


def _is_any(widget: QWidget, classes: Sequence[str]) -> bool:
    return any(widget.inherits(name) for name in classes)


def _radius(widget: QWidget) -> int:
    found = widget.property("ring")
    if found is None:
        return _CORNER if _is_any(widget, _CONTROLS) else 0
    return int(found)
