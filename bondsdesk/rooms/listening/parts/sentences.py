# SPDX-License-Identifier: GPL-3.0-or-later
"""The sentences for errors that only this room knows."""

from __future__ import annotations

from bondsdesk.kernel.words import mark

SENTENCES: dict[str, str] = {
    "talk.return_time": mark(
        "A pause lasts at least 20 minutes and at most a day. Please choose another time."
    ),
}
