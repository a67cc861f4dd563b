; SPDX-License-Identifier: GPL-3.0-or-later
; What the setup and the uninstaller say in their own words, in both languages.
!macro SAY NAME ENGLISH URDU
LangString ${NAME} ${LANG_ENGLISH} "${ENGLISH}"
LangString ${NAME} ${LANG_URDU} "${URDU}"
!macroend

!insertmacro SAY WELCOME_TITLE \
  "A private desk for two" \
  "دو لوگوں کی اپنی میز"
!insertmacro SAY WELCOME_TEXT \
  "Bondsdesk will be put on this computer for your account alone. That takes about a minute, needs no administrator and no internet.$\r$\n$\r$\nIf it is here already, it will be brought up to date, and what you two have written stays as it is.$\r$\n$\r$\n$_CLICK" \
  "Bondsdesk اس کمپیوٹر پر صرف آپ کے اکاؤنٹ کے لیے انسٹال ہوگا۔ تقریباً ایک منٹ لگے گا؛ نہ ایڈمنسٹریٹر چاہیے، نہ انٹرنیٹ۔$\r$\n$\r$\nاگر یہ پہلے سے موجود ہے تو نیا ہو جائے گا، اور آپ دونوں کا لکھا ہوا ویسا ہی رہے گا۔$\r$\n$\r$\n$_CLICK"
!insertmacro SAY DONE_TITLE \
  "Bondsdesk is ready" \
  "Bondsdesk تیار ہے"
!insertmacro SAY DONE_TEXT \
  "You will find it in the start menu under B." \
  "یہ آپ کو سٹارٹ مینو میں B کے نیچے ملے گا۔"
!insertmacro SAY OPEN_NOW \
  "Open Bondsdesk now" \
  "Bondsdesk ابھی کھولیں"
!insertmacro SAY ON_DESKTOP \
  "Put it on the desktop, too" \
  "ڈیسک ٹاپ پر بھی رکھیں"
!insertmacro SAY IS_OPEN \
  "Bondsdesk is open. Please close it, then choose Retry." \
  "Bondsdesk کھلا ہوا ہے۔ پہلے اسے بند کیجیے، پھر Retry دبائیے۔"
!insertmacro SAY CANNOT_WRITE \
  "Not everything could be written, so Bondsdesk may not open. Please see whether the disk is full, then run the setup again." \
  "سب کچھ لکھا نہیں جا سکا، اس لیے شاید Bondsdesk نہ کھلے۔ دیکھ لیجیے کہ ڈسک بھری تو نہیں، پھر دوبارہ انسٹال کیجیے۔"
!insertmacro SAY NEEDS_64_BIT \
  "Bondsdesk needs a 64-bit Windows." \
  "Bondsdesk کو 64-bit ونڈوز چاہیے۔"
!insertmacro SAY NEEDS_WINDOWS_10 \
  "Bondsdesk needs Windows 10 (version 1809) or newer." \
  "Bondsdesk کو Windows 10 (1809) یا اس سے نئی ونڈوز چاہیے۔"
!insertmacro SAY REMOVE_TITLE \
  "Remove Bondsdesk" \
  "Bondsdesk ہٹانا"
!insertmacro SAY REMOVE_SUBTITLE \
  "The program goes. What about what you two have written?" \
  "پروگرام ہٹ جائے گا۔ اور جو آپ دونوں نے لکھا ہے؟"
!insertmacro SAY REMOVE_QUESTION \
  "Talks, notes, goals and agreements lie in an encrypted place on this computer, apart from the program." \
  "باتیں، رقعے، خواہشیں اور عہد پروگرام سے الگ، اسی کمپیوٹر پر، تالے میں رکھے ہیں۔"
!insertmacro SAY KEEP_DATA \
  "Keep what we have written" \
  "ہمارا لکھا ہوا رکھیں"
!insertmacro SAY KEEP_DATA_MEANS \
  "It stays locked as it is. Whoever installs Bondsdesk here again finds it, and opens it with their own passphrase." \
  "وہ ویسے ہی تالے میں رہے گا۔ Bondsdesk پھر انسٹال ہو تو اپنے خفیہ جملے سے کھل جائے گا۔"
!insertmacro SAY DELETE_DATA \
  "Delete everything we have written on this computer" \
  "اس کمپیوٹر پر ہمارا لکھا ہوا سب مٹا دیں"
!insertmacro SAY DELETE_DATA_MEANS \
  "For both of you, with all backups in that place. Nobody can bring it back, the paper sheets cannot either. Copies that you made elsewhere are not touched." \
  "آپ دونوں کا، وہاں رکھی سب نقلوں سمیت۔ اسے کوئی واپس نہیں لا سکتا، کاغذ کی پرچیاں بھی نہیں۔ جو نقلیں آپ نے کہیں اور رکھی ہیں وہ رہیں گی۔"
!insertmacro SAY DELETE_SURE \
  "Everything you two have written on this computer will be gone for good. Does your partner know?$\r$\n$\r$\nDelete it?" \
  "اس کمپیوٹر پر آپ دونوں کا لکھا ہوا سب ہمیشہ کے لیے مٹ جائے گا۔ کیا آپ کے ساتھی کو معلوم ہے؟$\r$\n$\r$\nمٹا دیں؟"
