# SPDX-License-Identifier: GPL-3.0-or-later
"""Search over everything the person at the desk may read, grouped by room.

It asks the rooms through one callable and keeps nothing once it is left.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStackedLayout, QWidget

from bondsdesk.app.lent import RoomHits
from bondsdesk.app.search_delegate import SearchDelegate
from bondsdesk.app.search_rows import HitRow, Row, rows, said_when
from bondsdesk.kernel.clock import Clock
from bondsdesk.kernel.dates import local_day
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.ports import SearchHit
from bondsdesk.kernel.words import gettext as _
from bondsdesk.kernel.words import ngettext
from bondsdesk.widgets.empty_state import EmptyState
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.page import Page, scrolling
from bondsdesk.widgets.rows_model import ROW, RowsModel
from bondsdesk.widgets.search_field import SearchField

LIMIT = 40
"""Hits shown of one room; with more, another word brings one there sooner than scrolling."""

_KEYS_FOR_THE_LIST = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class SearchPage(Page):
    """Signals: `hit_chosen(SearchHit)`; `failed(ExpectedError)`; `left`: Esc was pressed."""

    hit_chosen = Signal(object)
    failed = Signal(object)
    left = Signal()

    def __init__(
        self,
        search: Callable[[str, int], list[RoomHits]],
        clock: Clock,
        look: Look,
    ) -> None:
        super().__init__(
            look, _("Search"), _("Everything you two share, and what is only yours."), scrolls=False
        )
        self.setObjectName("SearchPage")
        self._search = search
        self._clock = clock
        self._typed = ""
        self._model: RowsModel[Row] = RowsModel(_spoken_row)
        self._build()
        self._connect()

    def begin(self) -> None:
        """Put the cursor where typing begins."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def forget(self) -> None:
        """Let go of what was typed and found; the page is no longer looked at."""
        self._field.clear()
        self._find("")

    def reload(self) -> None:
        """Search again for what stands in the field."""
        self._find(self._field.text())

    @Slot(str)
    def _on_searched(self, typed: str) -> None:
        if typed != self._typed:
            self._find(typed)

    @Slot()
    def _on_return(self) -> None:
        self._open(self._list.currentIndex())

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, HitRow):
            self.hit_chosen.emit(row.hit)

    @Slot()
    def _on_look_changed(self) -> None:
        self._measure()
        self._list.doItemsLayout()

    def _find(self, typed: str) -> None:
        self._typed = typed
        try:
            found = self._search(typed, LIMIT) if typed.strip() else []
        except ExpectedError as error:
            self.failed.emit(error)
            return
        today = local_day(self._clock.now())
        self._model.show(rows(found, typed, today))
        self._select_first()
        self._stack.setCurrentWidget(self._list if found else self._nothing)
        self._empty.set_sentence(_empty_words(typed))
        count = sum(len(each.hits) for each in found)
        self._list.setAccessibleDescription(
            ngettext("{count} found", "{count} found", count).format(count=count)
        )

    def _select_first(self) -> None:
        hits = (n for n in range(self._model.rowCount()) if self._hit_at(n) is not None)
        first = next(hits, None)
        if first is not None:
            self._list.setCurrentIndex(self._model.index(first, 0))

    def _hit_at(self, number: int) -> SearchHit | None:
        row = self._model.index(number, 0).data(ROW)
        return row.hit if isinstance(row, HitRow) else None

    def _build(self) -> None:
        self._field = SearchField(self.look, placeholder=_("Search words"))
        self._list = QListView()
        self._list.setObjectName("SearchList")
        self._list.setAccessibleName(_("Found"))
        self._list.setModel(self._model)
        self._list.setItemDelegate(SearchDelegate(self.look, self._list))
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setResizeMode(QListView.ResizeMode.Adjust)
        self._list.setFrameShape(QListView.Shape.NoFrame)
        self._empty = EmptyState("lamp", _empty_words(""), self.look)
        self._results = QWidget()
        self._stack = QStackedLayout(self._results)
        self._nothing = scrolling(self._empty)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self._list)
        self.body.addWidget(self._field)
        self.body.addWidget(self._results, 1)
        self._measure()

    def _connect(self) -> None:
        self._field.searched.connect(self._on_searched)
        self._field.returnPressed.connect(self._on_return)
        self._field.installEventFilter(self)
        self._list.activated.connect(self._open)
        self._list.clicked.connect(self._open)
        self.look.changed.connect(self._on_look_changed)

    def _measure(self) -> None:
        px = self.look.px
        self.body.setSpacing(px(16))
        self._field.setMaximumWidth(px(720))
        self._results.setMaximumWidth(px(760))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows move through the list while the cursor stays in the field."""
        if watched is self._field and isinstance(event, QKeyEvent):
            pressed = event.type() == QEvent.Type.KeyPress
            if pressed and event.key() in _KEYS_FOR_THE_LIST:
                self._move(-1 if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_PageUp) else 1)
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _move(self, way: int) -> None:
        number = self._list.currentIndex().row() + way
        while 0 <= number < self._model.rowCount():
            if self._hit_at(number) is not None:
                self._list.setCurrentIndex(self._model.index(number, 0))
                return
            number += way


def _empty_words(typed: str) -> str:
    if typed.strip():
        return _("Nothing with these words. Try one word, or only its beginning.")
    return _("Type a word. What is private stays private.")


def _spoken_row(row: Row) -> str:
    """Return what a screen reader says of a row."""
    if isinstance(row, HitRow):
        return f"{said_when(row)}. {row.excerpt.text}"
    return row.title
