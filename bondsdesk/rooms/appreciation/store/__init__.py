# SPDX-License-Identifier: GPL-3.0-or-later
"""Where notes and drafts are kept: shared rows in SQL, private ones sealed."""
