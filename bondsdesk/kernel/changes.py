# SPDX-License-Identifier: GPL-3.0-or-later
"""What an intent did and how to take it back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Change:
    """The result of one service method: one intent, one transaction, one undo step.

    `label`: a code such as "note.given"; the view has the words ("Give note").
    `touched`: kinds that changed ("note", "talk"); pages that show them reload.
    `redo`, `undo`: each runs one transaction of its own and may raise ExpectedError.
    An intent that must not be undone (a signature, a finished talk) leaves `undo` out.
    """

    label: str
    touched: frozenset[str]
    redo: Callable[[], None] | None = None
    undo: Callable[[], None] | None = None
