"""Activities as rows in groups, as they are searched, chosen and folded."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Qt

from planner.i18n import _, quoted
from planner.model.fields import Month, RowId
from planner.model.plan import Plan
from planner.ui.keyed import Index, KeyedModel
from planner.ui.numbers import numbers_of
from planner.ui.pages.activities.faces import Face, faces, no_input_words, run_words
from planner.ui.pages.activities.groups import GROUP, By, Group, groups

FACE_ROLE = Qt.ItemDataRole.UserRole + 60


@dataclass(frozen=True)
class Wanted:
    """Which activities are shown: words that all must occur, a side, a state, and whether only those without input."""

    words: str = ""
    side: str = ""
    state: str = ""
    unanswered: bool = False

    def takes(self, face: Face) -> bool:
        """Whether an activity is shown."""
        return (
            all(word in face.search for word in self.words.casefold().split())
            and self.side in ("", face.lead, face.support)
            and self.state in ("", face.status or "none")
            and not (self.unanswered and face.quotes)
        )


class ActivitiesModel(KeyedModel):
    """One row per group and activity that is shown. All three views of the chapter ask it for faces."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.plan = Plan()
        self.by: By = "goal"
        self.wanted = Wanted()
        self.folded: set[str] = set()
        self._faces: dict[RowId, Face] = {}
        self._groups: dict[str, Group] = {}
        self._bar: tuple[RowId, int] | None = None

    def say_bar(self, id: RowId | None, bar: int | None) -> None:
        """Say for screen readers which bar of an activity is in hand, where there are several."""
        before, self._bar = self._bar, (id, bar) if id is not None and bar is not None else None
        self.tell_rows([row for row, _bar in filter(None, (before, self._bar))])

    def hand_words(self, id: RowId) -> str:
        """When that is which is in hand of an activity: one of its runs, or all of them."""
        face = self._faces[id]
        if self._bar is None or self._bar[0] != id or self._bar[1] >= len(face.bars):
            return face.when
        return run_words(numbers_of(self.plan), face, self._bar[1])

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 1

    def show_plan(self, plan: Plan) -> None:
        """Show the activities of this plan; only rows that look different are told."""
        before, heads = self._faces, self._groups
        self.keep_only({key for key in self._keys if key.startswith(GROUP) or key in plan.activities})
        self.plan, self._faces = plan, faces(plan)
        self.arrange()
        differ = [id for id in self._keys if id in before and before[id] != self._faces.get(id)]
        self.tell_rows([*differ, *(key for key in self._keys if key in heads and heads[key] != self._groups[key])])

    def arrange(self) -> None:
        """Rows for the way of grouping, the search and the folded groups."""
        made = groups(self.plan, self.by, self._is_shown)
        kept = {group.key for group in made}
        self.keep_only({key for key in self._keys if not key.startswith(GROUP) or key in kept})
        self._groups = {group.key: group for group in made}
        keys: list[str] = []
        for group in made:
            keys.append(group.key)
            if group.key not in self.folded:
                keys.extend(group.ids)
        self.set_keys(keys)

    def _is_shown(self, id: RowId) -> bool:
        return self.wanted.takes(self._faces[id])

    def want(self, **changes: object) -> None:
        """Search for something else."""
        self.wanted = replace(self.wanted, **changes)  # type: ignore[arg-type]
        self.arrange()

    def toggle(self, key: str) -> None:
        """Fold a group or open it."""
        self.folded ^= {key}
        self.arrange()
        self.tell_rows([key])

    def reveal(self, id: RowId) -> None:
        """Search and fold so that an activity is among the rows."""
        if id not in self._faces:
            return
        if not self._is_shown(id):
            self.wanted = Wanted()
        self.arrange()
        group = next((group.key for group in self._groups.values() if id in group.ids), "")
        if group in self.folded:
            self.toggle(group)

    # What stands in the rows

    def face(self, id: RowId) -> Face:
        """What is shown of an activity. Raises KeyError."""
        return self._faces[id]

    def group(self, key: str) -> Group:
        """What is shown of a group. Raises KeyError."""
        return self._groups[key]

    @property
    def shown(self) -> list[Face]:
        """All activities that the search takes, in the order of the plan, folded or not."""
        return [face for face in self._faces.values() if self.wanted.takes(face)]

    @property
    def months_in_use(self) -> list[Month]:
        """First and last month of everything."""
        spans = [bar.span for face in self._faces.values() for bar in face.bars]
        if not spans:
            return []
        return [f"{min(s.first for s in spans):%Y-%m}", f"{max(s.last for s in spans):%Y-%m}"]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        key = self._keys[index.row()]
        if key.startswith(GROUP):
            return self._of_group(self._groups[key], role)
        face = self._faces[key]
        if role == FACE_ROLE:
            return face
        if role == Qt.ItemDataRole.DisplayRole:
            return face.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = self.hand_words(key)
            return face.said if words == face.when else f"{words}. {face.said}"
        if role == Qt.ItemDataRole.ToolTipRole:
            marks = [mark.words for mark in (face.fixed, face.review) if mark]
            quotes = [quoted(quote.whole) for quote in face.quotes] or [no_input_words()]
            head = f"{face.code}  {face.title}" if face.code else face.title
            return "\n".join(part for part in (head, face.when, *marks, face.clash_words, *quotes) if part)
        return None

    def _of_group(self, group: Group, role: int) -> object:
        if role == FACE_ROLE:
            return group
        if role == Qt.ItemDataRole.DisplayRole:
            return group.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = _("folded") if group.key in self.folded else _("open")
            return f"{group.title}, {group.note}, {state}"
        return None
