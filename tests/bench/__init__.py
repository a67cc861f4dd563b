# SPDX-License-Identifier: GPL-3.0-or-later
"""What it costs, as ratios."""
