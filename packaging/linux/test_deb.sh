#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs a Debian package where it has never been, uses it, removes it, looks what is left:
#   bash packaging/linux/test_deb.sh DEB bookworm|trixie|here [PICTURES]
# bookworm and trixie are fresh roots; "here" is this very system with a layer over it that is
# thrown away. Needs root or sudo. BONDSDESK_DEBIAN_MIRROR names a mirror; usually that of this
# system is taken.
# shellcheck source-path=SCRIPTDIR
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/parts.sh"
[ $# -ge 2 ] || stop "bash packaging/linux/test_deb.sh DEB bookworm|trixie|here [PICTURES]"
DEB=$(realpath "$1") WHERE=$2 PICTURES=${3:-}
TOOLS="xvfb xdotool x11-utils dbus at-spi2-core python3-gi gir1.2-atspi-2.0 libglib2.0-bin"

if [ -z "${BONDSDESK_INSIDE:-}" ]; then
  [ "$WHERE" = here ] || ensure_packages debootstrap debian-archive-keyring
  # Mounts and processes of the trial end with it. Below a chroot "/" is no mount that could be
  # made private; what is mounted then is taken away by clean_up.
  own=private
  mountpoint -q / || own=unchanged
  as_root env BONDSDESK_INSIDE=1 BONDSDESK_DEBIAN_MIRROR="${BONDSDESK_DEBIAN_MIRROR:-}" \
    unshare --mount --propagation "$own" --pid --fork --kill-child bash "${BASH_SOURCE[0]}" "$@"
  exit
fi

mirror() {
  local site
  # shellcheck disable=SC2016 # apt fills it in
  site=$(apt-get indextargets --format '$(SITE)' 'Origin: Debian' 2>/dev/null | grep -v security | sort -u | head -1)
  printf '%s' "${BONDSDESK_DEBIAN_MIRROR:-${site:-http://deb.debian.org/debian}}"
}
WORK=$(mktemp -d)
ROOT=$WORK/root
# shellcheck disable=SC2317,SC2329 # called by the trap
clean_up() {
  umount -l "$ROOT/proc" "$ROOT/dev" 2>/dev/null || true
  [ "$WHERE" != here ] || umount -l "$ROOT" "$WORK/layer" 2>/dev/null || true
  rm -rf --one-file-system "$WORK"
}
trap clean_up EXIT
mkdir "$ROOT"
if [ "$WHERE" = here ]; then
  say "this system gets a layer that is thrown away"
  mkdir "$WORK/layer"
  mount -t tmpfs tmpfs "$WORK/layer"
  mkdir "$WORK/layer/upper" "$WORK/layer/work"
  mount -t overlay overlay -o "lowerdir=/,upperdir=$WORK/layer/upper,workdir=$WORK/layer/work" "$ROOT"
  mount --bind /dev "$ROOT/dev"
else
  say "a fresh root of $WHERE is made"
  debootstrap --variant=minbase "$WHERE" "$ROOT" "$(mirror)" >"$WORK/log" 2>&1 ||
    { tail -5 "$WORK/log" >&2; stop "a root of $WHERE could not be made"; }
  cp /etc/resolv.conf /etc/hosts "$ROOT/etc/"
fi
mount -t proc proc "$ROOT/proc"

inside() { chroot "$ROOT" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 \
  DEBIAN_FRONTEND=noninteractive ${http_proxy:+http_proxy="$http_proxy"} "$@" </dev/null; }
apt_inside() { inside apt-get -y -qq -o Dpkg::Use-Pty=0 --no-install-recommends "$@" >"$WORK/log" 2>&1 ||
  { tail -20 "$WORK/log" >&2; stop "apt-get $* failed"; }; }
person() { inside setpriv --reuid 4711 --regid 4711 --clear-groups env HOME=/home/sana \
  XDG_RUNTIME_DIR=/home/sana/run "$@"; }

TRIAL=/opt/bondsdesk-trial
mkdir -p "$ROOT/$TRIAL" "$ROOT/home/sana/run"
cp "$LINUX/try_installed.sh" "$LINUX/try_desk.py" "$ROOT/$TRIAL/"
cp "$DEB" "$ROOT/$TRIAL/bondsdesk.deb"
printf 'sana:x:4711:4711::/home/sana:/bin/sh\n' >>"$ROOT/etc/passwd"
printf 'sana:x:4711:\n' >>"$ROOT/etc/group"
mkdir "$ROOT/$TRIAL/pictures"
chown 4711:4711 "$ROOT/home/sana" "$ROOT/home/sana/run" "$ROOT/$TRIAL/pictures"
chmod 700 "$ROOT/home/sana/run"

say "the package is installed"
apt_inside update
apt_inside install "$TRIAL/bondsdesk.deb"
# shellcheck disable=SC2086 # a list of words
apt_inside install $TOOLS
say "the package is used"
person bash "$TRIAL/try_installed.sh" bondsdesk first "$VERSION" "$TRIAL/pictures"
say "the package is installed once more, as an upgrade does"
apt_inside install --reinstall "$TRIAL/bondsdesk.deb"
person bash "$TRIAL/try_installed.sh" bondsdesk again "$VERSION" "$TRIAL/pictures"

say "the package is removed"
kept() { find "$ROOT/home/sana/.local/share/bondsdesk" "$ROOT/home/sana/.config/bondsdesk" -type f \
  -exec sha256sum {} + | LC_ALL=C sort; }
before=$(kept)
[ -s "$ROOT/home/sana/.local/share/bondsdesk/vault.db" ] || stop "there was no data to be kept"
apt_inside purge bondsdesk
[ "$(kept)" = "$before" ] || stop "removing the package touched what was written"
left=$(find "$ROOT/usr" "$ROOT/etc" "$ROOT/var" -xdev -iname '*bondsdesk*' -newer "$ROOT/$TRIAL" \
  ! -path '*/apt/*' 2>/dev/null)
[ -z "$left" ] || stop "this is left of the package: $left"
if [ -n "$PICTURES" ]; then
  mkdir -p "$PICTURES"
  for each in "$ROOT/$TRIAL/pictures"/*.xwd; do
    cp "$each" "$PICTURES/$WHERE-$(basename "$each")"
  done
fi
say "in $WHERE: installed, used, upgraded and removed; what was written is still there"
