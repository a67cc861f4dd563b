# SPDX-License-Identifier: GPL-3.0-or-later
"""Where limits and agreements are kept: shared rows in SQL, private ones sealed."""
