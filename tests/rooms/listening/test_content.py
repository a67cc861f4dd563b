# SPDX-License-Identifier: GPL-3.0-or-later
"""The long words: the same ids in both languages, and something for every step and state."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from bondsdesk.kernel.assets import asset, read_text
from bondsdesk.kernel.text import direction_of
from bondsdesk.kernel.words import LANGUAGES, Language
from bondsdesk.rooms.listening.domain.formats import FORMATS, TOPIC_KINDS
from bondsdesk.rooms.listening.parts import step_words
from bondsdesk.rooms.listening.service.content import content
from tests.rooms.listening.test_moves import talk_of


def leaves(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, f"{path}/{key}")
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from leaves(inner, f"{path}/{index}")
    else:
        yield path, str(value)


def texts(language: Language) -> dict[str, str]:
    return dict(leaves(json.loads(read_text("content", language, "listening.json"))))


def test_both_languages_have_the_same_ids_and_places() -> None:
    english, urdu = texts("en"), texts("ur")
    assert english.keys() == urdu.keys()
    places = re.compile(r"{\w+}")
    for key, text in english.items():
        assert places.findall(text) == places.findall(urdu[key]), key


def test_each_language_is_written_in_its_own_letters() -> None:
    assert all(direction_of(text) == "ltr" for text in texts("en").values())
    urdu = (re.sub(r"{\w+}", "", text) for text in texts("ur").values())
    assert all(direction_of(text) == "rtl" for text in urdu)


def test_urdu_keeps_to_respect_and_western_digits() -> None:
    for key, text in texts("ur").items():
        assert not re.search(r"\b(تم|تو نے|تیرا|تمہارا|تمہیں)\b", text), key
        assert not re.search("[٠-٩۰-۹]", text), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_of_every_format_has_its_words(language: Language) -> None:
    words = content(language)
    for form in FORMATS.values():
        assert words.format_title(form.key)
        assert words.format_sentence(form.key)
        assert words.format_best(form.key)
        for kind in form.choosable:
            assert words.step_title(kind)
            assert words.step_note(kind)
        for part in form.parts:
            for kind in ("offer", *part.steps) if part.optional else part.steps:
                talk = talk_of(form.key, form.topics[0])
                from dataclasses import replace

                here = replace(talk, step=kind, part=form.parts.index(part))
                if form.key != "own":
                    assert words.rule(here)
                    assert step_words.choices(here)
    for topic in TOPIC_KINDS:
        assert words.topic_title(topic)
        assert words.topic_hint(topic)
    assert len({word for _id, word in words.feelings()}) == len(words.feelings()) >= 16
    assert words.calm()[1]
    assert words.pause_lines()


def test_advice_prompts_stay_hidden_unless_asked_for() -> None:
    words = content("en")
    assert "advice" in words.listening("hear")
    assert "ideas" in words.listening("think")
    assert "ideas" not in words.listening("hear") + words.listening("questions")


def test_the_chimes_are_there() -> None:
    for name in ("chunk.wav", "end.wav"):
        assert asset("sounds", name).read_bytes()[:4] == b"RIFF"
