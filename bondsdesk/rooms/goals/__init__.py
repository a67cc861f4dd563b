# SPDX-License-Identifier: GPL-3.0-or-later
"""Goals: what two people wish for, in small steps, on boards of their own."""
