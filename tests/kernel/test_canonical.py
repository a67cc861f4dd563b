# SPDX-License-Identifier: GPL-3.0-or-later
"""A document has one byte form, whoever writes it down and in whatever order."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bondsdesk.kernel.canonical import canonical_json

words = st.text(st.characters(codec="utf-8"), max_size=20)
documents = st.recursive(
    st.none() | st.booleans() | st.integers() | words,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(words, inner, max_size=4),
    max_leaves=12,
)


@given(documents)
def test_the_bytes_read_back_as_the_same_document(document: Any) -> None:
    assert json.loads(canonical_json(document)) == document


@given(st.dictionaries(words, documents, max_size=5))
def test_the_order_in_which_it_was_written_leaves_no_trace(document: dict[str, Any]) -> None:
    backwards = dict(reversed(list(document.items())))
    assert canonical_json(backwards) == canonical_json(document)


def test_the_form_is_the_one_the_format_promises() -> None:
    assert canonical_json({"b": [1, "چائے"], "a": None}) == '{"a":null,"b":[1,"چائے"]}'.encode()


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_a_number_that_json_does_not_know_is_refused(number: float) -> None:
    with pytest.raises(ValueError, match="JSON compliant"):
        canonical_json({"n": number})


def test_half_a_character_is_refused_because_the_text_was_not_cleaned() -> None:
    with pytest.raises(UnicodeEncodeError):
        canonical_json("\ud800")
