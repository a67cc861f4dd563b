# SPDX-License-Identifier: GPL-3.0-or-later
"""Bars on paper: a picture for the eye, its figure for everybody."""

from __future__ import annotations

from bondsdesk.press.document import Bars, Document, Section
from bondsdesk.press.manuscript import manuscript
from bondsdesk.press.pages import page_pictures
from bondsdesk.press.pdf import PdfOptions, make_pdf
from tests.press.reading import words_in

ROWS = (("2 of 6 steps", 0.33, False), ("PKR 85,000 of 240,000", 0.35, True))


def paper(rows: tuple[tuple[str, float, bool], ...]) -> Document:
    return Document("summary", "A board", "en", (Section("Doing", (Bars(rows),)),))


def test_the_figure_under_a_bar_can_be_found() -> None:
    text = words_in(make_pdf(paper(ROWS), PdfOptions()).data)
    assert "2 of 6 steps" in text
    assert "PKR 85,000 of 240,000" in text


def test_a_share_outside_the_bar_is_brought_back_into_it() -> None:
    written = manuscript(paper((("full", 7.0, True), ("less", -1.0, False))), "naskh")
    rows = written.data["sections"][0]["blocks"][0]["rows"]
    assert [row["share"] for row in rows] == [1.0, 0.0]


def test_bars_are_seen_on_the_page() -> None:
    assert page_pictures(paper(ROWS), PdfOptions(), 40) != page_pictures(
        paper((("2 of 6 steps", 0.0, False), ("PKR 85,000 of 240,000", 0.0, True))),
        PdfOptions(),
        40,
    )
