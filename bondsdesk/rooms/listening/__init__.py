# SPDX-License-Identifier: GPL-3.0-or-later
"""Listen: timed talks in turns. The room conducts a talk; it does not record it."""
