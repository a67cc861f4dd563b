# SPDX-License-Identifier: GPL-3.0-or-later
"""What follows when somebody wants something on a card or form: service calls and their ends.

The page is known only by what these acts need of it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Slot

from bondsdesk.kernel.changes import Change
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.sentences import sentence
from bondsdesk.kernel.text import isolate
from bondsdesk.kernel.words import gettext as _
from bondsdesk.rooms.boundaries.domain.agreement import Draft
from bondsdesk.rooms.boundaries.domain.limit import Limit
from bondsdesk.rooms.boundaries.domain.standing import Agreement, OlderWords
from bondsdesk.rooms.boundaries.parts.agreement_card import AgreementCard, Beside
from bondsdesk.rooms.boundaries.parts.agreement_form import AgreementForm
from bondsdesk.rooms.boundaries.parts.limit_card import LimitCard
from bondsdesk.rooms.boundaries.parts.limit_form import LimitForm
from bondsdesk.rooms.boundaries.parts.sentences import SENTENCES
from bondsdesk.rooms.boundaries.parts.sign_panel import SignPanel
from bondsdesk.rooms.boundaries.service.agreements import Agreements, Signed
from bondsdesk.rooms.boundaries.service.limits import Limits

if TYPE_CHECKING:
    from bondsdesk.doorway import RoomContext


class ThePage(Protocol):
    """What acts need of the page."""

    context: RoomContext
    limits: Limits
    agreements: Agreements
    print_out: Callable[[str], None]

    def done(self, change: Change, then: str | None = None) -> None:
        """Remember and show a change."""

    def fail(self, error: BaseException) -> None:
        """Say what went wrong."""

    def write(self, draft: Draft) -> None:
        """Open the form with a draft."""

    def save(self, agreement: Agreement) -> None:
        """Save an agreement for checking."""

    def show_older(self, agreement: Agreement, older: OlderWords) -> None:
        """Show the words of an earlier version."""

    def close_form(self) -> None:
        """Put the form away."""


class _Acts:
    def __init__(self, page: ThePage) -> None:
        self._page = page

    def _do(self, deed: Callable[[], Change], then: str | None = None) -> None:
        try:
            change = deed()
        except ExpectedError as error:
            self._page.fail(error)
        else:
            self._page.done(change, then)


class AgreementActs(_Acts):
    """What is done with an agreement that both can read."""

    def card(self, agreement: Agreement) -> AgreementCard:
        """Return an agreement to be shown and pin what is seen; what it asks for is done."""
        read, uid = self._page.agreements, agreement.uid
        beside = Beside(
            comments=tuple(read.comments(uid)),
            unsaid=read.unsaid(uid),
            sleeps_until=read.sleeps_until(uid),
            talks=tuple(read.talks(uid)),
            may_talk=read.may_talk_over(agreement),
            older=tuple(read.older(agreement.kept)),
        )
        card = AgreementCard(agreement, read.desk, beside, self._page.context.look)
        self._join(card)
        try:
            read.look_at(agreement)
        except ExpectedError as error:
            self._page.fail(error)
        return card

    def _join(self, card: AgreementCard) -> None:
        page, uid = self._page, card.agreement.uid
        service = page.agreements
        card.withdraw_wanted.connect(partial(self._ask_withdraw, uid, card.agreement.title))
        card.change_wanted.connect(partial(self._change, uid))
        card.print_wanted.connect(partial(page.print_out, uid))
        card.save_wanted.connect(partial(page.save, card.agreement))
        card.talked_wanted.connect(partial(self._do, partial(service.talk_over, uid)))
        card.words_wanted.connect(partial(self._reread, card.agreement))
        card.comments.said.connect(partial(self._say, uid))
        card.comments.taken_back.connect(self._take_back)
        card.comments.settled.connect(partial(self._keep_unsaid, card))
        if card.sign:
            card.sign.sleep_wanted.connect(partial(self._do, partial(service.sleep_on, uid)))
            card.sign.sign_wanted.connect(partial(self._sign, uid, card.sign))
        if card.review:
            card.review.keep_wanted.connect(partial(self._keep, uid))
            card.review.change_wanted.connect(partial(self._change, uid))

    def _reread(self, agreement: Agreement, version: int) -> None:
        older = self._page.agreements.older_words(agreement.kept, version)
        if older is not None:
            self._page.show_older(agreement, older)

    def _ask_withdraw(self, uid: str, title: str) -> None:
        partner = self._page.agreements.desk.partner()
        name = isolate(partner.name) if partner else ""
        question = _("“{title}” rests at once. {name} reads “resting”, nothing more.")
        self._page.context.notices.ask(
            question.format(title=isolate(title or _("Words that cannot be read")), name=name),
            _("Withdraw"),
            _("Keep"),
            partial(self._do, partial(self._page.agreements.withdraw, uid)),
        )

    def _change(self, uid: str) -> None:
        try:
            self._page.write(self._page.agreements.amending_draft(uid))
        except ExpectedError as error:
            self._page.fail(error)

    def _say(self, uid: str, text: str) -> None:
        self._do(partial(self._page.agreements.comment, uid, text))

    def _take_back(self, comment: str) -> None:
        self._do(partial(self._page.agreements.take_comment_back, comment))

    def _keep_unsaid(self, card: AgreementCard) -> None:
        try:
            self._page.agreements.keep_unsaid(card.agreement.uid, card.comments.field.text())
        except ExpectedError as error:
            self._page.fail(error)

    def _keep(self, uid: str, day: date) -> None:
        self._do(partial(self._page.agreements.keep_as_it_is, uid, day))

    def _sign(self, uid: str, panel: SignPanel, passphrase: str) -> None:
        try:
            act = self._page.agreements.signing(uid, passphrase)
        except ExpectedError as error:
            panel.show_trouble(sentence(error, SENTENCES))
            return
        end = _SigningEnd(self._page, panel)
        self._page.context.tasks.run(act, panel, end.done, end.failed)


class _SigningEnd(QObject):
    """Where an act of signing ends, on the main thread."""

    def __init__(self, page: ThePage, panel: SignPanel) -> None:
        super().__init__(panel)
        self._page, self._panel = page, panel

    @Slot(object)
    def done(self, signed: Signed) -> None:
        """Write the signature into the history."""
        try:
            change = self._page.agreements.finish_signing(signed)
        except ExpectedError as error:
            self._panel.show_trouble(sentence(error, SENTENCES))
            return
        self._panel.field.forget()
        self._page.done(change)

    @Slot(object)
    def failed(self, error: BaseException) -> None:
        """Say that it was not signed."""
        if not isinstance(error, ExpectedError):
            raise error
        if error.code == "secret.wrong":
            self._panel.show_wrong()
        else:
            self._panel.show_trouble(sentence(error, SENTENCES))


class FormActs(_Acts):
    """What is done with a draft."""

    def form(self, draft: Draft) -> AgreementForm:
        """Return a form with a draft, with everything it may ask for being done."""
        page = self._page
        form = AgreementForm(draft, page.agreements.desk.today(), page.context.look)
        self._join(form)
        return form

    def _join(self, form: AgreementForm) -> None:
        form.keep_wanted.connect(partial(self._keep, form))
        form.propose_wanted.connect(partial(self._propose, form))
        form.drop_wanted.connect(partial(self._drop, form))
        form.closed.connect(self._page.close_form)

    def _keep(self, form: AgreementForm) -> bool:
        try:
            kept = self._page.agreements.keep_draft(form.draft)
        except ExpectedError as error:
            form.show_error(error)
            return False
        form.mark_kept(kept=kept is not None)
        return True

    def _propose(self, form: AgreementForm) -> None:
        try:
            change, uid = self._page.agreements.propose(form.draft)
        except ExpectedError as error:
            if error.code == "agreement.overtaken":
                form.has_read(int(str(error.params["version"])))
            if form.dirty:
                self._keep(form)
            form.show_error(error)
            return
        form.mark_kept(kept=False)
        self._page.done(change, uid)

    def _drop(self, form: AgreementForm) -> None:
        form.mark_kept(kept=False)
        self._do(partial(self._page.agreements.drop_draft, form.draft), "")


class LimitActs(_Acts):
    """What is done with a limit."""

    def form(self, limit: Limit | None) -> LimitForm:
        """Return a form with a limit or an empty one, with what it may ask for being done."""
        form = LimitForm(limit, self._page.context.look)
        form.keep_wanted.connect(partial(self._write, form, self._page.limits.keep))
        form.share_wanted.connect(partial(self._write, form, self._page.limits.share))
        form.drop_wanted.connect(partial(self._drop, form))
        form.closed.connect(self._page.close_form)
        return form

    def card(self, limit: Limit) -> LimitCard:
        """Return a limit to be shown, with what it may ask for being done."""
        card = LimitCard(limit, self._page.limits.desk, self._page.context.look)
        card.wanted.connect(partial(self._on_wanted, limit.uid))
        return card

    def _on_wanted(self, uid: str, deed: str) -> None:
        limits = self._page.limits
        deeds = {
            "acknowledge": limits.acknowledge,
            "rest": limits.rest,
            "wake": limits.wake,
            "drop": limits.drop,
        }
        self._do(partial(deeds[deed], uid), "" if deed == "drop" else None)

    def _write(self, form: LimitForm, deed: Callable[..., Change]) -> None:
        try:
            change = deed(form.field.text(), form.area, form.uid)
        except ExpectedError as error:
            form.show_error(error)
            return
        form.mark_kept()
        self._page.done(change, form.uid)

    def _drop(self, form: LimitForm) -> None:
        form.mark_kept()
        self._do(partial(self._page.limits.drop, form.uid), "")
