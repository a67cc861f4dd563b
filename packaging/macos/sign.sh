#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Signs what build.sh made:  sign.sh app Bondsdesk.app  |  sign.sh image Bondsdesk.dmg
# From the environment, never from a file of the project:
#   BONDSDESK_MACOS_IDENTITY              name of a "Developer ID Application" certificate
#   BONDSDESK_MACOS_CERTIFICATE           that certificate with its key (PKCS#12 in base64), if it
#   BONDSDESK_MACOS_CERTIFICATE_PASSWORD  is not in the keychain yet, and its password
#   BONDSDESK_MACOS_NOTARY_KEY            an App Store Connect key (.p8 in base64) with its
#   BONDSDESK_MACOS_NOTARY_KEY_ID         number and its
#   BONDSDESK_MACOS_NOTARY_ISSUER         issuer: Apple looks the image over and says so in it
# Without an identity the program is signed for this machine only (macOS asks for that much), and
# a sentence says so.
set -euo pipefail
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
say() { printf 'bondsdesk: %s\n' "$*"; }
stop() { say "$*" >&2; exit 1; }

[ $# = 2 ] || stop "sign.sh app|image FILE"
KIND=$1 FILE=$2
IDENTITY=${BONDSDESK_MACOS_IDENTITY:-}
WORK=$(mktemp -d)
KEYCHAIN=$WORK/signing.keychain-db
leave() {
  if [ -e "$KEYCHAIN" ]; then security delete-keychain "$KEYCHAIN"; fi
  rm -rf "$WORK"
}
trap leave EXIT

open_keychain() {
  [ -n "${BONDSDESK_MACOS_CERTIFICATE:-}" ] || return 0
  local password
  password=$(uuidgen)
  printf '%s' "$BONDSDESK_MACOS_CERTIFICATE" | base64 --decode >"$WORK/certificate.p12"
  security create-keychain -p "$password" "$KEYCHAIN"
  security unlock-keychain -p "$password" "$KEYCHAIN"
  security import "$WORK/certificate.p12" -k "$KEYCHAIN" -T /usr/bin/codesign \
    -P "${BONDSDESK_MACOS_CERTIFICATE_PASSWORD:-}"
  security set-key-partition-list -S apple-tool:,apple: -s -k "$password" "$KEYCHAIN" >/dev/null
  security list-keychains -d user -s "$KEYCHAIN" login.keychain-db
}

sign() {
  if [ -z "$IDENTITY" ]; then
    say "no BONDSDESK_MACOS_IDENTITY: signed for this machine only"
    codesign --force --sign - "$@"
    return
  fi
  codesign --force --timestamp --options runtime --sign "$IDENTITY" "$@"
}

notarise() {
  if [ -z "$IDENTITY" ] || [ -z "${BONDSDESK_MACOS_NOTARY_KEY:-}" ]; then
    say "not shown to Apple: macOS will warn of it"
    return
  fi
  printf '%s' "$BONDSDESK_MACOS_NOTARY_KEY" | base64 --decode >"$WORK/key.p8"
  xcrun notarytool submit "$FILE" --wait --key "$WORK/key.p8" \
    --key-id "$BONDSDESK_MACOS_NOTARY_KEY_ID" --issuer "$BONDSDESK_MACOS_NOTARY_ISSUER"
  xcrun stapler staple "$FILE"
}

open_keychain
case $KIND in
  app)
    sign --deep --entitlements "$HERE/entitlements.plist" "$FILE"
    codesign --verify --deep --strict "$FILE"
    ;;
  image)
    sign "$FILE"
    notarise
    ;;
  *) stop "sign.sh app|image FILE" ;;
esac
