# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks for the code with which something is refused."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bondsdesk.kernel.errors import ExpectedError
from bondsdesk.kernel.sentences import sentence


def refusal(act: Callable[[], object]) -> str:
    """Return the code of the ExpectedError that an act raises; its sentence must exist."""
    with pytest.raises(ExpectedError) as caught:
        act()
    assert sentence(caught.value)
    return caught.value.code
