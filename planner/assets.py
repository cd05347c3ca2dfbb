"""Finds the files that travel with the program, wherever it was installed."""

import sys
from functools import cache
from pathlib import Path


def resource(*parts: str) -> Path:
    """Path of a file or folder under resources/, for example `resource("fonts", "Inter.ttf")`.

    The path is not checked: opening it raises the usual FileNotFoundError when it does not exist.
    """
    return _root().joinpath(*parts)


@cache
def _root() -> Path:
    package = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)  # set by PyInstaller
    candidates = [
        *([Path(frozen) / "resources"] if frozen else []),
        package.parent / "resources",  # a checkout
        package / "_resources",  # an installed wheel
    ]
    for folder in candidates:
        # A wheel's neighbour called "resources" could belong to anybody, so ask for one of our own folders.
        if (folder / "example").is_dir():
            return folder
    raise FileNotFoundError("The resources folder of Common Ground is missing; install the program again.")
