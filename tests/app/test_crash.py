# SPDX-License-Identifier: GPL-3.0-or-later
"""After a bug: drafts kept, vault closed, a report without a word of what people wrote."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bondsdesk.app.crash import CrashGuard, report_text
from bondsdesk.app.folders import make_folders
from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.text import clean_text
from tests.expectations import LogExpectations
from tests.fakes import FakeClock

CANARY = "the smell of rain on the roof"


@pytest.fixture
def told() -> list[object]:
    return []


@pytest.fixture
def guard(tmp_path: Path, clock: FakeClock, told: list[object]) -> Iterator[CrashGuard]:
    before = sys.excepthook
    guard = CrashGuard(tmp_path / "reports", clock, lambda: told.append("put away"), told.append)
    guard.install()
    yield guard
    sys.excepthook = before


def bug() -> BaseException:
    """Return an exception out of our own code, with private words all over it."""
    try:
        clean_text(CANARY, limit=None)  # type: ignore[arg-type]
    except TypeError as error:
        error.args = (f"could not read {CANARY!r}",)
        return error
    raise AssertionError


def fall(error: BaseException) -> None:
    sys.excepthook(type(error), error, error.__traceback__)


def test_first_the_place_is_put_away_then_the_page_is_shown(
    guard: CrashGuard, told: list[object], tmp_path: Path, expected_log: LogExpectations
) -> None:
    expected_log("bug")
    fall(bug())
    assert told[0] == "put away"
    assert isinstance(told[1], Path)
    assert told[1].parent == tmp_path / "reports"


def test_the_report_names_places_in_our_code_and_no_words(
    guard: CrashGuard, told: list[object], expected_log: LogExpectations
) -> None:
    expected_log("bug")
    fall(bug())
    assert isinstance(told[1], Path)
    text = told[1].read_text(encoding="utf-8")
    assert "kernel/text.py:" in text
    assert "clean_text" in text
    assert "TypeError" in text
    assert "rain" not in text
    assert all("rain" not in record.getMessage() for record in expected_log.records)


def test_a_second_bug_is_only_counted(
    guard: CrashGuard, told: list[object], expected_log: LogExpectations
) -> None:
    expected_log("bug")
    fall(bug())
    fall(bug())
    assert len(told) == 2
    assert len(expected_log.records) == 2


def test_a_report_that_cannot_be_written_is_no_second_bug(
    tmp_path: Path, clock: FakeClock, told: list[object], expected_log: LogExpectations
) -> None:
    expected_log("bug")
    (tmp_path / "reports").write_text("in the way", encoding="utf-8")
    guard = CrashGuard(tmp_path / "reports", clock, lambda: None, told.append)
    error = bug()
    guard.caught(type(error), error, error.__traceback__)
    assert told == [None]


def test_an_expected_error_that_nobody_took_is_named_by_its_code(clock: FakeClock) -> None:
    text = report_text(ExpectedError("vault.damaged", folder=CANARY), clock)
    assert "vault.damaged" in text
    assert "rain" not in text


def test_a_folder_that_nobody_may_write_is_said_in_one_sentence(tmp_path: Path) -> None:
    from bondsdesk.app.folders import Folders
    from bondsdesk.app.front_door.sentences import door_sentence

    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    with pytest.raises(ExpectedError) as caught:
        make_folders(Folders(blocked / "data", tmp_path / "config"))
    assert str(blocked) in door_sentence(caught.value)
