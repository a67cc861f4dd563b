# SPDX-License-Identifier: GPL-3.0-or-later
"""The house speaks in one bar that stays until it is read."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.widgets.button import Button
from bondsdesk.widgets.look import Look
from bondsdesk.widgets.notice_bar import NoticeBar
from bondsdesk.widgets.notices import Notices


def test_a_notice_stays_until_it_is_put_away(notices: Notices) -> None:
    notices.tell("The note is given.")
    assert notices.current is not None
    notices.dismiss()
    assert notices.current is None


def test_a_warning_that_was_not_read_comes_back(notices: Notices) -> None:
    notices.tell("Two notes are missing.", "warn")
    notices.tell("The note is given.")
    assert notices.current is not None
    assert notices.current.text == "The note is given."
    notices.dismiss()
    assert notices.current is not None
    assert notices.current.kind == "warn"
    notices.clear()
    assert notices.current is None


def test_undo_is_done_once_and_the_notice_goes(notices: Notices) -> None:
    done: list[str] = []
    notices.tell("The note is given.", action=("Undo", lambda: done.append("undo")))
    notices.act()
    notices.act()
    assert done == ["undo"]
    assert notices.current is None


def test_a_deed_may_tell_something_itself(notices: Notices) -> None:
    notices.ask("Withdraw?", "Withdraw", "Keep", lambda: notices.tell("Withdrawn."))
    notices.act()
    assert notices.current is not None
    assert notices.current.text == "Withdrawn."


def test_what_went_wrong_is_told_in_a_sentence(notices: Notices) -> None:
    notices.tell_error(ExpectedError("text.nul"))
    assert notices.current is not None
    assert notices.current.kind == "danger"
    notices.tell_error(ExpectedError("room.own"), {"room.own": "Our own words."})
    assert notices.current.text == "Our own words."


def test_the_bar_takes_no_room_until_something_is_said(look: Look, qtbot: QtBot) -> None:
    notices = Notices()
    bar = NoticeBar(notices, look)
    qtbot.addWidget(bar)
    assert bar.isHidden()
    notices.tell("<b>Not bold</b>")
    assert not bar.isHidden()
    assert bar.accessibleName() == "<b>Not bold</b>"
    QTest.keyClick(bar, Qt.Key.Key_Escape)
    assert bar.isHidden()


def test_a_question_has_two_deeds_and_no_cross(look: Look, qtbot: QtBot) -> None:
    notices = Notices()
    bar = NoticeBar(notices, look)
    qtbot.addWidget(bar)
    bar.show()
    said: list[str] = []
    notices.ask("It rests at once.", "Withdraw", "Keep", lambda: said.append("yes"))
    words = {b.text(): b for b in bar.findChildren(Button) if b.isVisible()}
    assert set(words) == {"Withdraw", "Keep"}
    words["Keep"].click()
    assert notices.current is None
    assert said == []
