# SPDX-License-Identifier: GPL-3.0-or-later
"""Setting up one partner: which page stands at which step, and the making of their place.

What is the same for both partners; the two kinds are in first_journey.py and second_journey.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bondsdesk.app.front_door.away_page import AwayPage
from bondsdesk.app.front_door.door_context import DoorContext
from bondsdesk.app.front_door.flow import SetupFlow
from bondsdesk.app.front_door.passphrase_page import PassphrasePage, Typed
from bondsdesk.app.front_door.sentences import door_sentence
from bondsdesk.app.front_door.setup_frame import SetupFrame
from bondsdesk.app.front_door.sheet_page import Sheet, SheetPage
from bondsdesk.app.front_door.step_page import StepPage
from bondsdesk.app.front_door.you_page import YouPage
from bondsdesk.app.idle import IdleLock
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.words import gettext as _

if TYPE_CHECKING:
    from bondsdesk.vault.opening import NewPartner, Sheets


class Journey(QWidget):
    """A flow with its pages. Emits `failed(error)` for what is no fault of the world.

    `sealed`: the place exists, and its sheets are on the screen for the only time. When nobody is
    there for as long as locks an open desk, a cover comes over whatever must not be seen.
    """

    failed = Signal(object)
    sealed = Signal(bool)

    def __init__(self, context: DoorContext, flow: SetupFlow) -> None:
        super().__init__()
        self.context = context
        self.flow = flow
        self.sheets: Sheets | None = None
        self.frame = SetupFrame(context.look, flow)
        self.frame.back.connect(self._go_back)
        self.frame.forward.connect(self.go_on)
        self.absence: IdleLock | None = None
        self._cover: AwayPage | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self.frame)

    def begin(self) -> None:
        """Show the step the flow is at."""
        self._show_step()

    def typed(self) -> Typed | None:
        """Return what a journey that is made anew has to show of a passphrase."""
        page = self.frame.page
        return page.typed() if isinstance(page, PassphrasePage) else None

    def restore(self, typed: Typed | None) -> None:
        """Put it back."""
        page = self.frame.page
        if typed is not None and isinstance(page, PassphrasePage):
            page.restore(typed)

    def page_for(self, step: str) -> StepPage:
        """Return a fresh page for a step that both kinds of journey have."""
        newcomer = self.flow.newcomer
        if step == "you":
            return YouPage(self.context, self.flow)
        if step == "passphrase":
            return PassphrasePage(self.context, self._hear_passphrase, known=(newcomer.name,))
        if self.sheets is None:
            raise RuntimeError(step)
        own: Sheet = "own" if step == "own_sheet" else "shared"
        code = self.sheets.own if own == "own" else self.sheets.shared or ""
        return SheetPage(self.context, own, code, newcomer.symbol, newcomer.colour)

    def prepare(self) -> object:
        """Do the slow part of making the place; runs in a worker and touches no file."""
        raise RuntimeError(type(self).__name__)

    def make(self, prepared: object) -> Sheets:
        """Make the place from what was prepared; runs on the main thread."""
        raise RuntimeError(type(self).__name__)

    def finish(self) -> None:
        """End after the last step."""
        raise RuntimeError(type(self).__name__)

    def new_partner(self) -> NewPartner:
        """Return what was told as the vault wants it."""
        from bondsdesk.vault.opening import NewPartner

        newcomer = self.flow.newcomer
        return NewPartner(
            name=newcomer.clean_name(),
            symbol=newcomer.symbol,
            colour=newcomer.colour,
            passphrase=newcomer.passphrase,
        )

    @Slot()
    def go_on(self) -> None:
        """Leave the step forward: over the threshold of making the place, or to the end."""
        if self.flow.step == "passphrase" and not self.flow.sealed:
            self.frame.wait(_("Making your place"))
            self.context.tasks.run(self.prepare, self, self._prepared, self._not_made)
        elif self.flow.is_last():
            self.finish()
        else:
            self.flow.forward()
            self._show_step()

    @Slot()
    def _go_back(self) -> None:
        self.flow.back()
        self._show_step()

    def _show_step(self) -> None:
        self.frame.show_page(self.page_for(self.flow.step))
        self.frame.enter()
        self._watch()

    def _watch(self) -> None:
        """Count absence anew where there are words or sheets to be covered."""
        if self.absence is not None:
            self.absence.stop()
            self.absence.deleteLater()
            self.absence = None
        if self.flow.step == "passphrase" or self.flow.sealed:
            self.absence = IdleLock(self.context.clock, self.context.away_minutes)
            self.absence.setParent(self)
            self.absence.idle.connect(self._nobody_here)
            self.absence.begin()

    def cover(self) -> bool:
        """Hide sheets that a lock would lose; False where there are none to lose."""
        if self.flow.sealed:
            self._nobody_here()
        return self.flow.sealed

    @Slot()
    def _nobody_here(self) -> None:
        if self._cover is not None:
            return
        self._cover = AwayPage(self.context, self.flow.who if self.flow.sealed else None)
        self._cover.back.connect(self._back_again)
        self._cover.failed.connect(self.failed)
        self.frame.hide()
        self._box.addWidget(self._cover)
        self._cover.show()
        self._cover.enter()

    @Slot()
    def _back_again(self) -> None:
        cover, self._cover = self._cover, None
        if cover is None:
            return
        self._box.removeWidget(cover)
        cover.hide()
        cover.deleteLater()
        self.frame.show()
        self.frame.enter()
        self._watch()

    def _hear_passphrase(self, passphrase: str) -> None:
        self.flow.newcomer.passphrase = passphrase

    def _prepared(self, prepared: object) -> None:
        try:
            self.sheets = self.make(prepared)
        except ExpectedError as error:
            self.frame.say(door_sentence(error))
            return
        self.flow.seal()
        self.sealed.emit(True)  # noqa: FBT003 - a Qt signal
        self.flow.forward()
        self._show_step()

    def _not_made(self, error: BaseException) -> None:
        if isinstance(error, ExpectedError):
            self.frame.say(door_sentence(error))
        else:
            self.failed.emit(error)
