# SPDX-License-Identifier: GPL-3.0-or-later
"""The newest version's part of CHANGELOG.md, as the notes of a release.

python3 packaging/release/notes.py
"""

from __future__ import annotations

import re
import sys

from papers import our_version
from parts import TOP


def notes(version: str, changelog: str) -> str:
    """Return what the list of changes says of a version. Raises ValueError if it says nothing."""
    found = re.search(
        rf"^## {re.escape(version)} - \d{{4}}-\d\d-\d\d\n(.*?)(?=^## |\Z)",
        changelog,
        re.MULTILINE | re.DOTALL,
    )
    if found is None or not found[1].strip():
        raise ValueError(f"CHANGELOG.md says nothing of {version}")
    return found[1].strip() + "\n"


def main() -> int:
    """Print them."""
    changelog = (TOP / "CHANGELOG.md").read_text(encoding="utf-8")
    try:
        print(notes(our_version(), changelog))
    except ValueError as problem:
        print(f"notes: {problem}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
