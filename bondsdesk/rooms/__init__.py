# SPDX-License-Identifier: GPL-3.0-or-later
"""The rooms of the house, one folder each."""
