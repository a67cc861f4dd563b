#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes the packages for Fedora, openSUSE (rpm) and Arch of a laid-out root:
#   bash packaging/linux/build_others.sh ROOT OUTDIR NFPM
# NFPM is the program nfpm; the lock of the build environment pins it.
# shellcheck source-path=SCRIPTDIR
set -euo pipefail
umask 022
. "$(dirname "${BASH_SOURCE[0]}")/parts.sh"
[ $# = 3 ] || stop "bash packaging/linux/build_others.sh ROOT OUTDIR NFPM"
ROOT=$1 OUT=$2 NFPM=$3
ensure_packages binutils dpkg-dev
WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT

# An rpm asks for libraries by name and lets the distribution say which package has them.
needed() {
  local name
  find "$ROOT/usr/lib/bondsdesk" -type f \( -name '*.so*' -o -name bondsdesk \) \
    -exec objdump -p {} + | sed -n 's/^ *NEEDED *//p' | LC_ALL=C sort -u | while read -r name; do
    [ -n "$(find "$ROOT/usr/lib/bondsdesk" -name "$name" -print -quit)" ] && continue
    case $name in ld-linux*) continue ;; esac
    printf '      - "%s()(64bit)"\n' "$name"
  done
}
needed >"$WORK/needed"
same_time "$ROOT"
fill_in "$LINUX/nfpm.yaml.in" | sed -e "s|@ROOT@|$ROOT|" -e "s|@GOARCH@|$(dpkg --print-architecture)|" \
  -e "s|@MTIME@|$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y-%m-%dT%H:%M:%SZ)|" \
  -e "/@NEEDED@/{r $WORK/needed
d}" >"$WORK/nfpm.yaml"
"$NFPM" package -f "$WORK/nfpm.yaml" -p rpm -t "$OUT/bondsdesk-$VERSION-1.$ARCH.rpm" >/dev/null
"$NFPM" package -f "$WORK/nfpm.yaml" -p archlinux \
  -t "$OUT/bondsdesk-$VERSION-1-$ARCH.pkg.tar.zst" >/dev/null
