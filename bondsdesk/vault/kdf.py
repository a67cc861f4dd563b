# SPDX-License-Identifier: GPL-3.0-or-later
"""From a passphrase to a key: Argon2id, slow on purpose. Knows no file and no partner."""

from __future__ import annotations

import os
import sys
import unicodedata
from typing import Any, NamedTuple, Self

from bondsdesk.kernel.errors import ExpectedError

RAISE_BELOW_MIB = 64
"""Rings cheaper than this are wrapped anew at `default_cost()` at their next unlock.

Today it is the lower bound, so nothing is raised; a release that raises the defaults raises it."""
KEY_BYTES = 32
SALT_BYTES = 16
ARGON2_VERSION = 19
MEMORY_BOUNDS_MIB = (64, 1024)
PASSES_BOUNDS = (3, 12)
_SMALL_MACHINE_BYTES = 4 * 1024**3


class _Price(NamedTuple):
    memory_mib: int
    passes: int


class KdfCost(_Price):
    """How much one guess costs: memory in MiB, passes over it. Parallelism is always 1.

    Raises ExpectedError "vault.kdf_bounds" outside 64 MiB..1 GiB and 3..12 passes, before anything
    is computed: a header may ask for a price that hangs the machine or for none at all (F22).
    """

    __slots__ = ()

    def __new__(cls, memory_mib: int, passes: int) -> Self:
        """Check the bounds."""
        low, high = MEMORY_BOUNDS_MIB
        least, most = PASSES_BOUNDS
        if not (low <= memory_mib <= high and least <= passes <= most):
            raise ExpectedError("vault.kdf_bounds")
        return super().__new__(cls, memory_mib, passes)

    def at_least(self, wanted: KdfCost) -> bool:
        """Tell whether this is no cheaper than another cost in either respect."""
        return self.memory_mib >= wanted.memory_mib and self.passes >= wanted.passes


def default_cost() -> KdfCost:
    """Return what new wraps cost: 256 MiB, 128 MiB on a machine with less than 4 GiB."""
    memory = _machine_memory()
    small = memory is not None and memory < _SMALL_MACHINE_BYTES
    return KdfCost(128 if small else 256, 3)


def _machine_memory() -> int | None:
    if sys.platform == "win32":
        return _windows_memory()
    try:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (ValueError, OSError):
        return None


def _windows_memory() -> int | None:
    """Return what Windows can use, as Linux counts it: a laptop sold with 4 GB has less."""
    import ctypes

    class MemoryStatus(ctypes.Structure):
        """MEMORYSTATUSEX of sysinfoapi.h; we read the first of its seven sizes in bytes."""

        _fields_ = (
            ("length", ctypes.c_uint32),
            ("load", ctypes.c_uint32),
            ("usable", ctypes.c_uint64),
            ("others", ctypes.c_uint64 * 6),
        )

    status = MemoryStatus(length=ctypes.sizeof(MemoryStatus))
    kernel: Any = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]
    if not kernel.GlobalMemoryStatusEx(ctypes.byref(status)):
        return None
    return int(status.usable)


def derive(secret: str, salt: bytes, cost: KdfCost) -> bytes:
    """Return the 32-byte key of a passphrase (NFKC, UTF-8).

    Takes about 0.4 s at the default cost and lets go of the interpreter meanwhile: run it in a
    worker. Raises ExpectedError "vault.memory" where the machine cannot spare the memory.
    """
    import nacl.exceptions
    from nacl.pwhash import argon2id

    typed = unicodedata.normalize("NFKC", secret).encode("utf-8", "replace")
    try:
        return argon2id.kdf(
            KEY_BYTES, typed, salt, opslimit=cost.passes, memlimit=cost.memory_mib * 1024**2
        )
    except (MemoryError, nacl.exceptions.RuntimeError) as error:
        raise ExpectedError("vault.memory", mib=cost.memory_mib) from error
