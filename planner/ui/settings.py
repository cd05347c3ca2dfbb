"""What this computer remembers for its user: theme, last plans, who typed last. Nothing of a plan's content."""

from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings

MOST_RECENT = 10


class Settings:
    """A small file in the user's configuration folder."""

    def __init__(self) -> None:
        self._store = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "common-ground", "planner")

    def _text(self, key: str, default: str = "") -> str:
        value: Any = self._store.value(key, default)
        return value if isinstance(value, str) else default

    @property
    def theme(self) -> str:
        """light, dark or system."""
        found = self._text("theme", "system")
        return found if found in ("light", "dark", "system") else "system"

    @theme.setter
    def theme(self, mode: str) -> None:
        self._store.setValue("theme", mode)

    @property
    def author(self) -> str:
        """The name of whoever typed last on this computer."""
        return self._text("author")

    @author.setter
    def author(self, name: str) -> None:
        self._store.setValue("author", name)

    @property
    def coach_open(self) -> bool:
        """Whether the coach stands open where there is room."""
        return self._text("coach", "open") == "open"

    @coach_open.setter
    def coach_open(self, wanted: bool) -> None:
        self._store.setValue("coach", "open" if wanted else "folded")

    @property
    def room_size(self) -> int:
        """The size of the whole interface in percent; takes effect with the next start."""
        found = self._text("room_size", "100")
        return int(found) if found.isdecimal() else 100

    @room_size.setter
    def room_size(self, percent: int) -> None:
        self._store.setValue("room_size", str(percent))

    @property
    def geometry(self) -> QByteArray:
        """Where the window stood."""
        value: Any = self._store.value("geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._store.setValue("geometry", geometry)

    @property
    def recent(self) -> list[tuple[Path, datetime]]:
        """The plans that were open last and still exist, newest first, with the time."""
        found: list[tuple[Path, datetime]] = []
        for line in self._text("recent").split("\n"):
            when, tab, path = line.partition("\t")
            if tab and Path(path).is_file():
                found.append((Path(path), datetime.fromisoformat(when)))
        return found

    def remember(self, path: Path, now: datetime) -> None:
        """A plan was open just now."""
        path = path.resolve()
        rest = [(other, when) for other, when in self.recent if other != path]
        lines = [f"{when.isoformat()}\t{other}" for other, when in [(path, now), *rest][:MOST_RECENT]]
        self._store.setValue("recent", "\n".join(lines))
