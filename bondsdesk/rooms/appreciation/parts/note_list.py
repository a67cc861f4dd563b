# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of notes: a QListView over a sliding window, so that any number of notes is light.

Its rows come and go above and below what is seen without anything moving on the screen. It asks
for deeds by signals and does none itself.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QMenu

from bondsdesk.kernel.words import gettext as _
from bondsdesk.rooms.appreciation.models import NotesModel, Row
from bondsdesk.rooms.appreciation.parts.faces import Faces
from bondsdesk.rooms.appreciation.parts.note_delegate import NoteDelegate
from bondsdesk.rooms.appreciation.parts.row_actions import DEEDS, Deed, RowActions
from bondsdesk.widgets.look import Look

_NEAR: Final = 1
"""Screens from the end of the window at which the next rows are read; a new search is not yet."""


class NoteList(QListView):
    """Rows to read, walk through and act on.

    Signals:
        deed_wanted(deed, row): something is to be done with a row.
        month_seen(day): the first row in sight belongs to another month now (its first day).
    """

    deed_wanted = Signal(str, object)
    month_seen = Signal(object)

    def __init__(
        self, model: NotesModel, deeds: Callable[[Row], tuple[Deed, ...]], look: Look
    ) -> None:
        super().__init__()
        self._look = look
        self._notes = model
        self._deeds = deeds
        self._hovered = QPersistentModelIndex()
        self._pressed: Row | None = None
        self._month: date | None = None
        self._delegate = NoteDelegate(model, look, self)
        self._more = QTimer(self)
        self._more.setSingleShot(True)
        self._more.setInterval(0)
        self._more.timeout.connect(self._fill)
        self._build(model)
        self._actions = RowActions(look, self.viewport())
        self._actions.wanted.connect(self._on_action)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        look.changed.connect(self._on_look)

    def _build(self, model: NotesModel) -> None:
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(_("Notes"))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setProperty("ring", 0)
        self.verticalScrollBar().setSingleStep(self._look.px(24))

    # What others ask

    def show_faces(self, faces: Faces) -> None:
        """Draw rows with these eyes from now on."""
        self._delegate.faces = faces
        self.viewport().update()

    def renew(self, change: Callable[[], None]) -> None:
        """Change the rows and show the list from its beginning."""
        change()
        self._hovered = QPersistentModelIndex()
        self._actions.hide()
        self.scrollToTop()
        self._more.start()
        self._tell_month()

    def keep_place(self, change: Callable[[], None]) -> None:
        """Change the rows without moving what is in sight, as far as it is still there."""
        anchor, offset = self._anchor()
        row = self._notes.row(anchor) if anchor.isValid() else None
        current = self._notes.row(self.currentIndex())
        change()
        self._actions.hide()
        self.executeDelayedItemsLayout()
        if row is not None:
            self._put_back(self._index_of(row), offset)
        if current is not None:
            self.setCurrentIndex(self._index_of(current))
        self._more.start()
        self._tell_month()

    def show_row(self, row: Row) -> None:
        """Bring a row of the window into sight and make it the current one."""
        index = self._index_of(row)
        self.setCurrentIndex(index)
        self.scrollTo(index, QListView.ScrollHint.PositionAtTop)

    # Slots

    @Slot()
    def _on_scrolled(self) -> None:
        self._actions.hide()
        self._more.start()
        self._tell_month()

    @Slot()
    def _fill(self) -> None:
        bar = self.verticalScrollBar()
        near = _NEAR * self.viewport().height()
        if bar.value() > bar.maximum() - near and self._notes.more_after:
            self._grow(back=False)
        elif bar.value() < near and self._notes.more_before:
            self._grow(back=True)
        else:
            self._place_actions()

    @Slot(str)
    def _on_action(self, deed: str) -> None:
        row, self._pressed = self._notes.row(self._active()), None
        if row is not None:
            self.deed_wanted.emit(deed, row)

    @Slot()
    def _on_look(self) -> None:
        self._delegate.forget()
        self.verticalScrollBar().setSingleStep(self._look.px(24))
        self.scheduleDelayedItemsLayout()

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do a row's deed by its key; Home and End go to the newest and the oldest note."""
        row = self._notes.row(self.currentIndex())
        key = Qt.Key.Key_Return if event.key() == Qt.Key.Key_Enter else event.key()
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        for deed in self._deeds(row) if row is not None and plain else ():
            if DEEDS[deed].key == key:
                self.deed_wanted.emit(deed, row)
                return
        if key == Qt.Key.Key_Home:
            self._go(self._notes.begin, last=False)
        elif key == Qt.Key.Key_End:
            self._go(self._notes.finish_list, last=True)
        else:
            super().keyPressEvent(event)

    def currentChanged(  # noqa: N802 - Qt's name
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Bring the buttons to the row the keyboard is on."""
        super().currentChanged(current, previous)
        self._more.start()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Bring the buttons to the row under the pointer."""
        super().mouseMoveEvent(event)
        self._hover(event.position().toPoint())

    def leaveEvent(self, event: QEvent) -> None:
        """Take the buttons away with the pointer, unless the keyboard is on a row."""
        super().leaveEvent(event)
        self._hovered = QPersistentModelIndex()
        self._place_actions()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember the row: a double click counts only where both presses meant the same one."""
        super().mousePressEvent(event)
        self._pressed = self._notes.row(self.indexAt(event.position().toPoint()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the note, or the draft."""
        row = self._notes.row(self.indexAt(event.position().toPoint()))
        if row is not None and row == self._pressed and (deeds := self._deeds(row)):
            self.deed_wanted.emit(deeds[0], row)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the deeds of the row as a menu, at the pointer or by the menu key."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        row = self._notes.row(index)
        if row is None:
            return
        menu = QMenu(self)
        for deed in self._deeds(row):
            menu.addAction(_(DEEDS[deed].name)).setData(deed)
        spot = self.visualRect(index).center() if by_key else event.pos()
        chosen = menu.exec(self.viewport().mapToGlobal(spot))
        menu.deleteLater()
        if chosen is not None:
            self.deed_wanted.emit(str(chosen.data()), row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the new width and see whether there is room for more rows."""
        self._delegate.width = self.viewport().width()
        super().resizeEvent(event)
        self._actions.hide()
        self._more.start()

    # Private

    def _grow(self, *, back: bool) -> None:
        anchor, offset = self._anchor()
        held = QPersistentModelIndex(anchor)
        if self._notes.grow(back=back):
            self.executeDelayedItemsLayout()
            self._put_back(self._notes.index(held.row()), offset)
        self._more.start()

    def _anchor(self) -> tuple[QModelIndex, int]:
        """Return the first row in sight and how far its top is from the list's."""
        index = self.indexAt(QPoint(self.viewport().width() // 2, 0))
        return index, self.visualRect(index).top() if index.isValid() else 0

    def _put_back(self, index: QModelIndex, offset: int) -> None:
        if index.isValid():
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.visualRect(index).top() - offset)

    def _go(self, change: Callable[[], None], *, last: bool) -> None:
        self.renew(change)
        self.executeDelayedItemsLayout()
        self.setCurrentIndex(self._notes.index(self._notes.rowCount() - 1 if last else 0))
        if last:
            self.scrollToBottom()

    def _index_of(self, row: Row) -> QModelIndex:
        for number in range(self._notes.rowCount()):
            other = self._notes.at(number)
            if other is not None and other.uid == row.uid:
                return self._notes.index(number)
        return QModelIndex()

    def _active(self) -> QModelIndex:
        if self._hovered.isValid():
            return self._notes.index(self._hovered.row())
        shown = self.hasFocus() or self._actions.holds_focus()
        return self.currentIndex() if shown else QModelIndex()

    def _hover(self, point: QPoint) -> None:
        index = self.indexAt(point)
        if QPersistentModelIndex(index) != self._hovered or not self._actions.isVisible():
            self._hovered = QPersistentModelIndex(index)
            self._place_actions()

    def _place_actions(self) -> None:
        index = self._active()
        row = self._notes.row(index)
        deeds = self._deeds(row) if row is not None else ()
        self._actions.setVisible(bool(deeds))
        if not deeds:
            return
        self._actions.offer(deeds)
        box = self.visualRect(index)
        x = box.left() if self._look.rtl else box.right() + 1 - self._actions.width()
        self._actions.move(x, box.top() + self._look.px(4))
        self._actions.raise_()

    def _tell_month(self) -> None:
        row = self._notes.row(self._anchor()[0])
        month = getattr(row, "day", None)
        month = month.replace(day=1) if isinstance(month, date) else None
        if month != self._month:
            self._month = month
            self.month_seen.emit(month)
