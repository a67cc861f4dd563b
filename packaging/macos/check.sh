#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What can be checked of the Mac's part on a Debian machine: scripts, property lists, the icon,
# and that every part of the lock has a wheel for macOS 15 on Apple silicon.
#   bash packaging/macos/check.sh OUTDIR
# Adds a row to OUTDIR/results.txt.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=../setup.sh
. "$(dirname "${BASH_SOURCE[0]}")/../setup.sh"
[ $# = 1 ] || stop "bash packaging/macos/check.sh OUTDIR"
OUT=$(mkdir -p "$1" && cd "$1" && pwd)
WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT

# shellcheck disable=SC2086 # a list of words
ensure_packages $APP_PACKAGES shellcheck
ensure_venv requirements-dev.lock
ensure_python
cd "$TOP"

shellcheck -x packaging/macos/*.sh
"$VENV/bin/python" -m pytest -q tests/release/test_macos.py </dev/null

"$PYTHON" -m venv "$WORK/venv"
"$WORK/venv/bin/pip" install -q --disable-pip-version-check --only-binary :all: \
  --require-hashes -r packaging/macos/resolver.lock
MACOSX_DEPLOYMENT_TARGET=15.0 "$WORK/venv/bin/uv" pip install --quiet --dry-run \
  --python-platform aarch64-apple-darwin --python-version 3.13 --only-binary :all: \
  --target "$WORK/mac" --require-hashes -r requirements-build.lock ||
  stop "a part of requirements-build.lock has no wheel for macOS 15"
printf '%s|%s|%s\n' "macOS program" "not built here" \
  "scripts, property lists, icon and wheels for macOS 15 (arm64) checked; untested" >>"$OUT/results.txt"
say "the Mac's part is as far in order as can be seen from here"
