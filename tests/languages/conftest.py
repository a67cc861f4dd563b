# SPDX-License-Identifier: GPL-3.0-or-later
"""The tour of every screen is made on the laptop of the stories."""

from __future__ import annotations

from tests.journeys.conftest import laptop

__all__ = ["laptop"]
