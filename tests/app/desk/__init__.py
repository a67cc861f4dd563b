# SPDX-License-Identifier: GPL-3.0-or-later
"""The open desk, with two tiny rooms around a real vault."""
