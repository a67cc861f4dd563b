# SPDX-License-Identifier: GPL-3.0-or-later
"""Locking and another language: what is typed stays, what was read goes."""

from __future__ import annotations

import gc
import weakref
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from bondsdesk.app.settings.accept_form import AcceptForm
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.vault.opening import open_vault, prepare_partner, unwrap_passphrase
from bondsdesk.widgets.chip import Chip
from bondsdesk.widgets.search_field import SearchField
from bondsdesk.widgets.side_rail import SideRail
from tests.app.desk.conftest import open_scene
from tests.app.desk.sample_room import Line, OpenPad
from tests.people import BILAL

if TYPE_CHECKING:
    from bondsdesk.app.services import Services
    from bondsdesk.vault.kdf import KdfCost
    from tests.app.desk.conftest import Calls, Scene
    from tests.people import Household


def test_locking_keeps_what_was_typed_in_every_room(scene: Scene, household: Household) -> None:
    screen = scene.desk._screen
    assert screen is not None
    scene.rooms["notes"].page().field.setPlainText("half a thought")
    screen.visit_room("plans")
    scene.rooms["plans"].page().field.setPlainText("a plan")
    scene.desk.keep_drafts()
    scene.vault.close()
    again = open_vault(household.files, household.secrets["a"], household.clock, household.sets)
    with again.read() as reader:
        kept = {
            s.document["text"] for k in ("notes", "plans") for s in reader.box.list(f"{k}.draft")
        }
    again.close()
    assert kept == {"half a thought", "a plan"}


def test_one_room_that_cannot_keep_its_draft_does_not_stop_the_other(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = scene.desk._screen
    assert screen is not None

    def fail() -> None:
        raise ExpectedError("notes.of_its_own")

    monkeypatch.setattr(scene.rooms["notes"], "keep_drafts", fail)
    screen.visit_room("plans")
    scene.rooms["plans"].page().field.setPlainText("a plan")
    kept = scene.desk.keep_drafts()
    assert not kept
    assert scene.rooms["plans"].draft() == "a plan"
    assert scene.notice == "Something you wrote could not be kept yet. It still stands on its page."


def test_nothing_holds_a_line_or_a_page_after_the_desk_is_closed(
    services: Services, household: Household, calls: Calls
) -> None:
    scene = open_scene(services, household.sit_down("a"), calls)
    scene.rooms["notes"].add("canary on the pad")
    screen = scene.desk._screen
    assert screen is not None
    for place in ("search", "export", "settings", "help"):
        screen.visit_place(place)
        scene.settle()
    screen.visit_room("notes")
    page = weakref.ref(scene.rooms["notes"].page())
    desk, settings = weakref.ref(scene.desk), weakref.ref(screen._places["settings"])
    window = scene.window
    scene.desk.keep_drafts()
    scene.desk.close()
    scene.settle()
    del scene, screen
    gc.collect()
    assert [line for line in gc.get_objects() if isinstance(line, Line)] == []
    assert [room for room in gc.get_objects() if isinstance(room, OpenPad)] == []
    assert (page(), desk(), settings()) == (None, None, None)
    window.hide()
    window.deleteLater()


def test_a_pause_in_typing_that_ends_after_the_lock_searches_nothing(
    services: Services, household: Household, calls: Calls
) -> None:
    scene = open_scene(services, household.sit_down("a"), calls)
    screen = scene.desk._screen
    assert screen is not None
    screen.visit_place("search")
    field = scene.window.findChild(SearchField)
    assert field is not None
    field._pause.setInterval(0)
    told: list[str] = []
    field.searched.connect(told.append)
    QTest.keyClicks(field, "tea")
    scene.desk.close()
    scene.settle()
    assert told == []
    scene.window.hide()
    scene.window.deleteLater()


def test_another_language_turns_everything_round_and_keeps_what_is_typed(scene: Scene) -> None:
    screen = scene.desk._screen
    assert screen is not None
    scene.rooms["notes"].page().field.setPlainText("half a thought")
    screen.visit_place("settings")
    scene.desk.switch_language("ur")
    scene.settle()
    screen = scene.desk._screen
    assert screen is not None
    assert (screen.place(), screen.room()) == ("settings", "notes")
    assert scene.window.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert screen._rail.tab("notes").text() == "تلاش"
    rail = scene.window.findChild(SideRail)
    page = screen.view.page()
    assert rail is not None
    assert page is not None
    origin = QPoint()
    assert rail.mapTo(scene.window, origin).x() > page.mapTo(scene.window, origin).x()
    screen.visit_room("notes")
    assert scene.rooms["notes"].page().field.toPlainText() == "half a thought"
    scene.desk.switch_language("en")
    scene.settle()
    assert scene.window.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_warnings_of_the_unlock_are_told_once(
    services: Services, household: Household, calls: Calls
) -> None:
    vault = household.sit_down("a")
    vault._warnings.append(ExpectedError("export.nothing"))
    scene = open_scene(services, vault, calls)
    assert scene.notice.startswith("There is nothing to print")
    scene.desk.close()
    scene.window.hide()
    scene.window.deleteLater()


def test_a_talk_on_the_whole_window_is_let_go_when_the_language_changes(scene: Scene) -> None:
    from PySide6.QtWidgets import QLabel

    talk = QLabel("talk")
    scene.rooms["notes"].context.whole_window(talk)
    scene.desk.switch_language("ur")
    scene.settle()
    assert talk.parent() is None
    assert talk.text() == "talk"
    talk.deleteLater()


def test_damage_found_after_the_unlock_is_told_once(scene: Scene) -> None:
    watch = scene.desk._health
    health = watch._health
    health._damage = ExpectedError("export.nothing")
    watch.look()
    health._damage = None
    assert scene.notice.startswith("There is nothing to print")
    assert not watch._timer.isActive()


def test_while_a_draft_cannot_be_kept_the_language_stays_and_so_does_the_text(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = scene.desk._screen
    assert screen is not None
    page = scene.rooms["notes"].page()
    page.field.setPlainText("half a thought")
    screen.visit_place("settings")

    def fail(_text: str) -> None:
        raise ExpectedError("vault.disk_full", folder="/home")

    monkeypatch.setattr(scene.rooms["notes"], "keep_draft", fail)
    urdu = next(c for c in scene.window.findChildren(Chip) if c.text() == "اردو")
    urdu.click()
    scene.settle()
    assert scene.look.language == "en"
    assert scene.rooms["notes"].page() is page
    assert page.field.toPlainText() == "half a thought"
    assert not urdu.isChecked()
    assert scene.notice


def test_new_keys_of_the_partner_are_accepted_once_with_the_passphrase(
    services: Services,
    household: Household,
    calls: Calls,
    cheap_kdf: KdfCost,
    passphrases: dict[str, str],
) -> None:
    renewed = prepare_partner(BILAL.as_new(), cheap_kdf)
    household.sit_down("a").enrol_again("b", renewed)
    household.close()
    secrets = unwrap_passphrase(household.files, "a", passphrases["a"])
    vault = open_vault(household.files, secrets, household.clock, household.sets)
    assert [w.code for w in vault.warnings] == ["vault.partner_key_replaced"]
    scene = open_scene(services, vault, calls)
    assert scene.notice.startswith("Your partner's keys are new")
    scene.desk.notices.act()
    scene.settle()
    form = scene.window.findChild(AcceptForm)
    assert form is not None
    form._today._field.setText("not mine")
    form._on_go()
    scene.settle()
    assert "That is not your passphrase" in form._today._line.text()
    form._today._field.setText(passphrases["a"])
    form._on_go()
    scene.settle()
    assert scene.notice == "Noted. The new keys count from now on."
    scene.desk.close()
    vault.close()
    fresh = unwrap_passphrase(household.files, "a", passphrases["a"])
    again = open_vault(household.files, fresh, household.clock, household.sets)
    assert again.warnings == ()
    again.close()
    scene.window.hide()
    scene.window.deleteLater()
