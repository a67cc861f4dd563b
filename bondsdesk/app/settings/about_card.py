# SPDX-License-Identifier: GPL-3.0-or-later
"""What this program is, what it is made of, and under which licences."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from bondsdesk.app.settings.card import SettingsCard, quiet_words
from bondsdesk.app.settings.parts_used import OWN_LICENCE, own_version, part_lines
from bondsdesk.kernel.words import gettext as _
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.look import Look


class AboutCard(SettingsCard):
    """Version, licence, parts, fonts."""

    def __init__(self, look: Look) -> None:
        super().__init__(
            _("About Bondsdesk"),
            look,
            sentence=_(
                "It never goes online, keeps no account and counts nothing. "
                "What you write stays on this laptop."
            ),
        )
        version = _("Version {version}, free software under {licence}").format(
            version=own_version(), licence=OWN_LICENCE
        )
        self.rows.addWidget(quiet_words(version, look))
        self.rows.addWidget(Label(_("Made with"), look, bold=True))
        parts = QVBoxLayout()
        parts.setSpacing(look.px(4))
        for line in part_lines():
            parts.addWidget(Label(line, look, role="second", tone="quiet", wrap=True))
        self.rows.addLayout(parts)
