"""Charts as tables: every picture can be read in rows and columns, with the keyboard and by a screen reader."""

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStackedWidget, QWidget

from planner.i18n import _
from planner.model.value import Value
from planner.ui.keyed import Index
from planner.ui.parts.button import Button
from planner.ui.parts.dialog import Dialog
from planner.ui.parts.grid import GridView
from planner.ui.parts.gridcell import LOOK_ROLE, CellLook
from planner.ui.parts.paint import LEFT, RIGHT
from planner.ui.parts.segmented import Segmented

_ROW, _SHOWN, _MOST = 30, 14, 6


class Reading(Value):
    """What a picture shows, as a table; the first column names the rows."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@runtime_checkable
class Readable(Protocol):
    """A picture that can be read."""

    def reading(self) -> Reading | None:
        """Its table as it stands now; None while there is nothing to see."""
        ...


def readings_in(widget: QWidget) -> list[Reading]:
    """The tables of all pictures in sight, in the order in which they were made."""
    shown = [one for one in (widget, *widget.findChildren(QWidget)) if isinstance(one, Readable) and one.isVisible()]
    return [found for one in shown if (found := one.reading()) is not None and found.rows]


class _Lines(QAbstractTableModel):
    def __init__(self, reading: Reading, parent: QWidget) -> None:
        super().__init__(parent)
        self._reading = reading

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._reading.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._reading.head)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        words = self._reading.rows[index.row()][index.column()]
        first = index.column() == 0
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return words if first else f"{self._reading.head[index.column()]}: {words or _('not known yet')}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int((LEFT if first else RIGHT) | Qt.AlignmentFlag.AlignVCenter)
        return CellLook(head=first) if role == LOOK_ROLE else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._reading.head[section]
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return int((LEFT if section == 0 else RIGHT) | Qt.AlignmentFlag.AlignVCenter)
        return None


class ReadingDialog(Dialog):
    """One table at a time; Ctrl C copies what is chosen, for a spreadsheet."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        super().__init__(readings[0].title if len(readings) == 1 else _("Read as a table"), 760)
        self.tables = [self._table(reading) for reading in readings[:_MOST]]
        self._stack = QStackedWidget()
        for table in self.tables:
            self._stack.addWidget(table)
        if len(self.tables) > 1:
            self.choice = Segmented([(str(place), one.title) for place, one in enumerate(readings[:_MOST])])
            self.choice.setAccessibleName(_("Picture"))
            self.choice.chosen.connect(self._choose)
            self.body.addWidget(self.choice)
        self.body.addWidget(self._stack)
        self.add_button(Button(_("Close"), "primary"))

    def _table(self, reading: Reading) -> GridView:
        table = GridView(_ROW)
        table.setModel(_Lines(reading, table))
        table.setAccessibleName(reading.title)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        head = table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.setMinimumHeight(32 + _ROW * min(_SHOWN, max(3, len(reading.rows))))
        table.setCurrentIndex(table.model().index(0, 0, QModelIndex()))
        return table

    def _choose(self, place: str) -> None:
        self._stack.setCurrentIndex(int(place))
