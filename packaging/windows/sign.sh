#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Signs Windows programs, each in its place, with what the environment names:
#   BONDSDESK_WINDOWS_PKCS12     file with certificate and key, or instead of it
#   BONDSDESK_WINDOWS_CERT and BONDSDESK_WINDOWS_KEY    two PEM files
#   BONDSDESK_WINDOWS_PASSWORD   of the key, if it has one (it never stands on a command line)
#   BONDSDESK_WINDOWS_TIMESTAMP  address of a time-stamping service, if wanted
# Without them it says so in one sentence and changes nothing.
#   bash packaging/windows/sign.sh FILE...
set -euo pipefail

if [ -n "${BONDSDESK_WINDOWS_PKCS12:-}" ]; then
  identity=(-pkcs12 "$BONDSDESK_WINDOWS_PKCS12")
elif [ -n "${BONDSDESK_WINDOWS_CERT:-}" ] && [ -n "${BONDSDESK_WINDOWS_KEY:-}" ]; then
  identity=(-certs "$BONDSDESK_WINDOWS_CERT" -key "$BONDSDESK_WINDOWS_KEY")
else
  echo "bondsdesk: no certificate is named, so this stays unsigned:" "${@##*/}"
  exit 0
fi

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
if [ -n "${BONDSDESK_WINDOWS_PASSWORD:-}" ]; then
  (umask 077 && printf '%s' "$BONDSDESK_WINDOWS_PASSWORD" >"$scratch/password")
  identity+=(-readpass "$scratch/password")
fi
for file in "$@"; do
  osslsigncode sign "${identity[@]}" -h sha256 -n Bondsdesk \
    ${BONDSDESK_WINDOWS_TIMESTAMP:+-ts "$BONDSDESK_WINDOWS_TIMESTAMP"} \
    -in "$file" -out "$scratch/signed" >/dev/null
  cat "$scratch/signed" >"$file"
  rm "$scratch/signed"
  echo "bondsdesk: ${file##*/} is signed"
done
