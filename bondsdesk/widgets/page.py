# SPDX-License-Identifier: GPL-3.0-or-later
"""What every page of a room is: a head, a body that breathes, and what the house asks of it."""

from __future__ import annotations

from typing import ClassVar, Final

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bondsdesk.widgets.look import Look
from bondsdesk.widgets.page_header import PageHeader
from bondsdesk.widgets.sight_area import SightArea

_TOP: Final = 32
_SIDE: Final = 40
_UNDER_HEADER: Final = 24


class Page(QWidget):
    """A page with a header and a body.

    `kinds` names what the page shows ("note"); `on_touched` reloads when one of them changed.
    With `scrolls` the whole page scrolls; a page whose list scrolls by itself says False.
    """

    kinds: ClassVar[frozenset[str]] = frozenset()

    def __init__(
        self,
        look: Look,
        title: str,
        sentence: str,
        *,
        scrolls: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look = look
        # From the outside in: a widget that changes its parent is styled again with all within it.
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._sheet = QWidget()
        outer.addWidget(scrolling(self._sheet) if scrolls else self._sheet)
        self.header = PageHeader(title, sentence, look)
        self.body = QVBoxLayout()
        self._box = QVBoxLayout(self._sheet)
        self._box.addWidget(self.header)
        self._box.addLayout(self.body, 1)
        self._restyle_page()
        look.changed.connect(self._restyle_page)

    def reload(self) -> None:
        """Read again what the page shows. A page that shows nothing of the vault leaves it."""

    def on_touched(self, kinds: frozenset[str]) -> None:
        """Reload if something the page shows has changed."""
        if kinds & self.kinds:
            self.reload()

    def keep_drafts(self) -> None:
        """Write down what was typed and not yet kept."""

    def look_for(self, text: str) -> None:
        """Show what matches a search on this page."""

    @Slot()
    def _restyle_page(self) -> None:
        px = self.look.px
        narrow = self.look.zoom >= 1.5
        side = px(_SIDE) // 2 if narrow else px(_SIDE)
        self._box.setContentsMargins(side, px(_TOP) // (2 if narrow else 1), side, px(16))
        self._box.setSpacing(px(_UNDER_HEADER))
        self.body.setSpacing(px(16))


def scrolling(content: QWidget, *, snug: bool = False) -> SightArea:
    """Put something into an area that scrolls up and down and never sideways.

    `snug` ends where the content ends; nothing in it may be kept narrower than the area.
    """
    area = SightArea()
    area.viewport().setAutoFillBackground(False)
    sheet = _Sheet() if snug else content
    area.setWidget(sheet)
    sheet.setAutoFillBackground(False)
    if isinstance(sheet, _Sheet):
        sheet.box.addWidget(content)
    return area


class _Sheet(QWidget):
    """What scrolls: as high as its content needs in the width it has.

    A layout's own least height is that of its narrowest form; the area would show a bar where
    everything fits, and bare paper at the end.
    """

    def __init__(self) -> None:
        super().__init__()
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)

    def minimumSizeHint(self) -> QSize:
        """Leave the height to the area where it follows from the width: it asks for that itself."""
        least = super().minimumSizeHint()
        return QSize(least.width(), 0) if self.box.hasHeightForWidth() else least
