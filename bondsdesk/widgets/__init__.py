# SPDX-License-Identifier: GPL-3.0-or-later
"""Shared furniture, one widget per file; knows no room and no vault."""
