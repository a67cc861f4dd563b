# SPDX-License-Identifier: GPL-3.0-or-later
"""Boards and cards: what a wish is, where it stands, what it costs. Knows no screen and no SQL."""
