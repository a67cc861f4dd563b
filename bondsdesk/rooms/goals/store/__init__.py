# SPDX-License-Identifier: GPL-3.0-or-later
"""Boards and cards in SQL, and half-written cards in the private box."""
