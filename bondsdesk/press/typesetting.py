# SPDX-License-Identifier: GPL-3.0-or-later
"""The one place that calls Typst: bundled templates and fonts, data in memory, no system fonts.

The source is a template of ours and never holds what a person wrote; that travels as data.json,
whose strings are printed letter by letter. Nothing is read from or written to the disk but the
bundled fonts.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from bondsdesk.kernel.assets import asset, read_text
from bondsdesk.press.document import Document, Kind, Mark
from bondsdesk.press.drawings import arch, mark_name, symbol

if TYPE_CHECKING:
    import typst

STANDARD = "ua-1"
NO_DATE = datetime(1980, 1, 1, tzinfo=UTC)
"""Stands in for "no day": Typst would read the clock without one. It is not written down then."""


@cache
def fonts() -> typst.Fonts:
    """Return the bundled fonts. Importing Typst takes about 50 ms, so it waits until here."""
    import typst

    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[asset("fonts")],
    )


def source(kind: Kind) -> str:
    """Return the whole template of one kind of document."""
    return "".join(read_text("press", f"{name}.typ") for name in ("type", "blocks", kind))


def pictures(document: Document, marks: frozenset[Mark]) -> dict[str, bytes]:
    """Return the drawings a document shows, by the names its template uses."""
    drawn = {f"{mark_name(mark)}.svg": symbol(mark).encode() for mark in marks}
    if document.title_page:
        drawn["arch.svg"] = arch(document.title_page.marks).encode()
    return drawn


def job(document: Document, data: Mapping[str, object], marks: frozenset[Mark]) -> dict[str, bytes]:
    """Return everything Typst needs for one run, as files that exist in memory only."""
    written = json.dumps(data, ensure_ascii=True, separators=(",", ":")).encode()
    return {
        "main.typ": source(document.kind).encode(),
        "data.json": written,
        **pictures(document, marks),
    }


def typeset_pdf(files: dict[str, bytes]) -> bytes:
    """Return the job as a tagged PDF made as PDF/UA-1. The GIL is released meanwhile."""
    made: bytes = _typst().compile(
        files,
        format="pdf",
        font_paths=fonts(),
        ignore_system_fonts=True,
        pdf_standards=[STANDARD],
        timestamp=NO_DATE,
    )
    return made


def typeset_pictures(files: dict[str, bytes], ppi: float) -> list[bytes]:
    """Return every page of the job as a PNG, `ppi` pixels to the inch."""
    made: bytes | list[bytes] = _typst().compile(
        files,
        format="png",
        ppi=ppi,
        font_paths=fonts(),
        ignore_system_fonts=True,
        timestamp=NO_DATE,
    )
    return [made] if isinstance(made, bytes) else list(made)


def _typst() -> Any:
    """Return the module; its stubs do not know that the input may be a dict of files."""
    import typst

    return typst
