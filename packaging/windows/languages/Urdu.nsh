;Language: Urdu (1056)
; SPDX-License-Identifier: GPL-3.0-or-later
; Of Modern UI's sentences those that our pages show; see resources/translations/GLOSSARY.md.

!insertmacro LANGFILE "Urdu" "اردو" "Urdu" "Urdu"

!ifdef MUI_DIRECTORYPAGE
  ${LangFileString} MUI_TEXT_DIRECTORY_TITLE "کس فولڈر میں"
  ${LangFileString} MUI_TEXT_DIRECTORY_SUBTITLE "$(^NameDA) کے لیے فولڈر چنیے۔"
!endif

!ifdef MUI_INSTFILESPAGE
  ${LangFileString} MUI_TEXT_INSTALLING_TITLE "انسٹال ہو رہا ہے"
  ${LangFileString} MUI_TEXT_INSTALLING_SUBTITLE "ذرا ٹھہریے، $(^NameDA) انسٹال ہو رہا ہے۔"
  ${LangFileString} MUI_TEXT_FINISH_TITLE "ہو گیا"
  ${LangFileString} MUI_TEXT_FINISH_SUBTITLE "انسٹالیشن پوری ہو گئی۔"
  ${LangFileString} MUI_TEXT_ABORT_TITLE "انسٹالیشن رک گئی"
  ${LangFileString} MUI_TEXT_ABORT_SUBTITLE "انسٹالیشن پوری نہیں ہو سکی۔"
!endif

!ifdef MUI_UNINSTFILESPAGE
  ${LangFileString} MUI_UNTEXT_UNINSTALLING_TITLE "ہٹایا جا رہا ہے"
  ${LangFileString} MUI_UNTEXT_UNINSTALLING_SUBTITLE "ذرا ٹھہریے، $(^NameDA) ہٹایا جا رہا ہے۔"
  ${LangFileString} MUI_UNTEXT_FINISH_TITLE "ہو گیا"
  ${LangFileString} MUI_UNTEXT_FINISH_SUBTITLE "$(^NameDA) ہٹا دیا گیا۔"
  ${LangFileString} MUI_UNTEXT_ABORT_TITLE "ہٹانا رک گیا"
  ${LangFileString} MUI_UNTEXT_ABORT_SUBTITLE "$(^NameDA) پورا نہیں ہٹ سکا۔"
!endif

!ifdef MUI_FINISHPAGE
  ${LangFileString} MUI_TEXT_FINISH_INFO_TITLE "$(^NameDA) تیار ہے"
  ${LangFileString} MUI_TEXT_FINISH_INFO_TEXT "$(^NameDA) انسٹال ہو گیا۔"
  ${LangFileString} MUI_TEXT_FINISH_INFO_REBOOT "کام پورا ہونے کے لیے کمپیوٹر دوبارہ چلانا ہے۔ ابھی چلائیں؟"
!endif

!ifdef MUI_FINISHPAGE | MUI_UNFINISHPAGE
  ${LangFileString} MUI_TEXT_FINISH_REBOOTNOW "ابھی دوبارہ چلائیں"
  ${LangFileString} MUI_TEXT_FINISH_REBOOTLATER "بعد میں خود چلائیں"
  ${LangFileString} MUI_TEXT_FINISH_RUN "$(^NameDA) کھولیں"
  ${LangFileString} MUI_TEXT_FINISH_SHOWREADME "تعارف دکھائیں"
  ${LangFileString} MUI_BUTTONTEXT_FINISH "بند کریں"
!endif

!ifdef MUI_WELCOMEPAGE
  ${LangFileString} MUI_TEXT_WELCOME_INFO_TITLE "$(^NameDA) میں خوش آمدید"
  ${LangFileString} MUI_TEXT_WELCOME_INFO_TEXT "$_CLICK"
!endif
