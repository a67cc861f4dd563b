# SPDX-License-Identifier: GPL-3.0-or-later
"""What ends a piece of press work before it is done."""

from __future__ import annotations


class CancelledError(Exception):
    """The person changed their mind; nothing was written."""
