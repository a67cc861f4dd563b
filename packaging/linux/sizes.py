# SPDX-License-Identifier: GPL-3.0-or-later
"""What takes the space in the program's tree, part by part.

    python3 packaging/linux/sizes.py TREE

The packed figure is what each part alone comes to under xz at its fastest; together and at the
packages' level they are about a tenth less.
"""

from __future__ import annotations

import lzma
import re
import sys
from collections import defaultdict
from pathlib import Path

PARTS = (
    ("the program and all Python modules, compiled", r"/bondsdesk$|\.pyc$"),
    ("Typst: pages and PDF", r"/typst/"),
    ("Qt: ICU, letters and languages of the world", r"/libicu"),
    ("Qt: libraries", r"/Qt/lib/"),
    ("Qt: plug-ins (X11, Wayland, input methods, icons)", r"/Qt/plugins/"),
    ("PySide6 and shiboken6: Qt for Python", r"/(PySide6|shiboken6)/"),
    ("fonts: colour emoji", r"NotoColorEmoji"),
    ("fonts: Latin, Naskh, Nastaliq", r"/fonts/"),
    ("SQLCipher", r"/sqlcipher3/"),
    ("pikepdf and qpdf: passwords, long books", r"/pikepdf"),
    ("libsodium through PyNaCl", r"/nacl/|_cffi_backend|libffi"),
    ("Python", r"libpython|lib-dynload|base_library"),
    ("words, templates, drawings, sounds", r"/resources/"),
)


def rows(tree: Path) -> list[tuple[str, int, int]]:
    """Return (part, bytes, bytes packed), largest packed first."""
    whole: dict[str, int] = defaultdict(int)
    packed: dict[str, int] = defaultdict(int)
    for path in sorted(tree.rglob("*")):
        if path.is_symlink() or not path.is_file():
            continue
        shown = f"/{path.relative_to(tree)}"
        part = next((name for name, known in PARTS if re.search(known, shown)), "other")
        content = path.read_bytes()
        whole[part] += len(content)
        packed[part] += len(lzma.compress(content, preset=0))
    return sorted(((each, whole[each], packed[each]) for each in whole), key=lambda row: -row[2])


def main() -> None:
    """Print the table."""
    table = rows(Path(sys.argv[1]))
    total = ("together", sum(row[1] for row in table), sum(row[2] for row in table))
    print(f"{'part':<52}{'installed MB':>14}{'packed MB':>12}")
    for name, size, small in (*table, total):
        print(f"{name:<52}{size / 1e6:>14.1f}{small / 1e6:>12.1f}")


if __name__ == "__main__":
    main()
