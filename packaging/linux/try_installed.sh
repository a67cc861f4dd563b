#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Uses the program as the person it is run as; test_deb.sh calls it inside of a root:
#   bash try_installed.sh PROGRAM first|again VERSION [PICTURES]
# first: terminal commands, self-test, and from the desktop entry to a note in a new place.
# again: what `first` made is whole and opens. PICTURES is a folder for the screen as it was seen.
set -euo pipefail
PROGRAM=$1 PART=$2 VERSION=$3 PICTURES=${4:-}
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
ENTRY=/usr/share/applications/bondsdesk.desktop
WORDS="velvet harbour nine quailfeather quietly"
export QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 LANG=C.UTF-8
unset QT_QPA_PLATFORM DISPLAY WAYLAND_DISPLAY

stop() { printf 'NOT ok: %s\n' "$*" >&2; exit 1; }
fine() { printf '  %s\n' "$*"; }
says() { # says EXIT WORDS COMMAND...: the command ends so and says so
  local want=$1 words=$2 code=0 said
  shift 2
  said=$("$@" 2>&1 </dev/null) || code=$?
  [[ $code = "$want" && $said == *"$words"* ]] || stop "$* ended with $code and said: $said"
  fine "$* : ${said##*$'\n'}"
}

if [ -z "${DISPLAY_READY:-}" ]; then
  says 0 "Bondsdesk $VERSION" "$PROGRAM" --version
  says 0 "verify-agreement" "$PROGRAM" --help
  says 2 "bondsdesk:" "$PROGRAM" --no-such-option
  says 1 "" "$PROGRAM" verify-agreement /nowhere.json
  says 0 "self-test: vault, window and PDF" env QT_QPA_PLATFORM=offscreen "$PROGRAM" --self-test
  SCREEN=$(mktemp -d)
  Xvfb -displayfd 7 -screen 0 1366x768x24 -fbdir "$SCREEN" -nolisten tcp \
    7>"$SCREEN/number" >/dev/null 2>&1 &
  trap 'kill %1; wait; rm -rf "$SCREEN"' EXIT
  for _ in $(seq 100); do [ -s "$SCREEN/number" ] && break; sleep 0.1; done
  export DISPLAY_READY=$SCREEN QT_QPA_PLATFORM=xcb
  DISPLAY=:$(cat "$SCREEN/number")
  export DISPLAY
  says 0 ", xcb)" "$PROGRAM" --self-test
  # A session of its own, with the buses that a desktop has.
  dbus-run-session -- bash "${BASH_SOURCE[0]}" "$@" 2> >(grep -v -e dbus-daemon -e SpiRegistry >&2)
  exit
fi
export DISPLAY QT_QPA_PLATFORM=xcb
DISPLAY=:$(cat "$DISPLAY_READY/number")

window() { xdotool search --onlyvisible --class '^bondsdesk$' 2>/dev/null | tail -1; }
[ -z "$PICTURES" ] || export BONDSDESK_PICTURE=$DISPLAY_READY/Xvfb_screen0:$PICTURES/$PART.xwd
process() { xprop -id "$(window)" _NET_WM_PID | sed 's/.*= //'; }

if [ "$PROGRAM" = bondsdesk ]; then
  gio launch "$ENTRY" >/dev/null 2>&1
  fine "started from $ENTRY"
else
  "$PROGRAM" >/dev/null 2>&1 &
fi
for _ in $(seq 300); do [ -n "$(window)" ] && break; sleep 0.2; done
[ -n "$(window)" ] || stop "no window came"
xprop -id "$(window)" WM_CLASS _GTK_APPLICATION_ID | grep -c '"bondsdesk"' | grep -qx 2 ||
  stop "the window does not belong to the desktop entry"
xwininfo -id "$(window)" | grep -q 'Map State: IsViewable' || stop "the window does not show"
fine "a window shows, and the desktop knows whose it is"
before=$(process)
/usr/bin/python3 -W ignore "$HERE/try_desk.py" "$PART"
fine "used by keyboard and accessibility bus"
kill "$(process)"
for _ in $(seq 100); do [ -d "/proc/$before" ] || break; sleep 0.1; done
[ ! -d "/proc/$before" ] || stop "the program does not end"
says 1 "" "$PROGRAM" check --data-dir /tmp/nothing-here
checked=$("$PROGRAM" check 2>/dev/null <<<"$WORDS") || stop "check said: $checked"
fine "bondsdesk check: ${checked##*$'\n'}"
