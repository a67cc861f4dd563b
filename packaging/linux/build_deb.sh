#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes the Debian package of a laid-out root:
#   bash packaging/linux/build_deb.sh ROOT OUTDIR [--quick]
# --quick packs faster and larger, for trying only. What it depends on is read from the ELF files.
# shellcheck source-path=SCRIPTDIR
set -euo pipefail
umask 022
. "$(dirname "${BASH_SOURCE[0]}")/parts.sh"
[ $# -ge 2 ] || stop "bash packaging/linux/build_deb.sh ROOT OUTDIR [--quick]"
OUT=$2
PACK=(-Zxz -z6)
[ "${3:-}" != --quick ] || PACK=(-Zgzip -z1)
ensure_packages dpkg-dev xz-utils
WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT
ROOT=$WORK/root
cp -a "$1" "$ROOT"
DEB_ARCH=$(dpkg --print-architecture)

install -d "$ROOT/DEBIAN" "$ROOT/usr/share/lintian/overrides"
install -m644 "$LINUX/lintian-overrides" "$ROOT/usr/share/lintian/overrides/bondsdesk"
printf 'bondsdesk (%s) unstable; urgency=medium\n\n  * Release %s; NEWS.gz tells what is new.\n\n -- %s  %s\n' \
  "$VERSION" "$VERSION" "$MAINTAINER" "$(LC_ALL=C date -uRd "@$SOURCE_DATE_EPOCH")" |
  gzip -9n >"$ROOT/usr/share/doc/bondsdesk/changelog.gz"

# dpkg-shlibdeps looks at a source package, so it gets one.
install -d "$WORK/debian"
printf 'Source: bondsdesk\n\nPackage: bondsdesk\nArchitecture: any\n' >"$WORK/debian/control"
mapfile -t elf < <(find "$ROOT/usr/lib/bondsdesk" -type f \( -name '*.so*' -o -name bondsdesk \))
depends=$(cd "$WORK" && dpkg-shlibdeps -O --ignore-missing-info -xbondsdesk \
  -l"$ROOT/usr/lib/bondsdesk/_internal" "${elf[@]/#/-e}" 2>"$WORK/told") ||
  { cat "$WORK/told" >&2; stop "what the package depends on could not be found out"; }

{
  cat <<CONTROL
Package: bondsdesk
Version: $VERSION
Architecture: $DEB_ARCH
Maintainer: $MAINTAINER
Installed-Size: $(du -k -s --apparent-size "$ROOT" | cut -f1)
Depends: ${depends#shlibs:Depends=}
Recommends: pipewire-bin | pulseaudio-utils | alsa-utils, xdg-desktop-portal
Section: misc
Priority: optional
Homepage: $HOME_URL
CONTROL
  cat "$LINUX/description"
} >"$ROOT/DEBIAN/control"
(
  cd "$ROOT"
  find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum >DEBIAN/md5sums
)
chmod 644 "$ROOT/DEBIAN/control" "$ROOT/DEBIAN/md5sums"
same_time "$ROOT"
dpkg-deb --root-owner-group "${PACK[@]}" --build "$ROOT" "$OUT/bondsdesk_${VERSION}_$DEB_ARCH.deb" >/dev/null
