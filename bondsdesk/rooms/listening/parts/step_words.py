# SPDX-License-Identifier: GPL-3.0-or-later
"""The short words of each step: its title, what the time is for, its buttons and their keys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt

from bondsdesk.kernel.people import Pair
from bondsdesk.kernel.text import isolate
from bondsdesk.kernel.words import gettext as _
from bondsdesk.kernel.words import mark
from bondsdesk.rooms.listening.domain.formats import Answer, StepKind
from bondsdesk.rooms.listening.domain.talk import Talk, answers, floor_left, limit, remaining

Press = Literal[Answer, "moment", "go_on", "pause"]
"""What a big button stands for: an answer, a moment of quiet, or going on."""

_TITLES: dict[StepKind, str] = {
    "offer": mark("Is there one more thing?"),
    "ask": mark("{name}, you choose"),
    "speak": mark("{name}, tell it"),
    "say_back": mark("{name}, say it back"),
    "check": mark("{name}, was that it?"),
    "more": mark("{name}, is there more?"),
    "sense": mark("{name}, say why"),
    "feeling": mark("{name}, a feeling?"),
    "thanks": mark("{name}, say your thanks"),
    "good": mark("{name}, one good thing"),
    "plan": mark("One plan for next week"),
    "small_step": mark("One small step?"),
}
_CAPTIONS: dict[StepKind, str] = {
    "speak": mark("to tell it"),
    "say_back": mark("to say it back"),
    "sense": mark("to say why"),
    "feeling": mark("to guess"),
    "thanks": mark("to say thanks"),
    "good": mark("for the good thing"),
    "plan": mark("for your plan"),
}
_SKIP = mark("Skip")
_BUTTONS: dict[tuple[StepKind, Press], str] = {
    ("offer", "begin"): mark("Yes, one thing"),
    ("offer", "skip"): mark("Not today"),
    ("ask", "hear"): mark("Just hear me"),
    ("ask", "questions"): mark("Ask me"),
    ("ask", "think"): mark("Help me think"),
    ("speak", "done"): mark("Done for now"),
    ("speak", "moment"): mark("I need a moment"),
    ("say_back", "done"): mark("I said it back"),
    ("say_back", "again"): mark("Please say it again"),
    ("check", "yes"): mark("Yes"),
    ("check", "not_quite"): mark("Not quite"),
    ("check", "more"): mark("There is more"),
    ("more", "done"): mark("That is all"),
    ("more", "more"): mark("There is more"),
    ("sense", "done"): mark("I said why"),
    ("feeling", "done"): mark("I made a guess"),
    ("thanks", "done"): mark("I said it"),
    ("good", "done"): mark("I told it"),
    ("plan", "done"): mark("Keep this plan"),
    ("small_step", "done"): mark("Keep this step"),
    ("small_step", "skip"): mark("Without a step"),
}
_KEYS: dict[Press, Qt.Key] = {
    "again": Qt.Key.Key_R,
    "not_quite": Qt.Key.Key_N,
    "more": Qt.Key.Key_M,
    "moment": Qt.Key.Key_M,
    "skip": Qt.Key.Key_S,
    "questions": Qt.Key.Key_A,
    "think": Qt.Key.Key_T,
    "done": Qt.Key.Key_K,
    "pause": Qt.Key.Key_P,
}


@dataclass(frozen=True, slots=True)
class Choice:
    """One big button. The first of a screen also answers to Space."""

    press: Press
    text: str
    key: Qt.Key


@dataclass(frozen=True, slots=True)
class TimeShown:
    """What ring and digits show: seconds left of a limit (0: no clock) and what for."""

    left: float
    limit: float
    caption: str


def title(talk: Talk, pair: Pair) -> str:
    """Return the big line: who does what now."""
    actor = talk.actor
    name = isolate(pair.name_of(actor)) if actor else ""
    if talk.held:
        return _("{name}, take a moment").format(name=name) if name else _("Take a moment")
    if talk.short:
        return _("{name}, once more").format(name=name)
    return _(_TITLES[talk.step]).format(name=name)


def floor_line(talk: Talk, pair: Pair) -> str:
    """Return whose floor it is."""
    if talk.floor is None:
        return _("This is for both of you")
    return _("{name} has the floor").format(name=isolate(pair.name_of(talk.floor)))


def turn_line(talk: Talk, format_title: str) -> str:
    """Return the format and which turn it is."""
    if talk.floor is None:
        return format_title
    if talk.turn == 0:
        return _("{format} · first turn").format(format=format_title)
    return _("{format} · second turn").format(format=format_title)


def choices(talk: Talk) -> tuple[Choice, ...]:
    """Return the big buttons of this moment, the main one first."""
    if talk.held:
        return (
            Choice("go_on", _("Go on"), Qt.Key.Key_Space),
            Choice("pause", _("A longer pause"), Qt.Key.Key_P),
        )
    presses: tuple[Press, ...] = answers(talk)
    if talk.step == "speak":
        presses = (*presses, "moment")
    return tuple(
        Choice(press, _button(talk, press), Qt.Key.Key_Space if index == 0 else _KEYS[press])
        for index, press in enumerate(presses)
    )


def key_name(choice: Choice) -> str:
    """Return the key as it is written under its button."""
    return _("Space") if choice.key == Qt.Key.Key_Space else chr(int(choice.key))


def time_shown(talk: Talk, now: float) -> TimeShown:
    """Return what the ring shows: this step's time, or what is left of the floor meanwhile."""
    if limit(talk) > 0:
        caption = _("to say it again") if talk.short else _(_CAPTIONS[talk.step])
        return TimeShown(remaining(talk, now), limit(talk), caption)
    if talk.here.seconds > 0 and talk.step != "offer":
        return TimeShown(floor_left(talk, now), talk.here.seconds, _("left of this floor"))
    return TimeShown(0.0, 0.0, _("Take the time you need."))


def is_writing(talk: Talk) -> bool:
    """Tell whether this step has a field for one line that both may keep."""
    return talk.step in ("plan", "small_step") and not talk.held


def _button(talk: Talk, press: Press) -> str:
    if press == "skip" and talk.step == "small_step" and talk.plan.topic == "disagreement":
        return _("Another day")
    return _(_BUTTONS.get((talk.step, press), _SKIP))
