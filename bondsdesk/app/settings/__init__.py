# SPDX-License-Identifier: GPL-3.0-or-later
"""The settings page: one column of cards, one file a card."""
