# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks at what was made: sizes within their bounds, bills that the licences agree with.

    python3 packaging/release/look.py OUTDIR

Adds its rows to OUTDIR/results.txt. Fails naming everything that is not as it should be.
"""

from __future__ import annotations

import json
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

BOUNDS_MB = {"*.deb": 75, "*-setup.exe": 60}
"""What a person with a slow line can still be asked to fetch (1 MB is 1,000,000 bytes)."""


def sizes(out: Path) -> Iterator[tuple[str, str, bool]]:
    """Yield (file, sentence, fine) for each package that has a bound; a missing one is not fine."""
    for pattern, bound in BOUNDS_MB.items():
        made = list(out.glob(pattern))
        if not made:
            yield pattern, "missing", False
        for path in made:
            megabytes = path.stat().st_size / 1e6
            yield path.name, f"{megabytes:.1f} MB of {bound}", megabytes <= bound


def parts(bill: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield (name in the list of licences, component) of a bill; crates have Typst's texts."""
    ours = bill["metadata"]["component"].get("components", [])
    for component in (*ours, *bill["components"]):
        yield component["name"], component
        for inner in component.get("components", []):
            if not inner["purl"].startswith("pkg:cargo/"):
                yield f"{inner['name']} (in {component['name']})", inner


def disagreements(out: Path) -> Iterator[str]:
    """Yield a sentence for each bill and archive of licences that do not say the same."""
    (archive,) = out.glob("bondsdesk-*-licences.tar.xz")
    with tarfile.open(archive) as opened:
        texts = {m.name: m.size for m in opened.getmembers() if m.isfile()}
        for path in sorted(out.glob("*.cdx.json")):
            system = path.name.removesuffix(".cdx.json").rsplit("-", 1)[1]
            top = f"{archive.name.removesuffix('.tar.xz')}/{system}/"
            listed = opened.extractfile(top + "README.txt")
            contents = listed.read().decode() if listed else ""
            rows = {line.split("  ")[0]: line for line in contents.splitlines()}
            for name, component in parts(json.loads(path.read_text(encoding="utf-8"))):
                folder = rows.get(name, "").rpartition("  ")[2]
                if not any(n.startswith(top + folder) and s for n, s in texts.items() if folder):
                    yield f"{path.name}: {name} has no licence text"
                if component.get("version", "-") not in rows.get(name, ""):
                    yield f"{path.name}: {name} is of another version in the licences"


def main() -> int:
    """Look, say what is wrong, add rows."""
    out = Path(sys.argv[1])
    wrong = list(disagreements(out))
    rows = list(sizes(out))
    for path in (*sorted(out.glob("*.cdx.json")), *out.glob("*-licences.tar.xz")):
        rows.append((path.name, "each part of the bill has its licence", not wrong))
    for name, sentence, fine in rows:
        if not fine:
            wrong.append(f"{name}: {sentence}")
    for sentence in wrong:
        print(f"look: {sentence}", file=sys.stderr)
    with (out / "results.txt").open("a", encoding="utf-8") as results:
        for name, sentence, fine in rows:
            results.write(f"{name}|looked at here|{sentence}: {'ok' if fine else 'NOT ok'}\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
