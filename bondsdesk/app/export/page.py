# SPDX-License-Identifier: GPL-3.0-or-later
"""The export page: choose what, see the real pages, choose where. It knows no room from within."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QWidget

from bondsdesk.app.export.choices import Choices, file_name
from bondsdesk.app.export.choices_panel import ChoicesPanel
from bondsdesk.app.export.making import Making, Saved
from bondsdesk.app.export.preview_pane import PreviewPane
from bondsdesk.app.export.save_bar import SaveBar
from bondsdesk.app.export.words import saved_words
from bondsdesk.app.lent import RoomOffers
from bondsdesk.app.services import Services
from bondsdesk.doorway import Offer
from bondsdesk.kernel.dates import local_day
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.people import Pair, PartnerId
from bondsdesk.kernel.sentences import sentence
from bondsdesk.kernel.words import gettext as _
from bondsdesk.press.document import Document
from bondsdesk.press.pdf import PdfOptions
from bondsdesk.widgets.dialogs import FileKind
from bondsdesk.widgets.empty_state import EmptyState
from bondsdesk.widgets.notices import Notices
from bondsdesk.widgets.page import Page, scrolling

_COLUMN = 344
_WIDEST = 16_777_215
"""Qt's own word for "as wide as you like" (QWIDGETSIZE_MAX)."""
_NO_SENTENCE_FROM = 1.5
"""Text size from which the choices need the room of the sentence over them."""
_ENOUGH = 1_200
"""Entries read for the preview: about 200 pages, more than anyone looks at before saving."""
_PAUSE = 300
"""Milliseconds without another choice before the pages are set again."""


class ExportPage(Page):
    """Signals: `left`: Esc was pressed."""

    left = Signal()

    def __init__(
        self, pair: Pair, partner: PartnerId | None, services: Services, notices: Notices
    ) -> None:
        super().__init__(
            services.look,
            _("Save as PDF"),
            _sentence(),
            scrolls=False,
        )
        self.setObjectName("ExportPage")
        self._services = services
        self._notices = notices
        self._making: Making | None = None
        self._narrow = False
        self._panel = ChoicesPanel(pair, partner, self._today(), self.look)
        self._preview = PreviewPane(services.tasks, self.look)
        self._bar = SaveBar(self.look)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._build()
        self._connect()

    def begin(self, rooms: Sequence[RoomOffers], room: str) -> None:
        """Show what is on offer now; the room one came from stands first."""
        ordered = sorted(rooms, key=lambda each: each.room.key != room)
        self._panel.show_offers(ordered)
        self._stack.setCurrentWidget(self._desk if ordered else self._empty)
        self._show_pages()

    def choose(self, offer: Offer) -> None:
        """Choose an offer by the room's own button."""
        self._panel.choose(offer.key)
        self._show_pages()

    # What happens

    def hideEvent(self, event: QHideEvent) -> None:
        """Set no more pages: whoever leaves or locks does not see them, and `begin` sets them."""
        super().hideEvent(event)
        self._pause.stop()

    @Slot()
    def _on_changed(self) -> None:
        self._pause.start()

    @Slot()
    def _show_pages(self) -> None:
        choices = self._panel.choices()
        if choices is None or not choices.days_in_order():
            return
        try:
            document = self._document(choices, _ENOUGH)
        except ExpectedError as error:
            self._bar.set_ready(ready=False)
            self._preview.show_sentence(sentence(error))
            return
        self._bar.set_ready(ready=True)
        self._preview.show_document(document, self._options(choices, password=""))

    @Slot()
    def _on_save(self) -> None:
        choices = self._panel.choices()
        if choices is None or self._making is not None or not self._panel.check():
            return
        path = self._services.dialogs.save_path(
            self,
            _("Save as PDF"),
            file_name(choices.offer, self._today()),
            [FileKind(_("PDF"), "pdf")],
        )
        if path is not None:
            self._make(choices, path)

    def _make(self, choices: Choices, path: Path) -> None:
        """Show that it begins, then read: a book of thousands of notes takes a moment to read."""
        notices = self._notices
        making = self._making = Making(self._services.tasks, notices)  # it may outlive the page
        making.moved.connect(self._bar.show_progress)
        making.saved.connect(self._on_saved)
        for ended in (making.cancelled, making.failed):
            ended.connect(self._rest)
        making.saved.connect(partial(_tell_saved, notices))
        making.cancelled.connect(partial(_tell_cancelled, notices))
        making.failed.connect(partial(_tell_failed, notices))
        self._bar.cancelled.connect(making.cancel)
        self._bar.begin()
        QTimer.singleShot(0, making, partial(self._begin, making, choices, path))

    def _begin(self, making: Making, choices: Choices, path: Path) -> None:
        try:
            document = self._document(choices)
        except ExpectedError as error:
            making.give_up(error)
            return
        making.begin(document, self._options(choices, password=choices.password), path)

    @Slot()
    def _on_saved(self) -> None:
        self._rest()
        self._panel.forget()

    @Slot()
    def _rest(self) -> None:
        self._making = None
        self._bar.rest()

    def _document(self, choices: Choices, most: int | None = None) -> Document:
        return choices.offer.build(choices.options(self._today(), most))

    def _options(self, choices: Choices, *, password: str) -> PdfOptions:
        return PdfOptions(
            password=password, script=choices.script, timestamp=self._services.clock.now()
        )

    def _today(self) -> date:
        return local_day(self._services.clock.now())

    # How it is made

    def _build(self) -> None:
        self._choices = scrolling(self._panel)
        self._desk = QWidget()
        self._grid = QGridLayout(self._desk)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.addWidget(self._choices, 0, 0)
        self._grid.addWidget(self._bar, 1, 0)
        self._grid.addWidget(self._preview, 0, 1, 2, 1)
        self._grid.setRowStretch(0, 1)
        self._empty = EmptyState(
            "sheet",
            _("There is nothing to put on paper yet. One note or one talk is enough."),
            self.look,
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._desk)
        self.body.addWidget(self._stack, 1)
        self._fit()

    def _connect(self) -> None:
        self._panel.changed.connect(self._on_changed)
        self._pause.timeout.connect(self._show_pages)
        self._bar.save_asked.connect(self._on_save)
        self._preview.wide_asked.connect(self._show_side)
        self._bar.pages_asked.connect(self._show_side)
        self.look.changed.connect(self._fit)

    @Slot()
    def _fit(self) -> None:
        """Put the pages beside the choices; where the window is narrow, one or the other."""
        narrow = self.look.narrow(self.window().width())
        self.header.set_sentence("" if self.look.zoom >= _NO_SENTENCE_FROM else _sentence())
        if narrow != self._narrow:
            self._narrow = narrow
            self._grid.removeWidget(self._preview)
            place = (0, 0, 1, 1) if narrow else (0, 1, 2, 1)
            self._grid.addWidget(self._preview, *place)
        px = self.look.px
        self._grid.setHorizontalSpacing(px(32))
        self._grid.setColumnStretch(0, 1 if narrow else 0)
        self._grid.setColumnStretch(1, 0 if narrow else 1)
        width = _WIDEST if narrow else px(_COLUMN)
        for part in (self._choices, self._bar):
            part.setMaximumWidth(width)
            part.setMinimumWidth(0 if narrow else width)
        self._show_side()

    @Slot()
    def _show_side(self) -> None:
        """Show choices and pages, or the one that was asked for."""
        pages = self._bar.pages_wanted() if self._narrow else self._preview.wide_wanted()
        self._bar.offer_pages(offered=self._narrow)
        self._preview.offer_wide(offered=not self._narrow)
        self._choices.setVisible(not pages)
        self._bar.setVisible(self._narrow or not pages)
        self._preview.setVisible(pages or not self._narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See _fit."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)


def _tell_saved(notices: Notices, saved: Saved) -> None:
    notices.tell(saved_words(saved))


def _tell_cancelled(notices: Notices) -> None:
    notices.tell(_("Stopped. Nothing was saved."), "info")


def _tell_failed(notices: Notices, error: BaseException) -> None:
    if not isinstance(error, ExpectedError):
        raise error
    notices.tell_error(error)


def _sentence() -> str:
    return _("Choose what goes on paper, look at the pages, then choose where to keep it.")
