"""The table of all goals: every cell can be typed into, each half has a cell of its own."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from planner.calc import words
from planner.i18n import _
from planner.model.plan import Goal, Plan
from planner.model.value import Value
from planner.ui.numbers import NotANumber, Numbers, numbers_of
from planner.ui.pages.goals.figures import end_goal
from planner.ui.parts.grid import CellDelegate, GridHead, GridView
from planner.ui.parts.gridcell import LOOK_ROLE, CellLook
from planner.ui.parts.halves import draw_halves_pill
from planner.ui.parts.paint import CENTRE, LEFT, RIGHT, draw_text, flat
from planner.ui.theme import theme
from planner.ui.voices import first_name, name_of_person
from planner.ui.workspace import Workspace

Index = QModelIndex | QPersistentModelIndex
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter


class Column(Value):
    """A column: the field it shows, its words, which way it is aligned, its width (0: takes the rest)."""

    field: str
    title: str
    align: Qt.AlignmentFlag
    width: int


TITLE, METRIC, BASELINE, TARGET, MARKETING, SALES, DUE, REVIEW = range(8)


def columns() -> tuple[Column, ...]:
    """The columns in order."""
    return (
        Column("title", _("Goal"), _LEFT, 0),
        Column("metric", _("Measure"), _LEFT, 150),
        Column("baseline", _("Today"), _RIGHT, 76),
        Column("target", _("Target"), _RIGHT, 76),
        Column("owner_marketing", _("Marketing"), _CENTRE, 80),
        Column("owner_sales", _("Sales"), _CENTRE, 80),
        Column("due", _("By"), _LEFT, 110),
        Column("review", _("Review"), _LEFT, 92),
    )


class GoalModel(QAbstractTableModel):
    """Goals in the order of the tree: a goal, then those that support it."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._columns = columns()
        self._rows: list[tuple[Goal, str, int]] = []  # with the number shown, and the depth
        self._marks: dict[tuple[str, str | None], str] = {}

    @property
    def _plan(self) -> Plan:
        return self._workspace.plan

    def _numbers(self) -> Numbers:
        return numbers_of(self._plan)

    def tell(self, plan: Plan, open_findings: dict[tuple[str, str | None], str]) -> None:
        """Show this plan; rows that stay keep their place and selection."""
        rows = _tree(plan)
        self._marks = open_findings
        if [row[0].id for row in rows] != [row[0].id for row in self._rows]:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        self._rows = rows
        if rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self._columns) - 1))

    def goal(self, row: int) -> Goal:
        """The goal in a row."""
        return self._rows[row][0]

    def depth(self, row: int) -> int:
        """0 for a goal, 1 for one that supports the goal above."""
        return self._rows[row][2]

    def last_of_branch(self, row: int) -> bool:
        """Whether the next row starts another goal."""
        return row + 1 >= len(self._rows) or self._rows[row + 1][2] == 0

    def flagged(self, row: int) -> bool:
        """Whether a finding is open about this goal."""
        goal = self.goal(row).id
        return any(id == goal for id, _field in self._marks)

    def row_of(self, id: str) -> int:
        """The row of a goal, -1 where it is not."""
        return next((n for n, (goal, *_rest) in enumerate(self._rows) if goal.id == id), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return len(self._columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return self._columns[section].title
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return self._columns[section].align
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        goal, number, depth = self._rows[index.row()]
        column = index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(goal, column)
        if role == Qt.ItemDataRole.EditRole:
            return self._typed(goal, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._columns[column].align
        if role == LOOK_ROLE:
            if column == TITLE:
                return CellLook(bold=depth == 0, head=True)
            return CellLook(muted=column in (METRIC, BASELINE, DUE, REVIEW), bold=column == TARGET)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = self._words(goal, column) or (_("open") if column in (MARKETING, SALES) else _("empty"))
            return f"{goal.title}, {self._columns[column].title}: {words}"
        if role == Qt.ItemDataRole.UserRole:
            return number
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._marks.get((goal.id, self._columns[column].field)) or None
        return None

    def _words(self, goal: Goal, column: int) -> str:
        numbers = self._numbers()
        if column == METRIC:
            return words.measure(goal.metric)
        if column in (BASELINE, TARGET):
            return numbers.of_unit(goal.baseline if column == BASELINE else goal.target, goal.unit)
        if column in (MARKETING, SALES):
            owner = goal.owner_marketing if column == MARKETING else goal.owner_sales
            return first_name(name_of_person(self._plan, owner))
        if column == DUE:
            return numbers.day(goal.due)
        return str((goal.title if column == TITLE else goal.review) or "")

    def _typed(self, goal: Goal, column: int) -> str:
        if column == METRIC:
            return goal.metric or ""
        if column in (BASELINE, TARGET):
            value = goal.baseline if column == BASELINE else goal.target
            return self._numbers().of_unit(value, goal.unit, short=False)
        return self._words(goal, column)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """What was typed into a cell becomes an edit; what cannot be read is refused with a sentence."""
        from planner.model.edits import SetFields
        from planner.ui.parts.datefield import read_day

        goal, text = self.goal(index.row()), str(value).strip()
        column = self._columns[index.column()]
        if index.column() in (MARKETING, SALES) or text == self._typed(goal, index.column()):
            return False
        new: Any = text or None
        try:
            if index.column() in (BASELINE, TARGET):
                new = self._numbers().read_of_unit(text, goal.unit)
            elif index.column() == DUE:
                new, complaint = read_day(text, int(self._workspace.as_of[:4]))
                if complaint:
                    raise NotANumber(complaint)
            elif index.column() == TITLE and not text:
                raise NotANumber(_("A goal needs a name. To take it out, press Delete."))
        except NotANumber as error:
            self._workspace.refused.emit(str(error))
            return False
        return self._workspace.apply(SetFields("goal", goal.id, {column.field: new})) is not None


class _Head(GridHead):
    """A head on the ground of its card."""

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        painter.fillRect(rect, theme().surface)
        column = columns()[logical_index]
        inner = QRectF(rect).adjusted(14 if column.align == _LEFT else 6, 0, -12 if column.align == _RIGHT else -6, -1)
        tone = {"owner_marketing": "marketing.text", "owner_sales": "sales.text"}.get(column.field, "muted")
        side = {_LEFT: LEFT, _RIGHT: RIGHT}.get(column.align, CENTRE)
        draw_text(painter, inner, column.title, "caption", tone, 500, side)
        painter.fillRect(QRectF(rect.left(), rect.bottom(), rect.width(), 1), theme().hairline)


class GoalTable(GridView):
    """`ownerAsked(goal, side, point)` for a half; `deleteAsked(goal)`; `opened(goal)` for the details."""

    ownerAsked = Signal(object, object, object)
    deleteAsked = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(36)
        self._workspace = workspace
        self.model_ = GoalModel(workspace, self)
        self.setModel(self.model_)
        self.setHorizontalHeader(_Head(self))
        self.setItemDelegate(_GoalDelegate(self, self.ask_owner))
        self.setAccessibleName(_("Goals"))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.cleared.connect(self._clear)
        self.clicked.connect(self._clicked)

    def tell(self, plan: Plan, marks: dict[tuple[str, str | None], str]) -> None:
        """Show this plan; the table is as high as its rows."""
        self.model_.tell(plan, marks)
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + 36 * self.model_.rowCount())

    def ask_owner(self, index: Index) -> None:
        """Ask for the owner of the half in a cell."""
        side = "marketing" if index.column() == MARKETING else "sales"
        box = self.visualRect(self.model_.index(index.row(), index.column()))
        point = self.viewport().mapToGlobal(box.bottomLeft())
        self.ownerAsked.emit(self.model_.goal(index.row()).id, side, point)

    def _clicked(self, index: QModelIndex) -> None:
        if index.column() in (MARKETING, SALES):
            self.ask_owner(index)

    def _clear(self) -> None:
        from planner.model.edits import SetFields

        index = self.currentIndex()
        if not index.isValid():
            return
        goal = self.model_.goal(index.row())
        if index.column() == TITLE:
            self.deleteAsked.emit(goal.id)
        else:
            self._workspace.apply(SetFields("goal", goal.id, {columns()[index.column()].field: None}))

    def fit(self, width: int) -> None:
        """Share out the width: what gives way first when narrow is the review, then the measure."""
        shown = {REVIEW: width >= 900, METRIC: width >= 700}
        rest = width
        for place, column in enumerate(columns()):
            hidden = not shown.get(place, True)
            self.setColumnHidden(place, hidden)
            if column.width and not hidden:
                self.setColumnWidth(place, column.width)
                rest -= column.width
        self.setColumnWidth(TITLE, max(200, rest))


class _GoalDelegate(CellDelegate):
    """Adds the tree before the names, and the halves."""

    def __init__(self, view: GoalTable, ask: Callable[[Index], None]) -> None:
        super().__init__(view)
        self._ask = ask

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        if index.column() in (MARKETING, SALES):
            self._ask(index)
            return None  # type: ignore[return-value]
        return super().createEditor(parent, option, index)

    def words(self, index: Index) -> str:
        return "" if index.column() in (MARKETING, SALES) else super().words(index)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, GoalModel)
        box = QRectF(option.rect)
        if index.column() == TITLE:
            moved = QStyleOptionViewItem(option)
            moved.rect = option.rect.adjusted(20, 0, 0, 0)
            super().paint(painter, moved, index)
            _paint_tree(painter, box, model, index)
        elif index.column() in (MARKETING, SALES):
            super().paint(painter, option, index)
            _paint_half(painter, box, model, index)
        else:
            super().paint(painter, option, index)
        if index.row() + 1 == model.rowCount():  # the card ends here, and that is line enough
            flat(painter, QRectF(box.left(), box.bottom() - 1, box.width(), 1), theme().surface)


def _paint_half(p: QPainter, box: QRectF, model: GoalModel, index: Index) -> None:
    """One half of the pill, which lies across both cells."""
    row = index.row()
    owners = [str(model.index(row, column).data() or "") for column in (MARKETING, SALES)]
    left = box.left() if index.column() == MARKETING else box.left() - box.width()
    p.save()
    p.setClipRect(box)
    draw_halves_pill(p, QRectF(left + 6, box.top() + 6, 2 * box.width() - 12, 24), *owners)
    p.restore()


def _paint_tree(p: QPainter, box: QRectF, model: GoalModel, index: Index) -> None:
    now = theme()
    row = index.row()
    flat(p, QRectF(box.left(), box.top(), 20, box.height() - 1), now.surface)
    flat(p, QRectF(box.left(), box.bottom() - 1, 20, 1), now.hairline)
    if model.flagged(row):
        flat(p, QRectF(box.left(), box.top(), 3, box.height() - 1), now.level("look").fill)
    if model.depth(row) == 0:
        number = QRectF(box.left() + 14, box.top(), 18, box.height() - 1)
        draw_text(p, number, str(index.data(Qt.ItemDataRole.UserRole)), "small", "muted", 500)
        return
    p.setPen(QPen(now.hairline_strong, 1))
    middle = box.center().y()
    end = middle if model.last_of_branch(row) else box.bottom()
    p.drawLine(round(box.left()) + 18, round(box.top()), round(box.left()) + 18, round(end))
    p.drawLine(round(box.left()) + 18, round(middle), round(box.left()) + 28, round(middle))


def _tree(plan: Plan) -> list[tuple[Goal, str, int]]:
    """Each goal followed by those that support it, with its number; the end goal first."""
    end = end_goal(plan)
    goals = list(plan.goals)
    top = [goal for goal in goals if goal.parent not in plan.goals or (end is not None and goal.parent == end.id)]
    top.sort(key=lambda goal: goal != end)
    rows: list[tuple[Goal, str, int]] = []
    for number, goal in enumerate(top, start=1):
        rows.append((goal, str(number), 0))
        rows.extend((other, "", 1) for other in goals if other.parent == goal.id and goal != end)
    shown = {row[0].id for row in rows}
    rows.extend((goal, "", 1) for goal in goals if goal.id not in shown)
    return rows
