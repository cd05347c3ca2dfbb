"""What this computer remembers for its user: declared settings, last plans, who typed last. Nothing of a plan."""

from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

from PySide6.QtCore import QByteArray, QSettings

from planner.i18n import mark as _
from planner.model.value import Value

MOST_RECENT = 10


class Setting(Value):
    """A setting as it is declared: what it is called, what it does, and what it may be."""

    key: str
    label: str
    help: str
    default: str
    choices: tuple[tuple[str, str], ...] = ()
    """Keys with their words; a switch where they are `SWITCH`, a line of text where there are none."""


SWITCH = (("yes", _("Yes")), ("no", _("No")))

THEME = Setting(
    "theme", _("Theme"), "", "system", (("system", _("As the system")), ("light", _("Light")), ("dark", _("Dark")))
)
ROOM_SIZE = Setting(
    "room_size", _("Room size"),
    _("For a projector: everything larger. Kept for each screen; Ctrl plus, Ctrl minus and Ctrl 0 change it."),
    "100", tuple((str(percent), f"{percent}%") for percent in (100, 125, 150, 200, 250, 300)),
)  # fmt: skip
LESS_MOTION = Setting(
    "less_motion", _("Less motion"), _("Nothing slides or fades; every change is there at once."), "no", SWITCH
)
DEFAULT_AUTHOR = Setting("default_author", _("Your name"), _("Proposed when a new plan asks who is typing."), "")
LANGUAGE = Setting(
    "language", _("Language"), _("Takes effect when the program starts."), "", (("", _("As the system")),)
)
LEAVE_NOTHING = Setting(
    "leave_nothing", _("Leave nothing on this laptop"),
    _("No earlier versions, no list of recent plans. What is kept so far is deleted at once."), "no", SWITCH,
)  # fmt: skip
SETTINGS = (THEME, ROOM_SIZE, LESS_MOTION, DEFAULT_AUTHOR, LANGUAGE, LEAVE_NOTHING)


class Settings:
    """A small file in the user's configuration folder."""

    def __init__(self) -> None:
        self._store = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "common-ground", "planner")

    def _text(self, key: str, default: str = "") -> str:
        value: Any = self._store.value(key, default)
        return value if isinstance(value, str) else default

    def get(self, setting: Setting) -> str:
        """The value of a declared setting; its default where nothing, or nothing possible, is kept."""
        found = self._text(self._key(setting), setting.default)
        known = {key for key, _words in setting.choices}
        return found if not known or found in known or setting is LANGUAGE else setting.default

    def set(self, setting: Setting, value: str) -> None:
        """Keep a value of a declared setting."""
        self._store.setValue(self._key(setting), value)

    def _key(self, setting: Setting) -> str:
        """The room size is one for each screen."""
        return f"{setting.key}/{quote(self.screen, safe='')}" if setting is ROOM_SIZE else setting.key

    @property
    def theme(self) -> str:
        """light, dark or system."""
        return self.get(THEME)

    @theme.setter
    def theme(self, mode: str) -> None:
        self.set(THEME, mode)

    @property
    def room_size(self) -> int:
        """The size of the whole interface in percent, on the screen of the window that was used last."""
        return int(self.get(ROOM_SIZE))

    @room_size.setter
    def room_size(self, percent: int) -> None:
        self.set(ROOM_SIZE, str(percent))

    @property
    def screen(self) -> str:
        """The name of the screen on which a window was used last."""
        return self._text("screen")

    @screen.setter
    def screen(self, name: str) -> None:
        self._store.setValue("screen", name)

    @property
    def less_motion(self) -> bool:
        """Whether every change is there at once."""
        return self.get(LESS_MOTION) == "yes"

    @property
    def leave_nothing(self) -> bool:
        """Whether no trace of a plan stays on this computer but the plan's own file."""
        return self.get(LEAVE_NOTHING) == "yes"

    @property
    def default_author(self) -> str:
        """The name that a new plan proposes; whoever typed last where none is set."""
        return self.get(DEFAULT_AUTHOR) or self.author

    @property
    def toured(self) -> bool:
        """Whether the tour has been shown."""
        return self._text("toured") == "yes"

    @toured.setter
    def toured(self, done: bool) -> None:
        self._store.setValue("toured", "yes" if done else "")

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
        if self.leave_nothing:
            return
        path = path.resolve()
        rest = [(other, when) for other, when in self.recent if other != path]
        lines = [f"{when.isoformat()}\t{other}" for other, when in [(path, now), *rest][:MOST_RECENT]]
        self._store.setValue("recent", "\n".join(lines))

    def forget(self) -> None:
        """Delete the list of recent plans."""
        self._store.remove("recent")
