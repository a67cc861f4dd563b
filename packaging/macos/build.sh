#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes Bondsdesk.app and a disk image of it, on a Mac with Apple silicon and macOS 15 or newer:
#   bash packaging/macos/build.sh OUTDIR
# Needs Python 3.13 (BONDSDESK_PYTHON names another than python3) and Apple's command line tools.
# Signs as packaging/macos/sign.sh says. Nobody has run this on a Mac yet.
set -euo pipefail
TOP=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
HERE=$TOP/packaging/macos
stop() { printf 'bondsdesk: %s\n' "$*" >&2; exit 1; }

[ $# = 1 ] || stop "bash packaging/macos/build.sh OUTDIR"
[ "$(uname -s)" = Darwin ] || stop "a program for macOS can only be made on a Mac"
mkdir -p "$1"
OUT=$(cd "$1" && pwd)
WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT

VERSION=$(sed -n 's/^__version__ = "\(.*\)"$/\1/p' "$TOP/bondsdesk/__init__.py")
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$TOP" log -1 --format=%ct)}
export SOURCE_DATE_EPOCH PYTHONHASHSEED=1

"${BONDSDESK_PYTHON:-python3}" -m venv "$WORK/venv"
"$WORK/venv/bin/pip" install -q --disable-pip-version-check --only-binary :all: \
  --require-hashes -r "$TOP/requirements-build.lock"
BONDSDESK_ICNS=$WORK/bondsdesk.icns
export BONDSDESK_ICNS
"$WORK/venv/bin/python" "$HERE/icns.py" "$TOP/packaging/linux/bondsdesk.svg" "$BONDSDESK_ICNS"
"$WORK/venv/bin/pyinstaller" --noconfirm --log-level WARN \
  --distpath "$WORK/dist" --workpath "$WORK/build" "$TOP/packaging/bondsdesk.spec"

APP=$WORK/dist/Bondsdesk.app
LIB=$("$WORK/venv/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
"$WORK/venv/bin/python" "$TOP/packaging/release/papers.py" --for macos \
  --tree "$APP/Contents" --lib "$LIB" "$WORK/papers"
cp -R "$WORK/papers/licences" "$WORK/papers/bondsdesk.cdx.json" "$APP/Contents/Resources/"

bash "$HERE/sign.sh" app "$APP"
IMAGE=$OUT/Bondsdesk-$VERSION-arm64.dmg
mkdir "$WORK/image"
mv "$APP" "$WORK/image/"
ln -s /Applications "$WORK/image/Applications"
hdiutil create -quiet -ov -volname Bondsdesk -fs HFS+ -format UDZO -srcfolder "$WORK/image" "$IMAGE"
bash "$HERE/sign.sh" image "$IMAGE"
printf 'bondsdesk: %s\n' "$IMAGE"
