# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of a document's pages for the preview, from the same template as the PDF.

Typst draws all pages or none (12 ms each at 110 ppi), so a long book is cut off behind the pages
that were asked for: what comes before them does not change by that. Call it in a worker thread.
"""

from __future__ import annotations

from typing import Any

from bondsdesk.press.document import Document
from bondsdesk.press.manuscript import Json, manuscript
from bondsdesk.press.pdf import PdfOptions
from bondsdesk.press.typesetting import job, typeset_pictures
from bondsdesk.press.volumes import entries_of

PER_PAGE = 6
"""Entries on a page of short notes; a first guess, corrected when it was too few."""
SHORT_BOOK = 120
"""Up to so many entries a book is drawn whole."""


def page_pictures(
    document: Document, options: PdfOptions, ppi: float, first: int = 0, count: int = 8
) -> list[bytes]:
    """Return up to `count` pages from page `first` on (the title page is 0) as PNG.

    Fewer come back at the end of the document. In a long book the contents leave out the page
    numbers of months that lie far behind.
    """
    text = manuscript(document, options.script, options.timestamp)
    whole, end = entries_of(text.data), first + count
    wanted = max(SHORT_BOOK, PER_PAGE * end) if document.kind == "keepsake" else whole
    while True:
        data = _beginning(text.data, wanted) if wanted < whole else text.data
        drawn = typeset_pictures(job(document, data, text.marks), ppi)
        # the last page of a cut book may lack what follows, so it does not count
        if wanted >= whole or len(drawn) > end:
            return drawn[first:end]
        wanted *= 2


def _beginning(data: Json, wanted: int) -> Json:
    """Return the manuscript up to about `wanted` entries, its contents still naming every month."""
    sections: list[Any] = []
    for section in data["sections"]:
        left = wanted - sum(len(kept["blocks"]) for kept in sections)
        if left <= 0:
            break
        sections.append(section | {"blocks": section["blocks"][:left]})
    return data | {"sections": sections, "later": data["sections"][len(sections) :]}
