# SPDX-License-Identifier: GPL-3.0-or-later
"""The roof: the only place that knows all rooms."""
