# SPDX-License-Identifier: GPL-3.0-or-later
"""A document becomes the bytes of a PDF: whole in memory, locked by a password if one is wanted.

Slow for long books (about 1.5 s for 1,000 notes): call it in a worker thread. It keeps no state.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bondsdesk.press.binding import bind, heading_pages, locked, page_count
from bondsdesk.press.document import Document
from bondsdesk.press.errors import CancelledError
from bondsdesk.press.manuscript import Manuscript, Script, manuscript
from bondsdesk.press.typesetting import job, typeset_pdf
from bondsdesk.press.volume import set_apart
from bondsdesk.press.volumes import cut, entries_of, front_part

AT_ONCE = 200
"""Up to so many entries a document is set right here (0.3 s, 40 MB)."""
ONE_VOLUME = 1_200
"""Up to so many entries a book is set in one child process (2 s, 230 MB)."""

Progress = Callable[[int, int], None]
"""Told (entries done, entries in all), from the thread that makes the PDF."""


@dataclass(frozen=True, slots=True)
class PdfOptions:
    """How one PDF is made.

    `password`: empty for a file that anyone can open. `script`: how a keepsake prints Urdu; the
    other kinds are always in Naskh. `timestamp`: only its day goes into the file; None for no day.
    """

    password: str = ""
    script: Script = "nastaliq"
    timestamp: datetime | None = None


@dataclass(frozen=True, slots=True)
class Pdf:
    """A finished file: its bytes, how many characters became marks, how many pages it has."""

    data: bytes
    replaced: int
    pages: int


def make_pdf(
    document: Document,
    options: PdfOptions,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] = bool,
) -> Pdf:
    """Return the document as a PDF.

    `cancelled` is asked every tenth of a second while a long book is made; once it says True,
    CancelledError is raised and nothing is left. `progress` is told how far a long book is.
    """
    text = manuscript(document, options.script, options.timestamp)
    entries = entries_of(text.data)
    if entries <= AT_ONCE:
        data = typeset_pdf(job(document, text.data, text.marks))
    elif entries <= ONE_VOLUME:
        data = set_apart(job(document, text.data, text.marks), cancelled)
    else:
        data = _bound(document, text, progress or _unheard, cancelled)
    if cancelled():
        raise CancelledError
    pages = page_count(data)
    return Pdf(locked(data, options.password) if options.password else data, text.replaced, pages)


def _bound(
    document: Document, text: Manuscript, progress: Progress, cancelled: Callable[[], bool]
) -> bytes:
    """Return a long book, set volume by volume and bound with its front part."""
    total, done, pages = entries_of(text.data), 0, 0
    volumes: list[bytes] = []
    starts: list[int] = []
    for part in cut(text.data):
        data = set_apart(job(document, part | {"first_page": pages + 1}, text.marks), cancelled)
        starts += [pages + page for page in heading_pages(data, depth=part["depth"])]
        pages += page_count(data)
        volumes.append(data)
        done += entries_of(part)
        progress(done, total)
    front = set_apart(job(document, front_part(text.data, starts), text.marks), cancelled)
    return bind(front, volumes, starts)


def _unheard(done: int, total: int) -> None:
    """Stand in for a caller who does not ask how far it is."""
