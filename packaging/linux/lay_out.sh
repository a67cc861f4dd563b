#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Puts the program and everything a desktop wants to know of it where Linux looks for it:
#   bash packaging/linux/lay_out.sh WORK ROOT
# WORK is what build_tree.sh made.
# shellcheck source-path=SCRIPTDIR
set -euo pipefail
umask 022
. "$(dirname "${BASH_SOURCE[0]}")/parts.sh"
[ $# = 2 ] || stop "bash packaging/linux/lay_out.sh WORK ROOT"
WORK=$1 ROOT=$2
ID=io.github.bondsdesk.Bondsdesk
ensure_packages librsvg2-bin

install -d "$ROOT/usr/lib" "$ROOT/usr/bin" "$ROOT/usr/share/metainfo" "$ROOT/usr/share/man/man1" \
  "$ROOT/usr/share/doc/bondsdesk"
cp -a "$WORK/bondsdesk" "$ROOT/usr/lib/bondsdesk"
ln -s ../lib/bondsdesk/bondsdesk "$ROOT/usr/bin/bondsdesk"

install -Dm644 "$LINUX/bondsdesk.desktop" -t "$ROOT/usr/share/applications"
fill_in "$LINUX/$ID.metainfo.xml.in" >"$ROOT/usr/share/metainfo/$ID.metainfo.xml"
ICONS=$ROOT/usr/share/icons/hicolor
install -Dm644 "$LINUX/bondsdesk.svg" -t "$ICONS/scalable/apps"
install -Dm644 "$LINUX/bondsdesk-symbolic.svg" -t "$ICONS/symbolic/apps"
for size in 16 22 24 32 48 64 96 128 256 512; do
  drawing=$LINUX/bondsdesk.svg
  [ "$size" -gt 24 ] || drawing=$LINUX/bondsdesk-small.svg
  install -d "$ICONS/${size}x$size/apps"
  rsvg-convert -w "$size" -h "$size" "$drawing" -o "$ICONS/${size}x$size/apps/bondsdesk.png"
done

fill_in "$LINUX/bondsdesk.1.in" | gzip -9n >"$ROOT/usr/share/man/man1/bondsdesk.1.gz"
DOC=$ROOT/usr/share/doc/bondsdesk
install -m644 "$LINUX/copyright" "$DOC/copyright"
cp -R "$WORK/papers/licences" "$WORK/papers/bondsdesk.cdx.json" "$DOC/"
find "$DOC" -type d -exec chmod 755 {} + -o -type f -exec chmod 644 {} +
gzip -9n <"$TOP/CHANGELOG.md" >"$DOC/NEWS.gz"
