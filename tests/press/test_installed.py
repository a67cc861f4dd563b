# SPDX-License-Identifier: GPL-3.0-or-later
"""The installed program leaves out what pikepdf wants for pictures and metadata; books need none.

A process of its own, because an imported module cannot be hidden again.
"""

from __future__ import annotations

import subprocess
import sys

_LOCKED_BOOK = """
import sys
for absent in ("lxml", "PIL", "ssl", "_ssl", "_hashlib", "multiprocessing", "asyncio", "cffi"):
    sys.modules[absent] = None
from bondsdesk.press import pdf, volumes
from tests.press.books import book
pdf.AT_ONCE, pdf.ONE_VOLUME, volumes.VOLUME = 5, 10, 25
made = pdf.make_pdf(book(60, years=True), pdf.PdfOptions(password="chai"))
print(made.pages, made.data[:5].decode())
"""


def test_a_long_book_with_a_password_needs_none_of_the_parts_left_out() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _LOCKED_BOOK],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    pages, kind = done.stdout.split()
    assert int(pages) > 5
    assert kind == "%PDF-"
