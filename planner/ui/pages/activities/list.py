"""Activities as a table that can be put in order by each of its columns."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from planner.i18n import _, mark
from planner.model.fields import RowId
from planner.ui.keyed import Index, KeyedModel
from planner.ui.numbers import numbers_of
from planner.ui.pages.activities.faces import Face, no_input_words
from planner.ui.pages.activities.model import ActivitiesModel
from planner.ui.parts.grid import GridView
from planner.ui.parts.gridcell import LOOK_ROLE, CellLook
from planner.ui.parts.paint import LEFT, RIGHT
from planner.ui.reading import choice_words

_COLUMNS = (
    mark("Activity"), mark("Kind"), mark("Owner"), mark("When"), mark("Answers"), mark("Leads"), mark("State"),
)  # fmt: skip
TITLE, KIND, OWNER, WHEN, ANSWERS, LEADS, STATE = range(7)
_WIDTHS = {KIND: 96, OWNER: 140, WHEN: 164, ANSWERS: 150, LEADS: 76, STATE: 108}
_GIVE_WAY: tuple[tuple[int, tuple[int, ...]], ...] = ((1080, ()), (880, (KIND,)), (0, (KIND, LEADS)))
"""From which width on which columns are hidden."""
_LAST = "\uffff"  # what is not known stands at the end


class ListModel(KeyedModel):
    """One row for each activity that the search takes."""

    def __init__(self, rows: ActivitiesModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self.order: tuple[int, bool] | None = None
        """The column that orders the rows, and whether backwards; None for the order of the plan."""
        self._shown: dict[RowId, Face] = {}

    def follow(self) -> None:
        """Show what the search takes now; only rows that differ are told."""
        before = self._shown
        found = {face.id: face for face in self._rows.shown}
        self._shown = {**before, **found}
        faces = list(found.values())
        if self.order is not None:
            column, backwards = self.order
            faces.sort(key=_ORDERS[column], reverse=backwards)
        self.set_keys([face.id for face in faces])
        self._shown = found
        self.tell_rows([id for id, face in found.items() if before.get(id) not in (None, face)])

    def order_by(self, column: int) -> None:
        """Put the rows in the order of a column, then backwards, then back in the order of the plan."""
        steps = [(column, False), (column, True), None]
        self.order = steps[(steps.index(self.order) + 1) % 3] if self.order in steps else steps[0]
        self.follow()

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(_COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        face, column = self._shown[self._keys[index.row()]], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(face, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(quote.whole for quote in face.quotes) if column == ANSWERS else self._words(face, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return face.said if column == TITLE else f"{_(_COLUMNS[column])}: {self._words(face, column)}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(column)
        if role == LOOK_ROLE:
            voice = face.lead if column == OWNER else ""
            return CellLook(head=column == TITLE, voice=voice, muted=column not in (TITLE, OWNER))
        return None

    def _words(self, face: Face, column: int) -> str:
        if column == TITLE:
            return f"{face.code}  {face.title}" if face.code else face.title
        if column == LEADS:
            return numbers_of(self._rows.plan).number(face.leads[1])
        if column == ANSWERS:
            return ", ".join(quote.short for quote in face.quotes) or no_input_words()
        return {
            KIND: choice_words(face.kind) if face.kind else "",
            OWNER: face.owner,
            WHEN: face.when,
            STATE: choice_words(face.status) if face.status else "",
        }[column]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            arrow = {(section, False): " ↑", (section, True): " ↓"}.get(self.order or (-1, False), "")
            return _(_COLUMNS[section]) + arrow
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(section)
        return None


_ORDERS: dict[int, Callable[[Face], tuple[object, ...]]] = {
    TITLE: lambda face: (face.title.casefold(),),
    KIND: lambda face: (face.kind or _LAST,),
    OWNER: lambda face: (face.owner.casefold(),),
    WHEN: lambda face: (f"{face.span.first} {face.span.last}" if face.span else _LAST,),
    ANSWERS: lambda face: (-len(face.quotes),),
    LEADS: lambda face: (-(face.leads[1] if face.leads[1] is not None else -1.0),),
    STATE: lambda face: (face.status or _LAST,),
}


def _side(column: int) -> int:
    return int((RIGHT if column == LEADS else LEFT) | Qt.AlignmentFlag.AlignVCenter)


class ActivityList(GridView):
    """Arrows move, Enter opens, Del deletes; a click on a head orders the rows."""

    opened = Signal(object)
    deleteAsked = Signal(object)
    menuAsked = Signal(object, object)

    def __init__(self, rows: ActivitiesModel, parent: QWidget | None = None) -> None:
        super().__init__(36, parent)
        self.rows = ListModel(rows, self)
        self.setModel(self.rows)
        self.setAccessibleName(_("Activities as a list"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        head.sectionClicked.connect(self.rows.order_by)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width)
        self.cleared.connect(self._delete)
        self.doubleClicked.connect(self._open)

    @property
    def chosen(self) -> RowId | None:
        """The activity in hand."""
        return self.rows.key_at(self.currentIndex().row())

    def take(self, id: RowId | None) -> bool:
        """Take an activity in hand and bring it into sight. False where it is not shown."""
        row = self.rows.row_of(id)
        if row < 0:
            return False
        self.setCurrentIndex(self.rows.index(row, TITLE))
        self.scrollTo(self.currentIndex())
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_N and not event.modifiers():
            event.ignore()  # the window starts a new row
        elif enter and self.chosen is not None:
            self.opened.emit(self.chosen)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """There is a field for searching."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        id = self.rows.key_at(self.indexAt(event.pos()).row()) or self.chosen
        if id is not None:
            self.take(id)
            self.menuAsked.emit(id, event.globalPos())

    def _delete(self) -> None:
        if self.chosen is not None:
            self.deleteAsked.emit(self.chosen)

    def _open(self, index: QModelIndex) -> None:
        if (id := self.rows.key_at(index.row())) is not None:
            self.opened.emit(id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        hidden = next(columns for least, columns in _GIVE_WAY if self.width() >= least)
        for column in range(1, self.rows.columnCount()):
            self.setColumnHidden(column, column in hidden)
