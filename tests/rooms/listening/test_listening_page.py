# SPDX-License-Identifier: GPL-3.0-or-later
"""Two people at the page of Listen: real widgets, a real vault, a clock in the hand."""

from __future__ import annotations

from datetime import timedelta
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from bondsdesk.kernel.dates import clock_time
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.people import Pair, PartnerId
from bondsdesk.rooms.listening import store
from bondsdesk.rooms.listening.domain.formats import FORMAT_KEYS, FormatKey
from bondsdesk.rooms.listening.parts.card_screen import CardScreen
from bondsdesk.rooms.listening.parts.conductor import Conductor
from bondsdesk.rooms.listening.parts.consent_screen import ConsentScreen
from bondsdesk.rooms.listening.parts.heat_screen import HeatScreen
from bondsdesk.rooms.listening.parts.keep_screen import KeepScreen
from bondsdesk.rooms.listening.parts.pause_screen import PauseScreen
from bondsdesk.rooms.listening.parts.running_screen import RunningScreen
from bondsdesk.rooms.listening.parts.topic_screen import TopicScreen
from bondsdesk.widgets.button import Button
from tests.fakes import FakeClock
from tests.rooms.listening.conftest import Desk, a_record

Shown = TypeVar("Shown", bound=QWidget)
WHO: tuple[PartnerId, ...] = ("a", "b")


def screen(desk: Desk, kind: type[Shown]) -> Shown:
    """Return the screen that shows, which is of this kind."""
    QApplication.processEvents()
    shown = desk.session.screen_now
    assert isinstance(shown, kind), f"{type(shown).__name__} shows"
    return shown


def press(widget: QWidget, text: str) -> None:
    """Press the button that bears these words."""
    found = [
        b for b in widget.findChildren(QAbstractButton) if text in (b.text(), b.accessibleName())
    ]
    assert found, f"no button {text!r}"
    found[0].click()
    QApplication.processEvents()


def come_to_topic(desk: Desk, form: FormatKey = "floor") -> TopicScreen:
    desk.page.cards[form].button.click()
    consent = screen(desk, ConsentScreen)
    for who in WHO:
        consent.tiles[who].click()
    return screen(desk, TopicScreen)


def give_heat(desk: Desk, *numbers: int) -> None:
    for number in numbers:
        heat = screen(desk, HeatScreen)
        assert heat.covered
        press(heat, "Only I am looking")
        heat.choose(number)
        press(heat, "Cover it again")


def begin(desk: Desk, form: FormatKey = "floor") -> RunningScreen:
    topic = come_to_topic(desk, form)
    topic.starter.choose("b")
    press(topic, "Go on")
    give_heat(desk, 2, 3)
    return screen(desk, RunningScreen)


def conductor(desk: Desk) -> Conductor:
    assert desk.session.conductor is not None
    return desk.session.conductor


def rounds(desk: Desk, *words: str) -> None:
    for text in words:
        press(screen(desk, RunningScreen), text)


def to_the_end(desk: Desk, clock: FakeClock) -> KeepScreen:
    begin(desk)
    for _ in WHO:
        rounds(desk, "Just hear me")
        clock.advance(minutes=2)
        rounds(desk, "Done for now", "I said it back", "Yes", "Skip")
    rounds(desk, "I said it", "Skip", "Without a step")
    return screen(desk, KeepScreen)


def test_a_floor_talk_with_a_not_quite_is_held_to_the_end(desk: Desk, clock: FakeClock) -> None:
    running = begin(desk)
    assert running.name.text.startswith("\u2068Bilal")
    rounds(desk, "Just hear me")
    clock.advance(seconds=45)
    rounds(desk, "Done for now")
    assert "Ayesha" in running.name.text
    assert "say it back" in running.name.text
    rounds(desk, "I said it back", "Not quite")
    assert "Ayesha" in running.name.text
    rounds(desk, "I said it back", "Yes", "I made a guess")
    assert conductor(desk).talk.floor == "a"
    rounds(desk, "Ask me", "Done for now", "I said it back", "Yes", "Skip")
    clock.advance(minutes=5)
    rounds(desk, "I said it", "I said it", "Without a step")
    keep = screen(desk, KeepScreen)
    keep.words.setPlainText("ہم نے ایک دوسرے کو سنا")
    keep.tiles["a"].click()
    keep.tiles["b"].click()
    press(keep, "Finish")
    press(screen(desk, CardScreen), "Back to Listen")
    assert desk.window is None
    (kept,) = desk.talks.older(None, 5)
    assert kept.words == "ہم نے ایک دوسرے کو سنا"
    assert desk.talks.running() is None
    assert desk.page.history.model.rowCount() == 1


def test_not_now_at_the_door_leaves_one_sentence_and_no_trace(desk: Desk) -> None:
    desk.page.cards["stress"].button.click()
    press(screen(desk, ConsentScreen), "Not now")
    card = screen(desk, CardScreen)
    assert "Another time" in card.title.text()
    press(card, "Back to Listen")
    assert desk.window is None
    assert desk.talks.running() is None
    assert desk.talks.older(None, 1) == []


def test_a_press_lapses_after_two_minutes_on_screen_too(desk: Desk, clock: FakeClock) -> None:
    desk.page.cards["floor"].button.click()
    consent = screen(desk, ConsentScreen)
    consent.tiles["a"].click()
    assert consent.tiles["a"].isChecked()
    clock.advance(seconds=121)
    assert desk.session.arrival is not None
    desk.session.arrival.show_presses()
    assert not consent.tiles["a"].isChecked()


def test_a_number_is_never_on_screen_for_the_other(desk: Desk) -> None:
    topic = come_to_topic(desk)
    press(topic, "Go on")
    first = screen(desk, HeatScreen)
    press(first, "Only I am looking")
    first.choose(9)
    press(first, "Cover it again")
    second = screen(desk, HeatScreen)
    assert second is not first
    assert second.covered
    press(second, "I would rather not say")
    advice = screen(desk, CardScreen)
    shown = " ".join(b.text() for b in advice.findChildren(QAbstractButton))
    assert "9" not in shown + advice.title.text()
    press(advice, "Talk about outside stress")
    assert conductor(desk).talk.plan.format == "stress"


def test_a_disagreement_is_not_offered_before_the_third_talk(desk: Desk, clock: FakeClock) -> None:
    assert "disagreement" not in come_to_topic(desk)._topics
    desk.session.closed.emit()
    with desk.context.vault.work() as work:
        for _ in range(3):
            store.add(work, a_record(clock.now()))
    topic = come_to_topic(desk)
    topic.topics.choose("disagreement")
    press(topic, "Go on")
    calm = screen(desk, CardScreen)
    press(calm, "Not for us today")
    assert "Another time" in screen(desk, CardScreen).title.text()


def test_the_chime_comes_with_words_and_can_be_off(desk: Desk, clock: FakeClock) -> None:
    running = begin(desk)
    rounds(desk, "Just hear me")
    clock.advance(seconds=60)
    conductor(desk).ticker.beat()
    assert desk.player.played == ["chunk"]
    desk.sounds = False
    clock.advance(seconds=240)
    conductor(desk).ticker.beat()
    assert desk.player.played == ["chunk"]
    assert running._rule() == "Finish your sentence."
    assert not conductor(desk).ticker.awake_soon, "after the end nothing wakes the machine"


def test_a_talk_left_running_while_the_lid_closes(desk: Desk, clock: FakeClock) -> None:
    begin(desk)
    rounds(desk, "Just hear me")
    clock.advance(seconds=100)
    desk.page.keep_drafts()
    clock.sleep_machine(3 * 3600)
    running = desk.talks.running()
    assert running is not None
    assert running.talk.watch.used == pytest.approx(100.0)
    assert not desk.idle_held
    assert not conductor(desk).ticker.awake_soon


def test_sleep_and_a_set_clock_do_not_shorten_a_turn(desk: Desk, clock: FakeClock) -> None:
    running = begin(desk)
    rounds(desk, "Just hear me")
    clock.advance(seconds=30)
    clock.sleep_machine(900)
    clock.set_wall(clock.now() + timedelta(days=400))
    conductor(desk).ticker.beat()
    assert running.ring.accessibleName().startswith("4:30")


def test_after_a_crash_they_go_on_where_they_were(desk: Desk, clock: FakeClock) -> None:
    begin(desk)
    rounds(desk, "Just hear me")
    clock.advance(seconds=50)
    rounds(desk, "Done for now")
    clock.advance(seconds=12)
    conductor(desk).ticker.beat()
    dead, desk.page.session = desk.page.session, None
    assert dead is not None
    desk.page.reload()
    press(desk.page, "Go on where we were")
    again = screen(desk, RunningScreen)
    assert conductor(desk).talk.held
    press(again, "Go on")
    assert conductor(desk).talk.step == "say_back"
    assert again.ring.accessibleName().startswith("0:48")
    dead.deleteLater()


def test_a_waiting_talk_may_end_for_today(desk: Desk, clock: FakeClock) -> None:
    begin(desk)
    clock.advance(minutes=4)
    press(screen(desk, RunningScreen), "Pause")
    pause = screen(desk, PauseScreen)
    assert not desk.idle_held, "in a pause the desk may lock itself"
    pause.agree_button.click()
    assert desk.window is None
    press(desk.page, "End for today")
    (kept,) = desk.talks.older(None, 5)
    assert kept.minutes == 4
    assert not [
        b
        for b in desk.page.findChildren(Button)
        if b.text() == "Go on where we were" and b.isVisible()
    ]


def test_a_pause_may_have_another_time_within_its_bounds(desk: Desk, clock: FakeClock) -> None:
    begin(desk)
    press(screen(desk, RunningScreen), "Pause")
    pause = screen(desk, PauseScreen)
    assert not pause.other.isVisible()
    press(pause, "another time")
    assert pause.other.isVisible()
    hours, minutes = (f.focusProxy() for f in (pause.other.hours, pause.other.minutes))
    assert hours is not None
    assert minutes is not None
    for _ in range(2):
        QTest.keyClick(hours, Qt.Key.Key_Down)
    for _ in range(3):
        QTest.keyClick(minutes, Qt.Key.Key_Up)
    assert pause.other.span() == timedelta(minutes=15)
    assert not pause.agree_button.isEnabled()
    QTest.keyClick(minutes, Qt.Key.Key_Up)
    assert pause.agree_button.isEnabled()
    pause.other.hours.set_value(24)
    assert not pause.agree_button.isEnabled()
    pause.other.hours.set_value(23)
    pause.other.minutes.set_value(45)
    until = clock.now() + timedelta(hours=23, minutes=45)
    assert clock_time(until) in pause.agree_button.text()
    QTest.keyClick(pause.agree_button, Qt.Key.Key_Return)
    waiting = desk.talks.running()
    assert waiting is not None
    assert waiting.talk.return_at == until


def test_going_on_from_a_pause_keeps_the_time(desk: Desk, clock: FakeClock) -> None:
    begin(desk)
    rounds(desk, "Just hear me")
    assert desk.idle_held
    clock.advance(seconds=10)
    rounds(desk, "I need a moment")
    clock.advance(minutes=7)
    running = screen(desk, RunningScreen)
    assert running.ring.accessibleName().startswith("4:50")
    QTest.keyClick(running, Qt.Key.Key_P)
    press(screen(desk, PauseScreen), "Go on now")
    assert screen(desk, RunningScreen).ring.accessibleName().startswith("4:50")


def test_space_is_next_and_letters_do_what_stands_under_the_buttons(desk: Desk) -> None:
    running = begin(desk)
    QTest.keyClick(QApplication.focusWidget() or running, Qt.Key.Key_Space)
    assert conductor(desk).talk.step == "speak"
    QTest.keyClick(running, Qt.Key.Key_Space)
    assert conductor(desk).talk.step == "say_back"
    QTest.keyClick(running, Qt.Key.Key_R)
    assert conductor(desk).talk.short
    QTest.keyClick(running, Qt.Key.Key_Z)
    assert conductor(desk).talk.step == "speak"


def test_the_small_step_takes_letters_and_spaces(desk: Desk, clock: FakeClock) -> None:
    begin(desk)
    for _ in WHO:
        clock.advance(minutes=1)
        rounds(desk, "Just hear me", "Done for now", "I said it back", "Yes", "Skip")
    rounds(desk, "Skip", "Skip")
    running = screen(desk, RunningScreen)
    field = running.words.field
    assert field is not None
    QTest.keyClicks(field, "a short walk")
    rounds(desk, "Keep this step")
    press(screen(desk, KeepScreen), "Finish")
    assert desk.talks.older(None, 1)[0].small_step == "a short walk"


def test_words_that_are_too_long_are_told_beside_the_field(desk: Desk, clock: FakeClock) -> None:
    keep = to_the_end(desk, clock)
    keep.words.setPlainText("x" * 3000)
    press(keep, "Finish")
    assert screen(desk, KeepScreen) is keep
    assert keep.words.text() == "x" * 3000
    assert "3000" in keep._field.editor.accessibleDescription()


def test_the_history_opens_deletes_and_takes_back(desk: Desk, clock: FakeClock) -> None:
    record = a_record(clock.now(), words="a warm cup", line="Tea")
    with desk.context.vault.work() as work:
        store.add(work, record)
    desk.page.reload()
    desk.page.open_talk(record.uid)
    press(desk.page, "Print or save")
    assert len(desk.exported) == 1
    press(desk.page, "Take the words out")
    assert desk.talks.search("warm", 3) == []
    press(desk.page, "Delete this talk")
    assert desk.talks.older(None, 3) == []
    desk.context.undo.undo()
    assert desk.talks.older(None, 3)


@pytest.mark.parametrize("form", FORMAT_KEYS)
def test_every_format_can_be_begun(desk: Desk, form: FormatKey) -> None:
    begin(desk, form)
    assert conductor(desk).talk.plan.format == form


def test_every_control_has_a_name(desk: Desk) -> None:
    running = begin(desk)
    for button in (
        *running.findChildren(QAbstractButton),
        *desk.page.findChildren(QAbstractButton),
    ):
        assert button.accessibleName() or button.text()
    assert running.ring.accessibleName()


@pytest.mark.usefixtures("urdu")
def test_in_urdu_the_ring_stands_first_from_the_right(desk: Desk) -> None:
    desk.context.look.set_language("ur")
    desk.page.start("stress")
    consent = screen(desk, ConsentScreen)
    for who in WHO:
        consent.tiles[who].click()
    topic = screen(desk, TopicScreen)
    topic.next.click()
    for _ in WHO:
        screen(desk, HeatScreen).given.emit(None)
    running = screen(desk, RunningScreen)
    assert running.ring.x() > running.name.mapTo(running, running.name.rect().topLeft()).x()
    desk.context.look.set_language("en")


@pytest.mark.parametrize(
    ("width", "height", "zoom"), [(1024, 700, 1.0), (1366, 768, 2.0), (1024, 700, 2.0)]
)
def test_name_and_clock_never_leave_the_window(
    desk: Desk, width: int, height: int, zoom: float
) -> None:
    desk.context.look.set_zoom(zoom)
    running = begin(desk)
    assert desk.window is not None
    desk.window.resize(width, height)
    QApplication.processEvents()
    for widget in (running.ring, running.name, running.buttons):
        corner = widget.mapTo(running, widget.rect().bottomRight())
        assert corner.x() <= width
        assert corner.y() <= height
    assert running.ring._digit_size >= 96
    desk.context.look.set_zoom(1.0)


def test_a_page_that_goes_leaves_no_timer(desk: Desk) -> None:
    begin(desk)
    rounds(desk, "Just hear me")
    ticker = conductor(desk).ticker
    assert ticker.awake_soon
    desk.session.closed.emit()
    QApplication.processEvents()
    desk.page.reload()
    assert desk.page.session is None


def test_the_wash_moves_slowly_with_the_floor_and_at_once_when_motion_is_reduced(
    desk: Desk,
) -> None:
    look = desk.context.look
    running = begin(desk)
    plum = look.person("plum").wash
    assert running.wash == plum
    rounds(desk, "Just hear me", "Done for now")
    assert running.wash == plum, "the floor stays Bilal's through the say-back"
    rounds(desk, "I said it back", "Yes", "Skip")
    assert running.wash == look.person("leaf").wash
    look.set_reduced_motion(False)
    running.wash_to(plum)
    assert running.wash != plum
    look.set_reduced_motion(True)
    running.wash_to(plum)
    assert running.wash == plum


def test_a_switch_of_language_in_a_talk_keeps_the_talk(desk: Desk, clock: FakeClock) -> None:
    begin(desk)
    rounds(desk, "Just hear me")
    clock.advance(seconds=5)
    desk.page.let_go()
    assert desk.window is None
    running = desk.talks.running()
    assert running is not None
    assert running.talk.watch.used == pytest.approx(5.0)


def test_a_disk_that_is_full_is_told_and_the_talk_goes_on(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(desk)

    def full(*_args: object, **_more: object) -> None:
        raise ExpectedError("vault.disk_full", folder="here", free=1, needed=2)

    monkeypatch.setattr(conductor(desk)._talks, "save_running", full)
    rounds(desk, "Just hear me")
    assert conductor(desk).talk.step == "speak"
    assert desk.context.notices.current is not None
    desk.context.notices.clear()


def test_alone_at_the_desk_a_talk_cannot_begin(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Pair, "complete", lambda _pair: False)
    desk.page.reload()
    assert not desk.page.cards["stress"].button.isEnabled()
    assert "two" in desk.page._alone.text()


def test_a_long_history_is_read_on_while_scrolling(desk: Desk, clock: FakeClock) -> None:
    with desk.context.vault.work() as work:
        for number in range(250):
            store.add(work, a_record(clock.now() - timedelta(hours=number), line=str(number)))
    desk.page.reload()
    desk.page.show()
    QApplication.processEvents()
    bar = desk.page.history.view.verticalScrollBar()
    assert desk.page.history.model.rowCount() == 100
    for _ in range(4):
        bar.setValue(bar.maximum())
        QApplication.processEvents()
    assert desk.page.history.model.rowCount() == 250


def test_a_screen_readers_own_press_counts_as_willing(desk: Desk) -> None:
    desk.page.cards["floor"].button.click()
    tiles = list(screen(desk, ConsentScreen).tiles.values())
    for tile in tiles:
        tile.toggle()  # what an assistive technology does with something that can be checked
    screen(desk, TopicScreen)
