# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a frozen program begins; the frozen tree has no `python -m bondsdesk`."""

from __future__ import annotations

import os
import sys


def give_back_library_path() -> None:
    """Undo the bootloader's LD_LIBRARY_PATH: a player of sounds must not meet our libraries.

    The loader of this process has read it already. A fresh start of ourselves sets it again.
    """
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    if before is not None:
        os.environ["LD_LIBRARY_PATH"] = before
    else:
        os.environ.pop("LD_LIBRARY_PATH", None)


if __name__ == "__main__":
    give_back_library_path()
    from bondsdesk.__main__ import main

    sys.exit(main())
