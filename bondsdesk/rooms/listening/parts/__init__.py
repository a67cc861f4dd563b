# SPDX-License-Identifier: GPL-3.0-or-later
"""The furniture of a talk, one widget per file."""
