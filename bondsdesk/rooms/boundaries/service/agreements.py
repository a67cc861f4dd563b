# SPDX-License-Identifier: GPL-3.0-or-later
"""What two people do with agreements: draft, propose, say something, sleep on it, sign, withdraw.

Every act that is signed or hashed ends with its author's pin of the new head, in the same
transaction. Signatures and withdrawals are never undone: what follows them is a new event.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bondsdesk.kernel.changes import Change
from bondsdesk.kernel.dates import local_day
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.ids import Uid, new_uid
from bondsdesk.kernel.people import PartnerId
from bondsdesk.kernel.text import clean_text, is_blank
from bondsdesk.rooms.boundaries.domain.agreement import (
    REVIEW_MOST,
    Draft,
    checked_text,
)
from bondsdesk.rooms.boundaries.domain.event import (
    Action,
    Entry,
    Event,
    History,
    head_of,
    next_event,
)
from bondsdesk.rooms.boundaries.domain.standing import Agreement, Comment, Kept, Talk
from bondsdesk.rooms.boundaries.service.desk import AGREEMENTS, DRAFTS
from bondsdesk.rooms.boundaries.service.drafting import Drafting
from bondsdesk.rooms.boundaries.store.agreements import AgreementReader, AgreementStore
from bondsdesk.rooms.boundaries.store.private import PrivateStore
from bondsdesk.vault.signing import sign_once, verifies

if TYPE_CHECKING:
    from bondsdesk.vault.files import VaultFiles
    from bondsdesk.vault.work import Work

_SHARED = frozenset({AGREEMENTS})
_BOTH = frozenset({AGREEMENTS, DRAFTS})


@dataclass(frozen=True, slots=True)
class Signed:
    """An event with its signature, not yet in the history."""

    event: Event
    signature: bytes


@dataclass(frozen=True, slots=True)
class SigningAct:
    """Sign one event; slow, for a worker. It holds no part of the open vault."""

    event: Event
    files: VaultFiles
    passphrase: str = field(repr=False)

    def __call__(self) -> Signed:
        """Return the event with its signature. Raises what `sign_once` raises ("secret.wrong")."""
        event = self.event
        signed = sign_once(self.files, event.signer, self.passphrase, event.to_bytes())
        return Signed(event, signed.value)


class Agreements(Drafting):
    """The intents around agreements."""

    # proposing and talking

    def propose(self, draft: Draft) -> tuple[Change, Uid]:
        """Show a draft to the other as a first or a new version, and delete the sealed one.

        A new version ends the one before it, as the rule of being in force says. Raises
        ExpectedError "boundary.no_partner", "agreement.gone", "agreement.overtaken" (`version`)
        where other words were proposed since the draft was begun, and what `checked_text` raises.
        """
        me = self.desk.with_partner()
        text = checked_text(draft.text, self.desk.today())
        before = self.known(draft.amends).kept if draft.amends else None
        if before and 0 < draft.over < before.version:
            raise ExpectedError("agreement.overtaken", version=before.version)
        uid = before.uid if before else draft.uid
        version = before.version + 1 if before else 1

        history = before.history if before else ()
        after = Kept(uid, version, text, text.sha256(), history)

        def propose(work: Work) -> None:
            self._require_same(work, uid, history)
            AgreementStore(work).add_version(uid, version, text)
            entry = Entry(self._next(after, "propose", me), None, self.desk.now())
            self._append(work, entry, history)
            PrivateStore(work).drop(draft.uid)

        label = "agreement.changed" if before else "agreement.proposed"
        return self.desk.do(label, _BOTH, propose), uid

    def comment(self, uid: str, text: str) -> Change:
        """Say something beside an agreement. Raises ExpectedError "comment.blank", "text.*"."""
        me, agreement = self.desk.sitting(), self.known(uid)
        cleaned = clean_text(text)
        if is_blank(cleaned):
            raise ExpectedError("comment.blank")
        comment = Comment(
            new_uid(), agreement.uid, agreement.kept.version, me, self.desk.now(), cleaned
        )
        return self.desk.do("agreement.commented", _SHARED, _comments(comment), _forgets(comment))

    def take_comment_back(self, uid: str) -> Change:
        """Delete one of my comments. Raises ExpectedError "agreement.gone"."""
        with self.desk.vault.read() as reader:
            comment = AgreementReader(reader).comment(uid)
        if comment is None or comment.author != self.desk.me:
            raise ExpectedError("agreement.gone")
        return self.desk.do(
            "agreement.comment_dropped", _SHARED, _forgets(comment), _comments(comment)
        )

    def talk_over(self, uid: str) -> Change:
        """Write into the history that both talked it over today; it names nobody.

        Raises ExpectedError "agreement.gone", "agreement.no_talk" where nothing waits for a talk
        or today's stands there.
        """
        self.desk.with_partner()
        agreement = self.known(uid)
        if not self.may_talk_over(agreement):
            raise ExpectedError("agreement.no_talk")
        kept = agreement.kept
        talk = Talk(kept.uid, kept.version, len(kept.history), self.desk.now())

        def note(work: Work) -> None:
            AgreementStore(work).add_talk(talk)

        def forget(work: Work) -> None:
            AgreementStore(work).remove_talk(talk)

        return self.desk.do("agreement.talked", _SHARED, note, forget)

    def may_talk_over(self, agreement: Agreement) -> bool:
        """Tell whether it waits for signatures and has no talk of today yet."""
        today = self.desk.today()
        if self.desk.partner() is None or agreement.group(today) != "waiting":
            return False
        version, talks = agreement.kept.version, self.talks(agreement.uid)
        days = {local_day(each.at) for each in talks if each.version == version}
        return agreement.verdict is not None and today not in days

    # signing

    def sleep_on(self, uid: str) -> Change:
        """Ask me again tomorrow. Only I know that I sleep on it."""
        self.desk.sitting()
        tomorrow = self.desk.today() + timedelta(days=1)

        def sleep(work: Work) -> None:
            PrivateStore(work).sleep(uid, tomorrow)

        def wake(work: Work) -> None:
            PrivateStore(work).sleep(uid, None)

        return self.desk.do("agreement.slept", _SHARED, sleep, wake)

    def signing(self, uid: str, passphrase: str) -> SigningAct:
        """Return the act of signing an agreement's present words, for a worker.

        Raises ExpectedError "agreement.gone", "agreement.not_to_sign".
        """
        me, agreement = self.desk.with_partner(), self.known(uid)
        if not agreement.may_sign(me, self.desk.today()):
            raise ExpectedError("agreement.not_to_sign")
        kept = agreement.kept
        event = self._next(kept, "confirm", me)
        return SigningAct(event, self.desk.vault.files, passphrase)

    def finish_signing(self, signed: Signed) -> Change:
        """Write a signature into the history; never undone.

        Raises ExpectedError "agreement.moved" if words or history changed meanwhile.
        """
        event, me = signed.event, self.desk.with_partner()
        agreement = self.known(event.agreement)
        kept = agreement.kept
        expected = self._next(kept, "confirm", me)
        own = self.keys()[me]
        valid = verifies(own.current, event.to_bytes(), signed.signature)
        if event != expected or not agreement.may_sign(me, self.desk.today()) or not valid:
            raise ExpectedError("agreement.moved")

        def sign(work: Work) -> None:
            entry = Entry(event, signed.signature, self.desk.now())
            self._append(work, entry, kept.history)
            PrivateStore(work).sleep(kept.uid, None)

        return self.desk.do("agreement.signed", _SHARED, sign)

    def withdraw(self, uid: str) -> Change:
        """Let an agreement rest, at once: no secret, no reason, whatever its history looks like.

        Never undone; coming back is a new version that both sign. Let through on a full disk.
        Raises ExpectedError "boundary.nobody_sits", "agreement.gone".
        """
        me, kept = self.desk.sitting(), self.known(uid).kept

        newest = max((e.event.version for e in kept.history), default=kept.version)

        def withdraw(work: Work) -> None:
            event = self._next(replace(kept, version=newest), "withdraw", me)
            self._append(work, Entry(event, None, self.desk.now()), kept.history)

        return self.desk.do("agreement.withdrawn", _SHARED, withdraw, essential=True)

    # looking and reviewing

    def keep_as_it_is(self, uid: str, again_on: date) -> Change:
        """Keep an agreement after a review and look again on another day.

        Raises ExpectedError "agreement.past", "agreement.review" (`days`), "agreement.gone".
        """
        kept, today = self.known(uid).kept, self.desk.today()
        if again_on < today:
            raise ExpectedError("agreement.past")
        if again_on > today + REVIEW_MOST:
            raise ExpectedError("agreement.review", days=REVIEW_MOST.days)

        def set_day(day: date | None) -> Callable[[Work], None]:
            def step(work: Work) -> None:
                AgreementStore(work).set_review(kept.uid, kept.version, day)

            return step

        return self.desk.do(
            "agreement.reviewed", _SHARED, set_day(again_on), set_day(kept.review_on)
        )

    # inside

    def _next(self, kept: Kept, action: Action, signer: PartnerId) -> Event:
        """Return the event that says something about what is kept, at the end of its history."""
        return next_event(
            kept.history,
            vault_id=self.desk.vault.vault_id,
            agreement=kept.uid,
            version=kept.version,
            text_sha256=kept.text_sha256,
            action=action,
            signer=signer,
        )

    def _append(self, work: Work, entry: Entry, history: History) -> None:
        """Write an event and pin the new head, unless the old pin was already contradicted."""
        AgreementStore(work).append(entry)
        seen = self.seen_head(work, entry.event.agreement, history)
        head = head_of((*history, entry))
        if head and (seen is None or seen.found_in(history)):
            PrivateStore(work).keep_pin(entry.event.agreement, head)

    def _require_same(self, work: Work, uid: Uid, history: History) -> None:
        now = AgreementReader(work).one(uid)
        if (now.history if now else ()) != history:
            raise ExpectedError("agreement.moved")


def _comments(comment: Comment) -> Callable[[Work], None]:
    def say(work: Work) -> None:
        AgreementStore(work).add_comment(comment)
        PrivateStore(work).keep_unsaid(comment.agreement, "")

    return say


def _forgets(comment: Comment) -> Callable[[Work], None]:
    return lambda work: AgreementStore(work).remove_comment(comment.uid)
