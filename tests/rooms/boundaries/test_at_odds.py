# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes wrong between two people: crossing drafts, hurried fingers, odd days, endless words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QScrollArea, QWidget

from bondsdesk.doorway import RoomContext
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.ids import Uid
from bondsdesk.kernel.people import PartnerId
from bondsdesk.rooms.boundaries.parts.agreement_form import AgreementForm
from tests.fakes import FakeClock
from tests.rooms.boundaries.conftest import Come, Sitting

Sit = Callable[[PartnerId], Sitting]
LONG_URDU = "مطمئن" * 24


def test_a_draft_that_was_overtaken_is_told_before_it_takes_the_place(
    come: Come, in_force: Uid, sit: Sit
) -> None:
    ayesha = sit("a")
    mine = ayesha.agreements.amending_draft(in_force)
    ayesha.agreements.keep_draft(replace(mine, text=replace(mine.text, where="My words")))
    bilal = sit("b")
    theirs = bilal.agreements.amending_draft(in_force)
    bilal.agreements.propose(replace(theirs, text=replace(theirs.text, where="Their words")))
    visit = come("a")
    visit.page.open(visit.page.agreements.drafts()[0].uid)
    visit.press("Propose agreement")
    form = visit.content
    assert isinstance(form, AgreementForm)
    assert "version 2" in form.status.text()
    assert form.draft.text.where == "My words"
    found = visit.page.agreements.find(in_force)
    assert found is not None
    assert found.kept.version == 2
    visit.press("Propose agreement")
    found = visit.page.agreements.find(in_force)
    assert found is not None
    assert found.kept.text is not None
    assert (found.kept.version, found.kept.text.where) == (3, "My words")
    older = visit.page.agreements.older_words(found.kept, 2)
    assert older is not None
    assert older.text is not None
    assert older.text.where == "Their words"


def test_a_draft_from_before_that_was_known_can_still_be_proposed(in_force: Uid, sit: Sit) -> None:
    ayesha = sit("a")
    draft = replace(ayesha.agreements.amending_draft(in_force), over=0)
    ayesha.agreements.keep_draft(draft)
    kept = sit("a").agreements.drafts()[0]
    assert kept.over == 0
    sit("a").agreements.propose(kept)


def test_one_signature_is_written_once_however_often_it_arrives(sit: Sit) -> None:
    uid = sit("a").propose()
    bilal = sit("b")
    from tests.people import BILAL

    signed = bilal.agreements.signing(uid, BILAL.passphrase)()
    bilal.agreements.finish_signing(signed)
    with pytest.raises(ExpectedError, match=r"agreement\.moved"):
        bilal.agreements.finish_signing(signed)
    with pytest.raises(ExpectedError, match=r"agreement\.not_to_sign"):
        bilal.agreements.signing(uid, BILAL.passphrase)
    kept = bilal.agreements.known(uid).kept
    assert [entry.event.action for entry in kept.history] == ["propose", "confirm"]


def test_words_that_changed_while_a_signature_was_made_are_not_signed(
    sit: Sit, in_force: Uid
) -> None:
    bilal = sit("b")
    from tests.people import BILAL

    draft = bilal.agreements.amending_draft(in_force)
    bilal.agreements.propose(replace(draft, text=replace(draft.text, where="Second")))
    act = bilal.agreements.signing(in_force, BILAL.passphrase)
    draft = bilal.agreements.amending_draft(in_force)
    bilal.agreements.propose(replace(draft, text=replace(draft.text, where="Third")))
    with pytest.raises(ExpectedError, match=r"agreement\.moved"):
        bilal.agreements.finish_signing(act())


def test_it_holds_on_its_last_day_and_not_on_the_next(sit: Sit, clock: FakeClock) -> None:
    today = sit("a").agreements.desk.today()
    uid = sit("a").propose(until=today, review_on=today + timedelta(days=180))
    sit("a").sign(uid)
    bilal = sit("b")
    bilal.sign(uid)
    agreement = bilal.agreements.find(uid)
    assert agreement is not None
    assert agreement.group(today) == "in_force"
    clock.advance(days=1)
    bilal = sit("b")
    agreement = bilal.agreements.find(uid)
    assert agreement is not None
    assert agreement.group(bilal.agreements.desk.today()) == "resting"
    assert not agreement.may_sign("b", bilal.agreements.desk.today())
    with pytest.raises(ExpectedError, match=r"agreement\.review"):
        sit("a").propose(review_on=today + timedelta(days=182))


def test_the_question_names_what_would_be_withdrawn(come: Come, in_force: Uid, sit: Sit) -> None:
    sit("a").propose(title="Guests who stay the night")
    visit = come("a")
    visit.page.open(in_force)
    visit.press("Withdraw")
    assert visit.told.startswith("“Phones away at dinner” rests at once.")


@pytest.mark.parametrize("language", ["en", "ur"])
def test_a_word_without_an_end_stays_within_its_card(
    come: Come, sit: Sit, room: RoomContext, language: str
) -> None:
    sitting = sit("a")
    sitting.limits.share(LONG_URDU * 4, "rest")
    uid = sitting.propose(title=LONG_URDU[:120], fine=(LONG_URDU * 4,), where=LONG_URDU)
    sitting.agreements.comment(uid, LONG_URDU * 3)
    if language == "ur":
        room.look.set_language("ur")
    try:
        visit = come("a")
        visit.page.resize(900, 700)
        for each in visit.page.list.uids():
            visit.page.open(each)
            visit.settle()
            for area in visit.page.findChildren(QScrollArea):
                inside = area.widget()
                assert isinstance(inside, QWidget)
                assert inside.width() <= area.viewport().width(), each
            assert visit.content.width() <= visit.page.pane.width()
            assert visit.page.minimumSizeHint().width() <= 900
    finally:
        room.look.set_language("en")
