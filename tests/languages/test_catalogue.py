# SPDX-License-Identifier: GPL-3.0-or-later
"""Every sentence has its Urdu, the compiled catalogue is fresh, long texts match each other."""

from __future__ import annotations

import gettext
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bondsdesk.kernel.assets import resources

TOP = Path(__file__).resolve().parents[2]
CONTENT = resources() / "content"
ARABIC = re.compile(r"[\u0600-\u06ff]")
EASTERN_DIGITS = re.compile(r"[\u0660-\u0669\u06f0-\u06f9]")
FOREIGN_LETTERS = re.compile(r"[\u0643\u064a\u0649\u0647\u0629]")
"""Letters of the Arabic keyboard where Urdu has its own: ک ی ہ."""


def catalogue() -> dict[str, str]:
    """Return every translated sentence by its English."""
    with (resources() / "translations" / "ur" / "bondsdesk.mo").open("rb") as stream:
        entries: dict[object, str] = vars(gettext.GNUTranslations(stream))["_catalog"]
    return {str(key): text for key, text in entries.items() if key}


def leaves(node: object, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield every text of a document with the way to it."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield from leaves(value, (*path, str(key)))
    elif isinstance(node, list):
        for place, value in enumerate(node):
            name = str(value.get("id", place)) if isinstance(value, dict) else str(place)
            yield from leaves(value, (*path, name))
    elif isinstance(node, str):
        yield path, node


def test_the_catalogues_are_complete_and_compiled() -> None:
    done = subprocess.run(
        [sys.executable, "packaging/catalogue.py", "check"],
        cwd=TOP,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_urdu_is_written_with_urdu_letters_and_western_digits() -> None:
    foreign = {
        english: text
        for english, text in catalogue().items()
        if FOREIGN_LETTERS.search(text) or EASTERN_DIGITS.search(text)
    }
    assert not foreign


def test_a_translation_is_not_the_english_again() -> None:
    same = [e for e, text in catalogue().items() if len(e.split()) > 3 and not ARABIC.search(text)]
    assert not same


@pytest.mark.parametrize("english", sorted((CONTENT / "en").glob("*.json")), ids=lambda p: p.name)
def test_long_texts_have_the_same_shape_in_both_languages(english: Path) -> None:
    urdu = CONTENT / "ur" / english.name
    assert urdu.exists()
    first = dict(leaves(json.loads(english.read_text(encoding="utf-8"))))
    second = dict(leaves(json.loads(urdu.read_text(encoding="utf-8"))))
    if english.stem != "help":  # places and lines differ there, and have tests of their own
        assert set(first) == set(second)
    assert all(not FOREIGN_LETTERS.search(text) for text in second.values())


def test_no_language_stands_alone() -> None:
    assert {p.name for p in (CONTENT / "en").iterdir()} == {
        p.name for p in (CONTENT / "ur").iterdir()
    }
