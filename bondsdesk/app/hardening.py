# SPDX-License-Identifier: GPL-3.0-or-later
"""Keep the process's memory out of core files and away from other programs of this account."""

from __future__ import annotations

import sys

_PR_SET_DUMPABLE = 4  # linux/prctl.h
_SEM_NOGPFAULTERRORBOX = 0x0002  # errhandlingapi.h: no crash dialog, no dump offered
_SEM_FAILCRITICALERRORS = 0x0001


def forbid_dumps() -> None:
    """Ask the system for no core file and, on Linux, for no tracing by the same account.

    What the system refuses is let go: it is a second fence, not the wall. Call it before any
    secret is in memory and after the first paint, because it loads ctypes.
    """
    import ctypes

    if sys.platform == "win32":
        ctypes.windll.kernel32.SetErrorMode(_SEM_NOGPFAULTERRORBOX | _SEM_FAILCRITICALERRORS)
        return
    import resource

    _soft, hard = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (0, hard))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
