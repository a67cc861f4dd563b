# SPDX-License-Identifier: GPL-3.0-or-later
"""The Windows setup, as far as it can be judged without a Windows."""
