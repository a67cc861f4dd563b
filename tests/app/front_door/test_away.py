# SPDX-License-Identifier: GPL-3.0-or-later
"""Nobody stays in front of words or a sheet: set-up covers them, and loses nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from bondsdesk.app.front_door.again_journey import AgainJourney
from bondsdesk.app.front_door.door import FrontDoor
from bondsdesk.app.front_door.door_context import DoorContext
from bondsdesk.app.front_door.journey import Journey
from bondsdesk.app.front_door.word_cards import WordCards
from bondsdesk.app.idle import IdleLock
from bondsdesk.vault import opening
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.tasks import Tasks
from tests.app.front_door.pages import button, fields, press, says, texts, visible, write
from tests.fakes import FakeClock
from tests.people import AYESHA, Household

CODE_GROUPS = 9


@pytest.fixture
def journey(
    context: DoorContext,
    household: Household,
    clock: FakeClock,
    show: Callable[[QWidget], None],
) -> Iterator[AgainJourney]:
    """Ayesha makes a new passphrase and sheet: the shortest way on which a sheet is shown."""
    shared = opening.unwrap_sheet(household.files, household.shared_sheet)
    vault = opening.open_vault(household.files, shared, clock, household.sets)
    person = vault.pair.person(AYESHA.id)
    assert person is not None
    journey = AgainJourney(context, vault, person)
    show(journey)
    journey.begin()
    yield journey
    journey.put_away()


def words_on(journey: Journey) -> list[str]:
    return [
        label.text()
        for cards in visible(journey, WordCards)
        for label in visible(cards, Label)
        if label.text().isalpha()
    ]


def groups_on(journey: Journey) -> list[str]:
    found = [label.accessibleName() for label in visible(journey, QLabel)]
    return [name for name in found if name.startswith("Group ")]


def leave_alone(journey: Journey, clock: FakeClock) -> None:
    clock.advance(minutes=3)
    assert journey.absence is not None
    journey.absence.look()


def make_place(journey: Journey, tasks: Tasks, qtbot: QtBot) -> str:
    words = " ".join(words_on(journey))
    write(fields(journey)[0], words)
    press(journey, "Continue")
    tasks.wait_all()

    qtbot.waitUntil(lambda: bool(groups_on(journey)))
    return words


def try_passphrase(journey: Journey, tasks: Tasks, qtbot: QtBot, words: str) -> None:
    write(fields(journey)[0], words)
    press(journey, "Show it again")
    tasks.wait_all()
    qtbot.waitUntil(lambda: not tasks.busy)
    qtbot.wait(1)


def test_offered_words_are_covered_and_come_back_as_they_were(
    journey: Journey, clock: FakeClock
) -> None:
    words = words_on(journey)
    write(fields(journey)[0], words[0])
    leave_alone(journey, clock)
    assert not words_on(journey)
    assert not set(words) & set(texts(journey)), "the cover's own sentences may hold such a word"
    press(journey, "Show it again")
    assert words_on(journey) == words
    assert fields(journey)[0].text() == words[0]


def test_a_sheet_comes_back_by_the_new_passphrase_alone(
    journey: Journey, tasks: Tasks, qtbot: QtBot, clock: FakeClock
) -> None:
    words = make_place(journey, tasks, qtbot)
    groups = groups_on(journey)
    assert len(groups) == CODE_GROUPS
    leave_alone(journey, clock)
    assert not groups_on(journey)
    assert not button(journey, "Show it again").isEnabled()

    try_passphrase(journey, tasks, qtbot, AYESHA.passphrase)
    assert says(journey, "doesn't open this place")
    assert not groups_on(journey)

    try_passphrase(journey, tasks, qtbot, words)
    assert groups_on(journey) == groups


def test_a_second_absence_is_covered_too(
    journey: Journey, tasks: Tasks, qtbot: QtBot, clock: FakeClock
) -> None:
    words = make_place(journey, tasks, qtbot)
    for _ in range(2):
        leave_alone(journey, clock)
        assert not groups_on(journey)
        try_passphrase(journey, tasks, qtbot, words)
        assert groups_on(journey)


@pytest.mark.parametrize("sheet", ["own", "shared"])
@pytest.mark.parametrize("turned", [False, True])
def test_a_sheet_that_was_right_does_not_leave_the_door_ajar(
    door: FrontDoor,
    household: Household,
    tasks: Tasks,
    qtbot: QtBot,
    clock: FakeClock,
    sheet: str,
    turned: bool,
) -> None:
    press(door, "Use a paper sheet")
    code = household.own_sheets["b"] if sheet == "own" else household.shared_sheet
    write(fields(door)[0], code)
    press(door, "Open")
    tasks.wait_all()
    qtbot.waitUntil(lambda: says(door, "sheet is right"))
    if turned:
        door.rebuild()
    assert door.page is not None
    (absence,) = door.page.findChildren(IdleLock)
    clock.advance(minutes=3)
    absence.look()
    assert says(door, "Who is sitting down?")
    assert household.sit_down("a").partner == "a", "nothing holds the place open"


def test_a_hand_on_the_laptop_keeps_the_sheet_in_sight(
    journey: Journey, tasks: Tasks, qtbot: QtBot, clock: FakeClock
) -> None:
    make_place(journey, tasks, qtbot)
    clock.advance(minutes=2)
    QTest.keyClick(journey.window().windowHandle(), Qt.Key.Key_Tab)
    clock.advance(minutes=2)
    assert journey.absence is not None
    journey.absence.look()
    assert groups_on(journey)
