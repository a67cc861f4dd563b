# SPDX-License-Identifier: GPL-3.0-or-later
"""A list of any length, of which only a window of rows is in memory.

Rows are read by key, in both directions, never by number: the first and the last row know how to
ask for what comes next. It knows neither SQL nor what a row is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

ROW: Final = Qt.ItemDataRole.UserRole + 1
"""The role that returns the row itself."""

_NOWHERE: Final = QModelIndex()


class Fetch(Protocol[T_co]):
    """Reads rows beside a key, in the order of the list.

    `edge` is not included; None is the list's beginning. `back` takes the rows before the edge,
    the nearest ones, still in the order of the list.
    """

    def __call__(self, edge: Any, limit: int, *, back: bool) -> Sequence[T_co]: ...  # noqa: D102


class KeysetModel(QAbstractListModel, Generic[T]):
    """A sliding window over rows read by key.

    `key` must order the rows and be different for each; `text` is what a screen reader says.
    The view asks for more with `grow` when its edge comes near; rows far from there are let go,
    so that there are never more than `most` (QListView lays out every row it has).
    """

    def __init__(
        self,
        fetch: Fetch[T],
        key: Callable[[T], Any],
        text: Callable[[T], str],
        *,
        page: int = 100,
        most: int = 1000,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._key = key
        self._text = text
        self._page = page
        self._most = max(most, 2 * page)
        self._rows: list[T] = []
        self._more_before = False
        self._more_after = False

    # The window

    def begin(self) -> None:
        """Show the beginning of the list."""
        self._put(self._fetch(None, self._page, back=False), more_before=False)

    def jump(self, edge: Any) -> None:
        """Show the rows that come after a key, which need not exist; the beginning if none do."""
        after = list(self._fetch(edge, self._page, back=False))
        if not after:
            self.begin()
            return
        more_after = len(after) == self._page
        wanted = 1 if more_after else self._page
        before = list(self._fetch(self._key(after[0]), wanted, back=True))
        shown = after if more_after else [*before, *after]
        self._put(shown, more_before=bool(before))
        self._more_after = more_after

    def finish(self, past_end: Any) -> None:
        """Show the end of the list; `past_end` is a key that would come after every row."""
        rows = list(self._fetch(past_end, self._page, back=True))
        more = len(rows) == self._page
        self._put(rows, more_before=more)
        self._more_after = False

    def again(self) -> None:
        """Read the same stretch once more after something changed."""
        if not self._rows or not self._more_before:
            rows = self._fetch(None, max(self._page, len(self._rows)), back=False)
            self._put(rows, more_before=False, asked=max(self._page, len(self._rows)))
            return
        first = self._key(self._rows[0])
        asked = len(self._rows)
        newest = list(self._fetch(first, 1, back=True))
        edge = self._key(newest[0]) if newest else None
        self._put(self._fetch(edge, asked, back=False), more_before=edge is not None, asked=asked)

    def grow(self, *, back: bool) -> int:
        """Read one more page at an end and let go of what is too much at the other.

        Returns how many rows came; 0 if there are none, which is remembered.
        """
        if not (self._more_before if back else self._more_after) or not self._rows:
            return 0
        edge = self._key(self._rows[0] if back else self._rows[-1])
        rows = list(self._fetch(edge, self._page, back=back))
        more = len(rows) == self._page
        if back:
            self._more_before = more
        else:
            self._more_after = more
        if rows:
            self._insert(rows, 0 if back else len(self._rows))
            self._trim(at_end=back)
        return len(rows)

    @property
    def more_before(self) -> bool:
        """Tell whether there may be rows before the window."""
        return self._more_before

    @property
    def more_after(self) -> bool:
        """Tell whether there may be rows after the window."""
        return self._more_after

    # Rows

    def at(self, number: int) -> T | None:
        """Return a row of the window by its number in it."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def row(self, index: QModelIndex | QPersistentModelIndex) -> T | None:
        """Return the row behind an index."""
        return self.at(index.row()) if index.isValid() else None

    def place(self, key: Any) -> QModelIndex:
        """Return the index of a row by its key; an invalid one if it is not in the window."""
        for number, row in enumerate(self._rows):
            if self._key(row) == key:
                return self.index(number)
        return QModelIndex()

    # Qt

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """Return the number of rows in the window."""
        return 0 if parent.isValid() else len(self._rows)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the row itself (ROW), or its text for reading out."""
        row = self.row(index)
        if row is None:
            return None
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(row)
        return None

    # Private

    def _put(self, rows: Sequence[T], *, more_before: bool, asked: int = 0) -> None:
        self.beginResetModel()
        self._rows = list(rows)
        self._more_before = more_before
        self._more_after = len(self._rows) >= (asked or self._page)
        self.endResetModel()

    def _insert(self, rows: list[T], at: int) -> None:
        self.beginInsertRows(QModelIndex(), at, at + len(rows) - 1)
        self._rows[at:at] = rows
        self.endInsertRows()

    def _trim(self, *, at_end: bool) -> None:
        extra = len(self._rows) - self._most
        if extra <= 0:
            return
        first = len(self._rows) - extra if at_end else 0
        self.beginRemoveRows(QModelIndex(), first, first + extra - 1)
        del self._rows[first : first + extra]
        self.endRemoveRows()
        if at_end:
            self._more_after = True
        else:
            self._more_before = True
