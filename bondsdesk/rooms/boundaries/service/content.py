# SPDX-License-Identifier: GPL-3.0-or-later
"""The long words of this room: what an agreement may not do, names of areas; the same ids."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from bondsdesk.kernel.assets import read_text
from bondsdesk.kernel.words import Language
from bondsdesk.rooms.boundaries.domain.agreement import Area


class Content:
    """The texts of one language, by stable ids. A missing id is a broken installation: KeyError."""

    def __init__(self, texts: dict[str, Any]) -> None:
        self._texts = texts

    def area(self, area: Area) -> str:
        """Return the name of an area."""
        return str(self._texts["areas"][area])

    def may_not(self) -> tuple[str, ...]:
        """Return what an agreement may not do, a line each."""
        return tuple(self._texts["may_not"].values())

    def line(self, key: str) -> str:
        """Return a sentence of the start page by its id."""
        return str(self._texts["lines"][key])

    def repair_ideas(self) -> tuple[str, ...]:
        """Return small ways to begin again after a slip."""
        return tuple(self._texts["repair"].values())


@cache
def content(language: Language) -> Content:
    """Return the room's texts in a language, read once."""
    return Content(json.loads(read_text("content", language, "boundaries.json")))
