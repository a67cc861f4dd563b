# SPDX-License-Identifier: GPL-3.0-or-later
"""The room Boundaries: limits that one person says, agreements that both sign."""
