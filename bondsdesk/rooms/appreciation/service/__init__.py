# SPDX-License-Identifier: GPL-3.0-or-later
"""What the page may ask for: reading, and one method for each intent."""
