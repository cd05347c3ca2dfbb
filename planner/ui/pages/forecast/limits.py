"""Where checks draw their lines: every line by its name, moved with a reason, and back to what is usual."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout

from planner.calc.limits import COUNT, MONEY, SHARE, Limit, Limits
from planner.i18n import _
from planner.model.changes import Change
from planner.model.edits.thresholds import SetThreshold
from planner.model.value import Value
from planner.ui.numbers import NotANumber, Numbers, numbers_of
from planner.ui.parts.button import Button
from planner.ui.parts.dialog import Dialog
from planner.ui.parts.edits import LineEdit
from planner.ui.parts.facelist import FaceList
from planner.ui.parts.field import Field
from planner.ui.parts.paint import RIGHT, draw_text
from planner.ui.workspace import Workspace


class LimitFace(Value):
    """One line: its name, where it is usually drawn, where it is drawn here."""

    id: str
    name: str
    value: str
    below: str
    moved: bool
    said: str
    tip: str


def limits() -> Sequence[Limit]:
    """The lines a team can move, in the order in which they are declared."""
    declared = (value for value in vars(Limits).values() if isinstance(value, Limit))
    return tuple(limit for limit in declared if not limit.field)


def limit_words(numbers: Numbers, limit: Limit, value: float) -> str:
    """A line in its own unit."""
    if limit.kind == SHARE:
        return numbers.share(value)
    return numbers.money(round(value)) if limit.kind == MONEY else numbers.number(value)


def read_limit(numbers: Numbers, limit: Limit, text: str) -> float | None:
    """A typed line. Raises NotANumber."""
    if limit.kind == SHARE:
        return numbers.read_share(text)
    return numbers.read_money(text) if limit.kind == MONEY else numbers.read_number(text)


class _Limits(FaceList[LimitFace]):
    def __init__(self) -> None:
        super().__init__(46, _("Lines of checks"))

    def draw(self, p: QPainter, box: QRectF, face: LimitFace) -> None:
        words = QRectF(box.left() + 12, box.top() + 5, box.width() - 130, 19)
        draw_text(p, words, face.name, "small", "ink", 600 if face.moved else 500)
        draw_text(p, words.translated(0, 18), face.below, "caption", "muted")
        place = QRectF(box.right() - 112, box.top(), 100, box.height())
        draw_text(p, place, face.value, "small", "ink", 600 if face.moved else None, RIGHT)


class LimitsDialog(Dialog):
    """A list at the top, and below it where the line in hand is drawn, and why."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(
            _("Where checks draw their lines"), 720,
            lines=_("A team may draw a line elsewhere, if it says why. Whoever reads a finding sees the reason."),
        )  # fmt: skip
        self._workspace = workspace
        self._known = {limit.name: limit for limit in limits()}
        self.list = _Limits()
        self.list.setMinimumHeight(320)
        self.list.handChanged.connect(self._show_hand)
        self.body.addWidget(self.list, 1)
        self.value, self.reason = LineEdit(), LineEdit("", _("Why here, in a few words"))
        self._value = Field(_("From here on"), self.value)
        self._reason = Field(_("Because"), self.reason)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._value, 1)
        row.addWidget(self._reason, 3)
        self.body.addLayout(row)
        self._usual = self.add_button(Button(_("Back to what is usual"), "quiet"), finishes=False)
        self._usual.clicked.connect(self.back)
        self.add_button(Button(_("Close")), None)
        self._draw = self.add_button(Button(_("Draw it here"), "primary"), finishes=False)
        self._draw.clicked.connect(self.draw)
        workspace.changed.connect(self._follow)
        self._follow(None)
        self.list.take(next(iter(self._known)))

    def _follow(self, change: Change | None) -> None:
        plan, numbers = self._workspace.plan, numbers_of(self._workspace.plan)
        faces = []
        for name, limit in self._known.items():
            row = plan.thresholds.by_code(name)
            moved = row is not None and row.value is not None
            value = limit_words(numbers, limit, row.value if row and row.value is not None else limit.usual)
            below = _(limit.help)
            if row is not None and moved:
                usual = limit_words(numbers, limit, limit.usual)
                below = _("usually {value}; {reason}").format(value=usual, reason=row.reason or _("no reason given"))
            label = _(limit.label)
            faces.append(LimitFace(name, label, value, below, moved, f"{label}: {value}. {below}", below))
        self.list.show_faces(faces)
        self._show_hand()

    def _show_hand(self) -> None:
        limit = self._known.get(self.list.chosen or "")
        plan = self._workspace.plan
        if limit is None:
            return
        row = plan.thresholds.by_code(limit.name)
        value = row.value if row is not None and row.value is not None else limit.usual
        self.value.set_text(limit_words(numbers_of(plan), limit, value))
        self.reason.set_text(row.reason or "" if row else "")
        self._value.set_error("")
        self._reason.set_error("")
        self._usual.setEnabled(row is not None)

    def draw(self) -> None:
        """Draw the line in hand where it is typed."""
        limit = self._known.get(self.list.chosen or "")
        if limit is None:
            return
        plan = self._workspace.plan
        numbers = numbers_of(plan)
        try:
            value = read_limit(numbers, limit, self.value.text())
        except NotANumber as error:
            self._value.set_error(str(error))
            return
        if value is None or not limit.fits(value):
            whole = limit.kind in (COUNT,)
            self._value.set_error(_("Write a whole number from 0 up.") if whole else _("Write a number from 0 up."))
            return
        if not self.reason.text().strip():
            self._reason.set_error(_("Say why the line is drawn here."))
            return
        by = self._workspace.author.id if self._workspace.author.id in plan.people else None
        words = limit_words(numbers, limit, value)
        edit = SetThreshold(limit.name, _(limit.label), value, words, self.reason.text().strip(), by)
        self.value.setModified(False)
        self.reason.setModified(False)
        self._workspace.apply(edit)

    def back(self) -> None:
        """Draw the line in hand where it usually is."""
        limit = self._known.get(self.list.chosen or "")
        if limit is not None:
            self._workspace.apply(SetThreshold(limit.name, _(limit.label), None))
