# SPDX-License-Identifier: GPL-3.0-or-later
"""The five formats of a talk, as tables. A sixth is one more row and its words; no code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Literal, get_args

FormatKey = Literal["stress", "floor", "slow", "tea", "own"]
TopicKind = Literal["good", "stress", "wish", "disagreement", "week"]
PartKey = Literal["floor", "thanks", "good", "issue", "plan", "close", "small_step"]
StepKind = Literal[
    "offer",
    "ask",
    "speak",
    "say_back",
    "check",
    "more",
    "sense",
    "feeling",
    "thanks",
    "good",
    "plan",
    "small_step",
]
Answer = Literal[
    "begin", "hear", "questions", "think", "done", "again", "yes", "not_quite", "more", "skip"
]
Actor = Literal["speaker", "listener", "both"]

FORMAT_KEYS: tuple[FormatKey, ...] = get_args(FormatKey)
TOPIC_KINDS: tuple[TopicKind, ...] = get_args(TopicKind)
STEP_KINDS: tuple[StepKind, ...] = get_args(StepKind)

SAY_BACK_SECONDS = 60.0
SHORT_SAY_SECONDS = 30.0
"""A shorter say after two "not quite" (protocols B1, S5): half a chunk."""
CHUNK_SECONDS = 60.0
"""The soft chime while somebody speaks (protocols B1, S3)."""


@dataclass(frozen=True, slots=True)
class Step:
    """One kind of step: who acts, how it is timed, which answers there are.

    `time`: "floor" uses up the floor of the part; a number is its own seconds; 0 is untimed.
    """

    actor: Actor
    time: float | Literal["floor"]
    answers: tuple[Answer, ...]


STEPS: Mapping[StepKind, Step] = MappingProxyType(
    {
        "offer": Step("both", 0, ("begin", "skip")),
        "ask": Step("speaker", 0, ("hear", "questions", "think")),
        "speak": Step("speaker", "floor", ("done",)),
        "say_back": Step("listener", SAY_BACK_SECONDS, ("done", "again")),
        "check": Step("speaker", 0, ("yes", "not_quite", "more")),
        "more": Step("speaker", 0, ("done", "more")),
        "sense": Step("listener", 60.0, ("done", "skip")),
        "feeling": Step("listener", 60.0, ("done", "skip")),
        "thanks": Step("speaker", "floor", ("done", "skip")),
        "good": Step("speaker", "floor", ("done", "skip")),
        "plan": Step("both", "floor", ("done", "skip")),
        "small_step": Step("both", 0, ("done", "skip")),
    }
)


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a talk: each in turn with the same floor, or both together.

    `seconds`: the floor of each (or of both). `chunk`: seconds between soft chimes, 0 for none.
    `more_limit`: how often "there is more" leads back to speaking, None as long as time is left.
    `optional`: begins with an offer that may be passed over. `chosen`: its minutes can be picked.
    """

    key: PartKey
    who: Literal["each", "both"]
    seconds: float
    steps: tuple[StepKind, ...]
    chunk: float = 0.0
    more_limit: int | None = None
    optional: bool = False
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Format:
    """One way to hold a talk.

    `floors`: minutes that may be picked for each floor, the usual one first; empty if fixed.
    `choosable`: steps that happen only if the couple picked them ("Our own").
    """

    key: FormatKey
    parts: tuple[Part, ...]
    topics: tuple[TopicKind, ...]
    floors: tuple[int, ...] = ()
    choosable: tuple[StepKind, ...] = ()


_CLOSE = (
    Part("close", "each", 60.0, ("thanks",)),
    Part("small_step", "both", 0.0, ("small_step",)),
)
_SAID_BACK: tuple[StepKind, ...] = ("ask", "speak", "say_back", "check")
_OPEN_TOPICS: tuple[TopicKind, ...] = ("good", "stress", "wish", "disagreement")

# Lengths: protocols-and-safety B1 (chunk 60 s, floor 5 of 3, 5, 8, 10 min), B2 (at most three
# rounds of "is there more"), B4 (2 x 8 min and 2 min to close), B5 (a tea of about half an hour).
FORMATS: Mapping[FormatKey, Format] = MappingProxyType(
    {
        "stress": Format(
            "stress",
            (Part("floor", "each", 480.0, ("ask", "speak")), *_CLOSE),
            topics=("stress",),
        ),
        "floor": Format(
            "floor",
            (
                Part(
                    "floor",
                    "each",
                    300.0,
                    (*_SAID_BACK, "feeling"),
                    chunk=CHUNK_SECONDS,
                    chosen=True,
                ),
                *_CLOSE,
            ),
            topics=_OPEN_TOPICS,
            floors=(5, 3, 8, 10),
        ),
        "slow": Format(
            "slow",
            (
                Part(
                    "floor",
                    "each",
                    600.0,
                    (*_SAID_BACK, "more", "sense", "feeling"),
                    chunk=CHUNK_SECONDS,
                    more_limit=3,
                    chosen=True,
                ),
                *_CLOSE,
            ),
            topics=_OPEN_TOPICS,
            floors=(10, 5, 15),
        ),
        "tea": Format(
            "tea",
            (
                Part("thanks", "each", 240.0, ("thanks",)),
                Part("good", "each", 150.0, ("good",)),
                Part("issue", "each", 300.0, _SAID_BACK, chunk=CHUNK_SECONDS, optional=True),
                Part("plan", "both", 300.0, ("plan",)),
            ),
            topics=("week",),
        ),
        "own": Format(
            "own",
            (
                Part(
                    "floor",
                    "each",
                    300.0,
                    (*_SAID_BACK, "more", "sense", "feeling"),
                    chunk=CHUNK_SECONDS,
                    more_limit=3,
                    chosen=True,
                ),
                *_CLOSE,
            ),
            topics=_OPEN_TOPICS,
            floors=(5, 1, 2, 3, 8, 10, 15, 20, 30),
            choosable=("ask", "say_back", "more", "sense", "feeling", "thanks", "small_step"),
        ),
    }
)

_FOLLOWS: Mapping[StepKind, StepKind] = MappingProxyType({"check": "say_back", "more": "say_back"})
"""Steps that make sense only after another one; without it they fall away with it."""

TALKS_BEFORE_DISAGREEMENT = 3
"""Practise on easy subjects first (protocols B1, S1)."""


def topics_offered(form: Format, talks_held: int) -> tuple[TopicKind, ...]:
    """Return the kinds of topic to choose from; the first three talks leave the hard one out."""
    early = talks_held < TALKS_BEFORE_DISAGREEMENT
    return tuple(kind for kind in form.topics if not (early and kind == "disagreement"))


def parts_of(form: Format, minutes: int, chosen: tuple[StepKind, ...]) -> tuple[Part, ...]:
    """Return the parts of one talk: minutes filled in, steps that were not chosen left out."""
    parts = []
    for part in form.parts:
        steps = _kept_steps(part.steps, form.choosable, chosen)
        seconds = minutes * 60.0 if part.chosen else part.seconds
        if steps:
            parts.append(replace(part, steps=steps, seconds=seconds))
    return tuple(parts)


def _kept_steps(
    steps: tuple[StepKind, ...], choosable: tuple[StepKind, ...], chosen: tuple[StepKind, ...]
) -> tuple[StepKind, ...]:
    kept = tuple(kind for kind in steps if kind not in choosable or kind in chosen)
    return tuple(kind for kind in kept if _FOLLOWS.get(kind, kind) in kept)


def about_minutes(parts: tuple[Part, ...]) -> int:
    """Return how long a talk of these parts takes if every timed step happens once."""
    seconds = 0.0
    for part in parts:
        own = sum(t for t in (STEPS[kind].time for kind in part.steps) if t != "floor")
        seconds += (part.seconds + own) * (2 if part.who == "each" else 1)
    return round(seconds / 60)


def usual_minutes(form: Format) -> int:
    """Return the usual minutes of each floor."""
    return form.floors[0] if form.floors else round(form.parts[0].seconds / 60)
