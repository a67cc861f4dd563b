# SPDX-License-Identifier: GPL-3.0-or-later
"""The steps of the card in the editor: words to change, ticks to set, an order to arrange."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

Index = QModelIndex | QPersistentModelIndex
StepRow = tuple[str, bool]


class StepsModel(QAbstractListModel):
    """Any number of steps, also more than a card may have: the card says so when it is saved."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[StepRow] = []

    def steps(self) -> tuple[StepRow, ...]:
        """Return words and tick of each step."""
        return tuple(self._rows)

    def show(self, steps: Iterable[StepRow]) -> None:
        """Show other steps."""
        self.beginResetModel()
        self._rows = list(steps)
        self.endResetModel()

    def add(self, words: Iterable[str]) -> None:
        """Add steps at the end."""
        fresh = [(text, False) for text in words]
        if fresh:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(fresh) - 1)
            self._rows.extend(fresh)
            self.endInsertRows()

    def shift(self, row: int, by: int) -> int:
        """Move a step up (-1) or down (1) and return where it is."""
        target = row + by
        if not (0 <= row < len(self._rows) and 0 <= target < len(self._rows)):
            return row
        self.beginMoveRows(QModelIndex(), row, row, QModelIndex(), target + (by > 0))
        self._rows.insert(target, self._rows.pop(row))
        self.endMoveRows()
        return target

    def remove(self, row: int) -> None:
        """Take a step out."""
        if 0 <= row < len(self._rows):
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._rows[row]
            self.endRemoveRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of steps."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a step's words or its tick."""
        if not 0 <= index.row() < len(self._rows):
            return None
        text, done = self._rows[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if done else Qt.CheckState.Unchecked
        shown = (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.EditRole,
            Qt.ItemDataRole.AccessibleTextRole,
        )
        return text if role in shown else None

    def setData(  # noqa: N802 - Qt's name
        self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        """Change a step's words or its tick."""
        if not 0 <= index.row() < len(self._rows):
            return False
        text, done = self._rows[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole:
            done = Qt.CheckState(value) == Qt.CheckState.Checked
        elif role == Qt.ItemDataRole.EditRole:
            text = str(value)
        else:
            return False
        self._rows[index.row()] = (text, done)
        here = self.index(index.row())
        self.dataChanged.emit(here, here)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let steps be changed and ticked."""
        usual = super().flags(index)
        return usual | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsUserCheckable


def lines_of(source: QMimeData) -> list[str]:
    """Return the lines of a pasted text that say something."""
    return [line.strip() for line in source.text().splitlines() if line.strip()]
