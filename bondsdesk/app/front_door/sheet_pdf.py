# SPDX-License-Identifier: GPL-3.0-or-later
"""A recovery sheet on paper: what the page says, and the file. No Qt, no trace but that file."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Literal

from bondsdesk.kernel.dates import local_day, long_day
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.people import Colour, Symbol
from bondsdesk.kernel.words import Language, Words
from bondsdesk.press.document import CodeGroups, Document, Facts, Mark, Paragraph, Section


def sheet_document(
    sheet: Literal["own", "shared"],
    code: str,
    owner: tuple[Symbol, Colour],
    language: Language,
    now: datetime,
) -> Document:
    """Return the page. It bears a symbol and no name: a sheet found in a drawer says little."""
    words = Words(language)
    _ = words.gettext
    own = sheet == "own"
    title = _("Your own sheet") if own else _("The sheet you share")
    lead = (
        _("It opens your own place and what you two share, when the words are forgotten.")
        if own
        else _("It opens what you two share, and nobody's own place.")
    )
    use = _(
        'On the closed door of Bondsdesk choose "Use a paper sheet" and type the nine groups. '
        "O and 0, I and 1 count as the same."
    )
    keep = (
        _("Keep it where only you look. Whoever has it can open your place.")
        if own
        else _("Keep it with the papers of the house. Whoever has it can read what you share.")
    )
    made = (_("Made on"), long_day(local_day(now), language))
    blocks = (
        CodeGroups(_("The nine groups"), tuple(code.split("-"))),
        Paragraph(use),
        Paragraph(keep, "strong"),
        Facts((made,)),
    )
    return Document(
        kind="sheet",
        title=title,
        language=language,
        sections=(Section("", blocks),),
        lead=lead,
        mark=Mark(*owner) if own else None,
        footer="Bondsdesk",
    )


def save_sheet(
    path: Path,
    *,
    sheet: Literal["own", "shared"],
    code: str,
    owner: tuple[Symbol, Colour],
    language: Language,
    now: datetime,
) -> None:
    """Make the PDF and write it, readable for this account only.

    Raises ExpectedError "pdf.unwritable" where the file cannot be written.
    """
    from bondsdesk.press.pdf import PdfOptions, make_pdf

    pdf = make_pdf(sheet_document(sheet, code, owner, language, now), PdfOptions(timestamp=now))
    try:
        path.touch(mode=0o600)
        path.write_bytes(pdf.data)
    except OSError as problem:
        raise ExpectedError("pdf.unwritable") from problem
