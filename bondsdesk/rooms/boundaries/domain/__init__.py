# SPDX-License-Identifier: GPL-3.0-or-later
"""Limits and agreements: what they are and what makes an agreement be in force."""
