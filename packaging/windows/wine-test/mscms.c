// SPDX-License-Identifier: GPL-3.0-or-later
#include <windows.h>
#define X __declspec(dllexport)
X HANDLE WINAPI WcsOpenColorProfileW(void*a,void*b,void*c,DWORD d,DWORD e,DWORD f,DWORD g){SetLastError(50);return 0;}
X HANDLE WINAPI WcsCreateIccProfile(HANDLE h,DWORD o){SetLastError(50);return 0;}
X BOOL WINAPI WcsGetDefaultColorProfile(int s,const WCHAR*d,int t,int st,DWORD i,DWORD cb,WCHAR*n){SetLastError(50);return FALSE;}
X BOOL WINAPI WcsGetDefaultColorProfileSize(int s,const WCHAR*d,int t,int st,DWORD i,DWORD*cb){SetLastError(50);return FALSE;}
X HANDLE WINAPI OpenColorProfileW(void*p,DWORD a,DWORD s,DWORD c){SetLastError(50);return 0;}
X BOOL WINAPI CloseColorProfile(HANDLE h){return TRUE;}
X BOOL WINAPI GetColorProfileFromHandle(HANDLE h,BYTE*b,DWORD*n){SetLastError(50);return FALSE;}
X BOOL WINAPI GetStandardColorSpaceProfileW(const WCHAR*m,DWORD id,WCHAR*p,DWORD*n){SetLastError(50);return FALSE;}
X BOOL WINAPI EnumColorProfilesW(const WCHAR*m,void*r,BYTE*b,DWORD*n,DWORD*c){SetLastError(50);return FALSE;}
X BOOL WINAPI AssociateColorProfileWithDeviceW(const WCHAR*m,const WCHAR*p,const WCHAR*d){SetLastError(50);return FALSE;}
X BOOL WINAPI InstallColorProfileW(const WCHAR*m,const WCHAR*p){SetLastError(50);return FALSE;}
X BOOL WINAPI UninstallColorProfileW(const WCHAR*m,const WCHAR*p,BOOL d){SetLastError(50);return FALSE;}
X BOOL WINAPI GetColorDirectoryW(const WCHAR*m,WCHAR*b,DWORD*n){SetLastError(50);return FALSE;}
