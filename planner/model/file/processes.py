"""Which program start a process number belongs to, so that a reused number is not taken for the old program."""

from __future__ import annotations

import os
import sys
from pathlib import Path

UNKNOWN = ""


def my_start() -> str:
    """When this process started, as a text that only means something on this machine."""
    return start_of(os.getpid()) or UNKNOWN


def is_running(pid: int, start: str) -> bool:
    """Whether the program that had this number and start still runs. In doubt, it does."""
    found = start_of(pid)
    return found is not None and (found == start or UNKNOWN in (found, start))


def start_of(pid: int) -> str | None:
    """When the process with this number started; None where there is none, UNKNOWN where the system does not say."""
    if pid <= 0:
        return None
    if sys.platform == "win32":
        found = _start_on_windows(pid)
    elif sys.platform == "linux":
        found = _start_on_linux(pid)
    else:
        found = _start_on_mac(pid)
    return found


def _start_on_linux(pid: int) -> str | None:
    try:
        line = Path(f"/proc/{pid}/stat").read_text("ascii", "replace")
    except OSError:
        return UNKNOWN if _answers(pid) else None  # hidden from us, or gone
    after_name = line.rpartition(")")[2].split()  # the name may hold blanks and brackets
    state, ticks = after_name[0], after_name[19]
    return None if state in "ZX" else ticks


def _answers(pid: int) -> bool:
    """Whether there is such a process. Not for Windows, where this would end it."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass  # it runs, under another name
    return True


def _start_on_mac(pid: int) -> str | None:
    """Asks libproc; the start is in the two 64-bit numbers at byte 120 of proc_bsdinfo."""
    import ctypes

    if not _answers(pid):
        return None
    info = ctypes.create_string_buffer(136)
    try:
        size = ctypes.CDLL("/usr/lib/libproc.dylib").proc_pidinfo(pid, 3, ctypes.c_uint64(0), info, len(info))
    except (OSError, AttributeError):
        return UNKNOWN
    return info.raw[120:136].hex() if size == len(info) else UNKNOWN


if sys.platform == "win32":

    def _start_on_windows(pid: int) -> str | None:
        import ctypes
        from ctypes import wintypes

        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.OpenProcess.restype = wintypes.HANDLE
        kernel.OpenProcess.argtypes = (wintypes.DWORD, wintypes.BOOL, wintypes.DWORD)
        kernel.CloseHandle.argtypes = (wintypes.HANDLE,)
        kernel.GetExitCodeProcess.argtypes = (wintypes.HANDLE, ctypes.POINTER(wintypes.DWORD))
        kernel.GetProcessTimes.argtypes = (wintypes.HANDLE, *[ctypes.POINTER(wintypes.FILETIME)] * 4)
        query_limited_information, access_denied, still_active = 0x1000, 5, 259

        handle = kernel.OpenProcess(query_limited_information, False, pid)
        if not handle:
            return UNKNOWN if ctypes.get_last_error() == access_denied else None
        try:
            code = wintypes.DWORD()
            if kernel.GetExitCodeProcess(handle, ctypes.byref(code)) and code.value != still_active:
                return None
            times = [wintypes.FILETIME() for _ in range(4)]
            if not kernel.GetProcessTimes(handle, *(ctypes.byref(time) for time in times)):
                return UNKNOWN
            return f"{times[0].dwHighDateTime << 32 | times[0].dwLowDateTime}"
        finally:
            kernel.CloseHandle(handle)
