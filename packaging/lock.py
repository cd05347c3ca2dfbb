"""Renew the pinned requirements: `python packaging/lock.py [--upgrade]`, with the package uv installed.

Each file holds for every supported Python and for Linux, macOS and Windows, with the hashes of all files of a
release and without any address, so that an installation asks whatever index a machine is set up for.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUNTIME = ROOT / "packaging" / "requirements.txt"
EVERYTHING = ROOT / "packaging" / "requirements-dev.txt"
OLDEST_PYTHON = "3.11"
HEADER = "# Made by packaging/lock.py from pyproject.toml; do not edit.\n"
ADDRESSES = ("--index-url", "--extra-index-url", "--find-links", "--trusted-host", "-i ", "-f ")


def without_addresses(text: str) -> str:
    """The requirements without the lines that name an index or any other address."""
    lines = text.splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(ADDRESSES) and "://" not in line)


def compile_lock(target: Path, arguments: list[str]) -> None:
    """Resolve the dependencies in pyproject.toml into one file; pins already there are kept where they fit."""
    command = [sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--universal", "--generate-hashes"]
    command += ["--python-version", OLDEST_PYTHON, "--no-emit-index-url", "--no-header", "--no-annotate"]
    command += ["--output-file", str(target), *arguments, str(ROOT / "pyproject.toml")]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    target.write_text(HEADER + without_addresses(target.read_text("utf-8")), encoding="utf-8", newline="\n")


def main(arguments: list[str]) -> None:
    """Everything first, then the part of it that the program needs to run, with the same pins."""
    compile_lock(EVERYTHING, ["--extra", "dev", *arguments])
    compile_lock(RUNTIME, ["--constraint", str(EVERYTHING), *arguments])


if __name__ == "__main__":
    main(sys.argv[1:])
