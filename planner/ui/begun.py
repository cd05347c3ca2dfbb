"""What somebody has begun to type that is not in the plan yet: it stands there again, also after a crash."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from planner.calc.words import listing
from planner.i18n import _
from planner.ui.pages import BY_KEY, home_of

if TYPE_CHECKING:
    from planner.model.file.begun import BegunFile

_A_MOMENT = 600  # milliseconds after the last key


class Begun(QObject):
    """Texts and half-made rows by the place where they are typed, such as "row:sales_input"."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept: dict[str, Any] = {}
        self._file: BegunFile | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_A_MOMENT)
        self._soon.timeout.connect(self.write)

    def keep_in(self, file: "BegunFile") -> None:
        """Keep it in this file from now on, together with what was left there by a crash."""
        self._file = file
        self._kept = {**file.read(), **self._kept}

    @property
    def is_empty(self) -> bool:
        """Whether nothing waits."""
        return not self._kept

    @property
    def chapters(self) -> list[str]:
        """The keys of the chapters where something waits, in their order."""
        found = {_chapter_of(place) for place in self._kept}
        return [key for key in BY_KEY if key in found]

    def words(self) -> str:
        """What to say about it at the next start."""
        said = _("What you had begun to type is kept. It stands there again where you typed it.")
        if not self.chapters:
            return said
        names = listing([_(BY_KEY[key].title) for key in self.chapters])
        return _("What you had begun to type is kept. It stands there again in: {chapters}.").format(chapters=names)

    def text(self, place: str) -> str:
        """The words begun at a place; empty where there are none."""
        found = self._kept.get(place)
        return found if isinstance(found, str) else ""

    def row(self, place: str) -> dict[str, Any]:
        """The fields of a row begun at a place; empty where there is none."""
        found = self._kept.get(place)
        if not isinstance(found, dict):
            return {}
        return {name: tuple(value) if isinstance(value, list) else value for name, value in found.items()}

    def note(self, place: str, what: str | Mapping[str, Any]) -> None:
        """This is what stands at a place now; nothing, where it is empty."""
        if what:
            self._kept[place] = what if isinstance(what, str) else dict(what)
        elif self._kept.pop(place, None) is None:
            return
        self._soon.start()

    def write(self) -> None:
        """Bring it to its file now."""
        self._soon.stop()
        if self._file is not None:
            self._file.write(self._kept)


def _chapter_of(place: str) -> str | None:
    """The chapter on whose page a place is; a card of the coach is named after the chapter it asks about."""
    kind, _colon, where = place.partition(":")
    if kind == "row":
        return home_of(where)
    if kind == "coach":
        return where.rpartition("-")[0]
    return {"note": home_of("note"), "answer": home_of("sales_input")}.get(kind)
