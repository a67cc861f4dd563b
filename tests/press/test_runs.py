# SPDX-License-Identifier: GPL-3.0-or-later
"""A line of two languages is cut so that each keeps its own order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bondsdesk.kernel.text import isolate
from bondsdesk.press.runs import line, portions


def test_plain_english_stays_one_string() -> None:
    assert line("Thank you *for* the tea.") == "Thank you *for* the tea."


def test_nothing_stays_nothing_in_both_directions() -> None:
    assert line("", "rtl") == ""
    assert line("", "ltr") == ""


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("شکریہ 2024-05-12 کو", ["شکریہ ", ["2024-05-12"], " کو"]),
        ("اس نے I love you کہا", ["اس نے ", ["I love you"], " کہا"]),
        ("وقت 7:45 pm تک", ["وقت ", ["7:45 pm"], " تک"]),
        ("میں نے C++ سیکھی", ["میں نے ", ["C++"], " سیکھی"]),
        ("کہا: I love you (always)", ["کہا: ", ["I love you (always)"]]),
        ("(Lahore) میں", ["(", ["Lahore"], ") میں"]),
    ],
)
def test_dates_and_english_inside_urdu_are_runs_of_their_own(
    text: str, runs: list[str | list[str]]
) -> None:
    # a line that begins with English would run from the left: these run from the right
    assert line(text, base="rtl") == {"urdu": True, "runs": runs}


def test_urdu_inside_english_is_a_run_of_its_own() -> None:
    assert line("She said شکریہ، امی again") == {
        "urdu": False,
        "runs": ["She said ", ["شکریہ، امی"], " again"],
    }


def test_a_caption_follows_its_sentence_and_not_the_first_name() -> None:
    caption = f"{isolate('بلال')} to {isolate('Ayesha')}, 10 November"
    assert line(caption) == {"urdu": False, "runs": [["بلال"], " to ", "Ayesha", ", 10 November"]}


def test_a_text_without_letters_runs_like_its_page() -> None:
    assert line("😀", "rtl") == {"urdu": True, "runs": ["😀"]}
    assert line("😀", "ltr") == "😀"


@given(st.text(alphabet="ab ب۔. \u2068\u2069(2", max_size=60))
def test_cutting_loses_no_letter(text: str) -> None:
    cut = line(text)
    runs = [cut] if isinstance(cut, str) else cut["runs"]
    joined = "".join(run if isinstance(run, str) else run[0] for run in runs)
    assert joined == text.replace("\u2068", "").replace("\u2069", "")


def test_a_long_letter_is_parted_after_sentences() -> None:
    sentence = "یہ ایک جملہ ہے۔ "
    parted = list(portions(sentence * 20, 100))
    assert all(len(part) <= 100 and part.endswith("۔") for part in parted)
    assert " ".join(parted).split() == (sentence * 20).split()


@given(st.text(alphabet="ab ب۔", max_size=400), st.integers(5, 50))
def test_parting_loses_no_letter(text: str, limit: int) -> None:
    parted = list(portions(text, limit))
    assert "".join("".join(parted).split()) == "".join(text.split())
    assert all(len(part) <= limit for part in parted)
