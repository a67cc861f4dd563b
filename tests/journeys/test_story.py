# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole story with real widgets: two places, a talk, notes, paper, and what stays private."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fakes import FakeClock
from tests.journeys import story
from tests.journeys.home import Laptop


def files_below(folder: Path) -> Iterator[Path]:
    yield from (path for path in folder.rglob("*") if path.is_file())


def traces_of(words: tuple[str, ...], folder: Path) -> list[str]:
    """Return where any of the words stands in a file, in any form a program may store text."""
    found = []
    for path in files_below(folder):
        content = path.read_bytes()
        for word in words:
            forms = (word.encode(), word.encode("utf-16-le"), word.encode("utf-16-be"))
            if any(form in content for form in forms):
                found.append(f"{word} in {path.relative_to(folder)}")
    return found


def test_two_people_set_up_talk_thank_print_and_keep_something_to_themselves(
    laptop: Laptop, clock: FakeClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch = tmp_path / "tmp"
    scratch.mkdir()
    monkeypatch.setenv("TMPDIR", str(scratch))
    pdf = tmp_path / "keepsake.pdf"

    hands = laptop.wake()
    story.first_partner(hands)
    story.second_partner(hands)
    story.floor_talk(hands, clock)
    hands.press("Appreciate")
    story.give_note(hands, story.ENGLISH_NOTE)
    story.give_note(hands, story.URDU_NOTE)
    story.keep_draft(hands)
    hands.press("Drafts")
    hands.wait_for(story.DRAFT)

    story.keepsake(hands, laptop, pdf)
    paper = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", str(pdf), "-"], check=True, capture_output=True, text=True
    ).stdout
    assert "zebrasparrow" in paper
    assert "زمردکبوتر" in paper
    assert "ottermandolin" not in paper

    hands.press("Lock")
    hands = laptop.next_process()
    assert not any(name in hands.read() for name in ("Ayesha", "Bilal"))
    story.sit_down(hands, "Moon", story.BILAL_PASSPHRASE)
    assert hands.sees("Bilal is at the desk")
    hands.press("Appreciate")
    hands.wait_for(story.ENGLISH_NOTE)
    assert hands.sees(story.URDU_NOTE)
    assert not hands.sees("ottermandolin")
    assert not hands.buttons("Drafts")
    laptop.end()

    assert traces_of(story.SECRETS, laptop.folders.data.parent) == []
    assert traces_of(story.SECRETS, scratch) == []
    assert traces_of(story.SECRETS, Path.home()) == []


def test_the_draft_is_still_there_when_its_writer_comes_back(
    laptop: Laptop, clock: FakeClock
) -> None:
    hands = laptop.wake()
    story.first_partner(hands)
    hands.press("Later")
    hands.press("Continue")
    hands.press("Appreciate")
    story.keep_draft(hands)
    hands.press("Lock")
    hands = laptop.next_process()
    story.sit_down(hands, "Leaf", story.AYESHA_PASSPHRASE)
    hands.press("Appreciate")
    hands.press("Drafts")
    hands.wait_for(story.DRAFT)
