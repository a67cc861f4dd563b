# SPDX-License-Identifier: GPL-3.0-or-later
"""What two people do with notes, in a real vault, one after the other at the same desk."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from bondsdesk.kernel.changes import Change
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.ids import new_uid
from bondsdesk.kernel.people import PartnerId
from bondsdesk.rooms.appreciation.domain import Draft, Note, Sieve
from bondsdesk.rooms.appreciation.service.notes import AppreciationService
from bondsdesk.vault.vault import Vault
from tests.fakes import FakeClock
from tests.people import Household
from tests.rooms.appreciation.conftest import Give

Sits = Callable[[PartnerId], AppreciationService]


def _all(service: AppreciationService) -> list[str]:
    return [note.text for note in service.notes(Sieve(), None, 100)]


def _found(service: AppreciationService, typed: str) -> list[str]:
    return [note.text for note in service.notes(Sieve(typed=typed), None, 100)]


def _undo(change: Change) -> None:
    assert change.undo
    change.undo()


def _redo(change: Change) -> None:
    assert change.redo
    change.redo()


# --- drafts ---------------------------------------------------------------------------------------


def test_a_draft_is_never_readable_by_the_other(sits: Sits, household: Household) -> None:
    ayesha = sits("a")
    kept = ayesha.keep_draft(Draft(new_uid(), "canary in a draft", ("tea",)))
    assert kept is not None
    assert [draft.text for draft in ayesha.drafts()] == ["canary in a draft"]
    bilal = sits("b")
    assert bilal.drafts() == []
    assert bilal.draft(kept.uid) is None
    assert _found(bilal, "canary") == []
    household.close()
    for file in household.folder.rglob("*"):
        assert not file.is_file() or b"canary" not in file.read_bytes()
    assert [draft.text for draft in sits("a").drafts("can")] == ["canary in a draft"]


def test_an_emptied_draft_is_gone(service: AppreciationService) -> None:
    draft = Draft(new_uid(), "something")
    service.keep_draft(draft)
    assert service.keep_draft(Draft(draft.uid, "  \n ")) is None
    assert service.drafts() == []


def test_on_a_nearly_full_disk_drafts_are_kept_and_anything_is_deleted(
    service: AppreciationService, given: Give, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = given(service, "to withdraw")

    def nothing_left(_folder: object) -> None:
        raise ExpectedError("vault.disk_low", free_mib=1)

    monkeypatch.setattr("bondsdesk.vault.disk.require_room", nothing_left)
    draft = service.keep_draft(Draft(new_uid(), "still kept"))
    assert draft is not None
    with pytest.raises(ExpectedError, match=r"vault\.disk_low"):
        service.give(draft)
    service.withdraw(note.uid)
    assert [kept.text for kept in service.drafts()] == ["still kept"]
    service.drop_draft(draft)
    assert service.drafts() == []


def test_the_draft_kept_last_comes_first(service: AppreciationService, clock: FakeClock) -> None:
    first = Draft(new_uid(), "first")
    service.keep_draft(first)
    clock.advance(minutes=1)
    service.keep_draft(Draft(new_uid(), "second"))
    clock.advance(minutes=1)
    service.keep_draft(Draft(first.uid, "first again"))
    assert [draft.text for draft in service.drafts()] == ["first again", "second"]


def test_a_deleted_draft_comes_back_by_undo(service: AppreciationService) -> None:
    draft = service.keep_draft(Draft(new_uid(), "still here"))
    assert draft is not None
    change = service.drop_draft(draft)
    assert service.drafts() == []
    _undo(change)
    assert service.drafts() == [draft]
    _redo(change)
    assert service.drafts() == []


# --- giving ---------------------------------------------------------------------------------------


def test_a_given_note_is_in_both_hands_and_its_draft_is_gone(sits: Sits) -> None:
    ayesha = sits("a")
    draft = Draft(new_uid(), "Thank you for the tea", ("tea",))
    ayesha.keep_draft(draft)
    ayesha.give(draft)
    assert ayesha.drafts() == []
    bilal = sits("b")
    assert _all(bilal) == ["Thank you for the tea"]
    assert _found(bilal, "tea") == ["Thank you for the tea"]
    assert bilal.tags() == [("tea", "tea")]


def test_giving_is_taken_back_by_undo_into_a_draft(service: AppreciationService) -> None:
    change = service.give(Draft(new_uid(), "Thank you"))
    _undo(change)
    assert _all(service) == []
    assert [draft.text for draft in service.drafts()] == ["Thank you"]
    _redo(change)
    assert _all(service) == ["Thank you"]
    assert service.drafts() == []


@pytest.mark.parametrize(
    ("text", "code"),
    [("   ", "note.blank"), ("x" * 200_000, "text.too_long"), ("a\0b", "text.nul")],
)
def test_what_cannot_be_given_stays_a_draft(
    service: AppreciationService, text: str, code: str
) -> None:
    draft = Draft(new_uid(), text, ("kept",))
    service.keep_draft(draft)
    with pytest.raises(ExpectedError) as caught:
        service.give(draft)
    assert caught.value.code == code
    assert _all(service) == []
    assert len(service.drafts()[0].text) == len(text)


def test_markup_and_half_characters_are_plain_words(service: AppreciationService) -> None:
    service.give(Draft(new_uid(), "<b>tea</b> #set page() \ud83d *x* $y$"))
    assert _all(service) == ["<b>tea</b> #set page() \ufffd *x* $y$"]


def test_without_a_second_partner_notes_stay_drafts(
    service: AppreciationService, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(service), "reader", lambda _self: None)
    draft = Draft(new_uid(), "for later")
    assert service.keep_draft(draft) is not None
    with pytest.raises(ExpectedError, match=r"note\.no_partner"):
        service.give(draft)


def test_under_the_shared_sheet_nobody_writes(
    vault: Vault, service: AppreciationService, given: Give, monkeypatch: pytest.MonkeyPatch
) -> None:
    given(service, "open for all")
    monkeypatch.setattr(type(vault), "partner", None)
    assert _all(service) == ["open for all"]
    assert service.drafts() == []
    assert service.plan() is None
    with pytest.raises(ExpectedError, match=r"note\.nobody_sits"):
        service.give(Draft(new_uid(), "whose?"))


# --- leaving for a day ----------------------------------------------------------------------------


def test_a_note_left_for_a_day_is_not_there_for_the_other_before(
    sits: Sits, clock: FakeClock
) -> None:
    ayesha = sits("a")
    day = ayesha.today() + timedelta(days=2)
    ayesha.give(Draft(new_uid(), "wait for it", ("surprise",), day))
    assert _all(ayesha) == ["wait for it"]
    assert [note.text for note in ayesha.opening(day, day)] == ["wait for it"]
    assert not ayesha.any_for_paper()
    bilal = sits("b")
    assert _all(bilal) == _found(bilal, "wait") == []
    assert bilal.tags() == []
    assert bilal.months(Sieve()) == []
    assert bilal.note_from_before() is None
    assert bilal.opening(bilal.today(), day) == []
    assert bilal.period(None, None, None) == []
    clock.advance(days=2)
    assert _all(bilal) == _found(bilal, "wait") == ["wait for it"]
    assert [note.text for note in bilal.opening(day, day)] == ["wait for it"]
    assert [note.text for note in bilal.period(None, None, "a")] == ["wait for it"]


def test_a_day_that_is_not_ahead_is_refused(service: AppreciationService) -> None:
    with pytest.raises(ExpectedError, match=r"note\.day_past"):
        service.give(Draft(new_uid(), "late", (), service.today()))


def test_a_waiting_note_stands_before_the_newest(service: AppreciationService, given: Give) -> None:
    service.give(Draft(new_uid(), "waits", (), service.today() + timedelta(days=9)))
    given(service, "of today")
    given(service, "of last week", days_ago=7)
    assert _all(service) == ["waits", "of today", "of last week"]


# --- changing and taking back ---------------------------------------------------------------------


def _edit(service: AppreciationService, note: Note, text: str) -> Change:
    return service.edit(Draft(new_uid(), text, note.tags, note.opens_on, edits=note.uid))


def test_words_may_change_in_the_same_sitting_only(sits: Sits, given: Give) -> None:
    ayesha = sits("a")
    note = given(ayesha, "first words")
    change = _edit(ayesha, note, "better words")
    assert _all(ayesha) == _found(ayesha, "better") == ["better words"]
    assert _found(ayesha, "first") == []
    _undo(change)
    assert _all(ayesha) == ["first words"]
    _redo(change)
    later = sits("a")
    kept = later.note(note.uid)
    assert kept is not None
    assert not later.may_edit(kept)
    with pytest.raises(ExpectedError, match=r"note\.already_theirs"):
        _edit(later, kept, "too late")
    bilal = sits("b")
    with pytest.raises(ExpectedError, match=r"note\.gone"):
        _edit(bilal, kept, "not mine")


def test_a_waiting_note_may_change_until_its_day(sits: Sits, clock: FakeClock) -> None:
    ayesha = sits("a")
    draft = Draft(new_uid(), "closed", (), ayesha.today() + timedelta(days=2))
    ayesha.give(draft)
    ayesha = sits("a")
    note = ayesha.note(draft.uid)
    assert note is not None
    _edit(ayesha, note, "closed, better")
    clock.advance(days=2)
    ayesha = sits("a")
    assert _all(ayesha) == ["closed, better"]
    with pytest.raises(ExpectedError, match=r"note\.already_theirs"):
        _edit(ayesha, note, "late")


def test_a_waiting_note_can_be_given_now(service: AppreciationService) -> None:
    draft = Draft(new_uid(), "closed", (), service.today() + timedelta(days=2))
    service.give(draft)
    service.edit(Draft(new_uid(), "closed", (), None, edits=draft.uid))
    note = service.note(draft.uid)
    assert note is not None
    assert note.day == service.today()
    assert service.any_for_paper()


def test_a_withdrawn_note_leaves_nothing_and_comes_back_by_undo(
    service: AppreciationService, given: Give, vault: Vault
) -> None:
    given(service, "older", days_ago=3)
    note = given(service, "canarywithdrawn words", tags=("tea",))
    given(service, "another of today")
    order = _all(service)
    change = service.withdraw(note.uid)
    assert service.note(note.uid) is None
    assert _found(service, "canarywithdrawn") == []
    assert service.tags() == []
    with vault.read() as reader:
        for table in ("note", "tag", "words_data", "words_content"):
            for row in reader.rows(f"SELECT * FROM appreciation_{table}"):  # noqa: S608
                assert not any(b"canarywithdrawn" in _bytes(value) for value in row)
    _undo(change)
    assert _all(service) == order
    assert _found(service, "canarywithdrawn") == ["canarywithdrawn words"]
    _redo(change)
    with pytest.raises(ExpectedError, match=r"note\.gone"):
        service.withdraw(note.uid)


def _bytes(value: object) -> bytes:
    return value if isinstance(value, bytes) else str(value).encode()


def test_only_the_giver_may_withdraw_or_tag(sits: Sits, given: Give) -> None:
    note = given(sits("a"), "mine")
    bilal = sits("b")
    assert not bilal.may_withdraw(note)
    with pytest.raises(ExpectedError, match=r"note\.gone"):
        bilal.withdraw(note.uid)
    with pytest.raises(ExpectedError, match=r"note\.gone"):
        bilal.retag(note.uid, "his")


def test_a_place_taken_meanwhile_is_no_obstacle_to_undo(
    service: AppreciationService, given: Give
) -> None:
    change = service.withdraw(given(service, "first").uid)
    given(service, "second")
    _undo(change)
    assert sorted(_all(service)) == ["first", "second"]


def test_tags_change_at_any_time(sits: Sits, given: Give) -> None:
    note = given(sits("a"), "words", tags=("home",))
    ayesha = sits("a")
    change = ayesha.retag(note.uid, "tea, گھر")
    assert ayesha.tags() == [("tea", "tea"), ("گہر", "گھر")]
    assert [n.uid for n in ayesha.notes(Sieve(tag="tea", typed="wor"), None, 9)] == [note.uid]
    _undo(change)
    assert ayesha.tags() == [("home", "home")]


# --- the thank plan -------------------------------------------------------------------------------


def test_a_plan_is_its_makers_alone(sits: Sits) -> None:
    ayesha = sits("a")
    made = ayesha.keep_plan("we sit for tea", "say one thing")
    changed = ayesha.keep_plan("we sit for tea", "say two things")
    plan = ayesha.plan()
    assert plan is not None
    assert plan.then == "say two things"
    assert sits("b").plan() is None
    ayesha = sits("a")
    dropped = ayesha.drop_plan()
    assert dropped is not None
    assert ayesha.plan() is None
    assert ayesha.drop_plan() is None
    del made, changed


def test_a_plan_can_be_undone(service: AppreciationService) -> None:
    made = service.keep_plan("one", "two")
    changed = service.keep_plan("one", "three")
    _undo(changed)
    plan = service.plan()
    assert plan is not None
    assert plan.then == "two"
    _undo(made)
    assert service.plan() is None
    _redo(made)
    assert service.plan() == plan


# --- a note from before ---------------------------------------------------------------------------


def test_a_note_from_before_is_never_of_today_nor_the_same_twice(
    service: AppreciationService, given: Give
) -> None:
    given(service, "today")
    assert service.note_from_before() is None
    one = given(service, "one", days_ago=3)
    two = given(service, "two", days_ago=300)
    seen = {note.uid for _ in range(64) if (note := service.note_from_before())}  # misses 1 in 2^63
    assert seen == {one.uid, two.uid}
    other = service.note_from_before(but=one.uid)
    assert other is not None
    assert other.uid == two.uid
