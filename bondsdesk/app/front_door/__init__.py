# SPDX-License-Identifier: GPL-3.0-or-later
"""The front door: setting up, unlocking, help. It knows the vault's threshold, no room."""
