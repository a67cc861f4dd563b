# SPDX-License-Identifier: GPL-3.0-or-later
"""The open card: everything can be said on it, and nothing typed is ever lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from bondsdesk.doorway import RoomContext
from bondsdesk.kernel.ids import Uid
from bondsdesk.kernel.people import PartnerId
from bondsdesk.rooms.goals.parts.form import Form, form_from
from bondsdesk.rooms.goals.service.goals import GoalsService
from bondsdesk.vault.vault import Vault
from tests.rooms.goals.conftest import Desk, put


@pytest.fixture
def opened(desk: Desk, home: Uid) -> Uid:
    """A card that stands open."""
    uid = put(desk.goals, home, "Trip to Hunza", "plan")
    desk.page.reload()
    desk.page.open_card(uid)
    desk.settle()
    return uid


def error_of(desk: Desk, field: str) -> str:
    return desk.page.editor.fields.fields[field].editor.accessibleDescription()


def test_a_new_wish_needs_only_its_words(desk: Desk) -> None:
    desk.page.begin_card()
    desk.page.editor.fields.notes["title"].set_text("A small garden")
    assert desk.page.editor.save()
    assert desk.shown("dream") == ["A small garden"]
    desk.context.undo.undo()
    assert desk.shown("dream") == []
    assert not desk.page.table.opened


def test_everything_on_the_card_is_kept_with_one_button(desk: Desk, opened: Uid) -> None:
    fields, today = desk.page.editor.fields, desk.goals.today()
    fields.notes["why_a"].set_text("Snow")
    fields.notes["why_b"].set_text("فون کے بغیر")
    fields.notes["picture"].set_text("Tea in the wind")
    fields.notes["obstacle"].set_text("Leave")
    for key, text in (
        ("when_a", "work calls"),
        ("then_a", "say no"),
        ("when_b", "x"),
        ("then_b", "y"),
    ):
        fields.lines[key].setText(text)
    fields.lines["target"].setText("2.4 lakh")
    fields.lines["saved"].setText("85,000")
    fields.steps.line.setText("Look at the map")
    fields.steps.add_line()
    fields.steps.line.setText("Book two rooms")
    fields.lane.choose("doing")
    fields.holder.choose("b")
    fields.first_step.set_text((today + timedelta(3)).isoformat())
    fields.review.set_text((today + timedelta(30)).isoformat())
    desk.page.editor.save_button.click()
    card = desk.goals.card(opened)
    assert card is not None
    assert (card.of_a.why, card.of_b.why, card.picture) == (
        "Snow",
        "فون کے بغیر",
        "Tea in the wind",
    )
    assert (card.of_a.plan.then, card.of_b.plan.when, card.obstacle) == ("say no", "x", "Leave")
    assert (card.target, card.saved, card.holder, card.lane) == (
        24_000_000,
        8_500_000,
        "b",
        "doing",
    )
    assert [step.text for step in card.steps] == ["Look at the map", "Book two rooms"]
    assert card.review_on == today + timedelta(30)
    assert fields.lines["target"].text() == "240,000"
    assert desk.shown("doing") == ["Trip to Hunza"]
    assert desk.context.undo.undo_text == "Change card"
    desk.context.undo.undo()
    assert desk.shown("plan") == ["Trip to Hunza"]
    assert fields.notes["why_a"].text() == ""


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("target", "a lot", "Write an amount in figures"),
        ("target", "-500", "below zero"),
        ("target", "9999999999999", "more than this place can hold"),
        ("saved", "twelve", "Write an amount in figures"),
    ],
)
def test_money_that_is_none_stays_in_its_field_with_the_reason(
    desk: Desk, opened: Uid, field: str, typed: str, told: str
) -> None:
    fields = desk.page.editor.fields
    fields.lines[field].setText(typed)
    fields.notes["obstacle"].set_text("Leave")
    assert not desk.page.editor.save()
    assert told in error_of(desk, field)
    assert fields.lines[field].text() == typed
    assert fields.notes["obstacle"].text() == "Leave"
    assert desk.goals.card(opened).target is None  # type: ignore[union-attr]


def test_a_wish_of_ten_thousand_characters_is_told_and_kept_in_the_field(
    desk: Desk, opened: Uid
) -> None:
    title = desk.page.editor.fields.notes["title"]
    title.set_text("x" * 10_000)
    assert not desk.page.editor.save()
    assert "10000" in error_of(desk, "title")
    assert title.text() == "x" * 10_000
    title.set_text("Hunza")
    assert desk.page.editor.save()


def test_a_past_day_is_told_beside_its_field(desk: Desk, opened: Uid) -> None:
    fields = desk.page.editor.fields
    gone = (desk.goals.today() - timedelta(1)).isoformat()
    fields.review.set_text(gone)
    assert not desk.page.editor.save()
    assert "has passed" in error_of(desk, "review_on")
    assert fields.review.text == gone
    fields.review.set_text("")
    fields.first_step.set_text((desk.goals.today() + timedelta(9)).isoformat())
    assert not desk.page.editor.save()
    assert "within a week" in error_of(desk, "first_step_by")


def test_five_hundred_pasted_steps_are_told_and_none_is_lost(desk: Desk, opened: Uid) -> None:
    steps = desk.page.editor.fields.steps
    QGuiApplication.clipboard().setText("\n".join(f"step {n}" for n in range(500)))
    QTest.keyClick(steps.line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    assert len(steps.steps()) == 500
    assert not desk.page.editor.save()
    assert "500 steps" in error_of(desk, "steps")
    assert len(steps.steps()) == 500


def test_steps_are_ticked_moved_and_taken_out_with_the_keyboard(desk: Desk, opened: Uid) -> None:
    steps = desk.page.editor.fields.steps
    steps.show_steps((("one", False), ("two", False), ("three", False)))
    view = steps.list
    view.setCurrentIndex(steps.model.index(0))
    QTest.keyClick(view, Qt.Key.Key_Space)
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert steps.steps() == (("two", False), ("one", True), ("three", False))
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert steps.steps() == (("two", False), ("three", False))
    desk.page.editor.save()
    assert desk.goals.face(opened).steps == 2  # type: ignore[union-attr]


def test_a_click_on_the_box_ticks_a_step(desk: Desk, opened: Uid) -> None:
    steps = desk.page.editor.fields.steps
    steps.show_steps((("one", False),))
    desk.settle()
    spot = steps.list.visualRect(steps.model.index(0)).topLeft()
    spot.setX(spot.x() + 16)
    spot.setY(spot.y() + 20)
    QTest.mouseClick(
        steps.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot
    )
    assert steps.steps() == (("one", True),)


def test_escape_keeps_and_closes(desk: Desk, opened: Uid) -> None:
    title = desk.page.editor.fields.notes["title"]
    title.setFocus()
    title.set_text("Hunza in June")
    QTest.keyClick(title, Qt.Key.Key_Escape)
    assert not desk.page.table.opened
    assert desk.shown("plan") == ["Hunza in June"]


def test_a_card_that_cannot_be_kept_does_not_close(desk: Desk, opened: Uid, home: Uid) -> None:
    desk.page.editor.fields.lines["target"].setText("a lot")
    desk.page.begin_card()
    assert desk.page.editor.uid == opened
    desk.page.editor.put_back()
    assert desk.page.editor.fields.lines["target"].text() == ""
    desk.page.begin_card()
    assert desk.page.editor.uid != opened


def test_an_untouched_new_card_leaves_nothing_behind(desk: Desk, home: Uid) -> None:
    desk.page.begin_card()
    assert desk.page.editor.close_and_keep()
    assert desk.goals.faces(home) == []


def test_delete_asks_nothing_and_can_be_taken_back(desk: Desk, opened: Uid) -> None:
    desk.page.editor.delete_button.click()
    assert desk.shown("plan") == []
    notice = desk.context.notices.current
    assert notice is not None
    assert notice.action is not None
    notice.action[1]()
    assert desk.shown("plan") == ["Trip to Hunza"]


def test_what_was_being_written_at_a_lock_stands_open_for_its_writer_alone(
    desk: Desk,
    opened: Uid,
    as_partner: Callable[[PartnerId], Vault],
) -> None:
    desk.page.editor.fields.lines["target"].setText("a lot")
    desk.page.editor.fields.notes["title"].set_text("Hunza \ud83d in June")
    desk.room.keep_drafts()
    desk.close()
    context: RoomContext = desk.context
    his = replace(context, vault=as_partner("b"))
    other = Desk(his, GoalsService(his.vault, his.clock))
    assert not other.page.table.opened
    other.close()
    hers = replace(context, vault=as_partner("a"))
    again = Desk(hers, GoalsService(hers.vault, hers.clock))
    assert again.page.editor.uid == opened
    assert again.page.editor.fields.lines["target"].text() == "a lot"
    assert again.page.editor.dirty
    again.page.editor.fields.lines["target"].setText("5")
    assert again.page.editor.save()
    assert again.goals.drafts() == {}
    again.close()


def test_a_new_card_that_was_never_saved_comes_back_too(desk: Desk, home: Uid) -> None:
    desk.page.begin_card()
    desk.page.editor.fields.notes["title"].set_text("Half a wi")
    desk.room.forget_page()
    page = desk.room.page()
    assert page.editor.fields.notes["title"].text() == "Half a wi"
    assert page.editor.save()
    assert [face.title for face in desk.goals.faces(home)] == ["Half a wi"]
    page.deleteLater()


def test_in_a_narrow_window_the_card_takes_the_boards_place(desk: Desk, opened: Uid) -> None:
    assert desk.page.board.isVisible()
    desk.window.resize(900, 640)
    desk.settle()
    assert not desk.page.board.isVisible()
    assert desk.page.editor.isVisible()
    desk.page.editor.close_and_keep()
    desk.settle()
    assert desk.page.board.isVisible()


def test_a_form_survives_being_written_down() -> None:
    form = Form(title="x\ud83d\0", steps=(("one", True),), target="a lot")
    back = form_from(form.document())
    assert (back.steps, back.target) == (form.steps, "a lot")
    assert "\0" not in back.title
