# SPDX-License-Identifier: GPL-3.0-or-later
"""What two people do with limits and agreements."""
