# SPDX-License-Identifier: GPL-3.0-or-later
"""From a room's offer to a PDF where the couple wants it."""
