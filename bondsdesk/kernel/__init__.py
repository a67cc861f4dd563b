# SPDX-License-Identifier: GPL-3.0-or-later
"""What everything stands on: standard library only, no Qt, no SQL, no room."""
