"""Help inside the window: a page for each chapter, one for the keys and one for files, from resources/help."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from planner.assets import resource
from planner.i18n import _, language, mark
from planner.ui.actions import COMMANDS
from planner.ui.pages import CHAPTERS
from planner.ui.parts.badge import KeyCap, key_words
from planner.ui.parts.button import Button
from planner.ui.parts.card import Line
from planner.ui.parts.dialog import Dialog
from planner.ui.parts.eased import lit, pressed, veil
from planner.ui.parts.focus import Ringed, by_keyboard
from planner.ui.parts.paint import RIGHT, draw_text, painter, rounded
from planner.ui.parts.scroll import Scroll
from planner.ui.parts.text import Text
from planner.ui.theme import mix, theme

if TYPE_CHECKING:
    from planner.ui.window import Window

KEYS, FILES = "keys", "files"
MORE = ((KEYS, mark("Keys")), (FILES, mark("Files")))
PAGES = (*((chapter.key, chapter.title) for chapter in CHAPTERS), *MORE)


@dataclass(frozen=True)
class Part:
    """One piece of a page: its kind (title, heading, words, point, keys), the words, and the keys before them."""

    kind: str
    words: str
    keys: str = ""


def parts_of(text: str) -> list[Part]:
    """A page in pieces. It is written in a small part of Markdown: headings, paragraphs, points, rows of keys."""
    found = []
    for line in text.splitlines():
        line = line.strip()
        if line.startswith("# "):
            found.append(Part("title", line[2:]))
        elif line.startswith("## "):
            found.append(Part("heading", line[3:]))
        elif line.startswith("- "):
            found.append(Part("point", line[2:]))
        elif line.startswith("|"):
            keys, words = (cell.strip() for cell in line.strip("|").split("|"))
            found.append(Part("keys", words, keys))
        elif line:
            found.append(Part("words", line))
    return found


def _file_of(key: str) -> Path:
    """The page in the language in use; in English where it is not translated."""
    spoken = resource("help", language(), f"{key}.md")
    return spoken if spoken.is_file() else resource("help", f"{key}.md")


def page_of(key: str) -> list[Part]:
    """A page of the help; to the keys every command is added from the table of commands."""
    found = parts_of(_file_of(key).read_text(encoding="utf-8"))
    if key == KEYS:
        found.append(Part("heading", _("Commands")))
        for command in COMMANDS:
            if command.keys:
                said = f"{_(command.text).replace('&', '').rstrip('…')}: {_(command.tip)}"
                found.append(Part("keys", said, key_words(command.keys[0])))
        found += [Part("keys", _(one.title), _("Ctrl {number}").format(number=one.number)) for one in CHAPTERS[:9]]
    return found


class HelpDialog(Dialog):
    """Pages at the left, the page that was asked for at the right. Up and down go from page to page."""

    toured = Signal()

    def __init__(self, key: str, *, with_tour: bool = True) -> None:
        super().__init__(_("Help"), 960)
        self.key = ""
        self._links: dict[str, _PageLink] = {}
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(2)
        for number, (page, title) in enumerate(PAGES, start=1):
            if page == KEYS:
                column.addWidget(Line())
            link = self._links[page] = _PageLink(page, "" if page in dict(MORE) else str(number), _(title))
            link.clicked.connect(self._choose)
            link.stepped.connect(self._step)
            column.addWidget(link)
        column.addStretch(1)
        side.setFixedWidth(200)
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addWidget(side, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Line(upright=True))
        self._room = QVBoxLayout()
        row.addLayout(self._room, 1)
        self._shown: Scroll | None = None
        self.body.addLayout(row, 1)
        tour = Button(_("Show the tour"), icon="presentation")
        tour.clicked.connect(self._tour)
        tour.setVisible(with_tour)
        self.foot.insertWidget(0, tour)
        self.add_button(Button(_("Done"), "primary"))
        self.show_page(key)

    @property
    def link(self) -> QWidget:
        """The control of the page that is shown."""
        return self._links[self.key]

    def show_page(self, key: str) -> None:
        """Show another page."""
        self.key = key
        for page, link in self._links.items():
            link.setChecked(page == key)
        if self._shown is not None:
            self._room.removeWidget(self._shown)
            self._shown.hide()
            self._shown.deleteLater()
        self._shown = _page(page_of(key))
        self._room.addWidget(self._shown)

    def _choose(self) -> None:
        link = self.sender()
        assert isinstance(link, _PageLink)
        self.show_page(link.page)

    def _step(self, by: int) -> None:
        keys = list(self._links)
        place = keys.index(self.key) + by
        if 0 <= place < len(keys):
            self.show_page(keys[place])
            by_keyboard(self._links[keys[place]])

    def _tour(self) -> None:
        self.finish(None)
        self.toured.emit()


class _PageLink(Ringed, QPushButton):
    """One page in the list; arrows go to the neighbours."""

    ring_radius = 8
    stepped = Signal(int)

    def __init__(self, page: str, number: str, title: str) -> None:
        super().__init__(title)
        self.page, self._number = page, number
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedHeight(28)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)

    def paintEvent(self, event: QPaintEvent) -> None:
        p, box, now = painter(self), QRectF(self.rect()), theme()
        chosen = pressed(self)
        if ground := veil(mix(now.sunken, now.selection, chosen), max(chosen, lit(self))):
            rounded(p, box, 8, ground)
        draw_text(p, QRectF(6, 0, 20, box.height()), self._number, "small", "muted", 500, RIGHT)
        weight = 600 if self.isChecked() else 500
        draw_text(p, QRectF(36, 0, box.width() - 40, box.height()), self.text(), "small", "ink", weight)


def _page(parts: list[Part]) -> Scroll:
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 24, 16)
    column.setSpacing(8)
    keys: QGridLayout | None = None
    for part in parts:
        if part.kind != "keys":
            keys = None
        if part.kind == "keys":
            if keys is None:
                keys = QGridLayout()
                keys.setHorizontalSpacing(16)
                keys.setVerticalSpacing(6)
                keys.setColumnStretch(1, 1)
                column.addLayout(keys)
            place = keys.rowCount()
            keys.addWidget(KeyCap(part.keys), place, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            keys.addWidget(Text(part.words, "body"), place, 1)
        elif part.kind == "title":
            column.addWidget(Text(part.words, "feature"))
        elif part.kind == "heading":
            column.addSpacing(8)
            column.addWidget(Text(part.words, "title"))
        elif part.kind == "point":
            line = QHBoxLayout()
            line.setSpacing(10)
            line.addWidget(Text("·", "title", "muted", lines=1), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(Text(part.words, "body"), 1)
            column.addLayout(line)
        else:
            column.addWidget(Text(part.words, "purpose", "muted"))
    column.addStretch(1)
    scroll = Scroll(inside)
    scroll.setMinimumHeight(470)
    scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    scroll.setAccessibleName(parts[0].words if parts else "")
    scroll.setAccessibleDescription("\n".join(f"{one.keys} {one.words}".strip() for one in parts))
    return scroll


def open_help(window: "Window", key: str = "") -> HelpDialog:
    """The help over a window, at a page: that of the chapter on screen where none is named."""
    wanted = key or window.chapter
    dialog = HelpDialog(wanted if wanted in dict(PAGES) else KEYS)
    dialog.toured.connect(window.tour)
    dialog.open_over(window, dialog.link)
    return dialog
