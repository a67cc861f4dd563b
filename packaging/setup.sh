# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# What start.sh and check.sh share: system packages and the virtual environment.
# Sourced, never run. Everything is checked first, so nothing is asked of the network or of apt
# when nothing is missing.

TOP=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
VENV=${BONDSDESK_VENV:-$TOP/.venv}

# shellcheck disable=SC2034 # these lists are for those who source this
# What Qt's wheels expect of a Debian or Ubuntu system (windows under X and Wayland).
APP_PACKAGES="libgl1 libegl1 libxkbcommon0 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4
  libxcb-keysyms1 libxcb-shape0 libwayland-cursor0 libdbus-1-3 libfontconfig1 libglib2.0-0"
# shellcheck disable=SC2034
# What the tests use beside that: a display of their own, readers of PDF files, a tracer, a linter.
TEST_PACKAGES="xvfb xauth poppler-utils qpdf strace desktop-file-utils git shellcheck"

say() { printf '%s\n' "bondsdesk: $*"; }
stop() { say "$*" >&2; exit 1; }

missing_of() {
  # Debian 13 and Ubuntu 24.04 call some libraries by a name that ends in t64.
  local known package
  known=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' "$@" "${@/%/t64}" 2>/dev/null || true)
  for package in "$@"; do
    grep -qE "^${package//+/\\+}(t64)? installed$" <<<"$known" || printf ' %s' "$package"
  done
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif command -v sudo >/dev/null; then sudo "$@"
  else stop "installing needs root or sudo; please run as root: $*"
  fi
}

ensure_packages() {
  local missing
  if ! command -v dpkg-query >/dev/null; then
    say "this is not a Debian system; Qt's own libraries are taken as they are here"
    return
  fi
  missing=$(missing_of "$@")
  [ -n "$missing" ] || return 0
  say "system packages to be installed with apt:$missing"
  (
    flock 9   # packages are made side by side, and apt serves one at a time
    as_root apt-get update -qq </dev/null 9>&-
    # shellcheck disable=SC2086 # a list of words
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq -o Dpkg::Use-Pty=0 \
      --no-install-recommends $missing </dev/null >/dev/null 9>&-
  ) 9>"${TMPDIR:-/tmp}/bondsdesk-apt-$(id -u).lock"
}

python_fits() { "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' 2>/dev/null; }

find_python() {
  local name
  for name in ${BONDSDESK_PYTHON:-} python3 python3.13 python3.12 python3.11; do
    command -v "$name" >/dev/null && python_fits "$name" && { command -v "$name"; return; }
  done
  return 1
}

ensure_python() {
  PYTHON=$(find_python) || { ensure_packages python3 python3-venv; PYTHON=$(find_python) || true; }
  if [ -z "$PYTHON" ]; then
    ensure_packages python3.11 python3.11-venv || true   # Ubuntu 22.04 keeps it beside its own 3.10
    PYTHON=$(find_python) || stop "Python 3.11 or newer is needed and was not found"
  fi
  # Debian keeps the maker of virtual environments in a package of its own.
  "$PYTHON" -c 'import ensurepip, venv' 2>/dev/null || ensure_packages python3-venv
}

# ensure_venv LOCK: the environment holds exactly what LOCK names, checked by hash.
ensure_venv() {
  local lock=$1 stamp want
  stamp=$VENV/.${lock%.lock}.stamp
  want=$(cd "$TOP" && cat "$lock" pyproject.toml | sha256sum)
  [ -x "$VENV/bin/python" ] && [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$want" ] && return
  ensure_python
  if [ ! -x "$VENV/bin/python" ]; then
    say "a virtual environment is made in $VENV"
    "$PYTHON" -m venv "$VENV"
  fi
  "$VENV/bin/python" -m pip --version >/dev/null 2>&1 || "$VENV/bin/python" -m ensurepip >/dev/null
  say "Python packages from $lock are installed into it"
  "$VENV/bin/python" -m pip install -q --disable-pip-version-check --root-user-action=ignore \
    --require-hashes -r "$TOP/$lock" </dev/null
  "$VENV/bin/python" -m pip install -q --disable-pip-version-check --root-user-action=ignore \
    --no-deps --no-build-isolation -e "$TOP" </dev/null
  printf '%s\n' "$want" >"$stamp"
}
