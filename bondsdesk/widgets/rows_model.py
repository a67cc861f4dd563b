# SPDX-License-Identifier: GPL-3.0-or-later
"""A short list of rows for a QListView; long ones use keyset_model.py."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex

ROW: Final = Qt.ItemDataRole.UserRole + 1
"""The role under which a delegate finds the whole row."""


class RowsModel(QAbstractListModel, Generic[T]):
    """Rows in one column. `text` gives what a screen reader and plain views read of a row."""

    def __init__(self, text: Callable[[T], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._rows: list[T] = []

    def show(self, rows: Sequence[T]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row(self, index: Index) -> T | None:
        """Return the row at an index, None outside."""
        number = index.row()
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of rows."""
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
