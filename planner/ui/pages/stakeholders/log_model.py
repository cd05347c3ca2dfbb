"""The log of talks and who was heard at which step, as plain values."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt

from planner.i18n import _, _n, mark
from planner.model.fields import RowId
from planner.model.plan import Engagement, Plan
from planner.ui.keyed import Index, KeyedModel
from planner.ui.numbers import numbers_of
from planner.ui.pages import BY_KEY, CHAPTERS
from planner.ui.pages.stakeholders.figures import Standing, stance_words, stop_of
from planner.ui.parts.avatar import initials
from planner.ui.parts.matrix import MatrixCell, MatrixRow
from planner.ui.voices import first_name, name_of_person, voice_of

TALK_ROLE = Qt.ItemDataRole.UserRole + 51
KINDS = {"talk": mark("Talk"), "call": mark("Call"), "workshop": mark("Workshop"), "mail": mark("Mail")}


@dataclass(frozen=True)
class TalkFace:
    """One talk as its row shows it."""

    id: RowId
    name: str
    letters: str
    voice: str
    about: str
    heard: str
    day: str
    how: str
    stance: int | None

    @property
    def said(self) -> str:
        """The row for a screen reader."""
        stance = stance_words(self.stance, None) if self.stance is not None else ""
        parts = (self.day, self.name, self.how, self.about, self.heard, stance)
        return ". ".join(part.rstrip(".") for part in parts if part)


def step_name(step: str | None) -> str:
    """The chapter a talk was about; a word that is no chapter as it stands."""
    chapter = BY_KEY.get(step or "")
    return _(chapter.title) if chapter else step or ""


class LogModel(KeyedModel):
    """One row per talk, the latest first; `person` narrows it to one stakeholder."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.person: RowId | None = None
        self._plan = Plan()
        self._faces: dict[RowId, TalkFace] = {}

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 1

    def show_plan(self, plan: Plan) -> None:
        """Show the talks of this plan; only rows whose face differs are told."""
        self.keep_only(plan.engagements)
        before, self._faces = self._faces, {}
        self._plan = plan
        talks = [row for row in plan.engagements if self.person in (None, row.stakeholder)]
        talks.sort(key=lambda row: (row.date or "", row.position), reverse=True)
        self.set_keys([row.id for row in talks])
        self.tell_rows([id for id in self._keys if id in before and before[id] != self.face(id)])

    def face(self, id: RowId) -> TalkFace:
        """What the row of a talk shows; made when it is first asked for."""
        if id not in self._faces:
            self._faces[id] = self._made(self._plan.engagements[id])
        return self._faces[id]

    def _made(self, row: Engagement) -> TalkFace:
        plan = self._plan
        who = plan.stakeholders.get(row.stakeholder)
        name = name_of_person(plan, who.person if who else None) or _("Nobody yet")
        by = first_name(name_of_person(plan, row.by))
        kind = _(KINDS[row.kind]) if row.kind in KINDS else row.kind or ""
        how = _("{kind}, by {name}").format(kind=kind or _("Talk"), name=by) if by else kind
        about = step_name(row.chapter)
        return TalkFace(
            row.id,
            name,
            initials(name),
            voice_of(plan, who.person if who else None),
            _("about {step}").format(step=about) if about else "",
            row.heard or "",
            numbers_of(plan).day(row.date),
            how,
            stop_of(row.stance),
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        face = self.face(self._keys[index.row()])
        if role == TALK_ROLE:
            return face
        if role == Qt.ItemDataRole.DisplayRole:
            return face.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return face.said
        if role == Qt.ItemDataRole.ToolTipRole:
            return face.heard or None
        return None


def heard_columns() -> tuple[str, ...]:
    """The heads of the grid: when last, then the chapters by the numbers of the sidebar."""
    return (_("Last heard"), *(str(chapter.number) for chapter in CHAPTERS))


def heard_tips() -> tuple[str, ...]:
    """What the heads of the grid stand for."""
    return (_("The last talk with each"), *(_(chapter.title) for chapter in CHAPTERS))


def heard_rows(people: list[Standing]) -> list[MatrixRow]:
    """The stakeholders as rows, the longest unheard first."""
    return [MatrixRow(one.id, one.name, one.voice) for one in people]


def heard_cells(plan: Plan, people: list[Standing]) -> dict[tuple[str, int], MatrixCell]:
    """When each was last heard, and how often about each step; nobody heard at all is a hole."""
    counts: dict[tuple[str, str], int] = {}
    for row in plan.engagements:
        if row.stakeholder and row.chapter:
            counts[row.stakeholder, row.chapter] = counts.get((row.stakeholder, row.chapter), 0) + 1
    cells: dict[tuple[str, int], MatrixCell] = {}
    for one in people:
        cells[one.id, 0] = _last_heard(one)
        for place, chapter in enumerate(CHAPTERS, start=1):
            n = counts.get((one.id, chapter.key), 0)
            title = _(chapter.title)
            if n:
                said = _n("{n} talk about {step}", "{n} talks about {step}", n).format(n=n, step=title)
                cells[one.id, place] = MatrixCell("full", str(n), said)
            else:
                cells[one.id, place] = MatrixCell("none", "", _("Not asked about {step} yet").format(step=title))
    return cells


def _last_heard(one: Standing) -> MatrixCell:
    if one.days is None:
        return MatrixCell("hole", _("not yet"), _("Not heard yet"))
    said = _("{days} ago, on {day}").format(days=one.consulted, day=one.consulted_on) if one.days else _("Today")
    return MatrixCell("full" if one.level == "fine" else "none", one.consulted_on, said)
