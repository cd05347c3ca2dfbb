"""The sheet that says how a figure comes about; its lines lead on to other figures and to the rows of the plan."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QHideEvent, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from planner.i18n import _
from planner.model.value import Value
from planner.ui.icons import draw_icon
from planner.ui.parts.button import IconButton
from planner.ui.parts.facelist import FaceList
from planner.ui.parts.paint import RIGHT, draw_text, text_width
from planner.ui.parts.sidesheet import SideSheet
from planner.ui.parts.text import Text, draw_shortened
from planner.ui.parts.trace import Trace

_ROW = 48


class _LineFace(Value):
    id: str
    name: str
    value: str
    go: str
    said: str
    tip: str


class _Lines(FaceList[_LineFace]):
    followed = Signal(object)

    def __init__(self) -> None:
        super().__init__(_ROW, _("What goes in"))
        self.opened.connect(self._follow)

    def _follow(self, key: str) -> None:
        face = self.rows.face(key)
        if face is not None and face.go:
            self.followed.emit(face.go)

    def click_on(self, face: _LineFace, box: QRectF, at: QPointF) -> None:
        self._follow(face.id)

    def draw(self, p: QPainter, box: QRectF, face: _LineFace) -> None:
        wide = min(150.0, text_width(face.value, "small", 600) + 2) if face.value else 0.0
        arrow = box.right() - 22
        draw_text(p, QRectF(arrow - 6 - wide, box.top(), wide, box.height()), face.value, "small", "ink", 600, RIGHT)
        words = QRectF(box.left() + 8, box.top(), arrow - wide - 22 - box.left(), box.height())
        draw_shortened(p, words, face.name, "small", "ink", lines=2)
        if face.go:
            name = "arrow-right" if face.go.startswith("row:") else "caret-right"
            draw_icon(p, name, QRectF(arrow, round(box.center().y() - 7), 14, 14), "focus", "bold")


class TraceSheet(SideSheet):
    """`open_trace(key)` asks `find` for the story. `rowAsked(id, field)` when a line leads to a row."""

    rowAsked = Signal(object, object)

    def __init__(self, find: Callable[[str], Trace | None], host: QWidget) -> None:
        super().__init__(host)
        self._find = find
        self._path: list[str] = []
        self._before: QWidget | None = None
        self._value = Text("", "figure 28", lines=1)
        self._how = Text("", "body", "ink")
        self.lines = _Lines()
        self.lines.followed.connect(self._go)
        self._back = IconButton("arrow-left", _("Back"), glyph=16)
        self._back.clicked.connect(self.go_back)
        self.add_tool(self._back)
        self.set_title(_("How this comes about"))
        self._name = Text("", "small", "muted", 500)
        self.body.setSpacing(8)
        for part in (self._name, self._value, self._how, self.lines):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.closed.connect(self._give_back)

    @property
    def key(self) -> str | None:
        """The figure that is shown."""
        return self._path[-1] if self._path and self.isVisible() else None

    def open_trace(self, key: str) -> bool:
        """Show how a figure comes about. False where it has no story."""
        if self._find(key) is None:
            return False
        if not self.isVisible():
            self._before = QApplication.focusWidget()
            self._path = []
        self._path.append(key)
        self._show()
        self.open_sheet()
        self.lines.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def follow_plan(self) -> None:
        """The plan has changed: the same story with the numbers of now."""
        if self.isVisible():
            self._show()

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever comes back to a page wants the page, not what lay over it."""
        super().hideEvent(event)
        if not event.spontaneous() and not self.isHidden():
            self._before = None
            self.hide()

    def go_back(self) -> None:
        """To the figure before."""
        if len(self._path) > 1:
            self._path.pop()
            self._show()

    def _show(self) -> None:
        found = self._find(self._path[-1])
        if found is None:
            self.close_sheet()
            return
        self._back.setEnabled(len(self._path) > 1)
        self._name.setText(found.name)
        self._value.setText(found.value)
        self._how.setText(found.how)
        self.setAccessibleName(f"{found.name}: {found.value}. {found.how}")
        self.lines.show_faces(
            [
                _LineFace(f"{place}", line.name, line.value, line.go, f"{line.name}: {line.value}", line.name)
                for place, line in enumerate(found.lines)
            ]
        )
        self.lines.setFixedHeight(_ROW * len(found.lines) + 2)

    def _go(self, go: str) -> None:
        kind, _colon, rest = go.partition(":")
        if kind == "trace":
            self.open_trace(rest)
        else:
            id, _colon, field = rest.partition(":")
            self._before = None
            self.close_sheet()
            self.rowAsked.emit(id, field or None)

    def _give_back(self) -> None:
        """The keyboard goes back to the figure that was asked about."""
        from shiboken6 import isValid

        if self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._before = None
