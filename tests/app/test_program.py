# SPDX-License-Identifier: GPL-3.0-or-later
"""From the door to the desk and back: lock, hand over, hide, absence, a bug; with every room."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bondsdesk.app.crash import CrashGuard
from bondsdesk.app.folders import Folders
from bondsdesk.app.language import ScreenLanguage
from bondsdesk.app.machine_settings import MachineSettings
from bondsdesk.app.program import Program, Surroundings
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.people import PartnerId
from tests.app.front_door.pages import button, fields, press, says, write
from tests.expectations import LogExpectations
from tests.fakes import FakeClock
from tests.people import AYESHA, BILAL, Household

if TYPE_CHECKING:
    from bondsdesk.vault.kdf import KdfCost
    from bondsdesk.widgets.look import Look


@pytest.fixture
def told() -> list[object]:
    """What the program did to its process, in order."""
    return []


@pytest.fixture
def program(
    qapp: QApplication,
    household: Household,
    clock: FakeClock,
    look: Look,
    told: list[object],
    cheap_kdf: KdfCost,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Program]:
    monkeypatch.setattr(qapp, "exit", lambda code: told.append(("exit", code)), raising=False)
    config = household.folder / "machine"
    config.mkdir()
    folders = Folders(household.files.data, config)
    monkeypatch.setattr(Folders, "copies", property(lambda _self: household.files.config))
    program = Program(
        Surroundings(
            app=qapp,
            folders=folders,
            settings=MachineSettings(folders.settings),
            clock=clock,
            look=look,
            language=ScreenLanguage(qapp, look),
            relaunch=lambda sits: told.append(("fresh process", sits)),
            before_leaving=lambda: told.append("lock given back"),
            cost=cheap_kdf,
        )
    )
    program.begin()
    program.window.show()
    yield program
    program.tasks.wait_all()
    program.put_away()
    program.window.hide()
    program.window.deleteLater()
    program.around.language.use("en")


@pytest.fixture
def sit_down(program: Program, qtbot: QtBot) -> Callable[[PartnerId], None]:
    """Unlock as a person does."""

    def sit_down(partner: PartnerId) -> None:
        press(program.window, "Leaf" if partner == "a" else "Moon")
        actor = AYESHA if partner == "a" else BILAL
        write(fields(program.window)[0], actor.passphrase)
        press(program.window, "Open")
        program.tasks.wait_all()
        qtbot.waitUntil(lambda: program.desk is not None)

    return sit_down


def test_the_right_passphrase_leads_to_the_desk_in_the_same_window(
    program: Program, sit_down: Callable[[PartnerId], None], qtbot: QtBot
) -> None:
    window = program.window
    sit_down("a")
    assert program.window is window
    qtbot.waitUntil(lambda: says(window, "Take turns."))
    assert program.door is None


def test_lock_closes_the_vault_and_becomes_a_fresh_process(
    program: Program,
    sit_down: Callable[[PartnerId], None],
    told: list[object],
    household: Household,
) -> None:
    sit_down("a")
    program.lock()
    assert told == ["lock given back", ("fresh process", None)]
    assert program.vault is None
    assert household.sit_down("b").partner == "b"


def test_hand_over_asks_for_the_other_one(
    program: Program, sit_down: Callable[[PartnerId], None], told: list[object]
) -> None:
    sit_down("b")
    program.hand_over()
    assert told[-1] == ("fresh process", "a")


def test_locking_twice_is_locking_once(
    program: Program, sit_down: Callable[[PartnerId], None], told: list[object]
) -> None:
    sit_down("a")
    program.lock()
    program.lock()
    assert len(told) == 2


def test_hide_covers_the_window_within_200_ms_and_locks_behind_the_cover(
    program: Program,
    sit_down: Callable[[PartnerId], None],
    told: list[object],
    qtbot: QtBot,
    clock: FakeClock,
) -> None:
    sit_down("a")
    began = time.perf_counter()
    program.hide()
    assert time.perf_counter() - began < 0.2
    assert not told
    shown = program.window.grab().toImage()
    paper = program.around.look.colour("paper")
    assert shown.pixelColor(shown.width() // 2, shown.height() // 2) == paper
    assert shown.pixelColor(20, 20) == paper
    qtbot.waitUntil(lambda: len(told) == 2)


def test_three_minutes_away_lock_the_desk(
    program: Program,
    sit_down: Callable[[PartnerId], None],
    told: list[object],
    clock: FakeClock,
) -> None:
    sit_down("a")
    clock.sleep_machine(181)
    program.idle.look()
    assert told[-1] == ("fresh process", None)


def test_at_the_closed_door_nothing_is_timed(program: Program, clock: FakeClock) -> None:
    assert program.idle.next_look_seconds() == 0


def test_closing_the_window_closes_the_vault_and_ends(
    program: Program,
    sit_down: Callable[[PartnerId], None],
    told: list[object],
    household: Household,
) -> None:
    sit_down("a")
    program.window.close()
    assert told == ["lock given back", ("exit", 0)]
    assert household.sit_down("a").pair.complete()


def test_where_the_window_stood_is_remembered_and_nothing_of_what_it_showed(
    program: Program, sit_down: Callable[[PartnerId], None]
) -> None:
    sit_down("a")
    program.window.resize(1111, 777)
    program.lock()
    kept = program.around.folders.settings.read_text(encoding="utf-8")
    assert "geometry" in kept
    assert "Ayesha" not in kept
    assert "leaf" not in kept


def test_the_language_switch_turns_the_door_at_once_and_is_remembered(
    program: Program, qtbot: QtBot
) -> None:
    press(program.window, "Leaf")
    write(fields(program.window)[0], "half")
    press(program.window, "اردو")
    qtbot.waitUntil(lambda: says(program.window, "کون بیٹھ رہا ہے؟"))
    assert program.around.app.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert fields(program.window)[0].text() == "half"
    assert MachineSettings(program.around.folders.settings).language == "ur"


def test_f1_opens_help_at_the_door_and_escape_closes_it(program: Program) -> None:
    press(program.window, "Leaf")
    QTest.keyClick(program.window, Qt.Key.Key_F1)
    assert says(program.window, "If you are afraid")
    QTest.keyClick(button(program.window, "Close"), Qt.Key.Key_Escape)
    assert says(program.window, "Who is sitting down?")


def test_a_bug_keeps_the_drafts_closes_the_vault_and_says_so(
    program: Program,
    sit_down: Callable[[PartnerId], None],
    told: list[object],
    household: Household,
    qtbot: QtBot,
) -> None:
    sit_down("a")
    program.put_away()
    program.show_crash(Path("/somewhere/report.txt"))
    qtbot.waitUntil(lambda: says(program.window, "Something went wrong in Bondsdesk"))
    assert says(program.window, "/somewhere/report.txt")
    assert program.exit_code == 1
    assert household.sit_down("a").partner == "a"
    household.close()
    press(program.window, "Start again")
    assert told[-1] == ("fresh process", None)


def test_what_could_not_be_kept_holds_the_lock_behind_a_cover(
    program: Program,
    sit_down: Callable[[PartnerId], None],
    told: list[object],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    sit_down("a")
    desk = program.desk
    assert desk is not None
    monkeypatch.setattr(desk, "keep_drafts", lambda: False)
    program.lock()
    assert not told
    assert program.vault is not None
    qtbot.waitUntil(lambda: says(program.window, "could not be kept yet"))
    press(program.window, "Try again")
    assert not told
    monkeypatch.setattr(desk, "keep_drafts", lambda: True)
    qtbot.waitUntil(lambda: says(program.window, "could not be kept yet"))
    press(program.window, "Try again")
    assert told[-1] == ("fresh process", None)


def test_whoever_reads_that_a_text_is_lost_may_lock_without_it(
    program: Program,
    sit_down: Callable[[PartnerId], None],
    told: list[object],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    sit_down("a")
    monkeypatch.setattr(program.desk, "keep_drafts", lambda: False)
    program.hand_over()
    qtbot.waitUntil(lambda: says(program.window, "could not be kept yet"))
    press(program.window, "Lock without it")
    assert told[-1] == ("fresh process", "b")


def test_a_bug_while_locking_still_closes_the_vault_and_start_again_works(
    program: Program,
    sit_down: Callable[[PartnerId], None],
    told: list[object],
    household: Household,
    monkeypatch: pytest.MonkeyPatch,
    expected_log: LogExpectations,
    qtbot: QtBot,
) -> None:
    def stumble() -> bool:
        raise ValueError

    expected_log("bug")
    sit_down("a")
    monkeypatch.setattr(program.desk, "keep_drafts", stumble)
    guard = CrashGuard(
        program.around.folders.reports, program.around.clock, program.put_away, program.show_crash
    )
    try:
        program.lock()
    except ValueError as error:
        guard.caught(type(error), error, error.__traceback__)
    assert program.vault is None
    assert household.sit_down("a").partner == "a"
    household.close()
    qtbot.waitUntil(lambda: says(program.window, "Something went wrong"))
    press(program.window, "Start again")
    assert told[-1] == ("fresh process", None)


def test_a_trouble_is_said_on_stderr_and_in_the_window_and_ends_with_1(
    program: Program,
    told: list[object],
    capsys: pytest.CaptureFixture[str],
    expected_log: LogExpectations,
) -> None:
    expected_log("door vault.no_rights")
    program.begin_with_trouble(ExpectedError("vault.no_rights", folder="/there"))
    assert says(program.window, "/there")
    assert len(capsys.readouterr().err.splitlines()) == 1
    program.window.close()
    assert told[-1] == ("exit", 1)


def test_a_second_start_brings_the_window_forward(program: Program, qtbot: QtBot) -> None:
    program.window.showMinimized()
    program.window.come_forward()
    assert program.window.isVisible()
    assert not program.window.isMinimized()


def test_the_desk_does_not_lock_while_set_up_shows_sheets_for_the_only_time(
    program: Program, sit_down: Callable[[PartnerId], None], qtbot: QtBot, clock: FakeClock
) -> None:
    sit_down("a")
    program.seat_second()
    assert program._journey is not None
    program._journey.sealed.emit(True)  # noqa: FBT003 - a Qt signal
    qtbot.waitUntil(lambda: says(program.window, "Please sit down"))
    clock.advance(minutes=30)
    program.idle.look()
    assert program.vault is not None, "set-up covers its sheets itself"
    press(program.window, "Not now")
    qtbot.waitUntil(lambda: says(program.window, "Take turns."))
    clock.advance(minutes=3)
    program.idle.look()
    assert program.vault is None


def test_the_second_partner_can_sit_down_from_the_desk_and_not_now_changes_nothing(
    program: Program, sit_down: Callable[[PartnerId], None], qtbot: QtBot
) -> None:
    sit_down("a")
    program.seat_second()
    qtbot.waitUntil(lambda: says(program.window, "Please sit down"))
    press(program.window, "Not now")
    qtbot.waitUntil(lambda: says(program.window, "Take turns."))
    assert not says(program.window, "Please sit down")


def test_hide_works_while_the_second_partner_sits_down(
    program: Program,
    sit_down: Callable[[PartnerId], None],
    qtbot: QtBot,
    told: list[object],
) -> None:
    sit_down("a")
    program.seat_second()
    qtbot.waitUntil(lambda: says(program.window, "Please sit down"))
    assert program._journey is not None
    program._journey.flow.seal()
    (key,) = program._journey.findChildren(QShortcut)
    assert key.key().toString() == "F9"
    key.activated.emit()
    qtbot.waitUntil(lambda: says(program.window, "Your sheets are not lost."))
    assert program.vault is not None
    assert told == []


def test_nothing_of_a_set_up_is_kept_after_it(
    program: Program, sit_down: Callable[[PartnerId], None], qtbot: QtBot, told: list[object]
) -> None:
    sit_down("a")
    program.seat_second()
    qtbot.waitUntil(lambda: says(program.window, "Please sit down"))
    press(program.window, "Not now")
    qtbot.waitUntil(lambda: says(program.window, "Take turns."))
    assert program._journey is None
    program.hide()
    qtbot.waitUntil(lambda: told[-1:] == [("fresh process", None)])
