# SPDX-License-Identifier: GPL-3.0-or-later
"""What the Windows launcher runs: the program's own entrance, with nothing failing in silence.

It lies in lib/ of the installed tree, beside everything it imports.
"""

from __future__ import annotations

import os
import sys

_PART = "BONDSDESK_MISSING_PART"
"""The launcher shows a message box if this is set at the end. It sets it itself, for the case that
Python does not get this far."""


def begin() -> int:
    """Run the program and return its exit code; a part that is not there is named."""
    os.environ.pop(_PART, None)
    # The launcher is the interpreter, as in a frozen program: whoever starts it again gives it the
    # program's arguments only.
    setattr(sys, "frozen", True)  # noqa: B010 - the type of sys does not know it
    sys.argv[0] = sys.executable
    try:
        from bondsdesk.__main__ import main

        return main()
    except (ImportError, FileNotFoundError) as missing:
        os.environ[_PART] = _name(missing)
        return 1


def _name(missing: ImportError | FileNotFoundError) -> str:
    """Return what a person can pass on: a file, or a module's name; never more than one line."""
    if isinstance(missing, FileNotFoundError):
        return str(missing.filename or "lib")
    return str(missing.path or missing.name or missing).splitlines()[0]


if __name__ == "__main__":
    sys.exit(begin())
