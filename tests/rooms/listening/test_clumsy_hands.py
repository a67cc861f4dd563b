# SPDX-License-Identifier: GPL-3.0-or-later
"""Two people who press twice, take their time, change the window, and have a full disk."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from bondsdesk.kernel.dates import clock_time
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.rooms.listening import store
from bondsdesk.rooms.listening.parts.consent_screen import ConsentScreen
from bondsdesk.rooms.listening.parts.heat_screen import HeatScreen
from bondsdesk.rooms.listening.parts.keep_screen import KeepScreen
from bondsdesk.rooms.listening.parts.pause_screen import PauseScreen
from bondsdesk.rooms.listening.parts.running_screen import RunningScreen
from bondsdesk.rooms.listening.parts.topic_screen import TopicScreen
from bondsdesk.widgets.note_field import NoteField
from tests.fakes import FakeClock
from tests.rooms.listening.conftest import Desk, a_record
from tests.rooms.listening.test_listening_page import (
    WHO,
    begin,
    come_to_topic,
    conductor,
    give_heat,
    press,
    rounds,
    screen,
    to_the_end,
)


def come_to_small_step(desk: Desk, clock: FakeClock) -> NoteField:
    begin(desk)
    for _ in WHO:
        rounds(desk, "Just hear me")
        clock.advance(minutes=2)
        rounds(desk, "Done for now", "I said it back", "Yes", "Skip")
    rounds(desk, "I said it", "Skip")
    return the_field(desk)


def the_field(desk: Desk) -> NoteField:
    field = screen(desk, RunningScreen).words.field
    assert field is not None
    return field


def fill_the_disk(desk: Desk, monkeypatch: pytest.MonkeyPatch, deed: str) -> None:
    def full(*_args: object, **_more: object) -> None:
        raise ExpectedError("vault.disk_full", folder="here", free=1, needed=2)

    monkeypatch.setattr(desk.talks, deed, full)
    monkeypatch.setattr(f"bondsdesk.rooms.listening.page.Talks.{deed}", full)


def second_press_of_a_double_click(widget: QWidget | None) -> None:
    """What Qt sends to whatever lies under the pointer by then."""
    assert widget is not None
    QTest.mouseDClick(widget, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(widget, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


@pytest.mark.parametrize("what", ["smaller", "larger letters", "dark"])
def test_a_small_step_stays_while_the_window_changes(
    desk: Desk, clock: FakeClock, what: str
) -> None:
    field = come_to_small_step(desk, clock)
    field.insertPlainText("We walk on Saturday")
    QTest.keyClick(field, Qt.Key.Key_Left)
    if what == "smaller":
        desk.session.resize(1000, 650)
    elif what == "larger letters":
        desk.context.look.zoom_in()
    else:
        desk.context.look.set_scheme("dark")
    QApplication.processEvents()
    assert the_field(desk).text() == "We walk on Saturday"
    QTest.keyClicks(the_field(desk), "x")
    assert the_field(desk).text() == "We walk on Saturdaxy"
    assert conductor(desk).talk.small_step == "We walk on Saturdaxy"


def test_a_small_step_begun_before_a_crash_is_written_on_at_its_end(
    desk: Desk, clock: FakeClock
) -> None:
    come_to_small_step(desk, clock).insertPlainText("We walk")
    desk.page.let_go()
    desk.page.reload()
    press(desk.page, "Go on where we were")
    press(screen(desk, RunningScreen), "Go on")
    QTest.keyClicks(the_field(desk), " far")
    assert the_field(desk).text() == "We walk far"


def test_a_small_step_that_is_too_long_is_told_before_it_holds_up_the_end(
    desk: Desk, clock: FakeClock
) -> None:
    field = come_to_small_step(desk, clock)
    field.insertPlainText("We walk. " * 40)
    rounds(desk, "Keep this step")
    told = desk.context.notices.current
    assert told is not None
    assert "300" in told.text
    the_field(desk).setPlainText("We walk.")
    rounds(desk, "Keep this step")
    press(screen(desk, KeepScreen), "Finish")
    (kept,) = desk.talks.older(None, 5)
    assert kept.small_step == "We walk."
    desk.context.notices.clear()


@pytest.mark.parametrize("after_a_lock", [False, True])
def test_a_small_step_that_was_not_kept_goes_when_they_end_for_today(
    desk: Desk, clock: FakeClock, after_a_lock: bool
) -> None:
    come_to_small_step(desk, clock).insertPlainText("You apologise to my mother")
    if after_a_lock:
        desk.page.let_go()
        desk.page.reload()
        press(desk.page, "End for today")
    else:
        press(screen(desk, RunningScreen), "Pause")
        press(screen(desk, PauseScreen), "End for today")
    (kept,) = desk.talks.older(None, 5)
    assert kept.small_step == ""
    assert kept.minutes == 4


def test_whoever_thinks_long_about_a_pause_is_not_late_for_it(desk: Desk, clock: FakeClock) -> None:
    begin(desk)
    press(screen(desk, RunningScreen), "Pause")
    pause = screen(desk, PauseScreen)
    clock.advance(minutes=7)
    pause.look_at_clock()
    until = clock.now() + timedelta(minutes=20)
    assert clock_time(until) in pause.agree_button.text()
    clock.advance(minutes=2)
    pause.agree_button.click()
    assert desk.window is None
    assert desk.context.notices.current is None
    waiting = desk.talks.running()
    assert waiting is not None
    assert waiting.talk.return_at == until + timedelta(minutes=2)


def test_a_lock_waits_for_words_that_have_no_room_on_the_disk(
    desk: Desk, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep = to_the_end(desk, clock)
    keep.words.insertPlainText("what we want to remember")
    with monkeypatch.context() as full:
        fill_the_disk(desk, full, "save_running")
        with pytest.raises(ExpectedError):
            desk.page.keep_drafts()
        with pytest.raises(ExpectedError):
            desk.page.keep_drafts()
    desk.page.keep_drafts()
    waiting = desk.talks.running()
    assert waiting is not None
    assert waiting.words == "what we want to remember"
    assert screen(desk, KeepScreen).words.text() == "what we want to remember"


def test_our_own_way_can_be_talked_in_while_the_disk_is_full(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    topic = come_to_topic(desk, "own")
    with monkeypatch.context() as full:
        fill_the_disk(desk, full, "save_own_choice")
        press(topic, "Go on")
    screen(desk, HeatScreen)
    assert desk.context.notices.current is not None
    desk.context.notices.clear()


def test_another_talk_does_not_make_the_waiting_one_vanish(desk: Desk, clock: FakeClock) -> None:
    begin(desk)
    clock.advance(minutes=5)
    press(screen(desk, RunningScreen), "Pause")
    press(screen(desk, PauseScreen), "in an hour")
    screen(desk, PauseScreen).agree_button.click()
    desk.page.cards["stress"].button.click()
    assert desk.window is None
    asked = desk.context.notices.current
    assert asked is not None
    assert asked.kind == "ask"
    desk.context.notices.act()
    press(screen(desk, ConsentScreen), "Not now")
    waiting = desk.talks.running()
    assert waiting is not None, "nothing has begun yet"
    assert waiting.talk.plan.format == "floor"


def test_a_waiting_talk_ends_for_today_once_another_begins(desk: Desk, clock: FakeClock) -> None:
    begin(desk)
    clock.advance(minutes=5)
    desk.page.let_go()
    desk.page.reload()
    desk.page.cards["stress"].button.click()
    desk.context.notices.act()
    for who in WHO:
        screen(desk, ConsentScreen).tiles[who].click()
    press(screen(desk, TopicScreen), "Go on")
    give_heat(desk, 1, 1)
    now = desk.talks.running()
    assert now is not None
    assert now.talk.plan.format == "stress"
    (ended,) = desk.talks.older(None, 5)
    assert (ended.format, ended.minutes) == ("floor", 5)


def test_a_question_about_another_talk_goes_once_they_go_on(desk: Desk, clock: FakeClock) -> None:
    begin(desk)
    desk.page.let_go()
    desk.page.reload()
    desk.page.cards["stress"].button.click()
    press(desk.page, "Go on where we were")
    assert desk.context.notices.current is None
    screen(desk, RunningScreen)


def test_a_double_click_does_not_answer_for_the_other(desk: Desk) -> None:
    press(come_to_topic(desk), "Go on")
    mine = screen(desk, HeatScreen)
    QTest.mouseClick(mine.rather_not, Qt.MouseButton.LeftButton)
    theirs = screen(desk, HeatScreen)
    assert theirs is not mine
    second_press_of_a_double_click(theirs.rather_not)
    assert screen(desk, HeatScreen) is theirs


def test_a_double_click_does_not_skip_the_say_back(desk: Desk) -> None:
    running = begin(desk)
    rounds(desk, "Just hear me")
    done = running.buttons.button("done")
    assert done is not None
    QTest.mouseClick(done, Qt.MouseButton.LeftButton)
    second_press_of_a_double_click(running.buttons.button("done"))
    assert conductor(desk).talk.step == "say_back"


def test_a_double_click_ticks_and_does_not_untick(desk: Desk, clock: FakeClock) -> None:
    keep = to_the_end(desk, clock)
    QTest.mouseClick(keep.tiles["a"], Qt.MouseButton.LeftButton)
    second_press_of_a_double_click(keep.tiles["a"])
    assert keep.tiles["a"].isChecked()
    assert conductor(desk).keeping.ticked == {"a"}


def test_after_midnight_a_talk_of_the_evening_is_no_longer_of_today(
    desk: Desk, clock: FakeClock
) -> None:
    with desk.context.vault.work() as work:
        store.add(work, a_record(clock.now(), words="quiet evening"))
    desk.page.reload()
    row = desk.page.history.model.index(0, 0)
    assert "today" in str(row.data())
    clock.advance(days=1)
    assert "yesterday" in str(row.data())
    desk.page.history.view.clicked.emit(row)
    shown = " ".join(label.text() for label in desk.page.history.findChildren(QLabel))
    assert "yesterday" in shown
