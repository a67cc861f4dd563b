#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Tries everything that build.sh made:
#   bash packaging/linux/test.sh OUTDIR [--quick]
# Appends a row to OUTDIR/results.txt for each: artefact|tried where|result. Ends with 1 if anything
# failed. --quick: the Debian package on this system only, under a layer that is thrown away.
# The whole trial installs in fresh roots of Debian 12 and 13, unpacks the other packages and
# starts what is in them, and builds the Debian package again elsewhere to compare its sum.
# shellcheck source-path=SCRIPTDIR
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/parts.sh"
{ [ $# = 1 ] || [ "${2:-}" = --quick ]; } || stop "bash packaging/linux/test.sh OUTDIR [--quick]"
OUT=$(cd "$1" && pwd)
DEB=$OUT/bondsdesk_${VERSION}_$(dpkg --print-architecture).deb
[ -f "$DEB" ] || stop "$DEB is not there; packaging/linux/build.sh makes it"
WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT
failed=0

# trial ARTEFACT WHERE COMMAND...: one row of the results
trial() {
  local artefact=$1 where=$2 result=ok code
  shift 2
  say "$(basename "$artefact"): $where"
  set +e # inside of an "if" a command that fails would not end the trial
  (
    set -e
    "$@" </dev/null
  )
  code=$?
  set -e
  if [ "$code" != 0 ]; then
    result=FAILED
    failed=1
  fi
  printf '%s|%s|%s\n' "$(basename "$artefact")" "$where" "$result" >>"$OUT/results.txt"
}

# shellcheck disable=SC2317,SC2329 # the trials below are called by name
papers_are_clean() {
  local root=$WORK/papers
  mkdir -p "$root"
  dpkg-deb --fsys-tarfile "$DEB" | tar -C "$root" -xf - ./usr/share ./usr/bin
  desktop-file-validate "$root/usr/share/applications/bondsdesk.desktop"
  appstreamcli validate --no-net "$root"/usr/share/metainfo/*.xml
  [ -z "$(man --warnings -E UTF-8 -l "$root/usr/share/man/man1/bondsdesk.1.gz" 2>&1 >/dev/null)" ]
  [ "$(readlink "$root/usr/bin/bondsdesk")" = ../lib/bondsdesk/bondsdesk ]
}
# shellcheck disable=SC2317,SC2329
lintian_is_content() {
  lintian --allow-root --tag-display-limit 5 --fail-on error,warning "$DEB"
}
# shellcheck disable=SC2317,SC2329
same_again() {
  # A copy of the checkout, at another place, by somebody who owns nothing here.
  local elsewhere=$WORK/elsewhere
  mkdir -p "$elsewhere/checkout" "$elsewhere/home" "$elsewhere/tmp" "$elsewhere/out"
  tar -C "$TOP" -cf - --exclude-vcs --exclude='.*_cache' --exclude=./.venv --exclude=./.hypothesis \
    --exclude=./dist --exclude=./build --exclude=__pycache__ . | tar -C "$elsewhere/checkout" -xf -
  chmod 755 "$WORK"
  chmod -R a+rX "$elsewhere/checkout"
  local as=()
  if [ "$(id -u)" = 0 ]; then
    chown -R 65534:65534 "$elsewhere"
    as=(setpriv --reuid 65534 --regid 65534 --clear-groups)
  fi
  "${as[@]}" env -u BONDSDESK_BUILD_VENV HOME="$elsewhere/home" TMPDIR="$elsewhere/tmp" \
    bash "$elsewhere/checkout/packaging/linux/build.sh" "$elsewhere/out" --deb
  sha256sum "$DEB" "$elsewhere/out/$(basename "$DEB")"
  cmp "$DEB" "$elsewhere/out/$(basename "$DEB")" || return 1
  [ -z "$(ls -A "$elsewhere/tmp")" ] || { ls -A "$elsewhere/tmp"; return 1; }
  [ -z "$(find "$elsewhere/checkout" -name __pycache__ -o -name dist -o -name build)" ]
}
# shellcheck disable=SC2317,SC2329
starts() { # starts PROGRAM: from where it was unpacked, with a screen and without
  local home=$WORK/home said screen
  for screen in offscreen xcb; do
    rm -rf "$home"
    mkdir "$home"
    said=$(env -u DISPLAY HOME="$home" QT_QPA_PLATFORM="$screen" xvfb-run -a "$1" --self-test)
    printf '  %s\n' "$said"
    [[ $said == *"are fine"*"$screen)" ]] || return 1
  done
  [ "$("$1" --version)" = "Bondsdesk $VERSION" ]
}
# shellcheck disable=SC2317,SC2329
holds_the_same() { # holds_the_same FOLDER: what the Debian package holds, but for Debian's own
  local root=$1
  mkdir -p "$WORK/deb"
  [ -d "$WORK/deb/usr" ] || dpkg-deb -x "$DEB" "$WORK/deb"
  diff -r --no-dereference "$WORK/deb/usr/lib/bondsdesk" "$root/usr/lib/bondsdesk"
  diff -r --no-dereference -x lintian -x changelog.gz "$WORK/deb/usr/share" "$root/usr/share"
  [ "$(readlink "$root/usr/bin/bondsdesk")" = ../lib/bondsdesk/bondsdesk ]
}
# shellcheck disable=SC2317,SC2329
rpm_is_fine() {
  mkdir -p "$WORK/rpm"
  (cd "$WORK/rpm" && rpm2cpio "$1" | cpio -idm --quiet)
  rpm -qp --nosignature --requires "$1" | grep -q '^libxcb-cursor.so.0()(64bit)$'
  rpm -qp --nosignature --qf '%{NAME} %{VERSION}-%{RELEASE} %{ARCH} %{LICENSE}\n' "$1"
  holds_the_same "$WORK/rpm" && starts "$WORK/rpm/usr/bin/bondsdesk"
}
# shellcheck disable=SC2317,SC2329
arch_is_fine() {
  mkdir -p "$WORK/arch"
  bsdtar -C "$WORK/arch" -xf "$1"
  grep -E '^(pkgname|pkgver|arch|license) =' "$WORK/arch/.PKGINFO"
  grep -qx 'depend = xcb-util-cursor' "$WORK/arch/.PKGINFO"
  holds_the_same "$WORK/arch" && starts "$WORK/arch/usr/bin/bondsdesk"
}
# shellcheck disable=SC2317,SC2329
tar_is_fine() {
  mkdir -p "$WORK/tar on a stick"
  tar -C "$WORK/tar on a stick" -xf "$1"
  starts "$WORK/tar on a stick/$(basename "$1" .tar.xz)/bondsdesk"
}
# shellcheck disable=SC2317,SC2329
image_is_fine() {
  (cd "$WORK" && "$1" --appimage-extract >/dev/null)
  starts "$WORK/squashfs-root/AppRun"
}

# shellcheck disable=SC2317,SC2329
starts_soon() {
  mkdir -p "$WORK/deb"
  [ -d "$WORK/deb/usr" ] || dpkg-deb -x "$DEB" "$WORK/deb"
  # The same Python as in the package, so that the packing is compared and nothing else.
  VENV=$WORK/venv
  BONDSDESK_PYTHON=/usr/bin/python3 ensure_venv requirements.lock
  env -u DISPLAY QT_QPA_PLATFORM=xcb xvfb-run -a "$VENV/bin/python" "$LINUX/start_time.py" \
    "$WORK/deb/usr/bin/bondsdesk" "$VENV/bin/python"
}

ensure_packages desktop-file-utils appstream man-db xvfb xauth
trial "$DEB" "desktop entry, AppStream data, manual page" papers_are_clean
if [ -n "${2:-}" ]; then
  trial "$DEB" "this system, under a layer: installed, used, upgraded, removed" \
    bash "$LINUX/test_deb.sh" "$DEB" here
  exit "$failed"
fi

ensure_packages lintian rpm rpm2cpio cpio libarchive-tools
trial "$DEB" "lintian, no error and no warning" lintian_is_content
trial "$DEB" "Debian 12, fresh root: installed, used, upgraded, removed" \
  bash "$LINUX/test_deb.sh" "$DEB" bookworm "$OUT/pictures"
trial "$DEB" "Debian 13, fresh root: installed, used, upgraded, removed" \
  bash "$LINUX/test_deb.sh" "$DEB" trixie "$OUT/pictures"
trial "$DEB" "start: at most 1.25 times that from source" starts_soon
trial "$DEB" "built again elsewhere by another user: same SHA-256" same_again
trial "$OUT/bondsdesk-$VERSION-1.$ARCH.rpm" "unpacked and started here, same files as the .deb" \
  rpm_is_fine "$OUT/bondsdesk-$VERSION-1.$ARCH.rpm"
trial "$OUT/bondsdesk-$VERSION-1-$ARCH.pkg.tar.zst" "unpacked and started here, same files as the .deb" \
  arch_is_fine "$OUT/bondsdesk-$VERSION-1-$ARCH.pkg.tar.zst"
trial "$OUT/bondsdesk-$VERSION-linux-$ARCH.tar.xz" "unpacked below a path with blanks and started here" \
  tar_is_fine "$OUT/bondsdesk-$VERSION-linux-$ARCH.tar.xz"
for image in "$OUT"/bondsdesk-"$VERSION"-*.AppImage; do
  [ ! -f "$image" ] || trial "$image" "unpacked and started here" image_is_fine "$image"
done
exit "$failed"
