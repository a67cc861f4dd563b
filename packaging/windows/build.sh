#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes OUTDIR/Bondsdesk-VERSION-setup.exe, the Windows setup, on Linux:
#   bash packaging/windows/build.sh OUTDIR [--quick] [--embed FOLDER]
# --quick does not pack what it puts in, for trials; --embed is fetch.sh's. What was fetched is kept in
# XDG_CACHE_HOME or, without it, in OUTDIR/.cache. sign.sh tells how to sign.
set -euo pipefail
# shellcheck source=packaging/setup.sh
. "$(dirname "${BASH_SOURCE[0]}")/../setup.sh"
here=$TOP/packaging/windows
# shellcheck source=packaging/windows/wine.sh
. "$here/wine.sh"
LARGEST=60000000   # bytes of the setup

out=$(realpath -m "$1")
shift
quick="" embed=() packed=(--packed)
while [ $# -gt 0 ]; do
  case $1 in
    --quick) quick=yes packed=() ;;
    --embed) embed=(--embed "$2"); shift ;;
    *) stop "build.sh does not know $1" ;;
  esac
  shift
done

# shellcheck disable=SC2086 # a list of words
ensure_packages $WINE_PACKAGES nsis gcc-mingw-w64-x86-64-win32 binutils-mingw-w64-x86-64 \
  librsvg2-bin imagemagick osslsigncode git
ensure_python
parts=${XDG_CACHE_HOME:-$out/.cache}/bondsdesk-windows
mkdir -p "$out"
stage=$(mktemp -d)
trap 'wine_end; rm -rf "$stage"' EXIT
tree=$stage/tree
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$TOP" log -1 --format=%ct)}
build() { "$PYTHON" "$here/build_win.py" "$@"; }
version=$(build version)
setup=$out/Bondsdesk-$version-setup.exe

make_pictures() {
  local size pictures=()
  for size in 16 20 24 32 40 48 64 128 256; do
    rsvg-convert -w "$size" -h "$size" "$TOP/packaging/linux/bondsdesk.svg" -o "$stage/$size.png"
    pictures+=("$stage/$size.png")
  done
  convert "${pictures[@]}" "$stage/bondsdesk.ico"
  rsvg-convert "$here/side.svg" -o "$stage/side.png"
  convert "$stage/side.png" "BMP3:$stage/side.bmp"
}

make_launcher() {
  local name=$1
  shift
  (cd "$stage" && x86_64-w64-mingw32-windres "$name.rc" -O coff -o "$name.o")
  x86_64-w64-mingw32-gcc -Wall -Wextra -Werror -Os -s -municode -static -Wl,--no-insert-timestamp \
    "$@" -o "$tree/$name.exe" "$here/launcher.c" "$stage/$name.o"
}

# By the Python that will run it, so that the bytecode is of the right kind; hashes instead of
# times, and no path of this machine.
compile_modules() {
  wine_begin "$stage/wine"
  twice wine_run "$parts/embed/python.exe" -X utf8 -m compileall -q --invalidation-mode unchecked-hash \
    -s "Z:${tree//\//\\}" "Z:${tree//\//\\}\\lib"
  wine_end
  [ -f "$tree/lib/bondsdesk/__pycache__/__main__.cpython-313.pyc" ] || stop "nothing was compiled"
}

say "the parts of the Windows program are fetched"
bash "$here/fetch.sh" "$parts" "${embed[@]}"
say "the tree is laid out"
build tree --embed "$parts/embed" --wheels "$parts/wheels" --out "$tree"
build texts --out "$stage"
make_pictures
make_launcher Bondsdesk -mwindows
make_launcher Bondsdesk-console -mconsole -DBONDSDESK_CONSOLE
bash "$here/sign.sh" "$tree/Bondsdesk.exe" "$tree/Bondsdesk-console.exe"
compile_modules
"$PYTHON" "$TOP/packaging/release/papers.py" --for windows --tree "$tree" --lib "$parts/wheels" \
  "$tree"
build sizes "$tree" "${packed[@]}" | tee "$out/windows-sizes.txt"
build list "$tree" --out "$stage/files.nsh"
find "$stage" -path "$stage/wine" -prune -o -exec touch -hd "@$SOURCE_DATE_EPOCH" {} +
say "the setup is packed"
makensis -V2 -WX -INPUTCHARSET UTF8 ${quick:+-DQUICK} "-DSTAGE=$stage" "-DHERE=$here" \
  "-DOUT=$setup" "-DSIGN=$here/sign.sh" "$here/installer.nsi"
bash "$here/sign.sh" "$setup"
size=$(stat -c %s "$setup")
say "$setup: $size bytes"
[ -n "$quick" ] || [ "$size" -le $LARGEST ] || stop "the setup is larger than $LARGEST bytes"
