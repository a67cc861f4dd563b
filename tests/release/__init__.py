# SPDX-License-Identifier: GPL-3.0-or-later
"""What is given to people: papers, versions, scripts, the guide."""
