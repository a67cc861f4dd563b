# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes resources/fonts from Noto: the same letters under family names of our own.

A system font of the same family name wins over a bundled one, and the Noto Nastaliq that Debian
ships is drawn wrongly by Qt; so ours carry the names "Bondsdesk Sans", "Bondsdesk Naskh" and
"Bondsdesk Nastaliq" (the licence allows it: Noto reserves no name). Running it again gives the
same bytes.

    python packaging/fonts.py --noto FOLDER --nastaliq fontsource-noto-nastaliq-urdu-5.3.0.tgz

FOLDER holds Debian 12's NotoSans-*.ttf, NotoNaskhArabic-*.ttf (packages fonts-noto-core) and
NotoColorEmoji.ttf (fonts-noto-color-emoji); the archive is the npm package
@fontsource/noto-nastaliq-urdu 5.3.0, whose arabic files are Noto Nastaliq Urdu 3.007.
"""

from __future__ import annotations

import argparse
import shutil
import tarfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parent.parent / "resources" / "fonts"
WEIGHTS = {"Regular": "400", "Bold": "700"}
NASTALIQ = "package/files/noto-nastaliq-urdu-arabic-{weight}-normal.woff2"
LICENCE = "package/LICENSE"
# A signature of the old bytes; names of a variable font's axes, gone in a single weight.
DROPPED_TABLES = ("DSIG", "STAT")
# Copyright, version, trademark, makers and licence stay as they are.
KEPT_NAMES = frozenset({0, 2, 5, 7, 8, 9, 10, 11, 12, 13, 14})
WINDOWS = (3, 1, 0x409)
LICENCE_NAMES = {
    13: "This Font Software is licensed under the SIL Open Font License, Version 1.1.",
    14: "https://openfontlicense.org",
}
"""Said in the font itself where its maker's package left it out."""


def renamed(source: Path | BytesIO, family: str, style: str) -> TTFont:
    """Return a font under another family name; glyphs, hints and features stay untouched."""
    font = TTFont(source, recalcTimestamp=False, recalcBBoxes=False)
    font.flavor = None
    for table in DROPPED_TABLES:
        if table in font:
            del font[table]
    names = font["name"]
    names.names = [
        record
        for record in names.names
        if record.nameID in KEPT_NAMES and (record.platformID, record.platEncID) == WINDOWS[:2]
    ]
    postscript = f"{family.replace(' ', '')}-{style}"
    version = names.getDebugName(5)
    for name_id, text in {
        1: family,
        2: style,
        3: f"{postscript};{version}",
        4: f"{family} {style}",
        6: postscript,
        16: family,
        17: style,
    }.items():
        names.setName(text, name_id, *WINDOWS)
    for name_id, text in LICENCE_NAMES.items():
        if names.getDebugName(name_id) is None:
            names.setName(text, name_id, *WINDOWS)
    return font


def all_fonts(noto: Path, nastaliq: Path) -> Iterator[tuple[str, TTFont]]:
    """Yield file name and font for each family and weight we ship."""
    with tarfile.open(nastaliq) as archive:
        for style, weight in WEIGHTS.items():
            member = archive.extractfile(NASTALIQ.format(weight=weight))
            if member is None:
                raise FileNotFoundError(NASTALIQ.format(weight=weight))
            sources: dict[str, Path | BytesIO] = {
                "Bondsdesk Sans": noto / f"NotoSans-{style}.ttf",
                "Bondsdesk Naskh": noto / f"NotoNaskhArabic-{style}.ttf",
                "Bondsdesk Nastaliq": BytesIO(member.read()),
            }
            for family, source in sources.items():
                yield f"{family.replace(' ', '')}-{style}.ttf", renamed(source, family, style)


def licence(nastaliq: Path, copyrights: list[str]) -> str:
    """Return the Open Font License under every font's own copyright line."""
    with tarfile.open(nastaliq) as archive:
        member = archive.extractfile(LICENCE)
        if member is None:
            raise FileNotFoundError(LICENCE)
        text = member.read().decode("utf-8")
    _, _, terms = text.partition("\n")
    lines = [
        "The fonts in this folder are Noto fonts. Those called Bondsdesk are Noto Sans, Noto Naskh",
        "Arabic and Noto Nastaliq Urdu under other names, with nothing else changed.",
        "",
        *copyrights,
    ]
    return "\n".join(lines) + "\n\n" + terms.lstrip("\n")


def main() -> None:
    """Write every font and the licence."""
    parser = argparse.ArgumentParser(description="Make resources/fonts from Noto.")
    parser.add_argument("--noto", type=Path, default=Path("/usr/share/fonts/truetype/noto"))
    parser.add_argument("--nastaliq", type=Path, required=True)
    arguments = parser.parse_args()
    FONTS.mkdir(parents=True, exist_ok=True)
    copyrights: list[str] = []
    for name, font in all_fonts(arguments.noto, arguments.nastaliq):
        font.save(FONTS / name, reorderTables=True)
        copyrights.append(f"{name}: {font['name'].getDebugName(0)}")
        print(name, (FONTS / name).stat().st_size)
    emoji = arguments.noto / "NotoColorEmoji.ttf"
    shutil.copyfile(emoji, FONTS / emoji.name)
    copyrights.append(f"{emoji.name}: {TTFont(emoji)['name'].getDebugName(0)}")
    (FONTS / "OFL.txt").write_text(licence(arguments.nastaliq, copyrights), encoding="utf-8")


if __name__ == "__main__":
    main()
