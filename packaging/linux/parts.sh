# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash source-path=SCRIPTDIR disable=SC2034 # sourced, never run
# What the scripts of this folder share.

. "$(dirname "${BASH_SOURCE[0]}")/../setup.sh"
LINUX=$TOP/packaging/linux

VERSION=$(sed -n 's/^__version__ = "\(.*\)"$/\1/p' "$TOP/bondsdesk/__init__.py")
[ -n "$VERSION" ] || stop "bondsdesk/__init__.py names no version"
ARCH=$(uname -m)

# The time that every file of a package bears: the last commit's, so that two builds are alike.
epoch() {
  git -c safe.directory='*' -C "$TOP" log -1 --format=%ct 2>/dev/null ||
    stat -c %Y "$TOP/CHANGELOG.md"
}
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(epoch)}
export SOURCE_DATE_EPOCH

# Whom and where the package names. The reserved names below lead nowhere; a release sets both.
HOME_URL=${BONDSDESK_HOME_URL:-https://bondsdesk.example.org}
MAINTAINER=${BONDSDESK_MAINTAINER:-The Bondsdesk developers <developers@bondsdesk.example.org>}

fill_in() {
  local day
  day=$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y-%m-%d)
  sed -e "s|@VERSION@|$VERSION|g" -e "s|@DAY@|$day|g" -e "s|@HOME@|$HOME_URL|g" \
    -e "s|@MAINTAINER@|$MAINTAINER|g" -e "s|@ARCH@|$ARCH|g" "$1"
}

# Files that came into being after that time bear it; older ones do not exist in a fresh folder.
same_time() { find "$1" -newermt "@$SOURCE_DATE_EPOCH" -exec touch -hd "@$SOURCE_DATE_EPOCH" {} +; }
