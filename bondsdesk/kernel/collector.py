# SPDX-License-Identifier: GPL-3.0-or-later
"""Python's cyclic garbage collector rests while a second thread runs.

The collector runs on whatever thread happens to allocate. Widgets caught in a circle of references
would then be destroyed beside the main thread, which owns them, while it paints them: a crash, seen
within a second when a closed page and a busy thread come together. So whoever starts a thread holds
a `Rest` from before its start until the main thread knows that it has ended.
"""

from __future__ import annotations

import gc
import threading

_lock = threading.RLock()
_rests: dict[int, bool] = {}
"""Every Rest that holds, and whether it has to wake the collector: the first found it at work."""


class Rest:
    """One reason for the collector to rest, from its making until `end`.

    Both are for the main thread: the collector may run at the very next allocation after `end`.
    One that is forgotten ends with its last reference.
    """

    def __init__(self) -> None:
        with _lock:
            _rests[id(self)] = gc.isenabled()
            gc.disable()

    def end(self) -> None:
        """Let the collector run again, if nothing else keeps it from it; a second call is free."""
        with _lock:
            if not _rests.pop(id(self), False):
                return
            if _rests:
                _rests[next(iter(_rests))] = True
            else:
                gc.enable()

    __del__ = end
