# SPDX-License-Identifier: GPL-3.0-or-later
"""Boards and cards on a real vault: every intent, taken back and done again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bondsdesk.kernel.changes import Change
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.ids import Uid, new_uid
from bondsdesk.kernel.people import PartnerId
from bondsdesk.rooms.goals.domain.board import LANES, Lane
from bondsdesk.rooms.goals.domain.card import Card, IfThen, Partly, Step
from bondsdesk.rooms.goals.service.goals import GoalsService, touched_card
from bondsdesk.vault.vault import Vault
from tests.fakes import FakeClock
from tests.rooms.goals.conftest import lane_of, put


def undo(change: Change | None) -> None:
    assert change is not None
    assert change.undo is not None
    change.undo()


def redo(change: Change | None) -> None:
    assert change is not None
    assert change.redo is not None
    change.redo()


def full_card(board: Uid, today: date) -> Card:
    return Card(
        new_uid(),
        board,
        "plan",
        "Three months of savings",
        of_a=Partly(
            "To sleep well", IfThen("the fridge breaks", "we take from it and begin again")
        ),
        of_b=Partly("سکون", IfThen("عید آئے", "آدھا رکھیں گے")),
        picture="An envelope nobody needs\nand a free Friday",
        obstacle="Wedding season",
        steps=(Step("Open the account", done=True), Step("Standing order"), Step("Tell Ammi")),
        first_step_by=today + timedelta(2),
        review_on=today + timedelta(14),
        holder="b",
        target=45_000_000,
        saved=31_000_000,
        source="a" * 32,
    )


# boards


def test_a_board_is_made_renamed_recoloured_and_each_step_taken_back(goals: GoalsService) -> None:
    made = goals.make_board("  Home \n", "leaf")
    (board,) = goals.boards()
    assert (board.name, board.colour) == ("Home", "leaf")
    changed = goals.change_board(board.uid, "گھر", "plum")
    assert goals.boards()[0].name == "گھر"
    undo(changed)
    assert goals.boards() == [board]
    redo(changed)
    assert goals.boards()[0].colour == "plum"
    undo(changed)
    undo(made)
    assert goals.boards() == []


def test_the_same_name_and_colour_is_no_step(goals: GoalsService, home: Uid) -> None:
    assert goals.change_board(home, "Home", "leaf") is None


def test_an_archived_board_rests_with_its_cards_and_comes_back(
    goals: GoalsService, home: Uid
) -> None:
    put(goals, home, "A garden")
    change = goals.archive(home)
    assert goals.boards() == []
    assert [board.uid for board in goals.boards(archived=True)] == [home]
    goals.restore(home)
    assert lane_of(goals, home, "dream") == ["A garden"]
    assert goals.boards(archived=True) == []
    undo(change)


@pytest.mark.parametrize(
    ("name", "code"), [(" \u200b", "board.unnamed"), ("x" * 61, "text.too_long")]
)
def test_a_board_needs_a_short_name(goals: GoalsService, name: str, code: str) -> None:
    with pytest.raises(ExpectedError, match=code):
        goals.make_board(name, "leaf")
    assert goals.boards() == []


def test_a_board_or_card_that_is_gone_says_so(goals: GoalsService, home: Uid) -> None:
    with pytest.raises(ExpectedError, match=r"board\.gone"):
        goals.archive(new_uid())
    with pytest.raises(ExpectedError, match=r"board\.gone"):
        goals.add(Card(new_uid(), new_uid(), "dream", "x"))
    for deed in (goals.delete, lambda uid: goals.move(uid, "done", None)):
        with pytest.raises(ExpectedError, match=r"card\.gone"):
            deed(new_uid())
    uid = put(goals, home, "Here")
    with pytest.raises(ExpectedError, match=r"card\.gone"):
        goals.move(uid, "done", new_uid())


# cards


def test_a_card_keeps_everything_it_says(goals: GoalsService, home: Uid) -> None:
    card = full_card(home, goals.today())
    change = goals.add(card)
    kept = goals.card(card.uid)
    assert kept is not None
    assert replace(kept, rank="", since=None) == card
    face = goals.face(card.uid)
    assert face is not None
    assert (face.steps_done, face.steps, face.line) == (1, 3, "An envelope nobody needs")
    assert face.money_share == pytest.approx(31 / 45)
    assert {touched_card(kind) for kind in change.touched} == {card.uid}
    undo(change)
    assert goals.card(card.uid) is None
    redo(change)
    assert goals.card(card.uid) == kept


def test_saving_is_one_step_and_taken_back_whole(goals: GoalsService, home: Uid) -> None:
    card = full_card(home, goals.today())
    goals.add(card)
    before = goals.card(card.uid)
    assert before is not None
    change = goals.save(replace(before, title="Six months", steps=(), lane="done", saved=5))
    after = goals.card(card.uid)
    assert after is not None
    assert (after.title, after.lane, after.saved, after.steps) == ("Six months", "done", 5, ())
    undo(change)
    assert goals.card(card.uid) == before
    assert goals.save(before) is None


def test_a_refused_card_is_left_as_it_was(goals: GoalsService, home: Uid) -> None:
    uid = put(goals, home, "Learn to drive")
    before = goals.card(uid)
    assert before is not None
    with pytest.raises(ExpectedError, match=r"card\.title_long"):
        goals.save(replace(before, title="x" * 10_000))
    assert goals.card(uid) == before


def test_a_tick_and_a_delete_can_be_taken_back(goals: GoalsService, home: Uid) -> None:
    card = full_card(home, goals.today())
    goals.add(card)
    ticked = goals.tick(card.uid, 1, done=True)
    assert goals.face(card.uid).steps_done == 2  # type: ignore[union-attr]
    undo(ticked)
    before = goals.card(card.uid)
    deleted = goals.delete(card.uid)
    assert goals.card(card.uid) is None
    assert goals.search("fridge", 5) == []
    undo(deleted)
    assert goals.card(card.uid) == before
    assert len(goals.search("fridge", 5)) == 1


def test_letting_go_is_a_lane_like_every_other(
    goals: GoalsService, home: Uid, clock: FakeClock
) -> None:
    uid = put(goals, home, "A second car")
    clock.advance(days=3)
    change = goals.move(uid, "let_go", None)
    face = goals.face(uid)
    assert face is not None
    assert face.since == goals.today()
    undo(change)
    face = goals.face(uid)
    assert face is not None
    assert face.since == goals.today() - timedelta(3)


def test_both_partners_see_one_board(
    goals: GoalsService, home: Uid, clock: FakeClock, as_partner: Callable[[PartnerId], Vault]
) -> None:
    put(goals, home, "Trip to Hunza")
    his = GoalsService(as_partner("b"), clock)
    assert lane_of(his, home, "dream") == ["Trip to Hunza"]


# order


def test_a_card_lands_above_the_one_it_is_dropped_on(goals: GoalsService, home: Uid) -> None:
    c, b, a = (put(goals, home, name) for name in "cba")
    goals.move(a, "dream", c)
    assert lane_of(goals, home, "dream") == ["b", "a", "c"]
    goals.move(b, "dream", None)
    assert lane_of(goals, home, "dream") == ["a", "c", "b"]
    goals.move(c, "doing", None)
    goals.move(a, "doing", c)
    assert lane_of(goals, home, "doing") == ["a", "c"]


def test_a_card_that_stays_where_it_is_makes_no_step(goals: GoalsService, home: Uid) -> None:
    c, b, a = (put(goals, home, name) for name in "cba")
    assert goals.move(a, "dream", a) is None
    assert goals.move(a, "dream", b) is None
    assert goals.move(b, "dream", c) is None
    assert goals.move(c, "dream", None) is None


def test_an_undo_that_comes_late_still_finds_its_place(goals: GoalsService, home: Uid) -> None:
    _, b, _ = (put(goals, home, name) for name in "cba")
    first = goals.move(b, "done", None)
    late = put(goals, home, "late")
    goals.move(late, "dream", None)
    undo(first)
    assert lane_of(goals, home, "dream") == ["a", "b", "c", "late"]


def test_a_place_that_was_taken_meanwhile_makes_room(goals: GoalsService, home: Uid) -> None:
    c, b, a = (put(goals, home, name) for name in "cba")
    first = goals.move(b, "done", None)
    other = put(goals, home, "new", "plan")
    goals.move(other, "dream", c)
    undo(first)
    assert lane_of(goals, home, "dream") in (["a", "new", "b", "c"], ["a", "b", "new", "c"])
    assert len({face.rank for face in goals.faces(home)}) == len(goals.faces(home))
    assert a


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(st.integers(0, 5), st.sampled_from(LANES), st.none() | st.integers(0, 5)),
        min_size=1,
        max_size=12,
    ),
    st.randoms(use_true_random=False),
)
def test_moves_and_undos_in_any_order_keep_every_card_once(
    goals: GoalsService, moves: list[tuple[int, Lane, int | None]], chance: object
) -> None:
    board = new_uid()
    goals.make_board("Any", "sky", board)
    uids = [put(goals, board, str(number)) for number in range(6)]
    done: list[Change] = []
    for which, lane, above in moves:
        target = uids[above] if above is not None else None
        face = goals.face(target) if target else None
        change = goals.move(uids[which], lane, target if face and face.lane == lane else None)
        done += [change] if change else []
    chance.shuffle(done)  # type: ignore[attr-defined]
    for change in done:
        undo(change)
    faces = goals.faces(board)
    assert sorted(face.uid for face in faces) == sorted(uids)
    assert len({(face.lane, face.rank) for face in faces}) == len(faces)


# found, lent, kept


def test_cards_are_found_by_any_of_their_words(goals: GoalsService, home: Uid) -> None:
    card = full_card(home, goals.today())
    goals.add(card)
    for typed in ("saving", "ammi", "عید", "wedding", "envelope"):
        assert [face.uid for face in goals.search(typed, 5)] == [card.uid]
    assert goals.search("hunza", 5) == []
    assert goals.search(" ", 5) == []


def test_reviews_are_lent_unless_the_board_rests(goals: GoalsService, home: Uid) -> None:
    day = goals.today() + timedelta(5)
    uid = put(goals, home, "Paint", review_on=day)
    assert [face.uid for face in goals.reviews(day, day)] == [uid]
    assert goals.reviews(day + timedelta(1), day + timedelta(9)) == []
    goals.archive(home)
    assert goals.reviews(day, day) == []


def test_an_unsaved_form_is_kept_for_its_writer_alone(
    goals: GoalsService, home: Uid, clock: FakeClock, as_partner: Callable[[PartnerId], Vault]
) -> None:
    uid = put(goals, home, "Paint")
    goals.keep_draft(uid, {"title": "Paint the front room", "saved": "twelve"})
    goals.keep_draft(uid, {"title": "Paint!", "saved": "twelve"})
    assert goals.drafts() == {uid: {"title": "Paint!", "saved": "twelve"}}
    his = GoalsService(as_partner("b"), clock)
    assert his.drafts() == {}
    his.keep_draft(uid, {"title": "His"})
    hers = GoalsService(as_partner("a"), clock)
    assert hers.drafts()[uid]["title"] == "Paint!"
    card = hers.card(uid)
    assert card is not None
    hers.save(replace(card, title="Paint!"))
    assert hers.drafts() == {}
