; SPDX-License-Identifier: GPL-3.0-or-later
; The setup: for the person who runs it, without administrator. It is called by build.sh, which gives
;   STAGE (version.nsh, files.nsh, the pictures), OUT (the setup) and SIGN (the script that signs).
; Switches: /S without questions · /D=FOLDER (last) · /DESKTOP puts it on the desktop too.
; Of Uninstall.exe: /S keeps what was written · /S /DELETEDATA deletes it as well.
; Exit codes: 0 done · 1 left by the person · 2 a file could not be written · 3 this Windows is too old
;   · 4 Bondsdesk is open.
Unicode true
Target amd64-unicode
!include "MUI2.nsh"
!include "LogicLib.nsh"
!include "WinVer.nsh"
!include "x64.nsh"
!include "FileFunc.nsh"
!include "nsDialogs.nsh"
!include "${STAGE}/version.nsh"

Name "Bondsdesk"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Bondsdesk"
InstallDirRegKey HKCU "Software\Bondsdesk" "InstallDir"
RequestExecutionLevel user
ManifestDPIAware true
BrandingText "Bondsdesk ${VERSION}"
ShowInstDetails nevershow
ShowUninstDetails nevershow
!ifdef QUICK
SetCompress off
!else
SetCompressor /SOLID lzma
SetCompressorDictSize 64
!endif
!uninstfinalize 'bash "${SIGN}" "%1"' = 0

!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Bondsdesk"
; What the two have written lies here (platformdirs); never inside of $INSTDIR.
!define DATA "$LOCALAPPDATA\bondsdesk"

VIProductVersion "${FOUR_NUMBERS}"
!macro FACTS LANG
VIAddVersionKey /LANG=${LANG} "ProductName" "Bondsdesk"
VIAddVersionKey /LANG=${LANG} "FileDescription" "Bondsdesk Setup"
VIAddVersionKey /LANG=${LANG} "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=${LANG} "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=${LANG} "CompanyName" "${PUBLISHER}"
VIAddVersionKey /LANG=${LANG} "LegalCopyright" "${PUBLISHER}, GPL-3.0-or-later"
!macroend

!define MUI_ICON "${STAGE}/bondsdesk.ico"
!define MUI_UNICON "${STAGE}/bondsdesk.ico"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${STAGE}/side.bmp"
!define MUI_LANGDLL_REGISTRY_ROOT HKCU
!define MUI_LANGDLL_REGISTRY_KEY "Software\Bondsdesk"
!define MUI_LANGDLL_REGISTRY_VALUENAME "SetupLanguage"
!define MUI_LANGDLL_WINDOWTITLE "Bondsdesk"
!define MUI_LANGDLL_INFO "English · اردو"
!define MUI_LANGDLL_ALLLANGUAGES
!define MUI_WELCOMEPAGE_TITLE "$(WELCOME_TITLE)"
!define MUI_WELCOMEPAGE_TEXT "$(WELCOME_TEXT)"
!define MUI_FINISHPAGE_TITLE "$(DONE_TITLE)"
!define MUI_FINISHPAGE_TEXT "$(DONE_TEXT)"
!define MUI_FINISHPAGE_RUN "$INSTDIR\Bondsdesk.exe"
!define MUI_FINISHPAGE_RUN_TEXT "$(OPEN_NOW)"
!define MUI_FINISHPAGE_SHOWREADME ""
!define MUI_FINISHPAGE_SHOWREADME_TEXT "$(ON_DESKTOP)"
!define MUI_FINISHPAGE_SHOWREADME_NOTCHECKED
!define MUI_FINISHPAGE_SHOWREADME_FUNCTION PutOnDesktop
!insertmacro MUI_PAGE_WELCOME
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE SettleFolder
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
UninstPage custom un.AskAboutData un.HearAboutData
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGEEX "${HERE}/languages" "Urdu"
!insertmacro FACTS ${LANG_ENGLISH}
!insertmacro FACTS ${LANG_URDU}
!include "${HERE}/texts.nsh"
!insertmacro MUI_RESERVEFILE_LANGDLL

Var DeleteData
Var KeepButton
Var DeleteButton

!macro LEAVE CODE
  SetErrorLevel ${CODE}
  Quit
!macroend

; A file that runs cannot be opened for writing: nobody's desk is pulled from under them.
!macro REFUSE_WHILE_OPEN UN
Function ${UN}RefuseWhileOpen
  again:
  StrCpy $1 "$INSTDIR\Bondsdesk.exe"
  Call ${UN}IsFree
  ${If} $0 == "free"
    StrCpy $1 "$INSTDIR\Bondsdesk-console.exe"
    Call ${UN}IsFree
  ${EndIf}
  ${If} $0 != "free"
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(IS_OPEN)" /SD IDCANCEL IDRETRY again
    !insertmacro LEAVE 4
  ${EndIf}
FunctionEnd
Function ${UN}IsFree
  StrCpy $0 "free"
  ${If} ${FileExists} "$1"
    ClearErrors
    FileOpen $2 "$1" a
    ${If} ${Errors}
      StrCpy $0 "taken"
    ${Else}
      FileClose $2
    ${EndIf}
  ${EndIf}
FunctionEnd
!macroend
!insertmacro REFUSE_WHILE_OPEN ""
!insertmacro REFUSE_WHILE_OPEN "un."

Function .onInit
  ${IfNot} ${RunningX64}
    MessageBox MB_ICONSTOP "$(NEEDS_64_BIT)" /SD IDOK
    !insertmacro LEAVE 3
  ${EndIf}
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_ICONSTOP "$(NEEDS_WINDOWS_10)" /SD IDOK
    !insertmacro LEAVE 3
  ${EndIf}
  !insertmacro MUI_LANGDLL_DISPLAY
FunctionEnd

; Sets $0 to "yes" if $INSTDIR is ours, even if it lacks a part because a setup or a removal was cut
; short.
Function IsOurs
  StrCpy $0 "yes"
  ReadRegStr $1 HKCU "Software\Bondsdesk" "InstallDir"
  ${If} $1 != "$INSTDIR"
  ${AndIfNot} ${FileExists} "$INSTDIR\Bondsdesk.exe"
  ${AndIfNot} ${FileExists} "$INSTDIR\Uninstall.exe"
    StrCpy $0 "no"
  ${EndIf}
FunctionEnd

; A folder that holds something of theirs: we move one folder further in, because lib and runtime of
; our own folder are emptied at every upgrade.
Function SettleFolder
  ${Do}
    Call IsOurs
    ${If} $0 == "yes"
      Return
    ${EndIf}
    ${DirState} "$INSTDIR" $0
    ${If} $0 != 1
      Return
    ${EndIf}
    StrCpy $INSTDIR "$INSTDIR\Bondsdesk"
  ${Loop}
FunctionEnd

Function PutOnDesktop
  CreateShortcut "$DESKTOP\Bondsdesk.lnk" "$INSTDIR\Bondsdesk.exe" "" "$INSTDIR\Bondsdesk.exe" 0
FunctionEnd

Section "Bondsdesk"
  SetShellVarContext current
  Call SettleFolder
  Call RefuseWhileOpen
  RMDir /r "$INSTDIR\lib"          ; SettleFolder has seen to it that these are ours
  RMDir /r "$INSTDIR\runtime"
  RMDir /r "$INSTDIR\licences"
  WriteRegStr HKCU "Software\Bondsdesk" "InstallDir" "$INSTDIR"
  SetOverwrite on
  ClearErrors
  !include "${STAGE}/files.nsh"
  ${If} ${Errors}
    MessageBox MB_ICONSTOP "$(CANNOT_WRITE)" /SD IDOK
    !insertmacro LEAVE 2
  ${EndIf}
  WriteUninstaller "$INSTDIR\Uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Bondsdesk.lnk" "$INSTDIR\Bondsdesk.exe" "" "$INSTDIR\Bondsdesk.exe" 0
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/DESKTOP" $1
  ${IfNot} ${Errors}
    Call PutOnDesktop
  ${EndIf}
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "Bondsdesk"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "${PUBLISHER}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\Bondsdesk.exe"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\Uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\Uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" $0
SectionEnd

Function un.onInit
  SetShellVarContext current
  StrCpy $DeleteData "no"
  ReadRegStr $0 HKCU "Software\Bondsdesk" "SetupLanguage"
  ${If} $0 != ""                    ; after a silent installation it is the language of Windows
    StrCpy $LANGUAGE $0
  ${EndIf}
  Call un.RefuseWhileOpen
  ${If} ${Silent}
    ${GetParameters} $0
    ClearErrors
    ${GetOptions} $0 "/DELETEDATA" $1
    ${IfNot} ${Errors}
      StrCpy $DeleteData "yes"
    ${EndIf}
  ${EndIf}
FunctionEnd

Function un.AskAboutData
  !insertmacro MUI_HEADER_TEXT "$(REMOVE_TITLE)" "$(REMOVE_SUBTITLE)"
  nsDialogs::Create 1018
  Pop $0
  ${If} $(^RTL) == 1
    nsDialogs::SetRTL 1
  ${EndIf}
  ${NSD_CreateLabel} 0 0 100% 24u "$(REMOVE_QUESTION)"
  Pop $0
  ; Side by side in the order of the keyboard, so that the arrows lead from one to the other.
  ${NSD_CreateFirstRadioButton} 0 30u 100% 12u "$(KEEP_DATA)"
  Pop $KeepButton
  ${NSD_CreateAdditionalRadioButton} 0 70u 100% 12u "$(DELETE_DATA)"
  Pop $DeleteButton
  ${NSD_CreateLabel} 12u 43u -12u 22u "$(KEEP_DATA_MEANS)"
  Pop $0
  ${NSD_AddStyle} $0 ${WS_GROUP}
  ${NSD_CreateLabel} 12u 83u -12u 32u "$(DELETE_DATA_MEANS)"
  Pop $0
  ${If} $DeleteData == "yes"
    ${NSD_Check} $DeleteButton
    ${NSD_SetFocus} $DeleteButton
  ${Else}
    ${NSD_Check} $KeepButton
    ${NSD_SetFocus} $KeepButton
  ${EndIf}
  GetDlgItem $0 $HWNDPARENT 1
  SendMessage $0 ${WM_SETTEXT} 0 "STR:$(^UninstallBtn)"
  nsDialogs::Show
FunctionEnd

Function un.HearAboutData
  StrCpy $DeleteData "no"
  ${NSD_GetState} $DeleteButton $0
  ${If} $0 == ${BST_CHECKED}
    MessageBox MB_YESNO|MB_ICONEXCLAMATION|MB_DEFBUTTON2 "$(DELETE_SURE)" IDYES sure
    Abort
    sure:
    StrCpy $DeleteData "yes"
  ${EndIf}
FunctionEnd

Section "Uninstall"
  Call un.RefuseWhileOpen
  RMDir /r "$INSTDIR\lib"
  RMDir /r "$INSTDIR\runtime"
  RMDir /r "$INSTDIR\licences"
  Delete "$INSTDIR\Bondsdesk.exe"
  Delete "$INSTDIR\Bondsdesk-console.exe"
  Delete "$INSTDIR\LICENSE.txt"
  Delete "$INSTDIR\bondsdesk.cdx.json"
  Delete "$INSTDIR\Uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Bondsdesk.lnk"
  Delete "$DESKTOP\Bondsdesk.lnk"
  DeleteRegKey HKCU "${UNINSTALL_KEY}"
  DeleteRegKey HKCU "Software\Bondsdesk"
  ${If} $DeleteData == "yes"
    RMDir /r "${DATA}"
  ${EndIf}
SectionEnd
