# SPDX-License-Identifier: GPL-3.0-or-later
"""The talks that were held, newest first; one of them opens in the same place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Signal, SignalInstance, Slot
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from bondsdesk.kernel.words import gettext as _
from bondsdesk.rooms.listening.domain.record import TalkRecord
from bondsdesk.rooms.listening.models import history_model
from bondsdesk.rooms.listening.parts.record_card import RecordCard
from bondsdesk.rooms.listening.parts.record_delegate import RecordDelegate
from bondsdesk.rooms.listening.service.content import Content
from bondsdesk.rooms.listening.service.talks import Talks
from bondsdesk.widgets.empty_state import EmptyState
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.page import scrolling


class HistoryPanel(QWidget):
    """`print_out`, `take_out`, `delete` carry the TalkRecord they are wanted for."""

    print_out = Signal(object)
    take_out = Signal(object)
    delete = Signal(object)

    def __init__(
        self,
        talks: Talks,
        content: Content,
        today: Callable[[], date],
        look: Look,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._talks, self._content, self._today, self._look = talks, content, today, look
        self._card: RecordCard | None = None
        self._area: QWidget | None = None
        self.model = history_model(talks, content, today)
        self.view = self._list()
        sentence = _("After a talk its day and length stand here. No words, unless you both wish.")
        self._empty = EmptyState("chairs", sentence, look)
        self._title = Label(_("Talks you had"), look, role="card")
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(look.px(12))
        self._box.addWidget(self._title)
        self._box.addWidget(self.view, 1)
        self._box.addWidget(self._empty, 1)
        look.changed.connect(self._restyle)
        self.reload()

    def reload(self) -> None:
        """Read the list again; a talk that is open stays open if it is still there."""
        self.model.again()
        if self._card is not None:
            found = self._talks.find(self._card.record.uid)
            self.close_record()
            if found is not None:
                self.open_record(found)
        self._arrange()

    def open_record(self, record: TalkRecord) -> None:
        """Show one talk in place of the list."""
        self.close_record()
        card = RecordCard(record, self._content, self._today(), self._look)
        card.back.connect(self.close_record)
        card.print_out.connect(self._on_print)
        card.take_out.connect(self._on_take_out)
        card.delete.connect(self._on_delete)
        self._card, self._area = card, scrolling(card)
        self._box.addWidget(self._area, 1)
        card.back_button.setFocus()
        self._arrange()

    @Slot()
    def close_record(self) -> None:
        """Go back to the list."""
        if self._area is not None:
            self._box.removeWidget(self._area)
            self._area.hide()
            self._area.deleteLater()
        self._card = self._area = None
        self._arrange()

    def _list(self) -> QListView:
        view = QListView()
        view.setModel(self.model)
        view.setItemDelegate(RecordDelegate(self._look, self._content, self._today, view))
        view.setAccessibleName(_("Talks you had"))
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setMouseTracking(True)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.viewport().setAutoFillBackground(False)
        view.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        view.clicked.connect(self._on_opened)
        view.activated.connect(self._on_opened)
        return view

    def _arrange(self) -> None:
        opened = self._card is not None
        some = self.model.rowCount() > 0
        self._title.setVisible(some and not opened)
        self.view.setVisible(some and not opened)
        self._empty.setVisible(not some and not opened)

    @Slot(int)
    def _on_scrolled(self, value: int) -> None:
        """Read on before the end of the window is reached, and keep the place when it moves."""
        bar = self.view.verticalScrollBar()
        if value > bar.maximum() - bar.pageStep():
            self.model.grow(back=False)
        elif value < bar.pageStep() and self.model.more_before:
            before = bar.maximum()
            self.model.grow(back=True)
            self.view.doItemsLayout()
            bar.setValue(value + bar.maximum() - before)

    @Slot(QModelIndex)
    def _on_opened(self, index: QModelIndex) -> None:
        record = self.model.row(index)
        if record is not None:
            self.open_record(record)

    @Slot()
    def _on_print(self) -> None:
        self._tell(self.print_out)

    @Slot()
    def _on_take_out(self) -> None:
        self._tell(self.take_out)

    @Slot()
    def _on_delete(self) -> None:
        self._tell(self.delete)

    def _tell(self, signal: SignalInstance) -> None:
        if self._card is not None:
            signal.emit(self._card.record)

    @Slot()
    def _restyle(self) -> None:
        self._box.setSpacing(self._look.px(12))
        self.view.doItemsLayout()
