# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads finished PDFs the way other programs do: poppler for words, qpdf for soundness."""

from __future__ import annotations

import re
import subprocess
import tempfile
from io import BytesIO

import pikepdf

from bondsdesk.press.document import Document, Entry, Section, TitlePage

_CONTROLS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def words_in(data: bytes) -> str:
    """Return all text of a PDF as pdftotext finds it, without direction marks."""
    done = subprocess.run(
        ["pdftotext", "-", "-"], input=data, capture_output=True, check=True, timeout=60
    )
    return _CONTROLS.sub("", done.stdout.decode())


def sound(data: bytes, password: str = "") -> bool:
    """Tell whether qpdf finds nothing to say about a PDF."""
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(data)
        file.flush()
        command = ["qpdf", f"--password={password}", "--check", file.name]
        done = subprocess.run(command, capture_output=True, check=False, timeout=60)
    return done.returncode == 0


def opened(data: bytes, password: str = "") -> pikepdf.Pdf:
    """Return the PDF opened with a password."""
    return pikepdf.open(BytesIO(data), password=password)


def bookmarks(data: bytes) -> list[tuple[str, list[str]]]:
    """Return the titles of the bookmarks, two levels deep."""
    with opened(data) as pdf, pdf.open_outline() as outline:
        return [(item.title, [child.title for child in item.children]) for item in outline.root]


def booklet(*notes: str, **changes: object) -> Document:
    """Return a keepsake of one month with these notes, in English unless told otherwise."""
    entries = tuple(Entry("Bilal to Ayesha, 10 November", note, "moon", "plum") for note in notes)
    page = TitlePage("The small things", "چھوٹی چھوٹی باتیں", ("Ayesha", "Bilal"), "November 2025")
    given: dict[str, object] = {
        "kind": "keepsake",
        "title": "The small things",
        "language": "en",
        "sections": (Section("November", entries, beside="نومبر"),),
        "title_page": page,
    }
    return Document(**(given | changes))  # type: ignore[arg-type]
