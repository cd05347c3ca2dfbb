"""Who has a plan open: a small file beside it, as office programs leave one."""

from __future__ import annotations

import getpass
import json
import os
import socket
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

_HELD: set[Path] = set()
"""Plans open in this process."""


@dataclass(frozen=True, slots=True)
class Owner:
    """Somebody who has a plan open."""

    user: str
    host: str
    pid: int
    at: str
    started: str = ""

    @property
    def alive(self) -> bool:
        """Whether that program may still run: on this computer it is looked for, on another it is believed."""
        if self.host != socket.gethostname():
            return True
        return _started(self.pid) is not None and (not self.started or _started(self.pid) == self.started)


def owner_file(path: Path) -> Path:
    """Where it says who has this plan open."""
    return path.with_name(f".~lock.{path.name}#")


def take(path: Path, now: datetime) -> Owner | None:
    """Take a plan. Returns None where it is taken now, else who has it. A lock left by a crash is no lock."""
    if path in _HELD:
        return _me(now)
    file = owner_file(path)
    mine = json.dumps(asdict(_me(now)))
    for _attempt in range(3):
        try:
            with file.open("x", encoding="utf-8") as writing:
                writing.write(mine)
            _HELD.add(path)
            return None
        except FileExistsError:
            owner = _read(file)
            if owner is not None and owner.alive and not _same_process(owner):
                return owner
            with suppress(FileNotFoundError):
                file.unlink()
    return _read(file)


def let_go(path: Path) -> None:
    """Give a plan back. Does nothing where it was not taken here."""
    if path in _HELD:
        _HELD.discard(path)
        with suppress(OSError):
            owner_file(path).unlink()


def _read(file: Path) -> Owner | None:
    try:
        return Owner(**json.loads(file.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def _same_process(owner: Owner) -> bool:
    return owner.host == socket.gethostname() and owner.pid == os.getpid()


def _me(now: datetime) -> Owner:
    try:
        user = getpass.getuser()
    except (KeyError, OSError):
        user = "?"
    return Owner(user, socket.gethostname(), os.getpid(), now.isoformat(), _started(os.getpid()) or "")


def _started(pid: int) -> str | None:
    """When a process of this computer started, in the system's own terms; None where it does not run.

    A number is given to another program after a crash, so a number alone proves nothing.
    """
    if sys.platform == "linux":
        try:
            stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
        except OSError:
            return None
        return stat.rpartition(")")[2].split()[19]
    if sys.platform == "win32":
        return _windows_started(pid)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return None
    except PermissionError:
        pass
    return ""


def _windows_started(pid: int) -> str | None:
    import ctypes

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - only there on Windows
    handle = kernel.OpenProcess(0x1000, False, pid)
    if not handle:
        return None
    times = [ctypes.c_ulonglong() for _unused in range(4)]
    kernel.GetProcessTimes(handle, *(ctypes.byref(time) for time in times))
    kernel.CloseHandle(handle)
    return str(times[0].value) if not times[1].value else None
