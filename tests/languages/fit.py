# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether everything on a screen can be read whole: no words cut, nothing out of reach."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QLabel,
    QLineEdit,
    QScrollArea,
    QWidget,
)

Thing = TypeVar("Thing", bound=QWidget)

SLACK = 1
"""Pixels that rounding at another text size may take."""


def faults(window: QWidget) -> list[str]:
    """Return what is cut or out of reach in a window, a line each."""
    return [*_cut_words(window), *_out_of_reach(window)]


def _cut_words(window: QWidget) -> Iterator[str]:
    for label in _shown(window, QLabel):
        if label.text() and (fault := _label_fault(label)):
            yield f"{fault}: {label.text()[:60]!r}"
    for button in _shown(window, QAbstractButton):
        if button.text() and (fault := _button_fault(button)):
            yield f"{fault}: {button.text()[:60]!r}"
    for field in _shown(window, QLineEdit):
        wanted_height = field.minimumSizeHint().height()
        if wanted_height > field.height() + SLACK:
            yield f"field {wanted_height} high in {field.height()}: {field.accessibleName()!r}"


def _ink_fits(widget: QWidget, text: str) -> bool:
    """Tell whether words of one line are whole in a widget that is lower than it wished to be.

    In a very low window air gives way before words do.
    """
    ink = widget.fontMetrics().tightBoundingRect(text)
    return ink.width() <= widget.width() and ink.height() <= widget.height()


def _label_fault(label: QLabel) -> str:
    if label.wordWrap() or label.hasHeightForWidth():
        wanted = label.heightForWidth(label.width())
        if wanted > label.height() + SLACK and not _ink_fits(label, label.text()):
            return f"label {wanted} high in {label.height()}"
        widest = max(label.fontMetrics().horizontalAdvance(w) for w in label.text().split() or [""])
        return f"a word {widest} wide in {label.width()}" if widest > label.width() + SLACK else ""
    wanted = label.sizeHint().width()
    return f"label {wanted} wide in {label.width()}" if wanted > label.width() + SLACK else ""


def _button_fault(button: QAbstractButton) -> str:
    wanted = button.minimumSizeHint()
    high = button.heightForWidth(button.width()) if button.hasHeightForWidth() else wanted.height()
    if high > button.height() + SLACK and not _ink_fits(button, button.text()):
        return f"button {high} high in {button.height()}"
    if wanted.width() > button.width() + SLACK and not button.toolTip():
        return f"button {wanted.width()} wide in {button.width()}"
    return ""


def _out_of_reach(window: QWidget) -> Iterator[str]:
    """Controls beyond the window's edge, or beyond a scroll area's side that does not scroll."""
    for widget in [*_shown(window, QAbstractButton), *_shown(window, QLineEdit)]:
        area = _scroll_area(widget)
        frame = area.viewport() if area else window
        place = QRect(widget.mapTo(frame, QPoint(0, 0)), widget.size())
        name = widget.accessibleName() or getattr(widget, "text", str)()
        sideways = isinstance(area, QScrollArea) and area.horizontalScrollBar().maximum() > 0
        outside = place.left() < -SLACK or place.right() > frame.width() + SLACK
        if outside and not sideways:
            yield f"beyond the side ({place.left()}..{place.right()} of {frame.width()}): {name!r}"
        if area is None and (place.top() < -SLACK or place.bottom() > frame.height() + SLACK):
            yield f"beyond the edge ({place.top()}..{place.bottom()} of {frame.height()}): {name!r}"


def _scroll_area(widget: QWidget) -> QAbstractScrollArea | None:
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QAbstractScrollArea):
        parent = parent.parentWidget()
    return parent


def _shown(window: QWidget, kind: type[Thing]) -> Iterator[Thing]:
    yield from (w for w in window.findChildren(kind) if w.isVisible() and not w.size().isEmpty())
