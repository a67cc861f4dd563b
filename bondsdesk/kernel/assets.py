# SPDX-License-Identifier: GPL-3.0-or-later
"""The only reader of `resources/`: inside an installed package, else beside the checkout."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


@cache
def resources() -> Path:
    """Return the folder of everything that is not Python (a wheel carries it inside)."""
    inside = _PACKAGE / "resources"
    return inside if inside.is_dir() else _PACKAGE.parent / "resources"


def asset(*parts: str) -> Path:
    """Return the path of one file below the folder. It is not checked to exist."""
    return resources().joinpath(*parts)


def read_text(*parts: str) -> str:
    """Return the text of one file. Raises FileNotFoundError, which is a broken installation."""
    return asset(*parts).read_text(encoding="utf-8")
