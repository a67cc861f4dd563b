# SPDX-License-Identifier: GPL-3.0-or-later
"""Uses the installed program as a person with a screen reader and a keyboard would.

    python3 try_desk.py first | again

Things are found by the name that the accessibility bus tells, text is typed as key strokes.
`first` makes a place, confirms both sheets, writes a note, hides the desk (which starts the
program afresh), opens it again and locks it; `again` opens that place and looks for the note.
BONDSDESK_PICTURE=SCREEN:FILE copies the screen as it is before the desk is locked.
Needs an X display with the program's window, xdotool, and the accessibility bus. Python's gi.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 30.0
"""Seconds until something that was promised must be there, on a busy machine."""
PASSPHRASE = "velvet harbour nine quailfeather quietly"  # noqa: S105 - of a place that is thrown away
NOTE = "Thank you for the tea at dawn"
State = Atspi.StateType


class MissingError(Exception):
    """What was looked for is not on the screen."""


def things() -> Iterator[Atspi.Accessible]:
    """Yield everything that shows in the program's windows."""
    desktop = Atspi.get_desktop(0)
    for index in range(desktop.get_child_count()):
        program = desktop.get_child_at_index(index)
        if program is not None and program.get_name().lower() == "bondsdesk":
            yield from below(program)


def below(thing: Atspi.Accessible) -> Iterator[Atspi.Accessible]:
    """Yield what lies inside of a thing and can be seen, itself first."""
    yield thing
    for index in range(thing.get_child_count()):
        child = thing.get_child_at_index(index)
        if child is not None and child.get_state_set().contains(State.VISIBLE):
            yield from below(child)


def named(name: str) -> Atspi.Accessible | None:
    """Return what bears a name and may be used, None if there is none yet."""
    for thing in things():
        states = thing.get_state_set()
        if plain(thing.get_name()) == name and all(
            states.contains(each) for each in (State.SHOWING, State.ENABLED, State.FOCUSABLE)
        ):
            return thing
    return None


def plain(name: str | None) -> str:
    """Return a name without the mark of its access key."""
    return re.sub(r"&(?!&)", "", name or "").strip()


def read() -> str:
    """Return all names on the screen."""
    return "\n".join(name for thing in things() if (name := thing.get_name()))


def until(look: object, what: str) -> object:
    """Look again and again until something is there; return it."""
    end = time.monotonic() + PATIENCE  # noqa: TID251 - outside of the program
    while True:
        try:
            found = look()  # type: ignore[operator]
        except GLib.Error:  # what was there a moment ago is gone
            found = None
        if found:
            return found
        if time.monotonic() > end:  # noqa: TID251
            raise MissingError(f"{what} is not there, but:\n{read()}")
        time.sleep(0.1)  # noqa: TID251


def press(name: str) -> None:
    """Press what bears a name."""
    thing = until(lambda: named(name), name)
    actions = [thing.get_action_name(each) for each in range(thing.get_n_actions())]
    thing.do_action(actions.index("Press") if "Press" in actions else 0)
    print(f"  pressed {name}", flush=True)


def keys(*arguments: str) -> None:
    """Let xdotool press keys in the program's window."""
    window = subprocess.run(
        ["xdotool", "search", "--onlyvisible", "--class", "^bondsdesk$"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()[-1]
    subprocess.run(["xdotool", "windowfocus", "--sync", window], check=True)
    subprocess.run(["xdotool", *arguments], check=True)


def write(name: str, text: str) -> None:
    """Put the cursor into the field of a name and type."""
    field = until(lambda: named(name), name)
    field.grab_focus()
    keys("type", "--delay", "8", text)
    print(f"  wrote into {name}", flush=True)


def confirm_sheet(title: str) -> None:
    """Read the code on the screen and type the groups that are asked for."""
    until(lambda: title in read() and len(groups()) == 9, title)
    code = groups()
    for field in [each for each in things() if each.get_role() == Atspi.Role.TEXT]:
        number = re.search(r"\d", field.get_name() or "")
        if number is not None:
            write(plain(field.get_name()), code[int(number[0])])
    press("Continue")


def groups() -> dict[int, str]:
    """Return the groups of a sheet's code, as they are told to a screen reader."""
    spoken = re.findall(r"(\d): ((?:[0-9A-Z] ){3}[0-9A-Z])(?:\n|$)", read())
    return {int(number): letters.replace(" ", "") for number, letters in spoken}


def unlock() -> None:
    """Open the place at the lock screen."""
    press("Leaf")
    write("Passphrase", PASSPHRASE)
    press("Open")
    until(lambda: named("Lock"), "the open desk")


def locked() -> bool:
    """Tell whether the lock screen shows."""
    return bool(named("Leaf")) and not named("Lock")


def lock() -> None:
    """Leave the place closed, as nobody does who only switches the laptop off."""
    if "BONDSDESK_PICTURE" in os.environ:
        shutil.copyfile(*os.environ["BONDSDESK_PICTURE"].split(":"))
    press("Lock")
    until(locked, "the lock screen")


def find_note() -> None:
    """Look for the note among the drafts, where it waits for a partner who is not here yet."""
    press("Drafts")
    until(lambda: NOTE in read(), "the note")


def first() -> None:
    """Make a place, leave a note in it, hide it and come back."""
    press("Continue")
    press("I have read it")
    write("Your name", "Ayesha")
    press("Leaf")
    press("Leaf green")
    press("Continue")
    press("Use my own")
    write("Your own passphrase", PASSPHRASE)
    write("Once more", PASSPHRASE)
    press("Continue")
    confirm_sheet("Your own sheet")
    confirm_sheet("The sheet you share")
    press("Later")
    press("Continue")
    press("Appreciate")
    press("Write a note")
    write("Your note", NOTE)
    press("Keep as draft")
    find_note()
    keys("key", "F9")
    until(locked, "the lock screen of a fresh program")
    unlock()
    lock()


def again() -> None:
    """Open the place and look for the note."""
    unlock()
    press("Appreciate")
    find_note()
    lock()


if __name__ == "__main__":
    try:
        {"first": first, "again": again}[sys.argv[1]]()
    except MissingError as problem:
        sys.exit(str(problem))
