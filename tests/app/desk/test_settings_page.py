# SPDX-License-Identifier: GPL-3.0-or-later
"""The settings: what is changed holds at once and for the next start."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QPushButton, QWidget

from bondsdesk.app.front_door.own_passphrase import OwnPassphrase
from bondsdesk.app.front_door.sheet_page import SheetPage
from bondsdesk.app.settings.backup_card import BackupCard
from bondsdesk.app.settings.look_form import LookForm
from bondsdesk.app.settings.page import SettingsPage
from bondsdesk.app.settings.passphrase_form import PassphraseForm
from bondsdesk.app.settings.sheet_form import SheetForm
from bondsdesk.app.settings.todays_passphrase import TodaysPassphrase
from bondsdesk.app.settings.trial_form import TrialForm
from bondsdesk.app.shortcuts import KEYS
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.vault.opening import (
    unwrap_own_sheet,
    unwrap_passphrase,
    unwrap_shared_sheet,
)
from bondsdesk.vault.threshold import read_threshold
from bondsdesk.widgets.chip import Chip
from bondsdesk.widgets.desk_chip import DeskChip
from bondsdesk.widgets.swatch import Swatch
from bondsdesk.widgets.symbol_tile import SymbolTile

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from bondsdesk.vault.threshold import Slot
    from tests.app.desk.conftest import Scene
    from tests.people import Household

NEW = "seven quiet lanterns over copper water"


@pytest.fixture
def page(scene: Scene) -> SettingsPage:
    screen = scene.desk._screen
    assert screen is not None
    screen.visit_place("settings")
    scene.settle()
    return _page(scene)


def _page(scene: Scene) -> SettingsPage:
    found = [p for p in scene.window.findChildren(SettingsPage) if p.isVisible()]
    return found[0]


def _button(page: QWidget, text: str) -> QPushButton:
    return next(b for b in page.findChildren(QPushButton) if b.text() == text and b.isVisible())


def _named(page: QWidget, name: str) -> QPushButton:
    return next(b for b in page.findChildren(QPushButton) if b.accessibleName() == name)


def _chip(page: QWidget, text: str) -> Chip:
    return next(c for c in page.findChildren(Chip) if c.text() == text)


def _words(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


# --- this laptop ---------------------------------------------------------------------------------


def test_light_or_dark_holds_at_once_and_for_the_next_start(
    page: SettingsPage, scene: Scene
) -> None:
    _chip(page, "Dark").click()
    assert scene.look.scheme == "dark"
    assert scene.services.machine.scheme == "dark"


def test_text_size_movement_and_chime(page: SettingsPage, scene: Scene) -> None:
    _named(page, "Larger text").click()
    assert scene.services.machine.zoom == 110
    assert "110%" in _words(page)
    ticks = {c.text(): c for c in page.findChildren(QCheckBox)}
    assert ticks["Less movement"].isChecked()
    ticks["Less movement"].click()
    assert not scene.look.reduced_motion
    assert scene.services.machine.reduced_motion == "off"
    ticks["A soft chime when a turn ends"].click()
    assert not scene.services.machine.chime
    assert not scene.rooms["notes"].context.sounds_on()


def test_the_ends_of_the_text_sizes_are_felt(page: SettingsPage, scene: Scene) -> None:
    for _ in range(8):
        _named(page, "Larger text").click()
    assert scene.services.machine.zoom == 200
    assert not _named(page, "Larger text").isEnabled()


def test_another_language_is_chosen_here(page: SettingsPage, scene: Scene) -> None:
    _chip(page, "اردو").click()
    scene.settle()
    assert scene.services.machine.language == "ur"
    assert _chip(_page(scene), "اردو").isChecked()
    assert "ترتیبات" in _words(_page(scene))


def test_a_screen_readers_own_action_counts_like_a_click(page: SettingsPage, scene: Scene) -> None:
    _chip(page, "Dark").toggle()
    assert scene.look.scheme == "dark"
    next(c for c in page.findChildren(QCheckBox) if "chime" in c.text()).toggle()
    assert not scene.services.machine.chime


def test_minutes_until_the_lock_reach_the_idle_lock(page: SettingsPage, scene: Scene) -> None:
    _chip(page, "10").click()
    assert scene.services.machine.lock_minutes == 10
    assert scene.calls.minutes == [10]


# --- oneself -------------------------------------------------------------------------------------


def test_another_name_is_kept_and_shown_at_the_desk(page: SettingsPage, scene: Scene) -> None:
    field = page.findChildren(QLineEdit)[0]
    assert not _button(page, "Keep the name").isEnabled()
    field.setText("  Ayesha B. ")
    _button(page, "Keep the name").click()
    assert scene.vault.pair.a.name == "Ayesha B."
    chip = scene.window.findChild(DeskChip)
    assert chip is not None
    assert chip._name.text() == "Ayesha B."


def test_a_name_of_only_blanks_is_refused_beside_the_field(
    page: SettingsPage, scene: Scene
) -> None:
    page.findChildren(QLineEdit)[0].setText(" \u200b ")
    _button(page, "Keep the name").click()
    assert "Write the name your partner calls you." in _words(page)
    assert scene.vault.pair.a.name == "Ayesha"


def test_symbol_and_colour_can_be_others_than_the_partners(
    page: SettingsPage, scene: Scene, household: Household
) -> None:
    _button(page, "Choose others").click()
    assert not _button(page, "Keep them").isEnabled()
    tiles = {tile.symbol: tile for tile in page.findChildren(SymbolTile)}
    swatches = {swatch.colour: swatch for swatch in page.findChildren(Swatch)}
    assert not tiles["moon"].isEnabled(), "Bilal has the moon"
    assert not swatches["plum"].isEnabled(), "and he has plum"
    tiles["bird"].click()
    swatches["teal"].click()
    _button(page, "Keep them").click()
    scene.settle()
    assert scene.notice == "Kept. The locked screen shows them too."
    shown = {slot.partner: (slot.symbol, slot.colour) for slot in threshold_of(household)}
    assert shown == {"a": ("bird", "teal"), "b": ("moon", "plum")}
    assert _page(scene).isVisible(), "the settings are still there"
    windows = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
    assert windows == [scene.window], "nothing showed as a window of its own"
    chip = scene.window.findChild(DeskChip)
    assert chip is not None
    assert (scene.vault.pair.a.symbol, scene.vault.pair.a.colour) == ("bird", "teal")
    assert not [form for form in _page(scene).findChildren(LookForm) if form.isVisible()]


def threshold_of(household: Household) -> tuple[Slot, ...]:
    return read_threshold(household.files).slots


@pytest.fixture
def form(page: SettingsPage) -> PassphraseForm:
    _button(page, "Change passphrase").click()
    found = page.findChild(PassphraseForm)
    assert found is not None
    return found


def _type_new(form: PassphraseForm, old: str, new: str, again: str) -> None:
    own = form.findChild(OwnPassphrase)
    assert own is not None
    form._today._field.setText(old)
    own.first.setText(new)
    own._second.setText(again)
    own._judge()


def test_a_new_passphrase_opens_and_the_old_one_does_not(
    form: PassphraseForm, scene: Scene, household: Household, passphrases: dict[str, str]
) -> None:
    _type_new(form, passphrases["a"], NEW, NEW)
    _button(form, "Change it").click()
    scene.settle()
    assert scene.notice == "Your passphrase is changed. The old one no longer opens anything."
    assert unwrap_passphrase(household.files, "a", NEW).partner == "a"
    with pytest.raises(ExpectedError, match=r"secret\.wrong"):
        unwrap_passphrase(household.files, "a", passphrases["a"])


def test_a_wrong_old_passphrase_is_said_beside_its_field(
    form: PassphraseForm, scene: Scene, household: Household, passphrases: dict[str, str]
) -> None:
    _type_new(form, "not this one at all", NEW, NEW)
    _button(form, "Change it").click()
    scene.settle()
    assert "That is not your passphrase of today." in _words(form)
    assert unwrap_passphrase(household.files, "a", passphrases["a"]).partner == "a"


@pytest.mark.parametrize(
    ("old", "new", "again", "sentence"),
    [
        ("", NEW, NEW, "Type the passphrase of today first."),
        ("old", "ayesha1", "ayesha1", None),
        ("old", NEW, NEW + "!", "The two lines are not the same. Look at them with the eye."),
        (NEW, NEW, NEW, "This is the one you have already."),
    ],
)
def test_what_is_missing_is_said_and_the_button_waits(
    form: PassphraseForm, old: str, new: str, again: str, sentence: str | None
) -> None:
    _type_new(form, old, new, again)
    assert not _button(form, "Change it").isEnabled()
    assert form._missing.text() == sentence if sentence else form._missing.text()


def test_words_are_offered_and_leaving_empties_the_fields(
    form: PassphraseForm, page: SettingsPage, scene: Scene
) -> None:
    _button(form, "Offer me words").click()
    assert len(form._offered.text().split()) == 5
    form._today._field.setText("something")
    _button(form, "Leave it as it is").click()
    scene.settle()
    assert page.findChild(PassphraseForm) is None
    assert _button(page, "Change passphrase").isVisible()


def test_a_new_sheet_opens_once_it_is_confirmed_and_the_old_one_does_not(
    page: SettingsPage, scene: Scene, household: Household, passphrases: dict[str, str]
) -> None:
    _button(page, "Make a new sheet").click()
    form = page.findChild(SheetForm)
    assert form is not None
    form._today._field.setText("wrong")
    _button(form, "Show the new sheet").click()
    scene.settle()
    assert "That is not your passphrase of today." in _words(form)
    form._today._field.setText(passphrases["a"])
    _button(form, "Show the new sheet").click()
    scene.settle()
    sheet = form.findChild(SheetPage)
    assert sheet is not None
    assert not _button(form, "I have it").isEnabled()
    code = sheet._code
    for field, number in zip(sheet._fields, sheet._asked, strict=True):
        field.setText(code.split("-")[number])
    _button(form, "I have it").click()
    assert scene.notice == "The new sheet holds. Please tear up the old one."
    assert unwrap_own_sheet(household.files, code).partner == "a"
    with pytest.raises(ExpectedError):
        unwrap_own_sheet(household.files, household.own_sheets["a"])


def test_a_new_shared_sheet_ends_the_old_one_and_touches_nobodys_own(
    page: SettingsPage, scene: Scene, household: Household, passphrases: dict[str, str]
) -> None:
    _button(page, "New shared sheet").click()
    _today(page).setText(passphrases["a"])
    _button(page, "Show the new sheet").click()
    scene.settle()
    sheet = page.findChild(SheetPage)
    assert sheet is not None
    assert sheet.title() == "The sheet you share"
    code = sheet._code
    for field, number in zip(sheet._fields, sheet._asked, strict=True):
        field.setText(code.split("-")[number])
    _button(page, "I have it").click()
    assert scene.notice == "The new sheet holds. Please tear up the old one."
    assert unwrap_shared_sheet(household.files, code).partner is None
    with pytest.raises(ExpectedError):
        unwrap_shared_sheet(household.files, household.shared_sheet)
    assert unwrap_own_sheet(household.files, household.own_sheets["a"]).partner == "a"


def test_enter_pressed_twice_changes_the_passphrase_and_does_not_leave_it(
    form: PassphraseForm, scene: Scene, household: Household, passphrases: dict[str, str]
) -> None:
    _type_new(form, passphrases["a"], NEW, NEW)
    change = _button(form, "Change it")
    change.setFocus()
    for _ in range(2):
        QTest.keyClick(change, Qt.Key.Key_Return)
        assert form.focusWidget() is change
    scene.settle()
    assert scene.notice.startswith("Your passphrase is changed.")
    assert unwrap_passphrase(household.files, "a", NEW).partner == "a"


@pytest.mark.parametrize("leave", ["Leave it as it is", "Keep the old one"])
def test_whoever_thinks_better_of_it_at_the_last_moment_keeps_what_was(
    page: SettingsPage,
    scene: Scene,
    household: Household,
    passphrases: dict[str, str],
    leave: str,
) -> None:
    if leave == "Keep the old one":
        _button(page, "Make a new sheet").click()
        _today(page).setText(passphrases["a"])
        _button(page, "Show the new sheet").click()
    else:
        _button(page, "Change passphrase").click()
        form = page.findChild(PassphraseForm)
        assert form is not None
        _type_new(form, passphrases["a"], NEW, NEW)
        _button(page, "Change it").click()
    scene.services.tasks.wait_all()
    _button(page, leave).click()
    scene.settle()
    assert scene.notice == ""
    assert unwrap_passphrase(household.files, "a", passphrases["a"]).partner == "a"
    assert unwrap_own_sheet(household.files, household.own_sheets["a"]).partner == "a"


def _today(page: QWidget) -> QLineEdit:
    asked = page.findChild(TodaysPassphrase)
    assert asked is not None
    return asked._field


def test_a_passphrase_entered_twice_makes_one_sheet(
    page: SettingsPage, scene: Scene, household: Household, passphrases: dict[str, str]
) -> None:
    _button(page, "Make a new sheet").click()
    _today(page).setText(passphrases["a"])
    for _ in range(2):
        QTest.keyClick(_today(page), Qt.Key.Key_Return)
        QTest.keyClicks(_today(page), "more")
    scene.settle()
    (sheet,) = page.findChildren(SheetPage)
    assert unwrap_own_sheet(household.files, sheet._code).partner == "a"


def test_a_sheet_that_is_shown_once_is_not_lost_to_another_language(
    page: SettingsPage, scene: Scene, household: Household, passphrases: dict[str, str]
) -> None:
    _button(page, "Make a new sheet").click()
    _today(page).setText(passphrases["a"])
    _button(page, "Show the new sheet").click()
    scene.settle()
    _chip(page, "اردو").click()
    scene.settle()
    assert scene.notice == "Please finish with your new sheet first. It is shown once."
    assert scene.look.language == "en"
    assert _chip(page, "English").isChecked()
    page.accept_partner_key()
    (sheet,) = page.findChildren(SheetPage)
    assert sheet.isVisible()


def test_with_both_places_taken_nobody_is_asked_to_sit_down(page: SettingsPage) -> None:
    assert "The other place" not in _words(page)


# --- copies --------------------------------------------------------------------------------------


def test_a_copy_is_made_now_and_shown(page: SettingsPage, scene: Scene) -> None:
    assert "None yet. The first comes in a quiet moment." in _words(page)
    _button(page, "Make one now").click()
    assert not _button(page, "Make one now").isEnabled()
    scene.settle()
    assert scene.notice == "A checked copy is made."
    assert len(list(scene.vault.files.backups.glob("*.bondsdesk"))) == 1
    assert "None yet" not in _words(page)


def _test_copy(page: SettingsPage, scene: Scene, path: Path, passphrase: str) -> None:
    scene.services.dialogs.answer(path)
    _button(page, "Test a copy").click()
    form = page.findChild(TrialForm)
    assert form is not None
    form._passphrase.setText(passphrase)
    _button(form, "Test it").click()
    scene.settle()


def test_a_copy_goes_to_a_folder_and_opens_there(
    page: SettingsPage, scene: Scene, tmp_path: Path, passphrases: dict[str, str]
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    scene.services.dialogs.answer(stick)
    _button(page, "Copy to a folder").click()
    scene.settle()
    assert str(stick) in scene.notice
    (copy,) = stick.iterdir()
    _test_copy(page, scene, copy, passphrases["a"])
    assert scene.notice.startswith("This copy opens and is whole. It is from")
    assert page.findChild(TrialForm) is None
    assert sorted(p.suffix for p in scene.vault.files.backups.iterdir()) == [".bondsdesk"]


def test_a_wrong_passphrase_for_a_copy_is_said_beside_its_field(
    page: SettingsPage, scene: Scene
) -> None:
    _button(page, "Make one now").click()
    scene.settle()
    scene.desk.notices.clear()
    (copy,) = scene.vault.files.backups.glob("*.bondsdesk")
    _test_copy(page, scene, copy, "not this one")
    assert "That is not your passphrase of today." in _words(page)
    assert scene.notice == ""
    _button(page, "Not now").click()
    scene.settle()
    assert page.findChild(TrialForm) is None


@pytest.mark.parametrize("harm", ["changed", "gone"])
def test_a_damaged_copy_is_called_damaged(
    page: SettingsPage, scene: Scene, tmp_path: Path, passphrases: dict[str, str], harm: str
) -> None:
    _button(page, "Make one now").click()
    scene.settle()
    (copy,) = scene.vault.files.backups.glob("*.bondsdesk")
    damaged = tmp_path / "damaged.bondsdesk"
    content = bytearray(copy.read_bytes())
    content[-100] ^= 1
    if harm == "changed":
        damaged.write_bytes(content)
    _test_copy(page, scene, damaged, passphrases["a"])
    current = scene.desk.notices.current
    assert current is not None
    assert current.kind == "danger"


def test_a_folder_that_refuses_is_said_and_the_copy_at_home_stays(
    page: SettingsPage, scene: Scene, tmp_path: Path
) -> None:
    scene.services.dialogs.answer(tmp_path / "gone")
    _button(page, "Copy to a folder").click()
    scene.settle()
    assert scene.notice.startswith("The copy could not be put there.")
    assert len(list(scene.vault.files.backups.glob("*.bondsdesk"))) == 1
    card = page.findChild(BackupCard)
    assert card is not None
    assert _button(page, "Make one now").isEnabled()


def test_the_days_copy_comes_by_itself_in_a_quiet_moment(scene: Scene) -> None:
    scene.desk._quiet.come()
    scene.settle()
    assert len(list(scene.vault.files.backups.glob("*.bondsdesk"))) == 1
    scene.desk._quiet.come()
    scene.settle()
    assert len(list(scene.vault.files.backups.glob("*.bondsdesk"))) == 1
    assert scene.notice == ""


def test_a_copy_asked_for_while_the_days_copy_is_made_is_made_after_it(
    page: SettingsPage, scene: Scene, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()

    def chosen_slowly(_parent: QWidget, _title: str) -> Path:
        scene.desk._quiet.come()
        return stick

    monkeypatch.setattr(scene.services.dialogs, "folder", chosen_slowly)
    _button(page, "Copy to a folder").click()
    assert scene.notice == ""
    scene.settle()
    scene.settle()
    assert scene.notice == f"A checked copy lies in {stick}."
    assert len(list(stick.iterdir())) == 1


def test_a_copy_is_tested_even_if_the_days_copy_begins_meanwhile(
    page: SettingsPage, scene: Scene, tmp_path: Path, passphrases: dict[str, str]
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    scene.services.dialogs.answer(stick)
    _button(page, "Copy to a folder").click()
    scene.settle()
    scene.services.dialogs.answer(next(stick.iterdir()))
    _button(page, "Test a copy").click()
    form = page.findChild(TrialForm)
    assert form is not None
    form._passphrase.setText(passphrases["a"])
    scene.desk._copies.make("daily")
    _button(form, "Test it").click()
    scene.settle()
    scene.settle()
    assert scene.notice.startswith("This copy opens and is whole. It is from")


# --- keys and parts ------------------------------------------------------------------------------


def test_every_key_is_named(page: SettingsPage) -> None:
    words = _words(page)
    assert all(key.words in words for key in KEYS)
    assert "Ctrl+1 to Ctrl+8" in words


def test_the_makers_parts_are_named_with_their_licences(page: SettingsPage) -> None:
    words = _words(page)
    for part in ("Qt for Python", "SQLCipher", "Typst", "Noto Nastaliq Urdu", "OFL-1.1"):
        assert part in words
    assert "GPL-3.0-or-later" in words


def test_escape_goes_back(page: SettingsPage, scene: Scene, qtbot: QtBot) -> None:
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert scene.rooms["notes"].page().isVisible()
