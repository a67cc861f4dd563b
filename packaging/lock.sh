#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Writes requirements.lock (what the program needs), requirements-dev.lock (and its tests) and
# requirements-build.lock (and what freezes it) anew from pyproject.toml, for every system and
# Python, with hashes and without addresses:
# requirements-windows.lock and packaging/windows/embed.lock hold what the Windows setup carries.
#   bash packaging/lock.sh [options of uv pip compile, such as --upgrade]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
compile() {
  local lock=$1
  shift
  uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate \
    --custom-compile-command "bash packaging/lock.sh" pyproject.toml -o "$lock" "$@"
}
compile requirements.lock --group build "$@"
compile requirements-dev.lock --group dev -c requirements.lock "$@"
compile requirements-build.lock --group build --group freeze -c requirements.lock "$@"

compile_windows() {
  local lock=$1
  shift
  uv pip compile --quiet --python-version 3.13 --generate-hashes --no-annotate \
    --custom-compile-command "bash packaging/lock.sh" -o "$lock" "$@"
}
compile_windows requirements-windows.lock --python-platform windows -c requirements.lock \
  pyproject.toml "$@"
compile_windows packaging/windows/embed.lock packaging/windows/embed.in "$@"
