# SPDX-License-Identifier: GPL-3.0-or-later
"""The long words of this room: rule lines, starters, feeling words; the same ids everywhere."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from bondsdesk.kernel.assets import read_text
from bondsdesk.kernel.words import Language
from bondsdesk.rooms.listening.domain.formats import FormatKey, StepKind, TopicKind
from bondsdesk.rooms.listening.domain.talk import Asked, Talk


class Content:
    """The texts of one language, by stable ids. A missing id is a broken installation: KeyError."""

    def __init__(self, language: Language, texts: dict[str, Any]) -> None:
        self.language: Language = language
        self._texts = texts

    def format_title(self, form: FormatKey) -> str:
        """Return the name of a format."""
        return str(self._texts["formats"][form]["title"])

    def format_sentence(self, form: FormatKey) -> str:
        """Return what happens in a format, in one or two sentences."""
        return str(self._texts["formats"][form]["sentence"])

    def format_best(self, form: FormatKey) -> str:
        """Return when a format is a good choice."""
        return str(self._texts["formats"][form]["best"])

    def topic_title(self, topic: TopicKind) -> str:
        """Return the name of a kind of topic."""
        return str(self._texts["topics"][topic]["title"])

    def topic_hint(self, topic: TopicKind) -> str:
        """Return what belongs to a kind of topic."""
        return str(self._texts["topics"][topic]["hint"])

    def step_title(self, step: StepKind) -> str:
        """Return the name of a step that "Our own" can take or leave."""
        return str(self._texts["steps"][step])

    def step_note(self, step: StepKind) -> str:
        """Return one sentence about such a step."""
        return str(self._texts["step_notes"][step])

    def rule(self, talk: Talk) -> str:
        """Return the rule line of the step a talk is in, the closest one there is."""
        return str(self._closest("rules", talk))

    def starters(self, talk: Talk) -> tuple[str, ...]:
        """Return openings for the step; empty where none are needed."""
        return tuple(self._closest("starters", talk) or ())

    def line(self, key: str) -> str:
        """Return a rule line by its id ("time_up", "held", "chunk")."""
        return str(self._texts["rules"][key])

    def listening(self, asked: Asked) -> str:
        """Return what the speaker asked of the listener, with its place `{name}`."""
        return str(self._texts["listening"][asked])

    def feelings(self) -> tuple[tuple[str, str], ...]:
        """Return ids and words for feelings, in the order they are shown."""
        return tuple(self._texts["feelings"].items())

    def calm(self) -> tuple[str, tuple[str, ...]]:
        """Return title and sentences of the card before a disagreement (rule R22)."""
        card = self._texts["calm"]
        return card["title"], tuple(card["lines"])

    def pause_lines(self) -> tuple[str, ...]:
        """Return what helps in a pause."""
        return tuple(self._texts["pause"]["lines"])

    def _closest(self, table: str, talk: Talk) -> Any:
        texts, step = self._texts[table], talk.step
        keys = [f"{step}.{talk.plan.format}", f"{step}.{talk.plan.topic}", step]
        if talk.short:
            keys.insert(0, f"{step}.short")
        return next((texts[key] for key in keys if key in texts), None)


@cache
def content(language: Language) -> Content:
    """Return the room's texts in a language, read once."""
    return Content(language, json.loads(read_text("content", language, "listening.json")))
