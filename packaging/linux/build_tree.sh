#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes the program's own tree with Debian's Python and the parts of requirements-build.lock:
#   bash packaging/linux/build_tree.sh WORK
# WORK/bondsdesk is the tree, WORK/papers its licences and bill of materials, WORK/venv what made
# it. BONDSDESK_BUILD_VENV names a build environment to be kept and used again.
# shellcheck source-path=SCRIPTDIR
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/parts.sh"
[ $# = 1 ] || stop "bash packaging/linux/build_tree.sh WORK"
mkdir -p "$1"
WORK=$(cd "$1" && pwd)

# Debian's own Python: another one may carry the path of its build folder in its modules.
ensure_packages python3 python3-venv binutils
MINOR=$(/usr/bin/python3 -c 'import sys; print("%d.%d" % sys.version_info[:2])')
# shellcheck disable=SC2086 # a list of words
ensure_packages $APP_PACKAGES "libpython$MINOR"

BUILD=${BONDSDESK_BUILD_VENV:-$WORK/venv}
WANT=$(sha256sum <"$TOP/requirements-build.lock")
if [ "$(cat "$BUILD/.stamp" 2>/dev/null)" != "$WANT" ]; then
  say "the build environment is made from requirements-build.lock"
  /usr/bin/python3 -m venv --clear "$BUILD"
  "$BUILD/bin/python" -m pip install -q --disable-pip-version-check --root-user-action=ignore \
    --only-binary :all: --require-hashes -r "$TOP/requirements-build.lock" </dev/null
  printf '%s\n' "$WANT" >"$BUILD/.stamp"
fi

say "the program's tree is made"
# The hash seed orders sets in compiled files; nothing is written into the checkout.
PYTHONHASHSEED=1 PYTHONDONTWRITEBYTECODE=1 PYINSTALLER_CONFIG_DIR=$WORK/cache \
  "$BUILD/bin/python" -m PyInstaller --noconfirm --log-level ERROR \
  --distpath "$WORK" --workpath "$WORK/build" "$TOP/packaging/bondsdesk.spec" </dev/null
# Shiboken's own Python, compiled as app/toolkit.py would at the first start if it could write here.
PARTS=$WORK/bondsdesk/_internal/bondsdesk/app/__pycache__
mkdir "$PARTS"
env -u PYTHONDONTWRITEBYTECODE PYTHONHASHSEED=1 PYTHONPATH="$WORK/bondsdesk/_internal" \
  /usr/bin/python3 -P -c 'from bondsdesk.app.toolkit import load_toolkit; load_toolkit()' </dev/null
[ -n "$(ls "$PARTS")" ] || stop "Shiboken's parts were not compiled"

find "$WORK/bondsdesk" -type d -exec chmod 755 {} +
find "$WORK/bondsdesk" -type f -exec chmod 644 {} +
chmod 755 "$WORK/bondsdesk/bondsdesk"

rm -rf "$WORK/papers"
PYTHONDONTWRITEBYTECODE=1 "$BUILD/bin/python" "$TOP/packaging/release/papers.py" --for linux \
  --tree "$WORK/bondsdesk" --lib "$BUILD/lib/python$MINOR/site-packages" "$WORK/papers"
