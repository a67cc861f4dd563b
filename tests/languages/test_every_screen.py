# SPDX-License-Identifier: GPL-3.0-or-later
"""Every page and dialog, reached as people reach them, in each language and size: nothing cut."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QListView

from bondsdesk.kernel import words
from bondsdesk.kernel.words import screen_words
from bondsdesk.rooms.listening.service.content import content
from tests.fakes import FakeClock
from tests.journeys import story
from tests.journeys.hands import Hands, settle, until
from tests.journeys.home import Laptop
from tests.languages.fit import faults
from tests.languages.stretched import Stretched

SMALL = QSize(1024, 700)
LAPTOP = QSize(1366, 768)
VIEWS = [
    pytest.param("en", SMALL, 1.0, id="english-small"),
    pytest.param("en", SMALL, 2.0, id="english-small-large-letters"),
    pytest.param("ur", SMALL, 1.0, id="urdu-small"),
    pytest.param("ur", SMALL, 2.0, id="urdu-small-large-letters"),
    pytest.param("stretched", SMALL, 1.0, id="stretched-small"),
    pytest.param("stretched", LAPTOP, 2.0, id="stretched-large-letters"),
]


def speak(language: str, monkeypatch: pytest.MonkeyPatch) -> words.Language:
    """Return the language to start in; the stretched one takes the place of English."""
    if language == "ur":
        return "ur"
    if language == "stretched":
        monkeypatch.setattr(words, "_load", lambda _language: Stretched())
    return "en"


def watched(hands: Hands, found: dict[str, None]) -> Hands:
    """Look at every screen that these hands reach."""
    hands.seen = partial(_look, hands, found)
    return hands


def _look(hands: Hands, found: dict[str, None], where: str) -> None:
    for fault in faults(hands.window):
        found.setdefault(f"{where}: {fault}")


def on_first_row(hands: Hands, name: str, key: Qt.Key) -> None:
    """Go to the first row of a list and press a key there."""
    wanted = hands.said(name)
    until(lambda: any(v.accessibleName() == wanted for v in hands.visible(QListView)), wanted)
    view = next(v for v in hands.visible(QListView) if v.accessibleName() == wanted)
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 0))
    settle()
    hands.key(key)


def past_talk_and_pause(hands: Hands) -> None:
    """Look at the talk that was held; begin another one, pause it and end it."""
    if hands.buttons("Past talks"):
        hands.press("Past talks")
    on_first_row(hands, "Talks you had", Qt.Key.Key_Return)
    hands.press("Back to the list")
    if hands.buttons("Past talks"):
        hands.press("Past talks")
    texts = content(screen_words().language)
    hands.press("Start talk: {format}", format=texts.format_title("floor"))
    for name in ("Ayesha", "Bilal"):
        words = hands.said("I am willing now")
        hands.press("{name}: {words}", name=name, words=words)
    hands.press("{it}", it=texts.topic_title("wish"))
    for press in story.TURNS[:6]:
        hands.press(press)
    hands.press("Pause")
    hands.press("another time")
    hands.press("End for today")
    hands.press("Back to Listen")


def read_aloud_tags_and_plan(hands: Hands) -> None:
    """Read a note aloud, change its tags, make a plan to say thanks."""
    hands.press("All")
    on_first_row(hands, "Notes", Qt.Key.Key_Return)
    hands.press("Back to notes")
    on_first_row(hands, "Notes", Qt.Key.Key_T)
    hands.write("Tags", "tea, دوا")
    hands.press("Keep tags")
    if hands.buttons("My thank plan"):
        hands.press("My thank plan")
    hands.press("Make a plan")
    hands.write("When …", "we sit for tea")
    hands.write("I will …", "say one thing")
    hands.press("Keep plan")
    if hands.buttons("Back to notes"):
        hands.press("Back to notes")


@pytest.mark.parametrize(("language", "size", "zoom"), VIEWS)
def test_nothing_is_cut_on_the_way_through_the_house(
    laptop: Laptop,
    clock: FakeClock,
    language: str,
    size: QSize,
    zoom: float,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    start = speak(language, monkeypatch)
    found: dict[str, None] = {}
    laptop.size, laptop.zoom = size, zoom
    hands = watched(laptop.wake(start), found)
    story.first_partner(hands)
    story.second_partner(hands)
    story.floor_talk(hands, clock)
    past_talk_and_pause(hands)
    hands.press("Appreciate")
    story.give_note(hands, story.ENGLISH_NOTE)
    story.give_note(hands, story.URDU_NOTE)
    story.keep_draft(hands)
    read_aloud_tags_and_plan(hands)
    hands.press("Keepsake")
    for key in (Qt.Key.Key_F, Qt.Key.Key_Comma):
        hands.key(key, Qt.KeyboardModifier.ControlModifier)
    hands.key(Qt.Key.Key_F1)
    hands.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    hands = watched(laptop.next_process(start), found)
    hands.press("Moon")
    hands.press("Use a paper sheet")
    hands.press("Back")
    hands.press("Help")
    assert not found, "\n".join(found)


def test_in_urdu_everything_begins_at_the_right(laptop: Laptop) -> None:
    hands = laptop.wake("ur")
    story.first_partner(hands)
    hands.press("Later")
    hands.press("Continue")
    rail = hands.buttons("Listen")[0]
    window = hands.window
    assert rail.mapTo(window, rail.rect().center()).x() > window.width() * 3 / 4
    assert hands.window.layoutDirection() == Qt.LayoutDirection.RightToLeft
    hands.press("Appreciate")
    hands.press("Write a note")
    column, composer = hands.buttons("All")[0], hands.buttons("Give note")[0]
    assert column.mapTo(window, QPoint()).x() > composer.mapTo(window, QPoint()).x()
