"""Find or jump to: chapters, rows of the plan by their words or code, and commands, in one list."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem

from planner.i18n import _
from planner.model.plan import Plan
from planner.model.words import name_of
from planner.ui.actions import COMMANDS, keys_in_words
from planner.ui.pages import BY_KEY, CHAPTERS, HOME_OF
from planner.ui.parts.dialog import Dialog
from planner.ui.parts.edits import LineEdit
from planner.ui.theme import font

if TYPE_CHECKING:
    from planner.ui.window import Window

_MOST = 40
_SEARCHED = (
    "goal", "stakeholder", "sales_input", "material", "question", "brief", "activity", "budget_line", "segment",
    "risk", "decision", "commitment", "note", "stage", "session",
)  # fmt: skip


@dataclass(frozen=True)
class Target:
    """One place to jump to: what it is called, where it is, and how to go there."""

    words: str
    where: str
    go: Callable[[], object]


class Jump(Dialog):
    """Type, arrows, Enter."""

    def __init__(self, window: "Window") -> None:
        super().__init__(_("Find or jump to"), 640)
        self._window = window
        self._targets = list(_targets(window))
        self._shown: list[Target] = []
        self._field = LineEdit("", _("A chapter, a name, a code such as SI-07, or a command"))
        self._field.setAccessibleName(_("Find or jump to"))
        self._field.textChanged.connect(self._search)
        self._field.installEventFilter(self)
        self._list = QListWidget()
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setFont(font("body"))
        self._list.setAccessibleName(_("Found"))
        self._list.setFixedHeight(360)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.itemClicked.connect(self._take)
        self.body.addWidget(self._field)
        self.body.addWidget(self._list)
        self._search("")

    def _search(self, text: str) -> None:
        wanted = text.casefold().split()
        self._shown = [target for target in self._targets if _fits(target, wanted)][:_MOST]
        self._list.clear()
        for target in self._shown:
            item = QListWidgetItem(f"{target.words}    {target.where}" if target.where else target.words)
            item.setToolTip(target.where)
            self._list.addItem(item)
        self._list.setCurrentRow(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
            by = step.get(Qt.Key(event.key()))
            if by is not None and self._shown:
                row = max(0, min(len(self._shown) - 1, self._list.currentRow() + by))
                self._list.setCurrentRow(row)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take()
                return True
        return super().eventFilter(watched, event)

    def _take(self, _item: object = None) -> None:
        row = self._list.currentRow()
        if 0 <= row < len(self._shown):
            go = self._shown[row].go
            self.finish(None)
            go()


def _fits(target: Target, wanted: list[str]) -> bool:
    text = f"{target.words} {target.where}".casefold()
    return all(word in text for word in wanted)


def _targets(window: "Window") -> Iterator[Target]:
    for chapter in CHAPTERS:
        where = _("Chapter {number}").format(number=chapter.number)
        yield Target(_(chapter.title), where, _later(window.go, chapter.key))
    yield from _rows(window, window.workspace.plan)
    for command in COMMANDS:
        action = window.menubar.actions[command.handler]
        if action.isEnabled():
            keys = keys_in_words(command.keys[0]) if command.keys else ""
            yield Target(action.text().replace("&", ""), keys, action.trigger)


def _rows(window: "Window", plan: Plan) -> Iterator[Target]:
    for table in _SEARCHED:
        place = _(BY_KEY[HOME_OF[table]].title)
        for row in plan.table(table):
            where = f"{row.code} · {place}" if row.code else place
            yield Target(name_of(plan, row), where, _later(window.show_object, row.id))


def _later(go: Callable[[str], object], key: str) -> Callable[[], object]:
    return lambda: go(key)
