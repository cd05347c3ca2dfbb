"""The earlier copies of a plan file that this computer keeps, and opening one of them beside the plan."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from planner.i18n import _, _n
from planner.model.changes import Author
from planner.model.file.errors import PlanFileError
from planner.model.file.snapshots import EarlierVersion
from planner.model.file.workcopy import set_out_earlier
from planner.model.plan import Plan
from planner.model.reader import read_history
from planner.model.value import Value
from planner.model.words import edit_words
from planner.ui.ask import ask
from planner.ui.history.entries import moment_words
from planner.ui.numbers import numbers_of
from planner.ui.parts.button import Button
from planner.ui.parts.dialog import Dialog
from planner.ui.parts.facelist import FaceList
from planner.ui.parts.glyph import draw_glyph
from planner.ui.parts.paint import RIGHT, draw_text
from planner.ui.voices import voice_of_author

_ROW, _MOST_ROWS = 56, 6
_MEGABYTE = 1_000_000


class CopyFace(Value):
    """One copy: when it was written, what was done last in it and by whom, and how much is in it."""

    id: str
    when: str
    last: str
    voice: str
    edits: str
    size: str

    @property
    def said(self) -> str:
        return ", ".join((self.when, self.last, self.edits, self.size))

    @property
    def tip(self) -> str:
        return self.last


def copy_faces(plan: Plan, versions: Sequence[EarlierVersion]) -> list[CopyFace]:
    """The copies that can be read, in the order given."""
    faces, numbers = [], numbers_of(plan)
    for version in versions:
        try:
            history = read_history(version.path)
            size = version.path.stat().st_size
        except (PlanFileError, OSError):
            continue  # of no use to anybody
        last, voice = _("Nothing had been written yet"), ""
        if history:
            who = history[-1].author or _("Somebody")
            last = _("Last, {who}: {what}").format(who=who, what=edit_words(plan, history[-1]))
            voice = voice_of_author(plan, Author(history[-1].author, history[-1].author_id))
        edits = _n("{n} edit", "{n} edits", len(history)).format(n=numbers.number(len(history)))
        large = _("{n} MB").format(n=numbers.number(max(0.1, size / _MEGABYTE), 1))
        faces.append(CopyFace(str(version.path), moment_words(plan, version.at), last, voice, edits, large))
    return faces


class CopyList(FaceList[CopyFace]):
    """One row for each copy, the newest first."""

    def __init__(self) -> None:
        super().__init__(_ROW, _("Earlier copies"))
        self.empty_words = _("There is no earlier copy of this file yet.")

    def draw(self, p: QPainter, box: QRectF, face: CopyFace) -> None:
        right = QRectF(box.right() - 116, box.top() + 8, 100, 20)
        draw_text(p, right, face.edits, "small", "ink", None, RIGHT)
        draw_text(p, right.translated(0, 20), face.size, "caption", "muted", None, RIGHT)
        words = QRectF(box.left() + 14, box.top() + 8, right.left() - box.left() - 30, 20)
        draw_text(p, words, face.when, "body", "ink", 600)
        below = words.translated(0, 20)
        if face.voice:
            draw_glyph(p, face.voice, below.left(), below.center().y(), 10)
            below.setLeft(below.left() + 22)
        draw_text(p, below, face.last, "small", "muted")


class EarlierCopies(Dialog):
    """A list of copies; the one in hand is opened in a window of its own, as a file beside the plan."""

    def __init__(
        self,
        plan: Plan,
        path: Path,
        versions: Sequence[EarlierVersion],
        kept: bool,
        open_path: Callable[[Path], object],
    ) -> None:
        """`kept`: whether this computer keeps copies at all; `open_path` opens a plan file."""
        super().__init__(_("Earlier copies of this file"), 640, lines=_why(kept))
        self._path, self._open_path = path, open_path
        self._versions = {str(version.path): version for version in versions}
        faces = copy_faces(plan, versions)
        self.list = CopyList()
        self.list.show_faces(faces)
        self.list.setFixedHeight(_ROW * max(1, min(len(faces), _MOST_ROWS)) + 4)
        self.list.opened.connect(self._open)
        self.body.addWidget(self.list)
        self.add_button(Button(_("Close")), None)
        self.as_copy = self.add_button(Button(_("Open as a copy"), "primary", icon="copy"), finishes=False)
        self.as_copy.clicked.connect(self.open_copy)
        self.as_copy.setVisible(bool(faces))
        if faces:
            self.list.take(faces[0].id)

    def open_copy(self) -> None:
        """Open the copy in hand; the plan and the copy that is kept stay as they are."""
        if self.list.chosen is not None:
            self._open(self.list.chosen)

    def _open(self, key: str) -> None:
        try:
            copy = set_out_earlier(self._versions[key], self._path)
        except PlanFileError as error:
            ask().tell(self.window(), str(error))
            return
        open_path = self._open_path
        self.finish(copy)
        open_path(copy)


def _why(kept: bool) -> str:
    if not kept:
        return _("None are kept, because “Leave nothing on this laptop” is on in the settings.")
    return _(
        "This computer keeps one from before each sitting, and one every ten minutes while you work. A copy opens "
        "as a file of its own beside the plan; the plan itself stays as it is."
    )
