# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents: plain data to PDF and page pictures through Typst; no Qt."""
