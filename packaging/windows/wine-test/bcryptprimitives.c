// SPDX-License-Identifier: GPL-3.0-or-later
/* test-only stand-in for Windows 10's bcryptprimitives.dll */
#include <windows.h>
BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE p, SIZE_T n) { return SystemFunction036(p, (ULONG)n); }
