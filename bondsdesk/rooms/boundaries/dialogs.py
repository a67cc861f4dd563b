# SPDX-License-Identifier: GPL-3.0-or-later
"""Where an agreement is saved as a file that can be checked anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.words import gettext as _
from bondsdesk.rooms.boundaries.domain.standing import Agreement
from bondsdesk.rooms.boundaries.service.agreements import Agreements
from bondsdesk.rooms.boundaries.service.bundle import write_bundle
from bondsdesk.widgets.dialogs import FileKind

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from bondsdesk.doorway import RoomContext


def save_for_checking(
    parent: QWidget, agreement: Agreement, service: Agreements, context: RoomContext
) -> None:
    """Ask where, write the file, and say how it is checked."""
    vault = service.desk.vault
    try:
        content = write_bundle(agreement, vault.vault_id, service.keys(), service.desk.pair)
    except ExpectedError as error:
        context.notices.tell_error(error)
        return
    path = context.dialogs.save_path(
        parent, _("Save for checking"), _("Agreement"), [FileKind(_("Agreement file"), "json")]
    )
    if path is None:
        return
    try:
        path.write_bytes(content)
    except OSError:
        context.notices.tell_error(ExpectedError("pdf.cannot_write"))
        return
    context.notices.tell(
        _(
            "Saved. Whoever has the file can read it, and check it with "
            "“bondsdesk verify-agreement”."
        )
    )
