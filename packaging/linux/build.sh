#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes everything that is installed on Linux:
#   bash packaging/linux/build.sh OUTDIR [--quick | --deb]
# OUTDIR gets the Debian package, the packages for Fedora, openSUSE and Arch, an archive, and
# linux-sizes.txt, what takes the space; an AppImage too if APPIMAGE_RUNTIME names a runtime.
# --deb: only the Debian package. --quick: only that, and packed fast, for trying. Installs what is missing by apt.
# shellcheck source-path=SCRIPTDIR
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/parts.sh"
LIMIT_MB=75
case $#${2:-} in
  1 | 2--quick | 2--deb) ;;
  *) stop "bash packaging/linux/build.sh OUTDIR [--quick | --deb]" ;;
esac
[ "$(uname -s)" = Linux ] || stop "a program for Linux is made on Linux"
mkdir -p "$1"
OUT=$(cd "$1" && pwd)
WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT

bash "$LINUX/build_tree.sh" "$WORK"
bash "$LINUX/lay_out.sh" "$WORK" "$WORK/root"
say "the Debian package is made"
bash "$LINUX/build_deb.sh" "$WORK/root" "$OUT" "${2:-}"
[ -z "${2:-}" ] || exit 0

say "the archive and the other packages are made"
bash "$LINUX/build_tar.sh" "$WORK/root" "$OUT"
bash "$LINUX/build_others.sh" "$WORK/root" "$OUT" "${BONDSDESK_BUILD_VENV:-$WORK/venv}/bin/nfpm"
if [ -n "${APPIMAGE_RUNTIME:-}" ]; then
  bash "$LINUX/build_appimage.sh" "$APPIMAGE_RUNTIME" "$WORK/root" "$OUT"
fi
/usr/bin/python3 "$LINUX/sizes.py" "$WORK/bondsdesk" | tee "$OUT/linux-sizes.txt"
for deb in "$OUT/bondsdesk_$VERSION"_*.deb; do
  [ "$(stat -c %s "$deb")" -le $((LIMIT_MB * 1000 * 1000)) ] || stop "$deb is larger than $LIMIT_MB MB"
done
