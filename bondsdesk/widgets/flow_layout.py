# SPDX-License-Identifier: GPL-3.0-or-later
"""Lays things one after another along the reading direction and wraps them like words.

Things of different heights stand on one middle line.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

Placed = tuple[QLayoutItem, int, QSize]
"""A thing, its distance from the row's beginning, its size."""


class FlowLayout(QLayout):
    """Rows of things at their own size; a new row where one no longer fits.

    `even`: things of one size stand in rows of as many, so that none is left alone in the last.
    """

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8, even: bool = False) -> None:
        super().__init__(parent)
        self._even = even
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(gap)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        """Append an item; QLayout calls this."""
        self._items.append(item)

    def count(self) -> int:
        """Return the number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """Return an item, None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """Take an item out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name
        """Return none: it takes only what it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Return True: a narrower row makes more rows."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all rows in a width."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        """Place every item."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """Return one row of everything."""
        shown = self._shown()
        gaps = self.spacing() * max(0, len(shown) - 1)
        width = sum(item.sizeHint().width() for item in shown) + gaps
        return QSize(width, max((item.sizeHint().height() for item in shown), default=0))

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of the largest item."""
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, rect: QRect, *, move: bool) -> int:
        y = 0
        for number, row in enumerate(self._rows(rect.width())):
            height = max(hint.height() for _, _, hint in row)
            y += self.spacing() if number else 0
            for item, x, hint in row if move else ():
                width = min(hint.width(), rect.width())
                top = y + (height - hint.height()) // 2
                corner = self._corner(rect, x, top, width)
                item.setGeometry(QRect(corner, QSize(width, hint.height())))
            y += height
        return y

    def _rows(self, width: int) -> list[list[Placed]]:
        """Return the items row by row, each with its distance from the row's beginning."""
        rows: list[list[Placed]] = []
        x = 0
        for item in self._shown():
            hint = item.sizeHint()
            if not rows or x + hint.width() > width:
                rows.append([])
                x = 0
            rows[-1].append((item, x, hint))
            x += hint.width() + self.spacing()
        return self._evened(rows) if self._even and len(rows) > 1 else rows

    def _evened(self, rows: list[list[Placed]]) -> list[list[Placed]]:
        """Return the same things in as many rows of the same length, the last may be shorter."""
        places, things = rows[0], [each for row in rows for each in row]
        length = -(-len(things) // len(rows))
        return [
            [(item, places[at][1], hint) for at, (item, _, hint) in enumerate(row)]
            for row in (things[start : start + length] for start in range(0, len(things), length))
        ]

    def _corner(self, rect: QRect, x: int, y: int, width: int) -> QPoint:
        parent = self.parentWidget()
        if parent and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            return QPoint(rect.right() + 1 - x - width, rect.y() + y)
        return QPoint(rect.x() + x, rect.y() + y)
