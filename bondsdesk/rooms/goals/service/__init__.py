# SPDX-License-Identifier: GPL-3.0-or-later
"""What two people do with boards and cards."""
