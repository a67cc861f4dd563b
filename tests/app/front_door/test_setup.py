# SPDX-License-Identifier: GPL-3.0-or-later
"""The first evening: language, the honest page, two people with their places and their sheets."""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from bondsdesk.app.front_door.door import FrontDoor
from bondsdesk.app.front_door.door_context import DoorContext
from bondsdesk.app.front_door.second_journey import SecondJourney
from bondsdesk.app.front_door.word_cards import WordCards
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.vault import opening
from bondsdesk.vault.vault import Vault
from bondsdesk.widgets.dialogs import Dialogs
from bondsdesk.widgets.label import Label
from bondsdesk.widgets.tasks import Tasks
from tests.app.front_door.pages import button, fields, press, says, texts, visible, write
from tests.people import vault_files

Opened = list[tuple[Vault, bool]]


@pytest.fixture
def first(context: DoorContext, show: Callable[[QWidget], None]) -> FrontDoor:
    """A first start: nothing is there yet."""
    vault_files(context.files.data.parent)
    door = FrontDoor(context)
    show(door)
    door.look_at_threshold()
    return door


@pytest.fixture
def opened(first: FrontDoor) -> Iterator[Opened]:
    told: Opened = []
    first.opened.connect(lambda vault, now: told.append((vault, now)))
    yield told
    for vault, _now in told:
        vault.close()
    first.put_away()


def offered_words(page: QWidget) -> list[str]:
    (cards,) = visible(page, WordCards)
    return [label.text() for label in visible(cards, Label) if label.text().isalpha()]


def shown_code(page: QWidget) -> list[str]:
    return [text for text in texts(page) if _is_group(text)]


def _is_group(text: str) -> bool:
    return len(text) == 4 and text.isalnum() and text.upper() == text


def go_to_you(door: QWidget) -> None:
    press(door, "Continue")
    press(door, "I have read it")


def make_place(door: QWidget, tasks: Tasks, qtbot: QtBot, name: str = "Ayesha") -> list[str]:
    """Fill in name and words; return the words."""
    write(fields(door)[0], name)
    press(door, "Continue")
    words = offered_words(door)
    write(fields(door)[0], " ".join(words))
    press(door, "Continue")
    wait_for_place(door, tasks, qtbot)
    return words


def wait_for_place(door: QWidget, tasks: Tasks, qtbot: QtBot) -> None:
    """Wait until the place is made, or was not."""
    tasks.wait_all()
    qtbot.waitUntil(lambda: not [b for b in visible(door, QPushButton) if "Making" in b.text()])


def confirm_sheet(door: QWidget) -> str:
    """Copy the two groups that are asked for; return the whole code."""
    groups = shown_code(door)
    assert len(groups) == 9
    for field in fields(door):
        row = field.parentWidget()
        assert row is not None
        asked = [text for text in texts(row) if text.startswith("Group ")]
        write(field, groups[int(asked[0].removeprefix("Group ")) - 1].lower())
    press(door, "Continue")
    return "-".join(groups)


def test_language_comes_first_then_the_honest_page_before_any_field(first: FrontDoor) -> None:
    assert says(first, "Which language would you like to read in?")
    assert not fields(first)
    press(first, "Continue")
    assert says(first, "What it cannot do")
    assert says(first, "It cannot help when someone makes you open it")
    assert not fields(first)


def test_the_language_can_be_chosen_and_turns_the_page(first: FrontDoor) -> None:
    press(first, "اردو")
    first.rebuild()
    assert says(first, "خوش آمدید")
    assert first.layoutDirection() == Qt.LayoutDirection.RightToLeft
    press(first, "آگے")
    assert says(first, "یہ کیا نہیں کر سکتا")


def test_two_people_set_up_their_places(
    first: FrontDoor,
    context: DoorContext,
    tasks: Tasks,
    qtbot: QtBot,
    opened: Opened,
    show: Callable[[QWidget], None],
) -> None:
    go_to_you(first)
    ayesha_words = make_place(first, tasks, qtbot)
    own = confirm_sheet(first)
    shared = confirm_sheet(first)
    assert own != shared
    press(first, "Continue")
    ((vault, second_now),) = opened
    assert second_now
    assert vault.partner == "a"

    journey = SecondJourney(context, vault)
    show(journey)
    journey.begin()
    assert says(journey, "Ayesha")
    assert says(journey, "please look away")
    press(journey, "I sit here now")
    assert not button(journey, "Leaf").isEnabled()
    bilal_words = make_place(journey, tasks, qtbot, "Bilal")
    with qtbot.waitSignal(journey.done):
        confirm_sheet(journey)
    pair = vault.pair
    assert pair.b is not None
    assert (pair.a.name, pair.b.name) == ("Ayesha", "Bilal")
    vault.close()
    for partner, words in (("a", ayesha_words), ("b", bilal_words)):
        secrets = opening.unwrap_passphrase(context.files, partner, " ".join(words))  # type: ignore[arg-type]
        assert secrets.partner == partner
    assert opening.unwrap_sheet(context.files, own).partner == "a"
    assert opening.unwrap_sheet(context.files, shared).partner is None


def test_later_is_as_good(first: FrontDoor, tasks: Tasks, qtbot: QtBot, opened: Opened) -> None:
    go_to_you(first)
    make_place(first, tasks, qtbot)
    confirm_sheet(first)
    confirm_sheet(first)
    press(first, "Later")
    press(first, "Continue")
    ((vault, second_now),) = opened
    assert not second_now
    assert not vault.pair.complete()


def test_going_back_keeps_what_was_told(first: FrontDoor) -> None:
    go_to_you(first)
    write(fields(first)[0], "Ayesha")
    press(first, "Moon")
    press(first, "Back")
    press(first, "I have read it")
    assert fields(first)[0].text() == "Ayesha"
    assert button(first, "Moon").isChecked()


def test_a_name_of_spaces_is_answered_by_one_sentence(first: FrontDoor) -> None:
    go_to_you(first)
    write(fields(first)[0], "   ")
    assert not button(first, "Continue").isEnabled()
    assert says(first, "Write the name your partner calls you")


def test_the_words_are_ticked_as_they_are_typed_and_need_all_five(first: FrontDoor) -> None:
    go_to_you(first)
    write(fields(first)[0], "Ayesha")
    press(first, "Continue")
    words = offered_words(first)
    assert len(words) == 5
    write(fields(first)[0], " ".join(words[:4]))
    assert not button(first, "Continue").isEnabled()
    assert fields(first)[0].right_words() == 4  # type: ignore[attr-defined]
    write(fields(first)[0], " ".join(words))
    assert button(first, "Continue").isEnabled()
    assert says(first, "Strong")


def test_other_words_can_be_asked_for_and_the_words_can_be_covered(first: FrontDoor) -> None:
    go_to_you(first)
    write(fields(first)[0], "Ayesha")
    press(first, "Continue")
    words = offered_words(first)
    press(first, "Five other words")
    assert offered_words(first) != words
    press(first, "Cover the words")
    assert offered_words(first) == []
    press(first, "Show the words")
    assert len(offered_words(first)) == 5


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("Ayesha1987!", "It "),
        ("password123", "many people use"),
        ("short", "It is short"),
    ],
)
def test_a_weak_passphrase_of_ones_own_is_refused_with_the_reason(
    first: FrontDoor, typed: str, reason: str
) -> None:
    go_to_you(first)
    write(fields(first)[0], "Ayesha")
    press(first, "Continue")
    press(first, "Use my own")
    for field in fields(first):
        write(field, typed)
    assert not button(first, "Continue").isEnabled()
    assert says(first, reason)
    assert [field.text() for field in fields(first)] == [typed, typed]


def test_two_different_lines_are_told_and_both_stay(first: FrontDoor) -> None:
    go_to_you(first)
    write(fields(first)[0], "Ayesha")
    press(first, "Continue")
    press(first, "Use my own")
    one, two = fields(first)
    write(one, "velvet harbour nine lanterns quietly")
    write(two, "velvet harbour nine lanterns loudly")
    assert not button(first, "Continue").isEnabled()
    assert says(first, "The two lines are not the same")
    assert two.text() == "velvet harbour nine lanterns loudly"


def test_ones_own_passphrase_opens_the_place(
    first: FrontDoor, context: DoorContext, tasks: Tasks, qtbot: QtBot, opened: Opened
) -> None:
    go_to_you(first)
    write(fields(first)[0], "Ayesha")
    press(first, "Continue")
    press(first, "Use my own")
    for field in fields(first):
        write(field, "میری نانی کا پرانا صندوق نیلا تھا")
    press(first, "Continue")
    wait_for_place(first, tasks, qtbot)
    assert says(first, "Your own sheet")
    secrets = opening.unwrap_passphrase(context.files, "a", "میری نانی کا پرانا صندوق نیلا تھا")
    assert secrets.partner == "a"


def test_a_group_copied_wrong_is_told_and_holds_the_way(
    first: FrontDoor, tasks: Tasks, qtbot: QtBot, opened: Opened
) -> None:
    go_to_you(first)
    make_place(first, tasks, qtbot)
    one, two = fields(first)
    write(one, "!!!!")
    two.setFocus()
    assert says(first, "This is not what stands on the sheet")
    assert not button(first, "Continue").isEnabled()


def test_a_sheet_can_be_saved_as_pdf_for_this_account_only(
    first: FrontDoor,
    tasks: Tasks,
    qtbot: QtBot,
    opened: Opened,
    dialogs: Dialogs,
    tmp_path: Path,
) -> None:
    go_to_you(first)
    make_place(first, tasks, qtbot)
    first.context.dialogs().answer(tmp_path / "sheet.pdf")
    press(first, "Save as PDF to print")
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF-")
    assert stat.S_IMODE((tmp_path / "sheet.pdf").stat().st_mode) == 0o600
    assert says(first, "Saved as sheet.pdf")


def test_a_path_that_cannot_be_written_is_one_sentence(
    first: FrontDoor, tasks: Tasks, qtbot: QtBot, opened: Opened, tmp_path: Path
) -> None:
    go_to_you(first)
    make_place(first, tasks, qtbot)
    first.context.dialogs().answer(tmp_path / "missing" / "sheet.pdf")
    press(first, "Save as PDF to print")
    assert says(first, "could not be saved there")


def test_a_full_disk_while_the_place_is_made_is_told_and_the_words_stay(
    first: FrontDoor,
    tasks: Tasks,
    qtbot: QtBot,
    opened: Opened,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(*_arguments: object) -> None:
        raise ExpectedError("vault.disk_full", folder="/home")

    go_to_you(first)
    monkeypatch.setattr(opening, "finish_vault", full)
    words = make_place(first, tasks, qtbot)
    assert says(first, "/home")
    assert fields(first)[0].text() == " ".join(words)
    monkeypatch.undo()
    press(first, "Continue")
    wait_for_place(first, tasks, qtbot)
    assert says(first, "Your own sheet")


def test_nothing_secret_stays_on_a_page_that_is_left(
    first: FrontDoor, tasks: Tasks, qtbot: QtBot, opened: Opened
) -> None:
    go_to_you(first)
    words = make_place(first, tasks, qtbot)
    assert not any(word in texts(first) for word in words)
    QTest.qWait(1)
