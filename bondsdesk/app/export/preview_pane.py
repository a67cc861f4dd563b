# SPDX-License-Identifier: GPL-3.0-or-later
"""The real pages on the screen while choosing, set by the press in a worker thread.

Only the newest request counts: an answer to an older one is dropped. Pictures exist in memory only.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.sentences import sentence
from bondsdesk.kernel.words import gettext as _
from bondsdesk.kernel.words import ngettext
from bondsdesk.press.document import Document
from bondsdesk.press.pages import page_pictures
from bondsdesk.press.pdf import PdfOptions
from bondsdesk.widgets.empty_state import EmptyState
from bondsdesk.widgets.icon_button import IconButton
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.page_preview import PagePreview
from bondsdesk.widgets.tasks import Task, Tasks

_PPI = 110
"""Pixels to the inch at 100 %: an A5 page is then 640 wide, more than the preview shows."""
_BATCH = 8
"""Pages set at once; more come while scrolling."""
_MANY = 10_000
"""Stands for the number of pages while the end of the document has not been seen."""


class PreviewPane(QWidget):
    """Signals: `wide_asked(bool)`: the pages want the whole width, or give it back."""

    wide_asked = Signal(bool)

    def __init__(self, tasks: Tasks, look: Look) -> None:
        super().__init__()
        self._tasks = tasks
        self._look = look
        self._task: Task | None = None
        self._asked: tuple[Document, PdfOptions] | None = None
        self._shown = 0
        self._complete = True
        self._pages = PagePreview(look)
        self._sentence = EmptyState("sheet", "", look)
        self._count = Label("", look, role="second", tone="quiet")
        self._wide = IconButton("window", _("Larger pages"), look, toggle=True)
        self._build()
        self._pages.wanted.connect(self._on_wanted)
        self._wide.toggled.connect(self.wide_asked)
        look.changed.connect(self._measure)

    def show_document(self, document: Document, options: PdfOptions) -> None:
        """Set the first pages of a document; the old ones stay until they are there."""
        self._asked = (document, options)
        self._count.setText(_("Setting the pages"))
        self._ask(0)

    def show_sentence(self, text: str) -> None:
        """Show why there are no pages."""
        self._drop_task()
        self._asked = None
        self._count.clear()
        self._sentence.set_sentence(text)
        self._stack.setCurrentWidget(self._sentence)

    def wide_wanted(self) -> bool:
        """Tell whether the pages are to have the whole width."""
        return self._wide.isChecked()

    def offer_wide(self, *, offered: bool) -> None:
        """Show or hide the button for larger pages."""
        self._wide.setVisible(offered)

    def _ask(self, first: int) -> None:
        if self._asked is None:
            return
        self._drop_task()
        ppi = _PPI * max(1.0, self._look.zoom)
        work = _Setting(*self._asked, ppi, first)
        done = self._on_first if first == 0 else self._on_more
        self._task = self._tasks.run(work, self, done, self._on_failed)

    @Slot(int, int)
    def _on_wanted(self, first: int, _count: int) -> None:
        if self._task is None and not self._complete:
            self._ask(first)

    @Slot(object)
    def _on_first(self, pages: list[bytes]) -> None:
        self._task = None
        mirrored = self._asked is not None and self._asked[0].language == "ur"
        self._shown = 0
        self._pages.show_pages(pages, whole=_MANY, right_to_left=mirrored)
        self._pages.verticalScrollBar().setValue(0)
        self._stack.setCurrentWidget(self._pages)
        self._count_in(pages)

    @Slot(object)
    def _on_more(self, pages: list[bytes]) -> None:
        self._task = None
        self._pages.add_pages(pages)
        self._count_in(pages)

    def _count_in(self, pages: list[bytes]) -> None:
        """Tell how long the document is once its end has been seen."""
        self._shown += len(pages)
        self._complete = len(pages) < _BATCH
        whole = ngettext("{count} page", "{count} pages", self._shown)
        more = _("The first {count} pages; more come as you scroll.")
        self._count.setText((whole if self._complete else more).format(count=self._shown))

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        self._task = None
        if not isinstance(error, ExpectedError):
            raise error
        self.show_sentence(sentence(error))

    def _drop_task(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _build(self) -> None:
        self._pages.setFrameShape(PagePreview.Shape.NoFrame)
        for part in (self._pages, *self._pages.findChildren(QWidget)):
            part.setAutoFillBackground(False)  # the pane's own paper shows through
        pages = QWidget()
        self._stack = QStackedLayout(pages)
        self._stack.addWidget(self._sentence)
        self._stack.addWidget(self._pages)
        self._line = QHBoxLayout()
        self._line.addWidget(self._count, 1)
        self._line.addWidget(self._wide)
        self._column = QVBoxLayout(self)
        self._column.addWidget(pages, 1)
        self._column.addLayout(self._line)
        self._measure()

    @Slot()
    def _measure(self) -> None:
        px = self._look.px
        self._column.setContentsMargins(px(8), px(8), px(8), px(4))
        self._column.setSpacing(px(4))
        self._line.setContentsMargins(px(12), 0, px(4), 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the table the pages lie on."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._look.colour("hair"))
        painter.setBrush(self._look.colour("lane"))
        corner = self._look.px(12)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)


@dataclass(frozen=True, slots=True)
class _Setting:
    """What the worker thread runs."""

    document: Document
    options: PdfOptions
    ppi: float
    first: int

    def __call__(self) -> list[bytes]:
        return page_pictures(self.document, self.options, self.ppi, self.first, _BATCH)
