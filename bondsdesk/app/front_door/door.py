# SPDX-License-Identifier: GPL-3.0-or-later
"""The front door as one widget: looks at the threshold and shows the page that belongs there.

It ends with an open vault; what happens at the desk is not its business.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedLayout, QWidget

from bondsdesk.app.front_door.door_context import DoorContext
from bondsdesk.app.front_door.opener import Opener
from bondsdesk.app.front_door.patience import Patience
from bondsdesk.app.front_door.sentences import door_sentence
from bondsdesk.app.front_door.unlock_page import Seat, UnlockPage
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.people import PartnerId

if TYPE_CHECKING:
    from pathlib import Path

    from bondsdesk.app.front_door.first_journey import FirstJourney
    from bondsdesk.app.front_door.flow import SetupFlow
    from bondsdesk.app.front_door.paper_page import PaperPage
    from bondsdesk.vault.vault import Vault


class FrontDoor(QWidget):
    """Emits `opened(vault, second_now)`, and `troubled(error)` when nothing can open the vault.

    `retry` asks whoever made it to begin again after a trouble; `failed(error)` hands over what is
    no fault of the world. Pages but the lock screen are loaded when they are first shown.
    """

    opened = Signal(object, bool)
    troubled = Signal(object)
    retry = Signal()
    failed = Signal(object)

    def __init__(self, context: DoorContext, sits_down: PartnerId | None = None) -> None:
        super().__init__()
        self.context = context
        self._sits_down = sits_down
        self._patience = Patience()
        self._flow: SetupFlow | None = None
        self._stack = QStackedLayout(self)
        self._page: QWidget | None = None
        self._seats: list[Seat] = []
        self._show_again: Callable[[], None] = self.look_at_threshold
        self._refuse: Callable[[str, bool], None] | None = None
        self._leave: Callable[[], None] | None = None
        self._cover: Callable[[], bool] | None = None
        self._opener = Opener(context, self)
        self._opener.opened.connect(self._let_in)
        self._opener.shared_opened.connect(self._show_shared)
        self._opener.refused.connect(self._refused)
        self._opener.own_sheet_accepted.connect(self._own_sheet_accepted)
        self._opener.failed.connect(self.failed)

    @property
    def page(self) -> QWidget | None:
        """Return the page on the screen, without the help page over it."""
        return self._page

    def look_at_threshold(self) -> None:
        """Read what may be known without a secret, and show the page that fits."""
        if not self.context.files.present():
            self._show_journey()
            return
        from bondsdesk.vault.threshold import read_threshold

        try:
            threshold = read_threshold(self.context.files)
        except ExpectedError as error:
            self.show_trouble(error)
            return
        self._seats = [(slot.partner, slot.symbol, slot.colour) for slot in threshold.slots]
        self._show_lock(self._sits_down, "")

    def show_trouble(self, error: ExpectedError) -> None:
        """Show why it cannot be opened at all, and what can be done."""
        from bondsdesk.app.front_door.trouble_page import TroublePage

        page = TroublePage(self.context, error)
        page.help_wanted.connect(self.show_help)
        page.try_again.connect(self.retry)
        page.restore.connect(self._restore)
        page.begin_anew.connect(self._begin_anew)
        self._show(page, again=partial(self.show_trouble, error))
        self._refuse = page.refuse
        page.enter()
        self.troubled.emit(error)

    @Slot()
    def show_help(self) -> None:
        """Put the help page over whatever is there; closing it brings that back untouched."""
        from bondsdesk.app.front_door.help_page import HelpPage

        if self._stack.currentWidget() is not self._page:
            return
        page = HelpPage(self.context.look)
        page.closed.connect(self._close_help)
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        page.enter()

    def rebuild(self) -> None:
        """Build the page anew in another language or size; what was typed and chosen stays."""
        self._show_again()

    def put_away(self) -> None:
        """Close what may be open already and empty the fields; the window is going."""
        if self._leave is not None:
            self._leave()

    def cover(self) -> bool:
        """Hide sheets that are shown only once; False where a lock loses nothing."""
        covered = self._cover is not None and self._cover()
        if covered:
            self._close_help()
        return covered

    def _show_lock(self, chosen: PartnerId | None, typed: str) -> None:
        page = UnlockPage(self.context, self._seats, self._patience, parent=self)
        page.restore(chosen, typed)
        page.tried.connect(self._opener.try_passphrase)
        page.tried.connect(page.wait_for_opening)
        page.sheet_wanted.connect(self._show_paper)
        page.help_wanted.connect(self.show_help)
        self._show(page, again=partial(self._show_lock_again, page), leave=page.forget)
        self._refuse = page.refuse
        page.enter()

    def _show_lock_again(self, page: UnlockPage) -> None:
        self._show_lock(page.chosen, page.typed)
        if page.busy and isinstance(self._page, UnlockPage):
            self._page.wait_for_opening()

    def _show_journey(self) -> None:
        from bondsdesk.app.front_door.first_journey import FirstJourney
        from bondsdesk.app.front_door.flow import SetupFlow

        self._flow = self._flow or SetupFlow("a")
        page = FirstJourney(self.context, self._flow)
        page.done.connect(self.opened)
        page.failed.connect(self.failed)
        self._show(page, again=partial(self._show_journey_again, page), leave=page.put_away)
        self._cover = page.cover
        page.begin()

    def _show_journey_again(self, page: FirstJourney) -> None:
        """Begin the page anew, unless the place is made: its sheets are shown only once."""
        if self._flow is not None and not (self._flow.sealed or page.frame.waits):
            typed = page.typed()
            self._show_journey()
            if isinstance(self._page, type(page)):
                self._page.restore(typed)

    @Slot()
    def _show_paper(self) -> None:
        from bondsdesk.app.front_door.paper_page import PaperPage

        page = PaperPage(self.context)
        page.tried.connect(self._opener.try_sheet)
        page.chosen.connect(self._opener.apply_passphrase)
        self._opener.own_sheet_accepted.connect(page.ask_passphrase)
        page.back.connect(self._back_to_lock)
        page.help_wanted.connect(self.show_help)
        self._show(page, again=partial(self._show_paper_again, page))
        self._refuse = page.refuse
        page.enter()

    def _show_paper_again(self, page: PaperPage) -> None:
        typed = page.typed()
        self._show_paper()
        if isinstance(self._page, type(page)):
            self._page.restore(*typed)
            if self._page.accepted:
                self._own_sheet_accepted()

    @Slot()
    def _own_sheet_accepted(self) -> None:
        from bondsdesk.app.front_door.unattended import close_when_alone

        if self._page is not None:
            close_when_alone(self._page, self.context, self._back_to_lock)

    @Slot(object)
    def _show_shared(self, vault: Vault) -> None:
        from bondsdesk.app.front_door.shared_page import SharedPage
        from bondsdesk.app.front_door.unattended import close_when_alone

        people = [person for person in (vault.pair.a, vault.pair.b) if person is not None]
        page = SharedPage(self.context, people)
        page.open_shared.connect(partial(self._let_in, vault))
        page.again.connect(partial(self._set_up_again, vault))
        page.back.connect(partial(self._close_shared, vault))
        page.help_wanted.connect(self.show_help)
        self._show(page, again=partial(self._show_shared, vault), leave=vault.close)
        close_when_alone(page, self.context, partial(self._close_shared, vault))
        page.enter()

    def _set_up_again(self, vault: Vault, partner: PartnerId) -> None:
        from bondsdesk.app.front_door.again_journey import AgainJourney

        person = vault.pair.person(partner)
        if person is None:
            return
        page = AgainJourney(self.context, vault, person)
        page.done.connect(partial(self._sit_down_again, partner))
        page.failed.connect(self.failed)
        self._show(page, again=page.update, leave=page.put_away)
        self._cover = page.cover
        page.begin()

    def _sit_down_again(self, partner: PartnerId) -> None:
        self._sits_down = partner
        self.look_at_threshold()

    def _close_shared(self, vault: Vault) -> None:
        vault.close()
        self._back_to_lock()

    @Slot()
    def _back_to_lock(self) -> None:
        self._opener.forget()
        self._show_lock(None, "")

    @Slot()
    def _close_help(self) -> None:
        page = self._stack.currentWidget()
        if page is not None and page is not self._page:
            self._stack.removeWidget(page)
            page.deleteLater()
        if self._page is not None:
            self._stack.setCurrentWidget(self._page)

    @Slot(object)
    def _restore(self, backup: Path) -> None:
        """Bring a backup back in a worker, then look at the door again."""
        from bondsdesk.vault.restore import restore_backup

        context = self.context
        work = partial(restore_backup, context.files, backup, context.clock.now())
        context.tasks.run(work, self, self._restored, self._not_restored)

    @Slot()
    def _begin_anew(self) -> None:
        from bondsdesk.app.front_door.begin_anew import put_copies_aside

        try:
            put_copies_aside(self.context.files, self.context.clock.now())
        except ExpectedError as error:
            self._not_restored(error)
            return
        self.retry.emit()

    def _restored(self, _set_aside: Path) -> None:
        self.retry.emit()

    def _not_restored(self, error: BaseException) -> None:
        if isinstance(error, ExpectedError) and self._refuse is not None:
            self._refuse(door_sentence(error), False)  # noqa: FBT003 - not a wrong secret
        else:
            self.failed.emit(error)

    @Slot(object)
    def _let_in(self, vault: Vault) -> None:
        self.opened.emit(vault, False)  # noqa: FBT003 - a Qt signal

    @Slot(object)
    def _refused(self, error: ExpectedError) -> None:
        at_the_page = error.code.startswith(("secret.", "sheet.")) or error.code == "vault.memory"
        if at_the_page and self._refuse is not None:
            self._refuse(door_sentence(error), error.code.startswith("secret."))
        else:
            self.show_trouble(error)

    def _show(
        self,
        page: QWidget,
        *,
        again: Callable[[], None],
        leave: Callable[[], None] | None = None,
    ) -> None:
        before, self._page = self._page, page
        self._show_again, self._leave, self._refuse, self._cover = again, leave, None, None
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        if before is not None:
            self._stack.removeWidget(before)
            before.deleteLater()
