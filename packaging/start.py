"""Sets Common Ground up where needed, then starts it or its tests. Standard library only.

    python3 packaging/start.py              opens the program on the worked example
    python3 packaging/start.py FILE ...     hands everything on to the program
    python3 packaging/start.py test ...     runs the tests, and hands everything on to pytest

The libraries go into the folder .venv beside this checkout, once. What only the system can give (Qt's shared
libraries on Linux) is installed where that is allowed, and otherwise named in one command.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - first, and in words that any Python 3 can read
    sys.exit("Common Ground needs Python 3.11 or newer; this is Python {}.{}.".format(*sys.version_info[:2]))

import ctypes
import hashlib
import importlib.util
import itertools
import os
import shutil
import subprocess
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "common-ground.stamp"
RUNTIME = ROOT / "packaging" / "requirements.txt"
EVERYTHING = ROOT / "packaging" / "requirements-dev.txt"
TOUR_FOLDER = "common-ground-tour"

# Shared libraries that Qt's wheels expect of a Linux system, and the Debian and Ubuntu packages that bring them.
QT_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
}
X11_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
}
WAYLAND_LIBRARIES = {"libwayland-cursor.so.0": "libwayland-cursor0"}


class CannotStart(Exception):
    """Says in plain words why this machine cannot go on, and what to do about it."""


def has_screen(platform: str, environ: Mapping[str, str]) -> bool:
    """Whether a window would be seen: always on Windows and macOS, on Linux with X11 or Wayland."""
    if platform in ("win32", "darwin"):
        return True
    return bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def opens_window(arguments: Sequence[str]) -> bool:
    """Whether the program will show a window for these arguments; a command's name is a bare word."""
    return not arguments or arguments[0].startswith("-") or arguments[0].endswith(".cgplan")


def program_arguments(arguments: Sequence[str], screen: bool, folder: Path) -> list[str]:
    """What the program is started with: without arguments the worked example, or its tour without a screen."""
    if arguments:
        return list(arguments)
    return ["--example"] if screen else ["tour", str(folder)]


def free_folder(parent: Path) -> Path:
    """A folder for a tour that is not there yet, because a tour never writes over another."""
    numbers = itertools.count(2)
    folder = parent / TOUR_FOLDER
    while folder.exists():
        folder = parent / f"{TOUR_FOLDER}-{next(numbers)}"
    return folder


def needed_libraries(platform: str, environ: Mapping[str, str], window: bool) -> dict[str, str]:
    """The shared libraries wanted of this system, with their packages."""
    if not platform.startswith("linux"):
        return {}
    wanted = dict(QT_LIBRARIES)
    if window and environ.get("DISPLAY"):
        wanted |= X11_LIBRARIES
    if window and environ.get("WAYLAND_DISPLAY"):
        wanted |= WAYLAND_LIBRARIES
    return wanted


def is_there(library: str) -> bool:
    """Whether the system finds and can load a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_packages(
    wanted: Mapping[str, str], venv_module: bool, found: Callable[[str], bool] = is_there
) -> list[str]:
    """The system packages to install, in a fixed order; `venv_module`: Python can make environments."""
    packages = {package for library, package in wanted.items() if not found(library)}
    if not venv_module:
        packages.add(f"python{sys.version_info.major}.{sys.version_info.minor}-venv")
    return sorted(packages)


def install_commands(packages: Sequence[str]) -> list[list[str]]:
    """The two calls of apt-get that bring these packages and nothing beyond what they need."""
    return [["apt-get", "update"], ["apt-get", "install", "-y", "--no-install-recommends", *packages]]


def advice(packages: Sequence[str], libraries: Iterable[str], debian: bool) -> str:
    """What a person without the right to install, or on another system, is told."""
    if debian:
        command = " && ".join("sudo " + " ".join(call) for call in install_commands(packages))
        return f"This machine lacks some system packages. Run this once, then start again:\n\n  {command}\n"
    names = ", ".join(libraries) or "the Python modules venv and ensurepip"
    return f"This machine lacks {names}: install them with the system's package manager, then start again."


def ensure_system(window: bool) -> None:
    """Bring what only the system can give, or raise CannotStart with the command that brings it."""
    wanted = needed_libraries(sys.platform, os.environ, window)
    can_make_venv = venv_python().exists() or all(map(importlib.util.find_spec, ("venv", "ensurepip")))
    packages = missing_packages(wanted, can_make_venv)
    if not packages:
        return
    debian = sys.platform.startswith("linux") and shutil.which("apt-get") is not None
    if not debian or os.geteuid() != 0:
        raise CannotStart(advice(packages, [name for name in wanted if not is_there(name)], debian))
    say(f"Installing system packages: {', '.join(packages)} (once).")
    env = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for call in install_commands(packages):
        done = quiet(call, env)
        if done.returncode:
            raise CannotStart(f"{' '.join(call[:2])} failed: {last_line(done.stderr)}")


def venv_python(platform: str = sys.platform) -> Path:
    """The Python of the environment."""
    return VENV / ("Scripts/python.exe" if platform == "win32" else "bin/python")


def digest(requirements: Path) -> str:
    """Changes when the pinned requirements do, or when the checkout has moved."""
    return hashlib.sha256(requirements.read_bytes() + str(ROOT).encode()).hexdigest()


def is_installed(requirements: Path, stamp: Path = STAMP) -> bool:
    """Whether exactly these requirements were the last ones installed, alone or among others."""
    return stamp.exists() and digest(requirements) in stamp.read_text("utf-8").split()


def ensure_environment(requirements: Path) -> None:
    """Make .venv and install the pinned requirements into it, unless that has been done before."""
    if is_installed(requirements) and venv_python().exists():
        return
    STAMP.unlink(missing_ok=True)
    if not venv_python().exists() or quiet([venv_python(), "-m", "pip", "--version"]).returncode:
        say("Making the folder .venv for the libraries (once).")
        done = quiet([sys.executable, "-m", "venv", "--clear", VENV])
        if done.returncode:
            raise CannotStart(f"Python could not make the folder {VENV}: {last_line(done.stderr or done.stdout)}")
    install(requirements)
    say("Trying the window library.")
    probe = "from PySide6.QtWidgets import QApplication; QApplication([])"
    done = quiet([venv_python(), "-c", probe], os.environ | {"QT_QPA_PLATFORM": "offscreen"})
    if done.returncode:
        raise CannotStart(f"The window library Qt does not start here: {last_line(done.stderr)}")
    write_entry_points()
    compile_program()
    both = [RUNTIME, EVERYTHING] if requirements == EVERYTHING else [RUNTIME]
    STAMP.write_text("\n".join(map(digest, both)), encoding="utf-8")


def install(requirements: Path) -> None:
    """Install exactly the pinned files, and count them aloud."""
    total = sum(1 for line in requirements.read_text("utf-8").splitlines() if "==" in line)
    say(f"Installing the libraries, about {round(total, -1)} of them (once; some 500 MB on disk).")
    command = [str(venv_python()), "-m", "pip", "install", "--require-hashes", "--no-input", "-r", str(requirements)]
    complaints = []
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if line.startswith("Collecting "):
                say("  " + line.split()[1])
            elif line.startswith("Installing collected"):
                say("  putting them in place")
            elif line.startswith(("WARNING", "ERROR")):
                complaints.append(line.strip())
    if process.returncode:
        raise CannotStart(f"The libraries could not be installed: {reason_of_failure(complaints)}")


def reason_of_failure(complaints: Sequence[str]) -> str:
    """What pip's warnings and errors come down to: its last line seldom says it, its first error mostly does."""
    text = "\n".join(complaints)
    if "CERTIFICATE_VERIFY_FAILED" in text:
        return (
            "the package index shows a certificate that Python does not know. Behind a company's proxy, let "
            "PIP_CERT name the file with its certificate."
        )
    if "connection broken" in text:
        return "the package index cannot be reached. Check the network and start again."
    if "No space left" in text:
        return "the disk is full."
    errors = [line.removeprefix("ERROR: ") for line in complaints if line.startswith("ERROR")]
    return errors[0] if errors else "pip gave no reason."


def write_entry_points() -> None:
    """Let the environment's Python find the program, and put the command `planner` beside that Python."""
    where = quiet([venv_python(), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]).stdout.strip()
    Path(where, "common-ground.pth").write_text(f"{ROOT}\n", encoding="utf-8")
    if sys.platform == "win32":
        command = venv_python().with_name("planner.cmd")
        command.write_text('@"%~dp0python.exe" -m planner %*\n', encoding="utf-8")
    else:
        command = venv_python().with_name("planner")
        command.write_text(f'#!/bin/sh\nexec "{venv_python()}" -m planner "$@"\n', encoding="utf-8")
        command.chmod(0o755)


def compile_program() -> None:
    """Compile the program's modules, so that not even its first start has to."""
    quiet([venv_python(), "-m", "compileall", "-q", ROOT / "planner"], child_environment(os.environ))


def child_environment(environ: Mapping[str, str], **more: str) -> dict[str, str]:
    """What the program is started in: as here, but it may keep its compiled modules, else each start compiles all."""
    return {name: value for name, value in environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | more


def quiet(command: Sequence[object], env: Mapping[str, str] | None = None) -> "subprocess.CompletedProcess[str]":
    """Run a command and keep what it says."""
    return subprocess.run([str(part) for part in command], env=env, capture_output=True, text=True, errors="replace")


def last_line(text: str) -> str:
    """The line that carries the reason in what a command printed."""
    lines = text.strip().splitlines()
    return lines[-1] if lines else "no reason was given."


def say(text: str) -> None:
    """One line, at once."""
    print(text, flush=True)


def go_on_as(command: Sequence[object], env: Mapping[str, str]) -> NoReturn:
    """Go on as another program, so that signals and exit codes are its own."""
    words = [str(part) for part in command]
    if sys.platform == "win32":  # where exec gives the shell back at once, while the program still runs
        sys.exit(subprocess.run(words, env=env).returncode)
    os.execve(words[0], words, env)


def run_tests(arguments: Sequence[str]) -> NoReturn:
    """Set up with the tools for development, then run pytest without a screen."""
    ensure_system(window=False)
    ensure_environment(EVERYTHING)
    env = child_environment(os.environ, QT_QPA_PLATFORM=os.environ.get("QT_QPA_PLATFORM", "offscreen"))
    os.chdir(ROOT)
    go_on_as([venv_python(), "-m", "pytest", *arguments], env)


def run_program(arguments: Sequence[str]) -> NoReturn:
    """Set up, then start the program; on a machine without a screen its tour."""
    screen = has_screen(sys.platform, os.environ)
    ensure_system(window=screen and opens_window(arguments))
    ensure_environment(RUNTIME)
    folder = free_folder(Path.cwd())
    if not (screen or arguments):
        say(
            "This machine has no screen, so the worked example goes through without a window: the plan file, the "
            f"workbook, the charts and a picture of each page will be in {folder}"
        )
    command = [venv_python(), "-m", "planner", *program_arguments(arguments, screen, folder)]
    go_on_as(command, child_environment(os.environ))


def main(arguments: Sequence[str]) -> NoReturn:
    """Become the program or the tests; exit code 1 with a sentence where they cannot be started."""
    try:
        if arguments[:1] == ["test"]:
            run_tests(arguments[1:])
        run_program(arguments)
    except CannotStart as reason:
        sys.exit(str(reason))
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main(sys.argv[1:])
