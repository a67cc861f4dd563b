# SPDX-License-Identifier: GPL-3.0-or-later
"""Line icons and drawings in any colour and size, drawn with one pen width at every size.

A file in resources/icons is a 24 by 24 box of paths with a 1.75 stroke; what is scaled is the
path, not the pen. Files are read when first asked for. It knows no widget.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPixmap, QTransform
from PySide6.QtSvg import QSvgRenderer

from bondsdesk.kernel.assets import asset, read_text
from bondsdesk.kernel.people import Colour, Symbol
from bondsdesk.widgets.tokens import Token

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

PEN: Final = 1.75
"""Width of every line in pixels at 100 % zoom (NOTES.md, "Icons")."""

MIRRORED: Final = frozenset(
    {"arrow-forward", "arrow-back", "chevron-forward", "chevron-back", "pencil", "undo", "redo"}
)
"""Only what points along the line of reading turns round in Urdu; symbols never do."""

_BOX = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')


class Colours(Protocol):
    """The part of Look that icons need."""

    @property
    def zoom(self) -> float: ...  # noqa: D102
    @property
    def rtl(self) -> bool: ...  # noqa: D102
    def colour(self, token: Token) -> QColor: ...  # noqa: D102
    def person(self, colour: Colour) -> tuple[QColor, QColor, QColor]: ...  # noqa: D102


class Icons:
    """Paints icons by name. An unknown name raises FileNotFoundError: it is a bug."""

    def __init__(self, look: Colours) -> None:
        self._look = look
        self._renderers: dict[tuple[str, str, str], QSvgRenderer] = {}

    def names(self) -> list[str]:
        """Return every icon's name, for the gallery and the tests."""
        return sorted(path.stem for path in asset("icons").glob("*.svg"))

    def drawings(self) -> list[str]:
        """Return every line drawing's name."""
        return sorted(path.stem for path in asset("icons", "drawings").glob("*.svg"))

    def icon(self, name: str, token: Token = "ink", size: int = 24) -> QIcon:  # noqa: S107
        """Return an icon for a Qt action; `size` in pixels at 100 % zoom."""
        from PySide6.QtGui import QIcon  # with 150 names of theme icons, which no start needs

        return QIcon(self.pixmap(name, token, round(size * self._look.zoom)))

    def symbol(self, symbol: Symbol, colour: Colour, size: int) -> QPixmap:
        """Return a partner's symbol in their colour; `size` in pixels on the screen."""
        return self.pixmap(symbol, self._look.person(colour)[0], size)

    def pixmap(self, name: str, colour: QColor | Token, size: int) -> QPixmap:
        """Return an icon as a picture; `size` in pixels on the screen, at the finest screen."""
        ratio = _finest_screen()
        picture = QPixmap(round(size * ratio), round(size * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        try:
            self.paint(painter, name, QRectF(0, 0, size, size), colour)
        finally:
            painter.end()
        return picture

    def paint(self, painter: QPainter, name: str, box: QRectF, colour: QColor | Token) -> None:
        """Draw an icon into a square; it turns round in Urdu if it points along the reading."""
        renderer = self._renderer(name, box.width() / 24, colour)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._look.rtl and name in MIRRORED:
            flip = QTransform().translate(box.left() * 2 + box.width(), 0).scale(-1, 1)
            painter.setTransform(flip, combine=True)
        renderer.render(painter, box)
        painter.restore()

    def drawing_size(self, name: str) -> QSize:
        """Return the size of a line drawing in pixels at 100 % zoom."""
        found = _BOX.search(_source(f"drawings/{name}"))
        return QSize(int(float(found[1])), int(float(found[2]))) if found else QSize()

    def paint_drawing(
        self, painter: QPainter, name: str, box: QRectF, colour: QColor | Token
    ) -> None:
        """Draw a line drawing; the box has the proportions of `drawing_size`."""
        scale = box.width() / self.drawing_size(name).width()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._renderer(f"drawings/{name}", scale, colour).render(painter, box)

    def _renderer(self, name: str, scale: float, colour: QColor | Token) -> QSvgRenderer:
        chosen = colour if isinstance(colour, QColor) else self._look.colour(colour)
        pen = f"{PEN * max(1.0, self._look.zoom) / scale:.3f}"
        key = (name, chosen.name(), pen)
        if key not in self._renderers:
            source = _source(name).replace("currentColor", key[1])
            source = source.replace('stroke-width="1.75"', f'stroke-width="{pen}"')
            self._renderers[key] = QSvgRenderer(QByteArray(source.encode()))
        return self._renderers[key]


@cache
def _source(name: str) -> str:
    return read_text("icons", *f"{name}.svg".split("/"))


def _finest_screen() -> float:
    return max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)
