# SPDX-License-Identifier: GPL-3.0-or-later
"""The names of the two; symbols and colours are in the header, for the lock screen."""

from __future__ import annotations

from bondsdesk.kernel.people import PartnerId
from bondsdesk.kernel.text import clean_text
from bondsdesk.vault.work import Reader, Work


def write_name(work: Work, partner: PartnerId, name: str) -> None:
    """Keep a partner's name. Raises ExpectedError "text.*"."""
    work.run(
        "INSERT INTO person (partner, name) VALUES (?, ?)"
        " ON CONFLICT (partner) DO UPDATE SET name = excluded.name",
        (partner, clean_text(name).strip()),
    )


def read_names(reader: Reader) -> dict[PartnerId, str]:
    """Return the names that are known."""
    return dict(reader.rows("SELECT partner, name FROM person"))
