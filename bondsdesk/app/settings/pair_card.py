# SPDX-License-Identifier: GPL-3.0-or-later
"""While the second place is empty: the way for the other one to sit down."""

from __future__ import annotations

from PySide6.QtCore import Qt

from bondsdesk.app.services import Services
from bondsdesk.app.settings.card import SettingsCard
from bondsdesk.kernel.words import gettext as _
from bondsdesk.widgets.button import Button


class PairCard(SettingsCard):
    """One sentence and one button."""

    def __init__(self, services: Services) -> None:
        super().__init__(
            _("The other place"),
            services.look,
            sentence=_(
                "It is still empty. When your partner sits here, they choose their own symbol "
                "and passphrase. Give them a moment alone with the screen."
            ),
        )
        button = Button(_("My partner sits down now"), services.look, icon="people")
        button.clicked.connect(services.seat_second)
        self.rows.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
