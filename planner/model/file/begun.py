"""Words that are being typed and are no edit yet, in a small private file, so that a crash loses no sentence."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from planner.model.file.disk import move_over, private_folder

FOLDER = "begun"


class BegunFile:
    """What was begun in one plan, by the place it is typed in. It is a convenience: what cannot be read is nothing,
    and what cannot be written is not missed before the next crash."""

    def __init__(self, state: Path, document: Path) -> None:
        name = os.path.normcase(document).encode("utf-8", "surrogateescape")
        self._path = state / FOLDER / f"{hashlib.sha256(name).hexdigest()[:20]}.json"

    def read(self) -> dict[str, Any]:
        """What is kept; empty where there is nothing."""
        try:
            found = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def write(self, begun: Mapping[str, Any]) -> None:
        """Keep this and nothing else; the file goes where there is nothing to keep."""
        try:
            if not begun:
                self._path.unlink(missing_ok=True)
                return
            private_folder(self._path.parent)
            unfinished = self._path.with_suffix(".new")
            unfinished.write_text(json.dumps(begun), encoding="utf-8")
            move_over(unfinished, self._path)
        except OSError:
            return
