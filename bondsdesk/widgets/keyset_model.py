# SPDX-License-Identifier: GPL-3.0-or-later
"""A sliding window over a list that may be very long, read in pages by key in both directions.

A QListView asks every row for its height; laying out 100,000 notes would take seconds. The model
therefore holds at most `most` rows around what is looked at. It knows nothing of the vault.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from bondsdesk.widgets.rows_model import ROW, Index

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

PAGE: Final = 100
MOST: Final = 1000
"""Rows held at once (design.md, "Long lists"); with PAGE the figures that keep scrolling smooth."""


class Fetch(Protocol[T_co]):
    """Reads a page. `key` None is the beginning (or with `forward` False, the end) of the list.

    Forward: the rows after the key. Backward: the rows just before it, in the list's own order.
    At most `limit` rows; fewer mean that this is the end.
    """

    def __call__(self, key: Any, *, forward: bool, limit: int) -> Sequence[T_co]:
        """Return the page."""
        ...


class KeysetModel(QAbstractListModel, Generic[T]):
    """A window on the rows that `fetch` reads; `key` gives a row's key, `text` its words."""

    def __init__(
        self,
        fetch: Fetch[T],
        key: Callable[[T], Any],
        text: Callable[[T], str],
        *,
        page: int = PAGE,
        most: int = MOST,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._fetch, self._key, self._text = fetch, key, text
        self._page, self._most = page, most
        self._rows: list[T] = []
        self._more_before = False
        self._more_after = False

    def start(self) -> None:
        """Show the beginning of the list."""
        self._begin(None)

    def jump(self, key: Any) -> None:
        """Show the list from the first row after a key, with what is before it still reachable."""
        self._begin(key)

    def refresh(self) -> None:
        """Read the window again, from the same first row: something has changed."""
        if not self._rows or not self._more_before:
            wanted = max(self._page, len(self._rows))
            self._reset(self._fetch(None, forward=True, limit=wanted), wanted, before=False)
            return
        before = self._fetch(self._key(self._rows[0]), forward=False, limit=1)
        key = self._key(before[-1]) if before else None
        wanted = max(self._page, len(self._rows))
        rows = self._fetch(key, forward=True, limit=wanted)
        self._reset(rows, wanted, before=bool(before))

    def row(self, index: Index) -> T | None:
        """Return the row at an index, None outside."""
        number = index.row()
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def rows(self) -> Sequence[T]:
        """Return the rows held now."""
        return tuple(self._rows)

    def can_fetch_before(self) -> bool:
        """Tell whether there are rows before the window."""
        return self._more_before

    def fetch_before(self) -> int:
        """Take the page before the window in, and return how many rows came.

        A view keeps its place by scrolling on by the height of what came.
        """
        if not self._more_before or not self._rows:
            return 0
        page = list(self._fetch(self._key(self._rows[0]), forward=False, limit=self._page))
        self._more_before = len(page) == self._page
        if page:
            self.beginInsertRows(QModelIndex(), 0, len(page) - 1)
            self._rows[:0] = page
            self.endInsertRows()
            self._drop_after()
        return len(page)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of rows held."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the row itself under ROW, its words for views and screen readers."""
        row = self.row(index) if index.isValid() else None
        if row is None:
            return None
        if role == ROW:
            return row
        words = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return self._text(row) if role in words else None

    def canFetchMore(self, parent: Index) -> bool:
        """Tell whether there are rows after the window."""
        return not parent.isValid() and self._more_after

    def fetchMore(self, parent: Index) -> None:
        """Take the page after the window in; what is furthest before it is let go."""
        if parent.isValid() or not self._rows:
            return
        page = list(self._fetch(self._key(self._rows[-1]), forward=True, limit=self._page))
        self._more_after = len(page) == self._page
        if page:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(page) - 1)
            self._rows += page
            self.endInsertRows()
            self._drop_before()

    def _begin(self, key: Any) -> None:
        rows = self._fetch(key, forward=True, limit=self._page)
        self._reset(rows, self._page, before=key is not None)

    def _reset(self, rows: Sequence[T], asked: int, *, before: bool) -> None:
        self.beginResetModel()
        self._rows = list(rows)
        self._more_before = before
        self._more_after = len(rows) == asked
        self.endResetModel()

    def _drop_before(self) -> None:
        spare = len(self._rows) - self._most
        if spare > 0:
            self.beginRemoveRows(QModelIndex(), 0, spare - 1)
            del self._rows[:spare]
            self.endRemoveRows()
            self._more_before = True

    def _drop_after(self) -> None:
        spare = len(self._rows) - self._most
        if spare > 0:
            last = len(self._rows) - 1
            self.beginRemoveRows(QModelIndex(), last - spare + 1, last)
            del self._rows[-spare:]
            self.endRemoveRows()
            self._more_after = True
