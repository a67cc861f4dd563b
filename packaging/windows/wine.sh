# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Sourced: a Windows of its own in a folder of its own, by wine. Wants packaging/setup.sh first.

# shellcheck disable=SC2034 # for those who source this
WINE_PACKAGES="wine wine64"

# wine_begin FOLDER: makes it. The home is of its own too: shortcuts must not land in the real one.
wine_begin() {
  export HOME=$1/home WINEPREFIX=$1/windows WINEARCH=win64 LANG=C.UTF-8 LC_ALL=C.UTF-8 WINEDEBUG=-all
  # No debugger, .NET or browser are asked for; our stand-in serves for mscms, and the C++ runtime
  # is the one we ship, never wine's own.
  WINEDLLOVERRIDES="winedbg.exe=d;winemenubuilder.exe=d;mscoree=d;mshtml=d;mscms=n"
  WINEDLLOVERRIDES+=";msvcp140,msvcp140_1,msvcp140_2,vcruntime140,vcruntime140_1=n"
  export WINEDLLOVERRIDES
  mkdir -p "$HOME"
  timeout 300 wineboot -i </dev/null 2>&1 | cat
  wine_run reg add 'HKCU\Software\Wine' /v Version /d win10 /f >/dev/null
}

# wine_run PROGRAM [WORD...]: always through pipes; Python ends at once when a stream is a file there.
wine_run() {
  timeout "${WINE_SECONDS:-300}" wine "$@" </dev/null 2>&1 | cat
  return "${PIPESTATUS[0]}"
}

# twice COMMAND [WORD...]: for the first Python of a wine that was asleep: now and then it finds its
# streams not there yet and ends before it has done anything.
twice() {
  "$@" || "$@"
}

wine_end() {
  wineserver -k 2>/dev/null || true
}
