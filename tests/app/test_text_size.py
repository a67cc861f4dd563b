# SPDX-License-Identifier: GPL-3.0-or-later
"""Larger and smaller text."""

from __future__ import annotations

import pytest

from bondsdesk.app.text_size import step


@pytest.mark.parametrize(
    ("percent", "larger", "smaller"),
    [(100, 110, 90), (80, 90, 80), (200, 200, 175), (133, 150, 125)],
)
def test_a_step_goes_to_the_next_size_and_stops_at_the_ends(
    percent: int, larger: int, smaller: int
) -> None:
    assert step(percent, 1) == larger
    assert step(percent, -1) == smaller
