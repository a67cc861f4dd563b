# SPDX-License-Identifier: GPL-3.0-or-later
"""Shows pictures of a document's pages, two side by side where there is room."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from bondsdesk.kernel.words import gettext as _
from bondsdesk.widgets.look import Look

_GAP: Final = 24
_TWO_FROM: Final = 640
"""Width of the preview, in pixels at 100 %, from which two pages stand side by side."""
_PAGE_WIDTH: Final = 400


class PagePreview(QScrollArea):
    """Pages as PNG bytes, in reading order. `right_to_left` puts the first page at the right."""

    wanted = Signal(int, int)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = _Sheet(look)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self._sheet)
        self.setAccessibleName(_("Preview of the pages"))
        self._whole = 0
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def show_pages(
        self, pages: Sequence[bytes], *, whole: int | None = None, right_to_left: bool = False
    ) -> None:
        """Show pages from the first on; `whole` says how many the document has."""
        self._whole = len(pages) if whole is None else whole
        self._sheet.show_pages([_picture(page) for page in pages], right_to_left)

    def add_pages(self, pages: Sequence[bytes]) -> None:
        """Add the pages that follow."""
        self._sheet.add_pages([_picture(page) for page in pages])

    @Slot(int)
    def _on_scrolled(self, value: int) -> None:
        held = self._sheet.count()
        near_end = value >= self.verticalScrollBar().maximum() - self.viewport().height()
        if near_end and held < self._whole:
            self.wanted.emit(held, min(8, self._whole - held))


class _Sheet(QWidget):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._pages: list[QPixmap] = []
        self._right_to_left = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._fit)

    def count(self) -> int:
        return len(self._pages)

    def show_pages(self, pages: list[QPixmap], right_to_left: bool) -> None:
        self._pages, self._right_to_left = pages, right_to_left
        self._fit()

    def add_pages(self, pages: list[QPixmap]) -> None:
        self._pages += pages
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(_PAGE_WIDTH), self.minimumHeight())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for number, page in enumerate(self._pages):
            box = self._place(number)
            if not box.intersects(event.rect()):
                continue
            painter.drawPixmap(QRectF(box), page, QRectF(page.rect()))
            painter.setPen(self._look.colour("hair"))
            painter.drawRect(box.adjusted(0, 0, -1, -1))

    def _across(self) -> int:
        return 2 if self.width() >= self._look.px(_TWO_FROM) else 1

    def _page_size(self) -> QSize:
        across = self._across()
        room = (self.width() - self._look.px(_GAP) * (across + 1)) // across
        width = max(1, min(room, self._look.px(_PAGE_WIDTH)))
        first = self._pages[0].size() if self._pages else QSize(148, 210)
        return QSize(width, round(width * first.height() / max(1, first.width())))

    def _place(self, number: int) -> QRect:
        across, size, gap = self._across(), self._page_size(), self._look.px(_GAP)
        row, column = divmod(number, across)
        if self._right_to_left:
            column = across - 1 - column
        whole = across * size.width() + (across - 1) * gap
        x = (self.width() - whole) // 2 + column * (size.width() + gap)
        return QRect(x, gap // 2 + row * (size.height() + gap), size.width(), size.height())

    @Slot()
    def _fit(self) -> None:
        rows = -(-len(self._pages) // self._across())
        self.setMinimumHeight(rows * (self._page_size().height() + self._look.px(_GAP)))
        self.update()


def _picture(page: bytes) -> QPixmap:
    picture = QPixmap()
    picture.loadFromData(page, "PNG")
    return picture
