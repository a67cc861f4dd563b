# SPDX-License-Identifier: GPL-3.0-or-later
"""A vault that cannot be opened: one sentence, what to do, and never an empty new one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bondsdesk.app.front_door.copies import copies_for
from bondsdesk.app.front_door.door import FrontDoor
from bondsdesk.app.front_door.door_context import DoorContext
from bondsdesk.app.front_door.unlock_page import UnlockPage
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.widgets.select_field import SelectField
from bondsdesk.widgets.tasks import Tasks
from tests.app.front_door.pages import button, fields, press, says, texts, write
from tests.fakes import FakeClock
from tests.people import AYESHA, Household


def spoil(path: Path) -> None:
    content = bytearray(path.read_bytes())
    for place in range(len(content) // 3, len(content) // 3 + 40):
        content[place] ^= 0x55
    path.write_bytes(content)


def headers(household: Household) -> list[Path]:
    files = household.files
    return [files.header, files.mirror, files.config_header]


def come_to(
    context: DoorContext, show: Callable[[QWidget], None]
) -> tuple[FrontDoor, list[ExpectedError]]:
    door = FrontDoor(context)
    told: list[ExpectedError] = []
    door.troubled.connect(told.append)
    door.retry.connect(door.look_at_threshold)
    show(door)
    door.look_at_threshold()
    return door, told


def test_one_damaged_copy_of_the_key_slots_is_no_trouble(
    household: Household, context: DoorContext, show: Callable[[QWidget], None]
) -> None:
    spoil(household.files.header)
    door, told = come_to(context, show)
    assert isinstance(door.page, UnlockPage)
    assert not told


def test_all_copies_damaged_is_not_called_a_wrong_passphrase(
    household: Household, context: DoorContext, show: Callable[[QWidget], None]
) -> None:
    for path in headers(household):
        spoil(path)
    door, told = come_to(context, show)
    assert [error.code for error in told] == ["vault.header_damaged"]
    assert says(door, "your passphrase is not the cause")
    assert says(door, "Nothing was changed or deleted")
    assert not fields(door)


@pytest.mark.parametrize(
    ("harm", "code"),
    [
        (lambda path: path.unlink(), "vault.database_missing"),
        (lambda path: path.write_bytes(b""), "vault.database_empty"),
    ],
)
def test_a_missing_or_empty_database_is_never_a_new_start(
    household: Household,
    context: DoorContext,
    show: Callable[[QWidget], None],
    harm: Callable[[Path], object],
    code: str,
) -> None:
    harm(household.files.database)
    door, told = come_to(context, show)
    assert [error.code for error in told] == [code]
    assert says(door, "nothing new is begun here")
    assert not says(door, "Welcome")


def test_a_cut_database_is_told_after_the_passphrase(
    household: Household,
    context: DoorContext,
    show: Callable[[QWidget], None],
    tasks: Tasks,
    qtbot: QtBot,
) -> None:
    database = household.files.database
    database.write_bytes(database.read_bytes()[: database.stat().st_size // 2 // 4096 * 4096])
    door, told = come_to(context, show)
    press(door, "Leaf")
    write(fields(door)[0], AYESHA.passphrase)
    press(door, "Open")
    tasks.wait_all()
    qtbot.waitUntil(lambda: not tasks.busy)
    qtbot.wait(1)
    assert [error.code for error in told] == ["vault.damaged"]
    assert says(door, "Nothing is written over it")


def test_a_place_of_a_newer_program_says_which_one_is_needed(
    household: Household,
    context: DoorContext,
    show: Callable[[QWidget], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from bondsdesk.vault import threshold

    def newer(_files: object) -> None:
        raise ExpectedError("vault.newer")

    monkeypatch.setattr(threshold, "read_threshold", newer)
    door, _told = come_to(context, show)
    assert says(door, "made by a newer Bondsdesk")


def test_a_place_held_by_another_program_says_so(
    household: Household,
    context: DoorContext,
    show: Callable[[QWidget], None],
    tasks: Tasks,
    qtbot: QtBot,
) -> None:
    household.sit_down("b")
    door, told = come_to(context, show)
    press(door, "Leaf")
    write(fields(door)[0], AYESHA.passphrase)
    press(door, "Open")
    tasks.wait_all()
    qtbot.waitUntil(lambda: not tasks.busy)
    qtbot.wait(1)
    assert [error.code for error in told] == ["vault.in_use"]
    household.close()
    press(door, "Try again")
    assert isinstance(door.page, UnlockPage)


def test_a_backup_is_brought_back_after_a_second_press(
    household: Household,
    context: DoorContext,
    show: Callable[[QWidget], None],
    tasks: Tasks,
    qtbot: QtBot,
) -> None:
    household.sit_down("a").backup()
    household.close()
    household.files.database.write_bytes(b"")
    door, _told = come_to(context, show)
    (bring,) = [b for b in door.findChildren(QWidget) if _is_bring(b)]
    press(door, bring.text())  # type: ignore[attr-defined]
    assert says(door, "What was written later is not in it")
    press(door, "Yes, bring it back")
    tasks.wait_all()
    qtbot.waitUntil(lambda: not tasks.busy)
    qtbot.wait(1)
    assert isinstance(door.page, UnlockPage)
    assert household.sit_down("a").pair.a.name == "Ayesha"


def test_a_damaged_newest_copy_is_not_the_one_offered(
    household: Household, context: DoorContext, clock: FakeClock, show: Callable[[QWidget], None]
) -> None:
    vault = household.sit_down("a")
    vault.backup()
    clock.advance(days=1)
    newest = vault.backup()
    household.close()
    spoil(newest.path)
    household.files.database.write_bytes(b"")
    door, _told = come_to(context, show)
    (bring,) = [b for b in door.findChildren(QWidget) if _is_bring(b)]
    assert "22 November" in bring.text() or "23 November" in bring.text()  # type: ignore[attr-defined]
    press(door, bring.text())  # type: ignore[attr-defined]
    (choice,) = door.findChildren(SelectField)
    assert choice.count() == 2
    assert choice.key != newest.path.name


def test_a_copy_of_another_place_is_not_offered(
    household: Household, context: DoorContext, show: Callable[[QWidget], None]
) -> None:
    household.sit_down("a").backup()
    household.close()
    household.files.database.write_bytes(b"")
    (copy,) = copies_for(household.files)
    head = copy.path.read_bytes()
    other = head.replace(copy.manifest.vault_id.encode(), b"f" * len(copy.manifest.vault_id), 1)
    copy.path.write_bytes(other)
    door, _told = come_to(context, show)
    assert not [b for b in door.findChildren(QWidget) if _is_bring(b)]


def _is_bring(widget: QWidget) -> bool:
    return getattr(widget, "text", str)().startswith("Bring back the copy of")


def test_without_a_backup_nothing_is_promised(
    household: Household, context: DoorContext, show: Callable[[QWidget], None]
) -> None:
    household.files.database.unlink()
    door, _told = come_to(context, show)
    assert not [b for b in door.findChildren(QWidget) if _is_bring(b)]


def test_an_emptied_folder_is_begun_anew_only_after_two_knowing_presses(
    household: Household, context: DoorContext, show: Callable[[QWidget], None]
) -> None:
    for path in household.files.data.iterdir():
        path.unlink()
    door, _told = come_to(context, show)
    press(door, "We emptied the folder and want to begin anew")
    assert says(door, "plug it in and try again")
    press(door, "Yes, begin anew")
    assert says(door, "Welcome")
    aside = [p for p in household.files.config.iterdir() if p.name.startswith("set-aside")]
    assert (aside[0] / "vault.header").exists()


@pytest.mark.parametrize(
    "left", ["vault.db-wal", "set-aside-2026-11-22T000000Z", "vault.restoring", "notes.txt"]
)
def test_a_folder_that_still_holds_something_is_not_begun_anew(
    household: Household, context: DoorContext, show: Callable[[QWidget], None], left: str
) -> None:
    for path in household.files.data.iterdir():
        path.unlink()
    (household.files.data / left).mkdir()
    door, _told = come_to(context, show)
    assert not [t for t in texts(door) if "begin anew" in t]
    assert button(door, "Try again").isEnabled()
