# SPDX-License-Identifier: GPL-3.0-or-later
"""The collector works between two tests, on the main thread, and never by itself.

A worker of pytest-xdist hears its controller in a second thread, and the collector runs on whatever
thread allocates: it would destroy the widgets of a test that has ended beside the main thread. That
ended one run of the tests in some ten with a crash in whatever test came next. The program's own
threads hold the collector off by themselves (kernel/collector.py).
"""

from __future__ import annotations

import gc
from itertools import count

_ALL_OF_IT = 25
"""After so many tests everything is gone through; that takes a third of a second."""

_tests = count(1)
gc.disable()


def take_out_garbage() -> None:
    """Free what the last test left in circles; called when its fixtures are gone."""
    gc.collect(2 if next(_tests) % _ALL_OF_IT == 0 else 1)
