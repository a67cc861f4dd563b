# SPDX-License-Identifier: GPL-3.0-or-later
# Tries the setup on Windows itself, as packaging/windows/test.sh does under wine:
#   packaging/windows/try_setup.ps1 OUTDIR
# Installs it for this person, runs the self-test, installs again over it, removes it, and looks
# that what was written stays. Writes OUTDIR/results-windows.txt. Nobody has run this yet.
param([Parameter(Mandatory)][string]$OutDir)
$ErrorActionPreference = "Stop"
Set-StrictMode -Version Latest

function Confirm-That([bool]$Right, [string]$Sentence) {
    if (-not $Right) { throw $Sentence }
    Write-Host "  $Sentence"
}

function Invoke-Quietly([string]$File, [string[]]$Arguments) {
    $process = Start-Process -FilePath $File -ArgumentList $Arguments -Wait -PassThru
    return $process.ExitCode
}

$setup = Get-Item (Join-Path $OutDir "Bondsdesk-*-setup.exe")
$program = Join-Path $env:LOCALAPPDATA "Programs\Bondsdesk"
$data = Join-Path $env:LOCALAPPDATA "bondsdesk"
$kept = Join-Path $data "kept.txt"
$answer = Join-Path $env:TEMP "bondsdesk-selftest.txt"
$env:BONDSDESK_SELFTEST_OUT = $answer

New-Item -ItemType Directory -Force $data | Out-Null
Set-Content -Path $kept -Value "written before"
foreach ($round in "installed", "installed again over it") {
    Confirm-That ((Invoke-Quietly $setup.FullName @("/S")) -eq 0) $round
    Remove-Item -Force -ErrorAction SilentlyContinue $answer
    $code = Invoke-Quietly (Join-Path $program "Bondsdesk.exe") @("--self-test")
    Confirm-That ($code -eq 0) "self-test: $(Get-Content -Encoding utf8 $answer)"
}
Confirm-That (Test-Path (Join-Path $program "licences\README.txt")) "the licences are there"
Invoke-Quietly (Join-Path $program "Uninstall.exe") @("/S") | Out-Null
# The uninstaller goes on from a copy of itself: wait for its folder to go, a minute at most.
for ($left = 60; (Test-Path $program) -and $left -gt 0; $left--) { Start-Sleep -Seconds 1 }
Confirm-That (-not (Test-Path $program)) "removed"
Confirm-That (Test-Path $kept) "what was written is still there"
$windows = [System.Environment]::OSVersion.Version
"$($setup.Name)|Windows $windows|installed, self-test, installed again, removed, data kept: fine" |
    Set-Content -Encoding utf8 (Join-Path $OutDir "results-windows.txt")
