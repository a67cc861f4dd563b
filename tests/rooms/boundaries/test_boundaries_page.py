# SPDX-License-Identifier: GPL-3.0-or-later
"""People at the page of Boundaries: real widgets, a real vault, real signatures."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from bondsdesk.doorway import Offer, OfferOptions, RoomContext
from bondsdesk.kernel.ids import Uid
from bondsdesk.kernel.people import PartnerId
from bondsdesk.kernel.sentences import sentence
from bondsdesk.rooms.boundaries.parts.agreement_form import AgreementForm
from bondsdesk.rooms.boundaries.parts.limit_card import LimitCard
from bondsdesk.rooms.boundaries.parts.limit_form import LimitForm
from bondsdesk.rooms.boundaries.parts.sentences import SENTENCES
from bondsdesk.rooms.boundaries.parts.start_panel import StartPanel
from bondsdesk.rooms.boundaries.service import reading
from bondsdesk.rooms.boundaries.service.bundle import read_bundle
from tests.fakes import FakeClock
from tests.people import ACTORS, BILAL
from tests.rooms.boundaries.conftest import Come, Sitting, phones

Sit = Callable[[PartnerId], Sitting]


def write(form: AgreementForm) -> None:
    words = phones(form.draft.text)
    form.title.setText(words.title)
    form.fine.setPlainText("\n".join(words.fine))
    form.not_fine.setPlainText("\n".join(words.not_fine))
    form.repair.setPlainText(words.repair)


def test_an_empty_room_says_what_an_agreement_may_not_do(come: Come) -> None:
    visit = come("a")
    assert isinstance(visit.content, StartPanel)
    assert "the right to say no" in visit.read()
    visit.press("Say a limit")
    assert isinstance(visit.content, LimitForm)


def test_a_limit_is_shared_acknowledged_rests_and_comes_back(come: Come) -> None:
    visit = come("a")
    visit.press("Say a limit")
    assert isinstance(visit.content, LimitForm)
    visit.content.field.setPlainText("Half an hour alone after work")
    visit.press("Share limit")
    assert isinstance(visit.content, LimitCard)
    assert "Said." in visit.told
    visit.context.undo.undo()
    visit.settle()
    assert isinstance(visit.content, LimitCard | LimitForm)
    assert len(visit.page.limits.private()) == 1
    visit.context.undo.redo()
    visit.settle()
    other = come("b")
    assert "nothing to agree to" in other.read()
    other.press("I have read it")
    assert "You have read it." in other.read()
    visit = come("a")
    assert "Bilal has read it." in visit.read()
    visit.press("Let it rest")
    assert "It rests since" in visit.read()
    visit.press("Bring it back")
    assert visit.page.limits.shared()[0].state == "shared"


def test_an_agreement_from_draft_to_in_force_and_withdrawn(come: Come, clock: FakeClock) -> None:
    visit = come("a")
    visit.press("Start an agreement")
    form = visit.content
    assert isinstance(form, AgreementForm)
    write(form)
    visit.press("Propose agreement")
    assert "Nobody has signed yet" in visit.card.state.text()
    assert visit.page.start.text() == "Start an agreement"
    visit.press("Sign now")
    visit.sign.field.setText(ACTORS["a"].passphrase)
    visit.press("Sign agreement")
    visit.work()
    assert visit.card.sign is None
    other = come("b")
    assert "Ayesha has signed" in other.card.state.text().replace("\u2068", "").replace(
        "\u2069", ""
    )
    other.card.comments.field.setPlainText("When my mother calls, I answer.")
    other.press("Say it")
    assert "When my mother calls" in other.read()
    other.press("Sleep on it until tomorrow")
    assert "You sleep on it" in other.read()
    clock.advance(days=1)
    other = come("b")
    assert "You slept on it" in other.read()
    other.press("Sign now")
    other.sign.field.setText(BILAL.passphrase)
    other.press("Sign agreement")
    other.work()
    assert other.card.state.text() == "In force. Both signatures verified."
    assert not other.context.undo.can_undo
    other.press("Withdraw")
    assert "Ayesha reads “resting”, nothing more" in other.told
    other.context.notices.act()
    other.settle()
    assert "Resting" in other.card.state.text()
    assert not other.card.withdraw.isEnabled()


def test_a_wrong_passphrase_three_times_keeps_what_was_typed(come: Come, sit: Sit) -> None:
    sit("a").propose()
    visit = come("b")
    visit.press("Sign now")
    for _ in range(3):
        visit.sign.field.setText("not this one at all")
        visit.press("Sign agreement")
        visit.work()
        assert visit.sign.field.text() == "not this one at all"
    assert "Nothing is lost" in visit.read()
    assert visit.page.agreements.all()[0].kept.history[-1].event.action == "propose"


def test_a_title_of_ten_thousand_letters_is_refused_beside_its_field(come: Come) -> None:
    visit = come("a")
    visit.press("Start an agreement")
    form = visit.content
    assert isinstance(form, AgreementForm)
    write(form)
    form.title.setText("x" * 10_000)
    form.title.textEdited.emit(form.title.text())
    visit.press("Propose agreement")
    assert "10000 characters" in visit.read()
    assert visit.content is form
    assert len(form.title.text()) == 10_000
    visit.room.keep_drafts()
    assert len(visit.page.agreements.drafts()[0].text.title) == 10_000


def test_what_was_being_written_is_there_after_a_lock(come: Come) -> None:
    visit = come("a")
    visit.press("Start an agreement")
    form = visit.content
    assert isinstance(form, AgreementForm)
    form.fine.setPlainText("A call from our parents")
    visit.room.keep_drafts()
    visit = come("a")
    assert len(visit.page.agreements.drafts()) == 1
    visit.press("Say a limit")
    assert isinstance(visit.content, LimitForm)
    visit.content.field.setPlainText("Half a sentence")
    visit.room.forget_page()
    assert [each.text for each in visit.page.limits.private()] == ["Half a sentence"]


def test_changed_text_is_shown_as_broken_with_the_reason(
    come: Come, in_force: Uid, sit: Sit
) -> None:
    sit("b").tamper(
        "UPDATE boundaries_version SET document = replace(document, 'Scrolling', 'Breathing')"
    )
    visit = come("a")
    assert visit.card.state.text() == "Not in force."
    assert visit.card.reasons == ["This text is not what was signed."]
    assert visit.read().count("Signed other words than these") >= 2
    (offer,) = visit.room.offers()
    paper = repr(offer.build(OfferOptions("en")))
    assert "This text is not what was signed." in paper
    assert "verified" not in paper
    visit.press("Begin it anew")
    form = visit.content
    assert isinstance(form, AgreementForm)
    assert form.draft.amends is None


def test_while_many_signatures_are_checked_nothing_is_in_force(
    come: Come, in_force: Uid, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "AT_ONCE", 0)
    visit = come("a")
    # The worker has ended or not; its ending is told only by the event loop.
    visit.page.agreements._judged.clear()
    visit.page.reload()
    assert visit.card.state.text() == "Checking the signatures"
    assert visit.card.withdraw.isEnabled()
    visit.work()
    assert visit.card.state.text() == "In force. Both signatures verified."


def test_paper_and_file_say_verified_only_when_it_is(
    come: Come, in_force: Uid, tmp_path: Path, exported: list[Offer]
) -> None:
    visit = come("a")
    visit.press("Print or save")
    paper = exported[0].build(OfferOptions("en"))
    assert "In force. Both signatures verified." in repr(paper)
    urdu = exported[0].build(OfferOptions("ur"))
    assert "دونوں دستخط درست ہیں" in repr(urdu)
    file = tmp_path / "agreement.json"
    visit.context.dialogs.answer(file)
    visit.press("Save for checking")
    assert read_bundle(file.read_bytes()).verdict.in_force
    visit.context.dialogs.answer(tmp_path / "nowhere" / "a.json")
    visit.press("Save for checking")
    assert "cannot be written" in visit.told


def test_review_keeps_it_or_begins_a_change(come: Come, in_force: Uid, clock: FakeClock) -> None:
    clock.advance(days=40)
    visit = come("a")
    assert "You wanted to look at it again" in visit.read()
    visit.press("Review now")
    visit.press("Keep as it is")
    today = visit.page.agreements.desk.today()
    assert visit.page.agreements.all()[0].review_on == today + timedelta(days=30)
    (entry,) = visit.room.timeline(today, today + timedelta(days=30))
    assert (entry.kind, entry.title) == ("review", "Phones away at dinner")
    visit.context.undo.undo()
    assert visit.page.agreements.all()[0].review_on != entry.day
    visit.press("Change together")
    assert isinstance(visit.content, AgreementForm)
    assert visit.content.draft.amends == in_force


def test_search_finds_shared_and_my_private_words(come: Come, in_force: Uid, sit: Sit) -> None:
    ayesha = sit("a")
    ayesha.limits.keep("No scrolling at my bedside", "rest")
    ayesha.agreements.keep_draft(ayesha.draft(title="Scrolling hours"))
    visit = come("a")
    hits = visit.room.search("scroll", 10)
    assert sorted(hit.private for hit in hits) == [False, True, True]
    for hit in hits:
        visit.room.show_hit(hit)
        assert visit.page.uid == hit.uid
    assert [hit.private for hit in come("b").room.search("scroll", 10)] == [False]
    assert come("b").room.search("  ", 10) == []


@pytest.mark.usefixtures("urdu")
def test_in_urdu_the_list_stands_at_the_right(come: Come, in_force: Uid, room: RoomContext) -> None:
    room.look.set_language("ur")
    visit = come("a")
    page = visit.page
    assert page.layoutDirection() == Qt.LayoutDirection.RightToLeft
    there = page.list.mapTo(page, page.list.rect().center()).x()
    assert there > visit.card.mapTo(page, visit.card.rect().center()).x()
    assert visit.card.state.text() == "اس وقت لاگو ہے۔ دونوں دستخط درست ہیں۔"


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_every_control_has_a_name_and_nothing_is_wider_than_the_window(
    come: Come, in_force: Uid, sit: Sit, room: RoomContext, zoom: float
) -> None:
    bilal = sit("b")
    other = bilal.propose(title="Another one")
    bilal.limits.share("Knock first", "privacy")
    draft = bilal.draft(title="A third")
    bilal.agreements.keep_draft(draft)
    room.look.set_zoom(zoom)
    visit = come("b")
    visit.page.resize(928, 700)
    limit = visit.page.limits.shared()[0].uid
    for uid in (in_force, other, limit, draft.uid, ""):
        visit.page.open(uid)
        visit.settle()
        controls = [
            w
            for w in visit.page.findChildren(QWidget)
            if isinstance(w, QAbstractButton | QLineEdit | QPlainTextEdit) and w.isVisible()
        ]
        assert all(w.accessibleName() or getattr(w, "text", str)() for w in controls)
        assert visit.page.width() == 928
        for control in controls:
            edge = control.mapTo(visit.page, control.rect().topRight()).x()
            assert edge <= 928, control.accessibleName()


def test_every_reason_has_a_sentence() -> None:
    from bondsdesk.kernel.errors import ExpectedError
    from bondsdesk.rooms.boundaries.domain.verdict import TROUBLES
    from bondsdesk.rooms.boundaries.service.wording import REASONS

    assert set(REASONS) == set(TROUBLES)
    assert sentence(ExpectedError("agreement.moved"), SENTENCES)
