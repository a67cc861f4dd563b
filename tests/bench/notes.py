# SPDX-License-Identifier: GPL-3.0-or-later
"""What Appreciate costs with many notes: saving, searching, showing the page, scrolling.

Each function returns the seconds of every single turn, so that the bench can take the percentile it
wants. A turn ends when the changed widgets have been painted.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from bondsdesk.kernel.ids import new_uid
from bondsdesk.kernel.people import PartnerId
from bondsdesk.rooms.appreciation.domain import Draft
from bondsdesk.rooms.appreciation.report import keepsake
from bondsdesk.rooms.appreciation.service.notes import AppreciationService

if TYPE_CHECKING:
    from datetime import date

    from bondsdesk.kernel.clock import Clock
    from bondsdesk.kernel.words import Words
    from bondsdesk.press.document import Document
    from bondsdesk.rooms.appreciation.page import AppreciationPage
    from bondsdesk.vault.vault import Vault

TYPED = ("thank you you kept the", "شکریہ کہ آپ نے چائے", "you waited up", "امی کی دوا", "tea")
"""What someone looks for, letter by letter."""


def save(vault: Vault, clock: Clock, turns: int = 100) -> list[float]:
    """Give notes one after another, each acknowledged when its commit is on disk."""
    service = AppreciationService(vault, clock)
    text = "I noticed that you fixed the gate quietly, so that Dada would not trip on it again. "

    def give() -> None:
        service.give(Draft(new_uid(), text * 3, ("home",)))

    return [_seconds(give) for _ in range(turns)]


def keep_draft(vault: Vault, clock: Clock, turns: int = 100) -> list[float]:
    """Seal a growing draft again and again, as the editor does once a second."""
    service = AppreciationService(vault, clock)
    uid = new_uid()
    return [
        _seconds(partial(service.keep_draft, Draft(uid, "What you did today. " * n)))
        for n in range(1, turns + 1)
    ]


def search(page: AppreciationPage) -> list[float]:
    """Search letter by letter, each until its results are painted."""
    times = []
    page.column.filters.search_for(TYPED[0])
    for words in TYPED:
        for end in range(1, len(words) + 1):
            times.append(_painted(page, partial(page.column.filters.type_words, words[:end])))
    page.column.filters.show_all()
    return times


def switch(page: AppreciationPage, other: QWidget, turns: int = 40) -> list[float]:
    """Go away from the page and come back, as a click on the rail does.

    Both stand in the same place; the page reads its notes again each time it comes.
    """

    def come() -> None:
        other.hide()
        page.reload()
        page.show()

    times = []
    for _ in range(turns):
        page.hide()
        other.show()
        _paint()
        times.append(_painted(page, come))
    return times


def scroll(page: AppreciationPage, frames: int = 1_500, step: int = 120) -> list[float]:
    """Turn the wheel steadily through the list, down and up again; one turn is one frame."""
    page.column.filters.show_all()
    _paint()
    bar = page.column.list.verticalScrollBar()

    def turn(distance: int) -> None:
        bar.setValue(bar.value() + distance)

    times = []
    for frame in range(frames):
        down = frame < frames * 2 // 3
        times.append(_painted(page, partial(turn, step if down else -step)))
    return times


def jump(page: AppreciationPage, months: list[date]) -> list[float]:
    """Jump to months by the rail."""
    return [_painted(page, partial(page.column.rail.picked.emit, month)) for month in months]


def booklet(vault: Vault, clock: Clock, words: Words, writer: PartnerId | None = None) -> Document:
    """Return the keepsake of all notes, ready for the press."""
    service = AppreciationService(vault, clock)
    return keepsake(service.period(None, None, writer), service.pair, writer, words)


def _seconds(deed: Callable[[], object]) -> float:
    begun = perf_counter()
    deed()
    return perf_counter() - begun


def _painted(page: AppreciationPage, deed: Callable[[], object]) -> float:
    begun = perf_counter()
    deed()
    _paint()
    return perf_counter() - begun


def _paint() -> None:
    """Let Qt lay out, run what is due at once, and paint."""
    QCoreApplication.sendPostedEvents()
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
