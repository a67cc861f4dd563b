// SPDX-License-Identifier: GPL-3.0-or-later
/* test-only stand-in for Windows 10's icuuc.dll (wine 8 has none): no extra codecs. */
typedef int UErrorCode; typedef unsigned short UChar;
#define X __declspec(dllexport)
#define UNSUP 16
X void UCNV_FROM_U_CALLBACK_SUBSTITUTE(void){} X void UCNV_TO_U_CALLBACK_SUBSTITUTE(void){}
X void ucnv_cbFromUWriteUChars(void){} X void ucnv_cbToUWriteUChars(void){} X void ucnv_close(void*c){} X int ucnv_countAvailable(void){return 0;}
X int ucnv_fromUCountPending(void*c,UErrorCode*e){return 0;} X int ucnv_toUCountPending(void*c,UErrorCode*e){return 0;}
X void ucnv_fromUnicode(void*c,char**t,const char*tl,const UChar**s,const UChar*sl,int*o,signed char f,UErrorCode*e){*e=UNSUP;}
X void ucnv_toUnicode(void*c,UChar**t,const UChar*tl,const char**s,const char*sl,int*o,signed char f,UErrorCode*e){*e=UNSUP;}
X const char*ucnv_getAvailableName(int n){return 0;} X void ucnv_getFromUCallBack(void*c,void**a,const void**x){} X void ucnv_getToUCallBack(void*c,void**a,const void**x){}
X signed char ucnv_getMaxCharSize(void*c){return 4;} X const char*ucnv_getName(void*c,UErrorCode*e){*e=UNSUP;return 0;}
X const char*ucnv_getStandardName(const char*n,const char*s,UErrorCode*e){*e=UNSUP;return 0;} X void*ucnv_open(const char*n,UErrorCode*e){*e=UNSUP;return 0;}
X void ucnv_reset(void*c){} X void ucnv_setFromUCallBack(void*c,void*a,void*x,void**oa,void**ox,UErrorCode*e){} X void ucnv_setToUCallBack(void*c,void*a,void*x,void**oa,void**ox,UErrorCode*e){}
