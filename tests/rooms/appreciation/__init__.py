# SPDX-License-Identifier: GPL-3.0-or-later
"""Appreciate, as two people use it."""
