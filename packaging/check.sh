#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what the tests need and runs every check and test:
#   bash packaging/check.sh [options of pytest]
# Exit code 0 only if all of them pass. The tests come last, so the last line is theirs.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=setup.sh
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

# shellcheck disable=SC2086 # a list of words
ensure_packages $APP_PACKAGES $TEST_PACKAGES
ensure_venv requirements-dev.lock
cd "$TOP"
export PATH="$VENV/bin:$PATH" PYTHONUTF8=1

failed=""
check() {
  local name=$1 began=$SECONDS output
  shift
  if output=$("$@" 2>&1 </dev/null); then
    printf '  %-28s ok  %3d s\n' "$name" $((SECONDS - began))
  else
    printf '  %-28s NOT ok\n%s\n' "$name" "$output"
    failed="$failed, $name"
  fi
}

check "format" ruff format --check .
check "lint" ruff check .
check "types" mypy
check "types of the release scripts" env -C packaging/release mypy --strict --python-version 3.11 .
check "imports between the parts" lint-imports --no-cache
check "words in both languages" python packaging/catalogue.py check
check "desktop entry" desktop-file-validate packaging/linux/bondsdesk.desktop
mapfile -t scripts < <(git ls-files '*.sh' .ci/run)
check "shell scripts" shellcheck -x "${scripts[@]}"
[ -z "$failed" ] || say "not as it should be:${failed#,}"

tests=0
python -m pytest -n "${BONDSDESK_TEST_JOBS:-2}" "$@" </dev/null || tests=$?
[ -z "$failed" ] && exit "$tests"
exit 1
