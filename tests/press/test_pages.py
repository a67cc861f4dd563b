# SPDX-License-Identifier: GPL-3.0-or-later
"""The preview shows the pages of the PDF."""

from __future__ import annotations

import struct

from bondsdesk.press.pages import page_pictures
from bondsdesk.press.pdf import PdfOptions, make_pdf
from tests.press.books import book
from tests.press.reading import booklet

PNG = b"\x89PNG\r\n\x1a\n"


def test_pictures_are_a5_pages_of_the_wanted_size() -> None:
    pictures = page_pictures(booklet("A note"), PdfOptions(), ppi=72)
    assert len(pictures) == make_pdf(booklet("A note"), PdfOptions()).pages
    for picture in pictures:
        assert picture.startswith(PNG)
        width, height = struct.unpack(">II", picture[16:24])
        assert (width, height) == (420, 595)


def test_some_pages_from_the_middle_are_those_of_the_whole() -> None:
    whole = page_pictures(book(40), PdfOptions(), ppi=40, count=99)
    assert page_pictures(book(40), PdfOptions(), ppi=40, first=2, count=3) == whole[2:5]


def test_the_beginning_of_a_long_book_looks_the_same_without_its_end() -> None:
    long = book(300, years=True)
    beginning = page_pictures(long, PdfOptions(), ppi=40, count=6)
    whole = page_pictures(long, PdfOptions(), ppi=40, count=999)
    assert len(beginning) == 6
    assert beginning[0] == whole[0]
    assert beginning[2:] == whole[2:6]
