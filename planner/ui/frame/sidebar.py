"""The left side: mark and name, the chapters in their groups, the voices, and a row of icons at the foot."""

from itertools import groupby
from operator import attrgetter

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from planner.i18n import _
from planner.ui.frame.chapterrow import MARGIN, ChapterRow
from planner.ui.frame.items import ChapterEntry
from planner.ui.frame.voicesbar import HEIGHT as VOICES_HEIGHT
from planner.ui.frame.voicesbar import VoicesBar
from planner.ui.parts.button import IconButton
from planner.ui.parts.focus import by_keyboard
from planner.ui.parts.mark import APART, draw_mark
from planner.ui.parts.paint import draw_text, flat, painter
from planner.ui.theme import Theme, theme, theme_keeper

FULL, RAIL = 232, 72
# Window height from which on the rows have more air (second set, section 0).
TALL = 860


class Sidebar(QWidget):
    """Emits `chapterChosen(key)`. The menu's point is global, where a menu may open."""

    spoken_as = "Grouping"
    chapterChosen = Signal(object)
    menuRequested = Signal(object)
    settingsRequested = Signal()
    helpRequested = Signal()
    themeRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Chapters"))
        self._rows: dict[str, ChapterRow] = {}
        self._groups: list[tuple[str, list[ChapterRow]]] = []
        self._labels: list[tuple[str, QRectF]] = []
        self._current = ""
        self._rail = False
        self._voices = VoicesBar(self)
        self._foot = (
            IconButton("list", _("Menu"), parent=self),
            IconButton("gear-six", _("Settings"), parent=self),
            IconButton("question", _("Help"), parent=self),
            IconButton("sun" if theme().dark else "moon", _("Light or dark"), parent=self),
        )
        theme_keeper().changed.connect(self._show_theme)
        menu, settings, aid, dark = self._foot
        menu.clicked.connect(self._ask_menu)
        settings.clicked.connect(self.settingsRequested)
        aid.clicked.connect(self.helpRequested)
        dark.clicked.connect(self.themeRequested)

    def _show_theme(self, now: Theme) -> None:
        self._foot[3].set_icon("sun" if now.dark else "moon")

    def set_chapters(self, entries: list[ChapterEntry]) -> None:
        """All chapters in order; the groups follow from their names. Called again, it updates in place."""
        if [entry.key for entry in entries] == list(self._rows):
            for entry in entries:
                self._rows[entry.key].set_entry(entry)
            return
        for row in self._rows.values():
            row.deleteLater()
        self._rows = {entry.key: self._new_row(entry) for entry in entries}
        self._groups = [
            (name, [self._rows[entry.key] for entry in members])
            for name, members in groupby(entries, key=attrgetter("group"))
        ]
        self.set_current(self._current)
        self._arrange()

    def _new_row(self, entry: ChapterEntry) -> ChapterRow:
        row = ChapterRow(entry, self)
        row.chosen.connect(self.chapterChosen)
        row.stepped.connect(self._step)
        if self.isVisible():
            row.show()
        return row

    def set_current(self, key: str) -> None:
        """Mark a chapter; an empty or unknown key marks none (history, import and merging have no number)."""
        self._current = key
        for row in self._rows.values():
            row.set_current(row.entry.key == key)

    def set_voices(self, counts: list[tuple[str, int]]) -> None:
        self._voices.set_counts(counts)

    def set_rail(self, rail: bool) -> None:
        """Narrow form: numbers inside rings. The frame decides."""
        self._rail = rail
        self._arrange()

    def focus_first(self) -> None:
        row = self._rows.get(self._current) or next(iter(self._rows.values()), None)
        if row is not None:
            by_keyboard(row)

    @property
    def foot(self) -> QRect:
        """The box of the icons at the foot that are shown."""
        shown = [button.geometry() for button in self._foot if not button.isHidden()]
        return shown[0].united(shown[-1])

    def _step(self, key: str, step: int) -> None:
        keys = list(self._rows)
        place = keys.index(key) + step
        if 0 <= place < len(keys):
            self._rows[keys[place]].setFocus(Qt.FocusReason.TabFocusReason)

    def _ask_menu(self) -> None:
        button = self._foot[0]
        self.menuRequested.emit(button.mapToGlobal(button.rect().topLeft()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        self._labels.clear()
        bottom = self._arrange_rail() if self._rail else self._arrange_full()
        self._arrange_foot(bottom)
        self.update()

    def _arrange_full(self) -> int:
        tall = self.height() >= TALL
        top, label, row_height, gap = (68, 26, 34, 10) if tall else (52, 22, 30, 6)
        for name, rows in self._groups:
            self._labels.append((name, QRectF(24, top, self.width() - 48, label)))
            top += label
            for row in rows:
                row.rail = False
                self._place(row, QRect(12, top, self.width() - 24, row_height))
                top += row_height
            top += gap
        return top - gap

    def _arrange_rail(self) -> int:
        top = 58
        spare = self.height() - top - 56 - 40 * len(self._rows)
        gap = max(3, min(12, spare // max(1, 2 * len(self._groups))))
        for place, (_name, rows) in enumerate(self._groups):
            if place:
                self._labels.append(("", QRectF(20, top + gap, 32, 1)))
                top += 2 * gap + 1
            for row in rows:
                row.rail = True
                self._place(row, QRect(10, top, self.width() - 20, 40))
                top += 40
        return top

    def _place(self, row: ChapterRow, box: QRect) -> None:
        row.setGeometry(box.adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN))
        row.update()

    def _arrange_foot(self, bottom: int) -> None:
        foot = self.height() - 50
        for place, button in enumerate(self._foot):
            button.setVisible(not self._rail or place == 0)
            left = (self.width() - 32) // 2 if self._rail else 16 + 44 * place
            button.setGeometry(left, foot, 32, 32)
        top = foot - 94
        self._voices.setVisible(not self._rail and top >= bottom + 8)
        self._voices.setGeometry(24, top, self.width() - 48, VOICES_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        now = theme()
        flat(p, self.rect(), now.well)
        flat(p, QRectF(self.width() - 1, 0, 1, self.height()), now.hairline)
        self._paint_head(p)
        for name, box in self._labels:
            if name:
                draw_text(p, box, name, "overline", "muted")
            else:
                flat(p, box, now.hairline_strong)
        if self._voices.isVisible():
            flat(p, QRectF(24, self._voices.y() - 16, self.width() - 48, 1), now.hairline)

    def _paint_head(self, p: QPainter) -> None:
        if self._rail:
            draw_mark(p, (self.width() - 21 * (1 + APART / 2)) / 2, 17, 21)
            return
        top = 18 if self.height() >= TALL else 14
        draw_mark(p, 24, top, 20)
        draw_text(p, QRectF(66, top - 4, self.width() - 78, 28), "Common Ground", "card")
