#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Tries everything that packaging/build_all.sh made, and ends in a table of it:
#   bash packaging/test_all.sh [--keep] [OUTDIR]      (OUTDIR is dist/ unless named)
# --keep writes the table into docs/releases/ as well. Fails when anything did not do what it should,
# after everything was tried.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=setup.sh
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

keep=""
if [ "${1:-}" = --keep ]; then
  keep=yes
  shift
fi
OUT=${1:-$TOP/dist}
[ -f "$OUT/SHA256SUMS" ] || stop "nothing is made yet; packaging/build_all.sh makes it"
OUT=$(cd "$OUT" && pwd)
VERSION=$(sed -n 's/^__version__ = "\(.*\)"$/\1/p' "$TOP/bondsdesk/__init__.py")
rm -f "$OUT/results.txt"
touch "$OUT/results.txt"
cd "$OUT"
failed=""
try() { # try NAME COMMAND...
  local began=$SECONDS name=$1
  shift
  if "$@" </dev/null; then
    say "$name: fine, $((SECONDS - began)) s"
  else
    say "$name: NOT fine, $((SECONDS - began)) s"
    failed="$failed, $name"
  fi
}

try "sums" sha256sum --check --quiet SHA256SUMS
try "sizes, licences and bills" python3 "$TOP/packaging/release/look.py" "$OUT"
try "Linux packages" bash "$TOP/packaging/linux/test.sh" "$OUT"
try "Windows setup" bash "$TOP/packaging/windows/test.sh" "$OUT"
try "what can be seen of the Mac's part" bash "$TOP/packaging/macos/check.sh" "$OUT"

table() { python3 "$TOP/packaging/release/table.py" "$OUT"; }
if [ -n "$keep" ] && [ -z "$failed" ]; then
  table >"$TOP/docs/releases/$VERSION.md"
  say "the table is kept in docs/releases/$VERSION.md"
fi
table
[ -z "$failed" ] || stop "not as it should be:${failed#,}"
