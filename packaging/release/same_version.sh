#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Fails unless a tag such as v0.1.0 names the version of bondsdesk/__init__.py:
#   bash packaging/release/same_version.sh TAG
set -euo pipefail
TOP=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
VERSION=$(sed -n 's/^__version__ = "\(.*\)"$/\1/p' "$TOP/bondsdesk/__init__.py")
[ "$1" = "v$VERSION" ] || {
  printf 'bondsdesk: the tag is %s, the program is %s\n' "$1" "$VERSION" >&2
  exit 1
}
