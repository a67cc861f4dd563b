#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Tries OUTDIR/Bondsdesk-VERSION-setup.exe under wine, in a Windows and a home of its own:
#   bash packaging/windows/test.sh OUTDIR [--quick]
# It appends "artefact|tried where|result" to OUTDIR/results.txt and leaves OUTDIR/windows-*.png to be
# looked at. Exit code 0 only if every trial went well. --quick leaves out what only a change of the
# setup itself could spoil: one minute and a half instead of five.
set -euo pipefail
# shellcheck source=packaging/setup.sh
. "$(dirname "${BASH_SOURCE[0]}")/../setup.sh"
here=$TOP/packaging/windows
# shellcheck source=packaging/windows/wine.sh
. "$here/wine.sh"

out=$(realpath -m "$1")
quick=""
[ "${2:-}" != --quick ] || quick=yes
# shellcheck disable=SC2086 # a list of words
ensure_packages $WINE_PACKAGES gcc-mingw-w64-x86-64-win32 xvfb xauth xdotool imagemagick
ensure_python
version=$("$PYTHON" "$here/build_win.py" version)
setup=$out/Bondsdesk-$version-setup.exe
[ -f "$setup" ] || stop "there is no $setup; packaging/windows/build.sh makes it"
parts=${XDG_CACHE_HOME:-$out/.cache}/bondsdesk-windows
[ -d "$parts/embed" ] || bash "$here/fetch.sh" "$parts"

scratch=$(mktemp -d)
screen=""
put_away() {
  wine_end
  [ -z "$screen" ] || kill "$screen" 2>/dev/null || true
  rm -rf "$scratch"
}
trap put_away EXIT

# -- the words of the trials ---------------------------------------------------------------------

where="wine $(wine --version 2>/dev/null | sed 's/^wine-//; s/ .*//')"
failed=0
trial() {   # trial NAME COMMAND...: runs it, writes the row
  local name=$1 result=ok began=$SECONDS code=0
  shift
  set +e                            # not `if`, under which a trial would run on after a failure
  (set -e; "$@") >"$scratch/told" 2>&1
  code=$?
  set -e
  if [ $code != 0 ]; then
    result="NOT ok"
    failed=1
    sed 's/^/    /' "$scratch/told"
  fi
  printf '  %-58s %s %3d s\n' "$name" "$result" $((SECONDS - began))
  printf '%s|%s: %s|%s\n' "${setup##*/}" "$where" "$name" "$result" >>"$out/results.txt"
}

expect() {  # expect WANTED COMMAND...: the exit code
  local wanted=$1 code=0
  shift
  "$@" || code=$?
  [ "$code" = "$wanted" ] || { echo "exit code $code instead of $wanted: $*"; return 1; }
}

within() {  # within SECONDS COMMAND...: it comes true
  local end=$((SECONDS + $1))
  shift
  until "$@" >/dev/null 2>&1; do
    [ $SECONDS -lt $end ] || { echo "waited in vain for: $*"; return 1; }
    sleep 0.3
  done
}

not() { ! "$@"; }
picture() { import -window root "$out/windows-$1.png"; }
window() { xdotool search --onlyvisible --name '^Bondsdesk'; }
window_pid() { xdotool getwindowpid "$(window | head -n1)"; }
another_process() { [ "$(window_pid)" != "$1" ]; }
colours() { [ "$(identify -format %k "$out/windows-$1.png")" -gt "$2" ]; }
in_background() { (wine "$@" </dev/null 2>&1 | cat) & }
close_windows() {  # ends every program of this Windows
  wineserver -k 2>/dev/null || true
  wineserver -w
}
registered() { wine_run reg query "$UNINSTALL_KEY" >"$scratch/key" && grep -q "$@" "$scratch/key"; }
press() { xdotool windowfocus --sync "$(window | head -n1)" key --delay 50 "$@"; }

# -- the trials ----------------------------------------------------------------------------------

UNINSTALL_KEY='HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\Bondsdesk'
PASSPHRASE='Chai on the roof. شام کی چائے'

install_silently() {
  expect 0 wine_run "$setup" /S
  test -f "$installed/Bondsdesk.exe" -a -f "$installed/Bondsdesk-console.exe"
  test -d "$installed/licences" -a -f "$installed/bondsdesk.cdx.json"
  test -f "$menu" -a ! -e "$desktop"
  registered "DisplayVersion *REG_SZ *$version"
  registered 'Publisher *REG_SZ *The Bondsdesk developers'
  registered 'EstimatedSize *REG_DWORD *0x[0-9a-f]\{5\}'
}

test_itself() {  # test_itself FOLDER
  rm -f "$windows/told.txt"
  BONDSDESK_SELFTEST_OUT='C:\told.txt' expect 0 wine_run "$1/Bondsdesk.exe" --self-test
  cat "$windows/told.txt"
  grep -q 'are fine .*, windows)' "$windows/told.txt"
  test -z "$(find "$windows/users" -name 'bondsdesk-*' -ipath '*temp*')"
}

speak_in_a_terminal() {
  wine_run "$installed/Bondsdesk-console.exe" --version | grep -q "^Bondsdesk $version"
  expect 2 wine_run "$installed/Bondsdesk-console.exe" --nonsense
  expect 1 wine_run "$installed/Bondsdesk-console.exe" verify-agreement 'C:\told.txt'
  PYTHONHOME=junk PYTHONPATH=junk expect 0 wine_run "$installed/Bondsdesk-console.exe" --version
}

show_window() {
  in_background "$installed/Bondsdesk.exe"
  within 120 window
  within 60 eval 'picture first-window; colours first-window 40'
}

come_forward() {
  expect 0 wine_run "$installed/Bondsdesk.exe"
}

refuse_while_open() {
  expect 4 wine_run "$setup" /S
  # With _?= it works from where it lies, and its own exit code is seen.
  expect 4 wine_run "$installed/Uninstall.exe" /S "_?=$(in_windows "$installed")"
  test -f "$installed/Bondsdesk.exe" -a -d "$installed/lib/PySide6"
  window
}

lock_by_a_fresh_process() {
  local before
  before=$(window_pid)
  press F9
  within 120 another_process "$before"
  within 60 eval 'picture after-lock; colours after-lock 40'
}

tell_window() {  # tell_window sleep|lock: as Windows would, and the answer is waited for
  expect 0 wine_run "$parts/embed/python.exe" "Z:${here//\//\\}\\wine-test\\tell.py" "$1"
}

lock_when_windows_says() {
  local PASSPHRASE='chai on the roof while it rains' what before
  twice found_a_vault 'C:\asleep' "$(in_windows "$data")"
  in_background "$installed/Bondsdesk.exe" --data-dir 'C:\asleep'
  for what in sleep lock; do
    within 120 window
    within 60 eval 'picture locked; colours locked 40'
    before=$(window_pid)
    within 60 tell_window "$what"                      # a door has nothing to lock
    [ "$(window_pid)" = "$before" ]
    xdotool windowfocus --sync "$(window | head -n1)" type --delay 50 "$PASSPHRASE"
    press Return
    # Told again and again: as long as the place is being opened, it is still a door.
    within 120 eval "tell_window $what; another_process $before"
  done
  within 60 eval 'picture locked; colours locked 40'
  test ! -s "$windows/asleep/vault.db-wal"
}

found_a_vault() {  # found_a_vault DATA CONFIG (paths of Windows)
  printf '%s\n' "$PASSPHRASE" | timeout 300 wine "$parts/embed/python.exe" -X utf8 \
    "Z:${here//\//\\}\\wine-test\\household.py" "$(in_windows "$installed/lib")" "$1" "$2" 2>&1 | cat
  return "${PIPESTATUS[1]}"
}

in_windows() {
  local path=${1#"$windows"}
  printf 'C:%s' "${path//\//\\}"
}

check_the_vault() {  # check_the_vault [OPTION...]
  printf '%s\n' "$PASSPHRASE" |
    timeout 300 wine "$installed/Bondsdesk-console.exe" "$@" check 2>&1 | tee "$scratch/check" | cat
  grep -q 'Everything is as it should be' "$scratch/check"
}

upgrade() {
  : >"$installed/lib/bondsdesk/of_an_older_version.py"
  (cd "$data" && find . -type f ! -name '*.log' | sort | xargs sha256sum) >"$scratch/before"
  expect 0 wine_run "$setup" /S
  test ! -e "$installed/lib/bondsdesk/of_an_older_version.py"
  (cd "$data" && sha256sum --quiet -c "$scratch/before")
  check_the_vault
}

live_in_an_urdu_path() {
  # The folder stands last and without quotation marks, as NSIS wants it: one word each.
  expect 0 wine_run "$setup" /S '/D=C:\users\میری' 'چائے' 'کی' 'میز'
  local folder="$windows/users/میری چائے کی میز"
  test -f "$folder/Bondsdesk.exe"
  test_itself "$folder"
  installed=$folder
  found_a_vault 'C:\users\ہماری جگہ' 'C:\users\ہماری ترتیبات'
  check_the_vault --data-dir 'C:\users\ہماری جگہ'
  remove_silently /S
}

miss_a_part() {  # miss_a_part FILE NAME-OF-PICTURE
  mv "$installed/$1" "$scratch/part"
  [ "$2" != damaged ] || head -c 1000000 "$scratch/part" >"$installed/$1"
  rm -f "$scratch/code"
  (set +e; wine "$installed/Bondsdesk.exe" </dev/null 2>&1 | cat; echo "${PIPESTATUS[0]}" >"$scratch/code") &
  local told=0
  within 120 window || told=1
  picture "part-$2"
  press Return || told=1
  within 60 test -s "$scratch/code" || told=1
  mv "$scratch/part" "$installed/$1"
  [ $told = 0 ] && [ "$(cat "$scratch/code")" = 1 ]
}

remove_silently() {  # remove_silently WORD...
  expect 0 wine_run "$installed/Uninstall.exe" "$@"
  within 120 test ! -e "$installed"
  test ! -e "$menu" -a ! -e "$desktop"
  not registered DisplayName
}

keep_data() {
  remove_silently /S
  test -f "$data/vault.db" -a -f "$data/vault.header"
}

ask_about_data() {
  expect 0 wine_run "$setup" /S /DESKTOP
  test -f "$desktop"
  in_background "$installed/Uninstall.exe"
  within 120 window
  within 60 eval 'picture uninstall; colours uninstall 20'
  press Down Return                                    # delete; it asks again, and "no" is chosen
  sleep 3
  picture uninstall-sure
  xdotool key Return
  sleep 3
  test -f "$installed/Bondsdesk.exe" -a -f "$data/vault.db"
  press Up Return                                      # keep
  within 120 test ! -e "$installed"
  test -f "$data/vault.db"
}

delete_data() {
  expect 0 wine_run "$setup" /S
  remove_silently /S /DELETEDATA
  within 120 test ! -e "$data"
}

# -- a Windows, a screen, and off we go ----------------------------------------------------------

exec {number}<> <(:)
Xvfb -displayfd "$number" -screen 0 1366x768x24 >/dev/null 2>&1 &
screen=$!
read -r -u "$number" display
export DISPLAY=:$display
wine_begin "$scratch"
windows=$WINEPREFIX/drive_c
for stand_in in icuuc mscms bcryptprimitives; do
  x86_64-w64-mingw32-gcc -w -shared -O1 -o "$windows/windows/system32/$stand_in.dll" \
    "$here/wine-test/$stand_in.c" -ladvapi32
done
user=$windows/users/$(id -un)
installed=$user/AppData/Local/Programs/Bondsdesk
data=$user/AppData/Local/bondsdesk
menu="$user/AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Bondsdesk.lnk"
desktop=$user/Desktop/Bondsdesk.lnk

in_full() { [ -n "$quick" ] || trial "$@"; }

trial "installed without a question" install_silently
trial "self-test: vault, window, PDF" test_itself "$installed"
in_full "speaks in a terminal" speak_in_a_terminal
trial "its window is seen" show_window
in_full "a second start brings it forward" come_forward
trial "setup and removal refuse while it is open" refuse_while_open
trial "F9 locks by a fresh process" lock_by_a_fresh_process
close_windows
in_full "locks when Windows sleeps or is locked" lock_when_windows_says
close_windows
trial "a vault is founded" twice found_a_vault "$(in_windows "$data")" "$(in_windows "$data")"
trial "upgrade: the vault is as it was" upgrade
trial "a part is missing: said in a window" miss_a_part runtime/python313.dll missing
in_full "a library is missing: said in a window" miss_a_part lib/PySide6/Qt6Core.dll library
in_full "a part is damaged: said in a window" miss_a_part runtime/python313.zip damaged
trial "removed: what was written stays" keep_data
in_full "removal asks about what was written; keeps it" ask_about_data
close_windows
in_full "removed with what was written, when asked" delete_data
in_full "folders in Urdu with blanks" live_in_an_urdu_path
[ $failed = 0 ] || stop "the Windows setup is not as it should be"
say "the Windows setup is as it should be"
