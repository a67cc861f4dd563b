# SPDX-License-Identifier: GPL-3.0-or-later
"""The collector rests while anything wants it to, and works again afterwards."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from itertools import permutations

import pytest

from bondsdesk.kernel.collector import Rest


@pytest.fixture(params=[True, False], ids=["at work", "at rest"])
def before(request: pytest.FixtureRequest) -> Iterator[bool]:
    """Whether the collector was at work when the first rest began."""
    was = gc.isenabled()
    (gc.enable if request.param else gc.disable)()
    yield request.param
    (gc.enable if was else gc.disable)()


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_it_is_as_before_once_the_last_rest_has_ended(before: bool, order: tuple[int, ...]) -> None:
    rests = [Rest(), Rest(), Rest()]
    for each in order:
        assert not gc.isenabled()
        rests[each].end()
        assert gc.isenabled() == (before and each == order[-1])
        rests[each].end()
    assert gc.isenabled() == before


def test_a_rest_that_is_forgotten_has_ended(before: bool) -> None:
    forgotten = Rest()
    del forgotten
    assert gc.isenabled() == before
