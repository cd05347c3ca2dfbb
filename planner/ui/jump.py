"""Find or jump to: chapters, rows of the plan by their words or code, commands, settings and help, in one list."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from planner.i18n import _, _n
from planner.model.plan import CELLS, TABLES, Plan, Row
from planner.model.value import Value
from planner.model.words import whole_name
from planner.ui.actions import COMMANDS
from planner.ui.help import PAGES
from planner.ui.icons import draw_icon
from planner.ui.pages import BY_KEY, CHAPTERS, HOME_OF
from planner.ui.parts.badge import draw_key_cap, key_words
from planner.ui.parts.dialog import Dialog
from planner.ui.parts.edits import LineEdit
from planner.ui.parts.glyph import draw_glyph
from planner.ui.parts.paint import CENTRE, RIGHT, draw_text, rounded, text_width
from planner.ui.parts.scroll import thin
from planner.ui.parts.text import Text
from planner.ui.search import Index
from planner.ui.settings import SETTINGS
from planner.ui.theme import theme
from planner.ui.voices import voice_of

if TYPE_CHECKING:
    from planner.ui.window import Window

_MOST, _ROW = 60, 40
_NOT_FOUND = frozenset({*CELLS, "facts", "extra", "run", "dot", "rating", "brief_score", "pulse", "promise_check",
                        "approval", "coach_answer", "waiver", "signoff", "actual", "funnel", "threshold",
                        "settled"})  # fmt: skip
"""Tables whose rows have no name of their own to be found by."""
_SAID = ("title", "name", "description", "text", "statement", "question", "decision", "promise", "definition", "answer",
         "response", "role", "category", "evidence")  # fmt: skip
_KINDS = {"person": "user", "goal": "target", "sales_input": "chat-text", "material": "package", "activity": "flag",
          "budget_line": "coins", "risk": "shield-warning", "decision": "scales", "commitment": "handshake",
          "question": "question", "segment": "users", "note": "note", "stakeholder": "users-three"}  # fmt: skip


class Target(Value):
    """One place to jump to: what it is called, its code, where it is, its keys or picture, and how to go there."""

    words: str
    go: Callable[[], object]
    code: str = ""
    where: str = ""
    keys: str = ""
    picture: str = ""
    voice: str = ""
    more: str = ""
    """Further words it is found by."""


class Jump(Dialog):
    """Type, arrows, Enter. `targets` are found by words, a code, and with a slip of the fingers too."""

    def __init__(self, window: "Window") -> None:
        super().__init__(_("Find or jump to"), 640)
        self._targets = list(targets(window))
        self._index = Index((f"{one.words} {one.where} {one.more}", one.code) for one in self._targets)
        self.field = LineEdit("", _("A chapter, a name, a code such as SI-07, or a command"))
        self.field.setAccessibleName(_("Find or jump to"))
        self.field.textChanged.connect(self._search)
        self.field.installEventFilter(self)
        self.found = _Found(self)
        self.list = _List(self.found)
        self.list.clicked.connect(self._take)
        self._nothing = Text("", "small", "muted")
        self.body.addWidget(self.field)
        self.body.addWidget(self.list)
        self.body.addWidget(self._nothing)
        self._search("")

    def _search(self, text: str) -> None:
        found = [self._targets[place] for place in self._index.find(text, _MOST)]
        self.found.show_targets(found)
        self.list.setCurrentIndex(self.found.index(0, 0))
        said = _("Nothing is called like that. Try a word of it, or its code.")
        self._nothing.setText("" if found else said)
        self._nothing.setVisible(not found)
        count = _n("{n} found", "{n} found", len(found)).format(n=len(found))
        first = f", {self.found.said(0)}" if found else ""
        self.field.setAccessibleDescription(count + first)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
            step = steps.get(Qt.Key(event.key()))
            if step is not None and self.found.rowCount():
                row = max(0, min(self.found.rowCount() - 1, self.list.currentIndex().row() + step))
                self.list.setCurrentIndex(self.found.index(row, 0))
                self.field.setAccessibleDescription(self.found.said(row))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take()
                return True
        return super().eventFilter(watched, event)

    def _take(self, _index: object = None) -> None:
        target = self.found.target(self.list.currentIndex().row())
        if target is not None:
            self.finish(None)
            target.go()


ModelIndex = QModelIndex | QPersistentModelIndex
TARGET = Qt.ItemDataRole.UserRole + 1


class _Found(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._shown: list[Target] = []

    def show_targets(self, found: list[Target]) -> None:
        self.beginResetModel()
        self._shown = found
        self.endResetModel()

    def target(self, row: int) -> Target | None:
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def said(self, row: int) -> str:
        one = self._shown[row]
        return ", ".join(part for part in (one.code, one.words, one.where, one.keys) if part)

    def rowCount(self, parent: ModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == TARGET:
            return self._shown[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self.said(index.row())
        return None


class _List(QListView):
    """Nine rows in sight; the keyboard stays in the field above."""

    def __init__(self, model: _Found, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(_Paint(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedHeight(9 * _ROW)
        self.setAccessibleName(_("Found"))
        self.viewport().setAutoFillBackground(False)
        thin(self)


class _Paint(QStyledItemDelegate):
    """A picture, the words with their code, and where it is or its keys at the right."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        return QSize(200, _ROW)

    def paint(self, p: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        one: Target = index.data(TARGET)
        box = QRectF(option.rect)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.row() == self._view.currentIndex().row():
            rounded(p, box.adjusted(0, 1, -14, -1), 8, theme().selection)
        self._lead(p, QRectF(box.left() + 12, box.top(), 20, _ROW), one)
        right = box.right() - 26
        if one.keys:
            right = draw_key_cap(p, right, box.center().y(), one.keys) - 12
        if one.where:
            wide = min(200.0, text_width(one.where, "caption"))
            draw_text(p, QRectF(right - wide, box.top(), wide, _ROW), one.where, "caption", "muted", None, RIGHT)
            right -= wide + 12
        left = box.left() + 44
        if one.code:
            left += draw_text(p, QRectF(left, box.top(), 80, _ROW), one.code, "small", "muted", 500) + 8
        draw_text(p, QRectF(left, box.top(), right - left, _ROW), one.words, "body", "ink", 500)

    def _lead(self, p: QPainter, box: QRectF, one: Target) -> None:
        if one.voice:
            draw_glyph(p, one.voice, box.left() + 2, box.center().y(), 10)
        elif one.picture.isdecimal():
            draw_text(p, box, one.picture, "small", "muted", 600, CENTRE)
        elif one.picture:
            draw_icon(p, one.picture, QRectF(box.left() + 2, box.center().y() - 8, 16, 16), "muted")


# What can be found


def targets(window: "Window") -> Iterator[Target]:
    """Everything that can be jumped to, in the order in which it stands while nothing is typed."""
    for chapter in CHAPTERS:
        keys = _("Ctrl {number}").format(number=chapter.number) if chapter.number <= 9 else ""
        go = _later(window.go, chapter.key)
        yield Target(_(chapter.title), go, where=_("Chapter"), keys=keys, picture=str(chapter.number),
                     more=_(chapter.purpose))  # fmt: skip
    for command in COMMANDS:
        action = window.menubar.actions[command.handler]
        if action.isEnabled():
            keys = key_words(command.keys[0]) if command.keys else ""
            words = action.text().replace("&", "").rstrip("…")
            yield Target(words, action.trigger, keys=keys, picture="caret-right", more=_(command.tip))
    yield from _rows(window, window.workspace.plan)
    for setting in SETTINGS:
        go = _later(window.setting, setting.key)
        yield Target(_(setting.label), go, where=_("Settings"), picture="gear-six", more=_(setting.help))
    for key, title in PAGES:
        go = _later(window.help_page, key)
        yield Target(_("Help: {page}").format(page=_(title)), go, where=_("Help"), picture="question")


def _rows(window: "Window", plan: Plan) -> Iterator[Target]:
    for table in TABLES:
        if table in _NOT_FOUND:
            continue
        place, picture = _(BY_KEY[HOME_OF[table]].title), _KINDS.get(table, "file-text")
        for row in plan.table(table):
            yield Target(whole_name(plan, row), _later(window.show_object, row.id), row.code or "", place,
                         picture=picture, voice=_voice(plan, row), more=_whole(row))  # fmt: skip


def _whole(row: Row) -> str:
    """All that a row says: its name above is shortened."""
    return " ".join(value for name in _SAID if isinstance(value := getattr(row, name, None), str))


def _voice(plan: Plan, row: Row) -> str:
    """The voice of what a person said or is; nothing for the rest."""
    person = row.id if row.TABLE == "person" else getattr(row, "given_by", None) or getattr(row, "person", None)
    return voice_of(plan, person) if isinstance(person, str) else ""


def _later(go: Callable[[str], object], key: str) -> Callable[[], object]:
    return lambda: go(key)
