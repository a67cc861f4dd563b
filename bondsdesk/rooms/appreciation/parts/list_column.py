# SPDX-License-Identifier: GPL-3.0-or-later
"""The list with its filters above, its scroll bar and rail beside it, or what shows when empty."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QScrollBar, QStackedWidget, QWidget

from bondsdesk.kernel.words import gettext as _
from bondsdesk.rooms.appreciation.domain import Note, Sieve
from bondsdesk.rooms.appreciation.models import NotesModel, Row
from bondsdesk.rooms.appreciation.parts.faces import Faces
from bondsdesk.rooms.appreciation.parts.filter_bar import FilterBar
from bondsdesk.rooms.appreciation.parts.month_rail import MonthRail
from bondsdesk.rooms.appreciation.parts.note_list import NoteList
from bondsdesk.rooms.appreciation.parts.row_actions import Deed
from bondsdesk.rooms.appreciation.service.notes import AppreciationService
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.empty_state import EmptyState
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.page import scrolling

_GAP = 40
_BAR = 12


class ListColumn(QWidget):
    """Reads and shows; asks for deeds.

    Signals:
        deed_wanted(deed, row): something is to be done with a row.
        write_wanted(): the empty page's button.
    """

    deed_wanted = Signal(str, object)
    write_wanted = Signal()

    def __init__(
        self, service: AppreciationService, look: Look, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._service = service
        self._known: tuple[list[date], list[tuple[str, str]]] | None = None
        self._known_on = service.today()
        self._faces = self._fresh_faces()
        self.model = NotesModel(service, self._spoken, self)
        self.filters = FilterBar(service.pair, service.me, look)
        self.list = NoteList(self.model, self.deeds, look)
        self.rail = MonthRail(look)
        self._bar = QScrollBar(Qt.Orientation.Vertical)
        self._stack = QStackedWidget(self)
        self._empty = self._empty_state("envelope", _("Write a note"), self.write_wanted.emit)
        self._nothing = self._empty_state("lamp", _("Show all notes"), self.filters.show_all)
        self._empty_place, self._nothing_place = scrolling(self._empty), scrolling(self._nothing)
        for widget in (self.list, self._empty_place, self._nothing_place):
            self._stack.addWidget(widget)
        self._lay_out()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._connect()
        self._narrow = False
        look.changed.connect(self._restyle)
        self._restyle()

    def _lay_out(self) -> None:
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.addWidget(self.filters, 0, 0)
        self._grid.addWidget(self._stack, 1, 0)
        self._grid.addWidget(self._bar, 1, 1)
        self._grid.addWidget(self.rail, 1, 2)
        self._grid.setRowStretch(1, 1)
        self._grid.setColumnStretch(0, 1)
        self.rail.hide()
        keeps = self._bar.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)
        self._bar.setSizePolicy(keeps)
        self._bar.hide()

    def _connect(self) -> None:
        self.filters.changed.connect(self.refill)
        self.list.deed_wanted.connect(self.deed_wanted)
        self.list.month_seen.connect(self.rail.show_here)
        self.rail.picked.connect(self._on_month)
        self._soon.timeout.connect(self._offer_choices)
        inner = self.list.verticalScrollBar()
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner.rangeChanged.connect(self._on_range)
        inner.valueChanged.connect(self._bar.setValue)
        self._bar.valueChanged.connect(inner.setValue)

    # What others ask

    @Slot()
    def refill(self) -> None:
        """Show the beginning of what was chosen; a search keystroke ends here."""
        self._renew_faces()
        sieve = self.filters.sieve
        if self.filters.drafts:
            self.list.renew(lambda: self.model.show_drafts(sieve.typed))
        else:
            self.list.renew(lambda: self.model.show_notes(sieve))
        self._show_what_there_is()

    def forget_choices(self) -> None:
        """Read months and tags again next time: notes have come, gone or changed."""
        self._known = None

    def reload(self) -> None:
        """Read again what shows, without moving it."""
        self._renew_faces()
        self.list.keep_place(self.model.again)
        self._show_what_there_is()

    def drafts_changed(self) -> None:
        """Show the drafts as they are now; the notes, if they show, stay untouched."""
        if self.filters.drafts:
            self.reload()
        else:
            self.filters.offer_drafts(has_drafts=bool(self._service.drafts()))

    def show_note(self, note: Note) -> None:
        """Show one note among all the others, the current row."""
        self.filters.show_all()
        self.list.renew(lambda: self.model.jump_to(note))
        self.list.executeDelayedItemsLayout()
        self.list.show_row(note)
        self._show_what_there_is()

    def set_narrow(self, narrow: bool) -> None:
        """Say whether nothing stands beside the list; then it needs no gap."""
        self._narrow = narrow
        self.filters.set_narrow(narrow and self._service.me is not None)
        self._restyle()

    def deeds(self, row: Row) -> tuple[Deed, ...]:
        """Return what the person at the desk may do with a row, the usual thing first."""
        if not isinstance(row, Note):
            return ("open", "drop")
        if not self._service.may_withdraw(row):
            return ("read",)
        if self._service.may_edit(row):
            return ("read", "edit", "tag", "withdraw")
        return ("read", "tag", "withdraw")

    # Slots

    @Slot(object)
    def _on_month(self, month: date) -> None:
        self.list.renew(lambda: self.model.jump_to_month(month))
        last = self.model.last_of(month)
        if last is not None:
            self.list.executeDelayedItemsLayout()
            self.list.show_row(last)

    @Slot(int, int)
    def _on_range(self, least: int, most: int) -> None:
        self._bar.setRange(least, most)
        self._bar.setPageStep(self.list.verticalScrollBar().pageStep())
        self._bar.setSingleStep(self.list.verticalScrollBar().singleStep())
        self._show_bar()

    @Slot()
    def _offer_choices(self) -> None:
        """Read years, tags and months; a frame later than the list, which is what one waits for."""
        service, sieve = self._service, self.model.sieve
        if self.model.drafts or sieve.typed:
            self.rail.show_months(())
            self._restyle()
            return
        every, tags = self._choices()
        years = list(dict.fromkeys(month.year for month in every))
        self.filters.offer(years, tags, has_drafts=bool(service.drafts()))
        self.rail.show_months(every if sieve.open() else service.months(sieve))
        self._restyle()

    # Private

    def _choices(self) -> tuple[list[date], list[tuple[str, str]]]:
        """Return months and tags of all notes, read again only after a change or on a new day."""
        today = self._service.today()
        if self._known is None or self._known_on != today:
            self._known_on = today
            self._known = (self._service.months(Sieve()), self._service.tags())
        return self._known

    def _renew_faces(self) -> None:
        self._faces = self._fresh_faces()
        self.list.show_faces(self._faces)

    def _fresh_faces(self) -> Faces:
        return Faces(self._service.pair, self._service.me, self._service.today())

    def _spoken(self, row: Row) -> str:
        return self._faces.spoken(row)

    def _empty_state(self, drawing: str, words: str, deed: Callable[[], object]) -> EmptyState:
        button = Button(words, self._look)
        button.clicked.connect(deed)
        return EmptyState(drawing, "", self._look, button=button)

    def _show_what_there_is(self) -> None:
        self._soon.start()
        if self.model.rowCount():
            self._stack.setCurrentWidget(self.list)
            self._show_bar()
            return
        self._bar.hide()
        if self.filters.drafts and not self.filters.typed:
            self._show_nothing(_("No drafts. What you write stays here until you give it."))
        elif self.model.sieve.open():
            self._empty.set_sentence(
                _("No notes yet. One small thing you noticed today is a good first one.")
            )
            self._stack.setCurrentWidget(self._empty_place)
        else:
            self._show_nothing(_("Nothing here matches. Fewer letters may find more."))

    def _show_bar(self) -> None:
        longer = self._bar.maximum() > self._bar.minimum()
        self._bar.setVisible(longer and self._stack.currentWidget() is self.list)

    def _show_nothing(self, words: str) -> None:
        self._nothing.set_sentence(words)
        self._stack.setCurrentWidget(self._nothing_place)

    @Slot()
    def _restyle(self) -> None:
        px = self._look.px
        self._bar.setFixedWidth(px(_BAR))
        self._grid.setVerticalSpacing(px(16))
        self._grid.setHorizontalSpacing(0)
        bare = self._narrow or not self.rail.isHidden()
        self._grid.setColumnMinimumWidth(2, 0 if bare else px(_GAP - _BAR))
        self._grid.setColumnMinimumWidth(3, 0 if self.rail.isHidden() or self._narrow else px(8))
