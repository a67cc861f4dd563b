/* SPDX-License-Identifier: GPL-3.0-or-later
   Bondsdesk.exe and Bondsdesk-console.exe: load runtime\python313.dll beside them and run lib\entry.py
   with whatever stood on their own command line. The second is the same for a terminal (BONDSDESK_CONSOLE).

   A part that is missing is said in a window (in the terminal by the second), never met by silence:
   before Python begins, when it gives up while it begins, and when entry.py cannot load the program. */
#include <windows.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

#define ROOM 32768          /* the longest path Windows knows, in units of UTF-16 */
#define NOT_STARTED 1       /* the program's own exit code for "could not begin" */
#define PART L"BONDSDESK_MISSING_PART"  /* entry.py takes it away when it is reached, or names a part in it */

typedef int (*PyMain)(int, wchar_t **);
typedef int (*AtExit)(void (*)(void));

static int say(const wchar_t *part) {
    static wchar_t text[ROOM + 1024];
    _snwprintf(text, ROOM + 1023,
        L"Bondsdesk cannot begin, because a part of the program is missing or damaged:\n\n%ls\n\n"
        L"Please run the setup again. What you two have written is not touched by that.\n\n"
        L"پروگرام کا ایک حصہ نہیں ملا، اس لیے Bondsdesk نہیں کھل سکا۔ براہِ کرم اسے دوبارہ انسٹال کریں۔ "
        L"آپ دونوں کا لکھا ہوا محفوظ رہے گا۔", part);
#ifdef BONDSDESK_CONSOLE
    DWORD written;
    HANDLE terminal = GetStdHandle(STD_ERROR_HANDLE);
    if (!WriteConsoleW(terminal, text, (DWORD)wcslen(text), &written, NULL)) {
        static char bytes[4 * (ROOM + 1024)];
        int length = WideCharToMultiByte(CP_UTF8, 0, text, -1, bytes, sizeof bytes, NULL, NULL);
        if (length > 1) WriteFile(terminal, bytes, (DWORD)length - 1, &written, NULL);
    }
#else
    MessageBoxW(NULL, text, L"Bondsdesk", MB_ICONERROR | MB_SETFOREGROUND);
#endif
    return NOT_STARTED;
}

/* The process is ended inside of Py_Main: by Python itself when it cannot begin (a spoilt python313.zip),
   and after entry.py. The C library they share calls this first. */
static void at_the_end(void) {
    static wchar_t part[ROOM];
    if (!GetEnvironmentVariableW(PART, part, ROOM)) return;
    SetEnvironmentVariableW(PART, NULL);
    say(part);
}

static void hear_the_end(void) {
    HMODULE crt = GetModuleHandleW(L"ucrtbase.dll");
    AtExit at_exit = crt ? (AtExit)(void *)GetProcAddress(crt, "_crt_atexit") : NULL;
    if (at_exit) at_exit(at_the_end);
}

static int is_there(const wchar_t *path) {
    return GetFileAttributesW(path) != INVALID_FILE_ATTRIBUTES;
}

static int run(int argc, wchar_t **argv) {
    static wchar_t self[ROOM], folder[ROOM], runtime[ROOM], library[ROOM], modules[ROOM], entry[ROOM];
    DWORD length = GetModuleFileNameW(NULL, self, ROOM);
    if (length == 0 || length >= ROOM - 64) return say(L"Bondsdesk.exe");
    wcscpy(folder, self);
    *wcsrchr(folder, L'\\') = 0;
    _snwprintf(runtime, ROOM, L"%ls\\runtime", folder);
    SetDefaultDllDirectories(LOAD_LIBRARY_SEARCH_DEFAULT_DIRS); /* nothing from the current folder */
    AddDllDirectory(runtime);                                   /* the one copy of the C++ library */
    _snwprintf(library, ROOM, L"%ls\\runtime\\python313.dll", folder);
    _snwprintf(modules, ROOM, L"%ls\\runtime\\python313.zip", folder);
    _snwprintf(entry, ROOM, L"%ls\\lib\\entry.py", folder);
    if (!is_there(modules)) return say(modules);
    if (!is_there(entry)) return say(entry);
    HMODULE python = LoadLibraryExW(library, NULL, LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR | LOAD_LIBRARY_SEARCH_DEFAULT_DIRS);
    PyMain py_main = python ? (PyMain)(void *)GetProcAddress(python, "Py_Main") : NULL;
    wchar_t **words = calloc((size_t)argc + 8, sizeof *words);
    if (!py_main || !words) return say(library);
    int count = 0;
    words[count++] = self;
    words[count++] = L"-X";
    words[count++] = L"utf8";
    words[count++] = entry;
    for (int i = 1; i < argc; i++) words[count++] = argv[i];
    SetEnvironmentVariableW(PART, L"runtime");
    hear_the_end();
    int code = py_main(count, words);
    at_the_end();
    return code;
}

#ifdef BONDSDESK_CONSOLE
int wmain(int argc, wchar_t **argv) { return run(argc, argv); }
#else
int WINAPI wWinMain(HINSTANCE here, HINSTANCE before, PWSTR line, int show) {
    (void)here; (void)before; (void)line; (void)show;
    return run(__argc, __wargv);
}
#endif
