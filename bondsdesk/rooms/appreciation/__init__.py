# SPDX-License-Identifier: GPL-3.0-or-later
"""Appreciate: small notes to each other, kept, found again, read aloud and printed."""
