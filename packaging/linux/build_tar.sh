#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes the archive that is unpacked anywhere and started there:
#   bash packaging/linux/build_tar.sh ROOT OUTDIR
# shellcheck source-path=SCRIPTDIR
set -euo pipefail
umask 022
. "$(dirname "${BASH_SOURCE[0]}")/parts.sh"
[ $# = 2 ] || stop "bash packaging/linux/build_tar.sh ROOT OUTDIR"
ROOT=$1 NAME=bondsdesk-$VERSION-linux-$ARCH
ensure_packages xz-utils
WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT
cp -a "$ROOT/usr/lib/bondsdesk" "$WORK/$NAME"
cp -a "$ROOT/usr/share/doc/bondsdesk/licences" "$ROOT/usr/share/doc/bondsdesk/bondsdesk.cdx.json" \
  "$LINUX/bondsdesk.desktop" "$LINUX/bondsdesk.svg" "$WORK/$NAME/"
install -m644 "$LINUX/README.tar" "$WORK/$NAME/README"
tar -C "$WORK" --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" \
  --format=gnu -cf - "$NAME" | xz -T2 -6 >"$2/$NAME.tar.xz"
