#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes everything that is given to people, for Linux and Windows, on a Debian 12 machine:
#   bash packaging/build_all.sh [OUTDIR]         (OUTDIR is dist/ unless named, and emptied first)
# Packages, the sources, a bill of materials and the licences of each, and SHA256SUMS. Installs
# what it needs with apt. The Mac's image is made on a Mac: packaging/macos/build.sh.
# Signing certificates come from the environment: RELEASING.md names them.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=setup.sh
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

OUT=${1:-$TOP/dist}
mkdir -p "$OUT"
OUT=$(cd "$OUT" && pwd)
find "$OUT" -mindepth 1 -maxdepth 1 -not -name .cache -exec rm -rf {} +
ensure_packages git xz-utils p7zip-full python3
VERSION=$(sed -n 's/^__version__ = "\(.*\)"$/\1/p' "$TOP/bondsdesk/__init__.py")
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$TOP" log -1 --format=%ct)}
export SOURCE_DATE_EPOCH
WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT

pack() { # pack FOLDER NAME: FOLDER/NAME as a tar.xz that is the same each time
  tar --directory "$1" --sort=name --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 \
    --numeric-owner --mode=u=rwX,go=rX --create "$2" | xz -6 --threads=1 >"$OUT/$2.tar.xz"
}

began=$SECONDS
bash "$TOP/packaging/linux/build.sh" "$OUT"
say "Linux packages made in $((SECONDS - began)) s"
began=$SECONDS
bash "$TOP/packaging/windows/build.sh" "$OUT"
say "Windows setup made in $((SECONDS - began)) s"

git -C "$TOP" archive --prefix="bondsdesk-$VERSION/" --format=tar HEAD |
  xz -6 --threads=1 >"$OUT/bondsdesk-$VERSION-source.tar.xz"

# The papers are taken out of the packages themselves: what is published is what is inside.
LICENCES=bondsdesk-$VERSION-licences
dpkg-deb --extract "$OUT"/bondsdesk_*.deb "$WORK/deb"
7z x -y -bso0 -bsp0 "-o$WORK/setup" "$OUT/Bondsdesk-$VERSION-setup.exe" >/dev/null
mkdir "$WORK/$LICENCES"
for system in linux windows; do
  case $system in
    linux) papers=$WORK/deb/usr/share/doc/bondsdesk ;;
    windows) papers=$WORK/setup ;;
  esac
  [ -d "$papers/licences" ] || stop "the package for $system carries no licences"
  cp -R "$papers/licences" "$WORK/$LICENCES/$system"
  cp "$papers/bondsdesk.cdx.json" "$OUT/bondsdesk-$VERSION-$system.cdx.json"
done
pack "$WORK" "$LICENCES"

cd "$OUT"
find . -maxdepth 1 -type f -name '[Bb]ondsdesk*' -printf '%f\n' | LC_ALL=C sort |
  xargs sha256sum -- >SHA256SUMS
say "made in $OUT:"
while read -r sum name; do
  printf '  %-46s %6.1f MB  %s\n' "$name" "$(stat -c %s "$name" | awk '{ print $1 / 1e6 }')" "${sum:0:16}..."
done <SHA256SUMS
