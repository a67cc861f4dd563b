# SPDX-License-Identifier: GPL-3.0-or-later
"""Bondsdesk: a private desk for two people who share one laptop."""

__version__ = "0.1.0"
