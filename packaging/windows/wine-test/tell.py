# SPDX-License-Identifier: GPL-3.0-or-later
"""Tells the program's window what Windows would, from a process of its own (the trial under wine).

    python tell.py sleep|lock

Its exit code is 1 if there is no window.
"""

from __future__ import annotations

import ctypes
import sys

MESSAGES = {
    "sleep": (0x0218, 0x4),  # WM_POWERBROADCAST, PBT_APMSUSPEND
    "lock": (0x02B1, 0x7),  # WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK
}


def tell(what: str) -> int:
    """Send the message and wait for the answer; 1 if there is no window."""
    user32 = ctypes.windll.user32  # type: ignore[attr-defined,unused-ignore]
    window = user32.FindWindowW(None, "Bondsdesk")
    if not window:
        return 1
    user32.SendMessageW(ctypes.c_void_p(window), *MESSAGES[what], 0)
    return 0


if __name__ == "__main__":
    sys.exit(tell(sys.argv[1]))
