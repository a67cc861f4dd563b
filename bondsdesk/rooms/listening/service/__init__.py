# SPDX-License-Identifier: GPL-3.0-or-later
"""What the room can do for the page: talks, history, and the long words of both languages."""
