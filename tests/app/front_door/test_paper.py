# SPDX-License-Identifier: GPL-3.0-or-later
"""Opening with paper: one's own sheet, the shared sheet, and a place set up again."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from bondsdesk.app.front_door.door import FrontDoor
from bondsdesk.app.front_door.word_cards import WordCards
from bondsdesk.vault import opening
from bondsdesk.vault.vault import Vault
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.tasks import Tasks
from tests.app.front_door.pages import button, fields, press, says, texts, visible, write
from tests.people import AYESHA, BILAL, Household


def type_sheet(door: FrontDoor, tasks: Tasks, qtbot: QtBot, code: str) -> None:
    press(door, "Use a paper sheet")
    write(fields(door)[0], code)
    press(door, "Open")
    tasks.wait_all()
    qtbot.waitUntil(lambda: not tasks.busy)
    qtbot.wait(1)


def type_words(door: FrontDoor) -> str:
    (cards,) = visible(door, WordCards)
    words = " ".join(label.text() for label in visible(cards, Label) if label.text().isalpha())
    write(fields(door)[0], words)
    return words


def test_ones_own_sheet_opens_after_a_new_passphrase(
    door: FrontDoor, household: Household, tasks: Tasks, qtbot: QtBot, opened: list[Vault]
) -> None:
    type_sheet(door, tasks, qtbot, household.own_sheets["b"].lower().replace("-", " "))
    assert says(door, "Your sheet is right")
    words = type_words(door)
    press(door, "Open with it")
    tasks.wait_all()
    qtbot.waitUntil(lambda: not tasks.busy)
    qtbot.wait(1)
    assert [vault.partner for vault in opened] == ["b"]
    opened[0].close()
    assert opening.unwrap_passphrase(household.files, "b", words).partner == "b"


def test_a_code_that_opens_nothing_says_so_and_stays(
    door: FrontDoor, tasks: Tasks, qtbot: QtBot, household: Household, opened: list[Vault]
) -> None:
    code = household.own_sheets["a"]
    spoilt = ("0" if code[0] != "0" else "2") + code[1:]
    type_sheet(door, tasks, qtbot, spoilt)
    assert not opened
    assert fields(door)[0].text() == spoilt
    assert len([text for text in texts(door) if "group" in text or "sheet" in text]) >= 2


def test_too_few_letters_cannot_be_tried(door: FrontDoor) -> None:
    press(door, "Use a paper sheet")
    write(fields(door)[0], "ABCD-EFGH")
    assert not button(door, "Open").isEnabled()
    press(door, "Back")
    assert says(door, "Who is sitting down?")


def test_the_shared_sheet_opens_what_is_shared_and_nobodys_own_place(
    door: FrontDoor, household: Household, tasks: Tasks, qtbot: QtBot, opened: list[Vault]
) -> None:
    type_sheet(door, tasks, qtbot, household.shared_sheet)
    assert says(door, "Nobody's own place opens with it")
    press(door, "Open what we share")
    assert [vault.partner for vault in opened] == [None]


def test_with_the_shared_sheet_a_lost_place_is_set_up_again(
    door: FrontDoor, household: Household, tasks: Tasks, qtbot: QtBot, opened: list[Vault]
) -> None:
    type_sheet(door, tasks, qtbot, household.shared_sheet)
    press(door, "Set up \u2068Bilal\u2069's place again")
    words = type_words(door)
    press(door, "Continue")
    tasks.wait_all()
    qtbot.waitUntil(lambda: not tasks.busy)
    qtbot.wait(1)
    groups = [t for t in texts(door) if len(t) == 4 and t.isalnum() and t.upper() == t]
    for field in fields(door):
        row = field.parentWidget()
        assert row is not None
        asked = next(text for text in texts(row) if text.startswith("Group "))
        write(field, groups[int(asked.removeprefix("Group ")) - 1])
    press(door, "Continue")
    assert says(door, "Who is sitting down?")
    assert button(door, "Moon").isChecked()
    assert opening.unwrap_passphrase(household.files, "b", words).partner == "b"
    assert opening.unwrap_passphrase(household.files, "a", AYESHA.passphrase).partner == "a"
    write(fields(door)[0], BILAL.passphrase)
    press(door, "Open")
    tasks.wait_all()
    qtbot.waitUntil(lambda: not tasks.busy)
    qtbot.wait(1)
    assert says(door, "doesn't open this place")
