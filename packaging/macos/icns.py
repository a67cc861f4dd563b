# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws the mark in every size that macOS asks for, into one .icns file.

    python packaging/macos/icns.py MARK.svg OUT.icns

Needs PySide6 and no tool of macOS, so the file is the same wherever it is made.
"""

from __future__ import annotations

import os
import struct
import sys
from pathlib import Path

SIZES = {
    b"icp4": 16, b"icp5": 32, b"ic07": 128, b"ic08": 256, b"ic09": 512, b"ic10": 1024,
    b"ic11": 32, b"ic12": 64, b"ic13": 256, b"ic14": 512,
}  # fmt: skip
"""Kinds of entries that hold a PNG, with its width in pixels (the last four are for Retina)."""


def icns(mark: bytes) -> bytes:
    """Return an .icns file of an SVG drawing. Raises ValueError if it is none."""
    entries = b"".join(
        kind + struct.pack(">I", len(png) + 8) + png
        for kind, pixels in SIZES.items()
        for png in [_drawn(mark, pixels)]
    )
    return b"icns" + struct.pack(">I", len(entries) + 8) + entries


def _drawn(mark: bytes, pixels: int) -> bytes:
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(QByteArray(mark))
    if not renderer.isValid():
        raise ValueError("not an SVG drawing")
    image = QImage(pixels, pixels, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    kept = QBuffer()
    kept.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(kept, "PNG"):
        raise ValueError("the picture could not be written")
    return bytes(kept.data().data())


def main() -> int:
    """Read the command line and write the file."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if len(sys.argv) != 3:
        print("icns.py MARK.svg OUT.icns", file=sys.stderr)
        return 2
    Path(sys.argv[2]).write_bytes(icns(Path(sys.argv[1]).read_bytes()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
