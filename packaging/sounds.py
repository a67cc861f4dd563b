# SPDX-License-Identifier: GPL-3.0-or-later
"""Make the two soft chimes of a talk: `python packaging/sounds.py`. Standard library only.

Two partials of a small bell, a fifth apart (C5 and G5), with a slow attack and a long decay, quiet
enough for a sleeping child in the next room. The files are the same on every machine.
"""

from __future__ import annotations

import math
import struct
import wave
from pathlib import Path

RATE = 22_050
PARTIALS = ((523.25, 1.0), (785.0, 0.55))
FOLDER = Path(__file__).resolve().parent.parent / "resources" / "sounds"
CHIMES = {"chunk.wav": (0.9, 0.16, PARTIALS[:1]), "end.wav": (1.6, 0.24, PARTIALS)}
"""Name of the file: seconds, loudness (1 is full scale), partials."""


def samples(seconds: float, loudness: float, partials: tuple[tuple[float, float], ...]) -> bytes:
    """Return 16-bit mono samples of one stroke."""
    total = sum(weight for _, weight in partials)
    frames = bytearray()
    for index in range(int(seconds * RATE)):
        at = index / RATE
        attack = min(1.0, at / 0.015)
        release = min(1.0, (seconds - at) / 0.05)
        envelope = attack * release * math.exp(-4.2 * at / seconds)
        tone = sum(weight * math.sin(2 * math.pi * pitch * at) for pitch, weight in partials)
        frames += struct.pack("<h", round(32_767 * loudness * envelope * tone / total))
    return bytes(frames)


def main() -> None:
    """Write both files."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, (seconds, loudness, partials) in CHIMES.items():
        with wave.open(str(FOLDER / name), "wb") as sound:
            sound.setnchannels(1)
            sound.setsampwidth(2)
            sound.setframerate(RATE)
            sound.writeframes(samples(seconds, loudness, partials))


if __name__ == "__main__":
    main()
