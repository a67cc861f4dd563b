# SPDX-License-Identifier: GPL-3.0-or-later
"""The QPalette of a scheme, for everything Qt paints by itself: menus, file dialog, selections."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from bondsdesk.widgets.tokens import TOKENS, Scheme, Token, mix

_ROLES: dict[QPalette.ColorRole, Token] = {
    QPalette.ColorRole.Window: "paper",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "card",
    QPalette.ColorRole.AlternateBase: "lane",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.Button: "card",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "danger",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.PlaceholderText: "quiet",
    QPalette.ColorRole.ToolTipBase: "card",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.Light: "card",
    QPalette.ColorRole.Midlight: "lane",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "line",
    QPalette.ColorRole.Shadow: "ink",
}
_DISABLED = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
)


def palette(scheme: Scheme) -> QPalette:
    """Return the palette; the same in an active and an inactive window, so nothing flickers."""
    tokens = TOKENS[scheme]
    made = QPalette()
    for role, token in _ROLES.items():
        made.setColor(QPalette.ColorGroup.All, role, QColor(tokens[token]))
    for role in _DISABLED:
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens["quiet"]))
    faded = QColor(mix(tokens["card"], tokens["line"], 0.5))
    made.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Highlight, faded)
    return made
