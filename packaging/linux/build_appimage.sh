#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes an AppImage of a laid-out root, for whoever has a runtime of type 2 at hand:
#   bash packaging/linux/build_appimage.sh RUNTIME ROOT OUTDIR [COMPRESSION]
# RUNTIME is the file that a release of AppImage's type2-runtime offers for this machine; no
# package index has a current one, so it is not fetched. COMPRESSION is one it knows: zstd
# (usual), or gzip for old runtimes.
# shellcheck source-path=SCRIPTDIR
set -euo pipefail
umask 022
. "$(dirname "${BASH_SOURCE[0]}")/parts.sh"
[ $# -ge 3 ] || stop "bash packaging/linux/build_appimage.sh RUNTIME ROOT OUTDIR [COMPRESSION]"
RUNTIME=$1 ROOT=$2 OUT=$3/bondsdesk-$VERSION-$ARCH.AppImage
[ "$(head -c 4 "$RUNTIME" | tail -c 3)" = ELF ] || stop "$RUNTIME is no runtime"
ensure_packages squashfs-tools
WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT
APP=$WORK/AppDir
mkdir "$APP"
cp -a "$ROOT/usr" "$APP/usr"
ln -s usr/lib/bondsdesk/bondsdesk "$APP/AppRun"
cp "$LINUX/bondsdesk.desktop" "$LINUX/bondsdesk.svg" "$APP/"
ln -s bondsdesk.svg "$APP/.DirIcon"
same_time "$APP"
mksquashfs "$APP" "$WORK/image" -root-owned -noappend -no-progress -quiet -comp "${4:-zstd}" \
  >/dev/null
cat "$RUNTIME" "$WORK/image" >"$OUT"
chmod 755 "$OUT"
