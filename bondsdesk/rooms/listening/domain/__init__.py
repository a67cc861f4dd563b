# SPDX-License-Identifier: GPL-3.0-or-later
"""What a talk is and how it moves. Pure: told the time, no screen, no store."""
