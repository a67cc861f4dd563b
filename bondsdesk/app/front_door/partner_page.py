# SPDX-License-Identifier: GPL-3.0-or-later
"""The last step of the first partner: the other one sits down now, or later."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup

from bondsdesk.app.front_door.door_context import DoorContext
from bondsdesk.app.front_door.step_page import StepPage
from bondsdesk.kernel.words import gettext as _
from bondsdesk.widgets.radio_row import RadioRow


class PartnerPage(StepPage):
    """Two rows: now or later. Later is as good: the desk works for one until then."""

    chose = Signal(bool)
    """True for now."""

    def __init__(self, context: DoorContext) -> None:
        super().__init__(context)
        self._now = RadioRow(
            _("My partner is here and sits down now"),
            self.look,
            help=_("They choose their own name, symbol and passphrase. You look away meanwhile."),
        )
        self._later = RadioRow(
            _("Later"),
            self.look,
            help=_(
                "Until then the desk works for you alone. "
                "Your partner can sit down from the desk's menu at any time."
            ),
        )
        self._group = QButtonGroup(self)
        for row in (self._now, self._later):
            self._group.addButton(row)
            self.box.addWidget(row)
        self._now.setChecked(True)
        self._now.toggled.connect(self.chose)
        self.box.addStretch(1)

    def title(self) -> str:
        """See StepPage."""
        return _("Your partner")

    def sentence(self) -> str:
        """See StepPage."""
        return _("Your place is ready. Is your partner beside you?")

    def enter(self) -> None:
        """See StepPage."""
        (self._now if self._now.isChecked() else self._later).setFocus()
