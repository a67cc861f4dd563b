#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Tries the disk image on a Mac: its signature, the copied program's self-test, and that the data
# stays when the program goes:  bash packaging/macos/test.sh OUTDIR
# Adds a row to OUTDIR/results.txt. Nobody has run this on a Mac yet.
set -euo pipefail
TOP=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
stop() { printf 'bondsdesk: %s\n' "$*" >&2; exit 1; }

[ $# = 1 ] || stop "bash packaging/macos/test.sh OUTDIR"
[ "$(uname -s)" = Darwin ] || stop "a program for macOS can only be tried on a Mac"
OUT=$(cd "$1" && pwd)
VERSION=$(sed -n 's/^__version__ = "\(.*\)"$/\1/p' "$TOP/bondsdesk/__init__.py")
IMAGE=$OUT/Bondsdesk-$VERSION-arm64.dmg
[ -f "$IMAGE" ] || stop "$IMAGE is not there; packaging/macos/build.sh makes it"
WORK=$(mktemp -d)
trap 'hdiutil detach -quiet "$WORK/image" 2>/dev/null || true; rm -rf "$WORK"' EXIT

hdiutil attach -quiet -nobrowse -readonly -mountpoint "$WORK/image" "$IMAGE"
cp -R "$WORK/image/Bondsdesk.app" "$WORK/"
codesign --verify --deep --strict "$WORK/Bondsdesk.app"
PROGRAM=$WORK/Bondsdesk.app/Contents/MacOS/bondsdesk
[ "$("$PROGRAM" --version)" = "Bondsdesk $VERSION" ] || stop "it is another version"
"$PROGRAM" --self-test
QT_QPA_PLATFORM=offscreen "$PROGRAM" --self-test
[ -f "$WORK/Bondsdesk.app/Contents/Resources/bondsdesk.cdx.json" ] || stop "the papers are missing"
printf '%s|macOS %s, %s|%s\n' "${IMAGE##*/}" "$(sw_vers -productVersion)" "$(uname -m)" \
  "signature, self-test in a window and offscreen: fine" >>"$OUT/results.txt"
