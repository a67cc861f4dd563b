# SPDX-License-Identifier: GPL-3.0-or-later
"""What crosses on a board: an undo under an open card, a drag under an undo, odd names."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from bondsdesk.kernel.ids import Uid
from bondsdesk.rooms.goals.domain.card import Card
from bondsdesk.rooms.goals.parts.card_words import foot_text
from tests.rooms.goals.conftest import Desk, lane_of, put

Key = Qt.Key
ENDLESS_URDU = "خواہشوں" * 25


def test_a_card_that_is_undone_while_it_is_written_becomes_a_new_one(desk: Desk, home: Uid) -> None:
    desk.page.begin_card()
    editor = desk.page.editor
    editor.fields.notes["title"].setPlainText("A garden")
    assert editor.save()
    editor.fields.notes["obstacle"].setPlainText("No water on the roof")
    desk.context.undo.undo()
    assert lane_of(desk.goals, home, "dream") == []
    assert editor.fields.form().obstacle == "No water on the roof"
    assert editor.close_and_keep(), "nobody is held in a form"
    assert lane_of(desk.goals, home, "dream") == ["A garden"]
    desk.context.undo.undo()
    assert lane_of(desk.goals, home, "dream") == []
    desk.context.undo.redo()
    assert lane_of(desk.goals, home, "dream") == ["A garden"]


def test_a_card_that_is_undone_while_it_is_only_read_closes(desk: Desk, home: Uid) -> None:
    desk.page.begin_card()
    desk.page.editor.fields.notes["title"].setPlainText("A garden")
    assert desk.page.editor.save()
    desk.context.undo.undo()
    assert desk.page.editor.isHidden()


def test_a_drag_under_which_the_board_changes_lands_or_says_why_not(desk: Desk, home: Uid) -> None:
    below = put(desk.goals, home, "below", "doing")
    uid = put(desk.goals, home, "carried")
    desk.page.reload()
    desk.settle()
    desk.press(below, Key.Key_Right)
    source = desk.lift(uid)
    desk.bring(source, desk.over("done", 0))
    desk.context.undo.undo()
    desk.settle()
    desk.drop(source)
    assert lane_of(desk.goals, home, "doing") == ["below"]
    assert lane_of(desk.goals, home, "done") == ["carried"]
    assert desk.shown("done") == ["carried"]


def test_a_drag_of_a_card_that_is_deleted_meanwhile_says_so(desk: Desk, home: Uid) -> None:
    uid = put(desk.goals, home, "carried")
    put(desk.goals, home, "x", "doing")
    desk.page.reload()
    desk.settle()
    source = desk.lift(uid)
    desk.bring(source, desk.over("doing", 0))
    desk.page._done(desk.goals.delete(uid))
    desk.drop(source)
    notice = desk.context.notices.current
    assert notice is not None
    assert notice.text == "This card is no longer here."
    assert desk.shown("doing") == ["x"]


def test_the_way_back_of_a_tick_is_gone_after_the_next_move(desk: Desk, home: Uid) -> None:
    uid = put(desk.goals, home, "carried")
    desk.page.reload()
    desk.page._done(desk.goals.archive(home))
    assert desk.context.notices.current is not None
    desk.context.undo.undo()
    assert desk.context.notices.current is None
    desk.press(uid, Key.Key_Right)
    assert lane_of(desk.goals, home, "plan") == ["carried"]


def test_a_title_without_a_blank_stays_within_its_card(desk: Desk, home: Uid) -> None:
    uid = put(desk.goals, home, ENDLESS_URDU)
    desk.page.reload()
    desk.settle()
    lane = desk.lane("dream")
    row = lane.visualRect(lane.lane.index_of(uid))
    assert row.width() <= lane.viewport().width()
    assert row.height() < desk.page.look.px(140)
    desk.page.open_card(uid)
    desk.settle()
    inside = desk.page.editor.area.widget()
    assert inside is not None
    assert inside.width() <= desk.page.editor.area.viewport().width()


def test_a_boards_name_may_hold_an_ampersand(desk: Desk, home: Uid) -> None:
    desk.goals.make_board("Tea & cake", "sky")
    desk.page.reload()
    desk.page.bar.show_boards(desk.goals.boards(), (), home, ())
    names = [b.text() for b in desk.page.bar.findChildren(QAbstractButton)]
    assert "Tea && cake" in names
    desk.settle()


def test_the_first_of_january_is_said_without_its_year_in_december(desk: Desk, home: Uid) -> None:
    today = desk.goals.today().replace(month=12, day=2)
    card = Card(Uid("0" * 32), home, "plan", "x", review_on=today + timedelta(days=30))
    put(desk.goals, home, "y", "plan", review_on=today + timedelta(days=30))
    assert card.review_on is not None
    (face,) = desk.goals.faces(home)
    told = foot_text(face, today, "en").replace("\u2068", "").replace("\u2069", "")
    assert told == "Review 1 January"
    late = foot_text(face, today - timedelta(days=400), "en")
    assert str(card.review_on.year) in late
