"""The start screen: four playbooks, a blank plan, recent plans, the example, and opening a file."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from planner.i18n import _
from planner.ui.icons import draw_icon
from planner.ui.parts.badge import KeyCap
from planner.ui.parts.button import Button, IconButton
from planner.ui.parts.card import Card, Paper
from planner.ui.parts.chapterhead import ChapterHead
from planner.ui.parts.focus import by_keyboard
from planner.ui.parts.paint import draw_text, painter, rounded
from planner.ui.parts.scroll import Scroll
from planner.ui.parts.text import Text
from planner.ui.parts.whole import WholeWindow
from planner.ui.settings import Settings
from planner.ui.start.art import draw_hero, draw_timeline
from planner.ui.start.parts import PlaybookCard, RecentRow, look_into
from planner.ui.start.playbooks import PLAYBOOKS
from planner.ui.theme import LEAST_WINDOW, set_theme, theme

_SHOWN = 4
_LEFT, _INSIDE = 48, 14  # where words begin, and the room that a button keeps before its sign
_TALL = 820  # window height from which on the pictures of the playbooks have all their room


class StartWindow(WholeWindow):
    """Signals say what was chosen; the program does it."""

    playbookChosen = Signal(object)
    blankChosen = Signal()
    pathChosen = Signal(object)
    exampleChosen = Signal()
    openAsked = Signal()
    lastYearChosen = Signal()
    anewAsked = Signal()
    closed = Signal()

    def __init__(self, settings: Settings, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._settings, self._now = settings, now
        self.setWindowTitle("Common Ground")
        self.setMinimumSize(LEAST_WINDOW)
        self.resize(1440, 900)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        hero = _Hero()
        hero.opened.connect(self.openAsked)
        hero.lastYear.connect(self.lastYearChosen)
        row.addWidget(hero, 33)
        row.addWidget(self._right(), 67)
        self.setCentralWidget(whole)
        open_keys = QShortcut(QKeySequence.StandardKey.Open, self)
        open_keys.activated.connect(self.openAsked)
        QTimer.singleShot(0, self, self._fill_recent)

    def _right(self) -> QWidget:
        paper = Paper()
        column = self._column = QVBoxLayout(paper)
        column.setSpacing(0)
        head = ChapterHead(_("Start a plan"), _("A playbook brings questions and first activities."))
        self.blank = Button(_("Blank plan"), icon="file")
        self.blank.setToolTip(_("Every chapter empty, and help on the way in each."))
        self.blank.clicked.connect(self.blankChosen)
        dark = IconButton("moon", _("Light or dark"))
        dark.clicked.connect(self._toggle_theme)
        settings = IconButton("gear-six", _("Settings"))
        settings.clicked.connect(self._open_settings)
        aid = IconButton("question", _("Help"))
        aid.clicked.connect(self._open_help)
        head.add_action(self.blank)
        head.add_action(dark)
        head.add_action(aid)
        head.add_action(settings)
        column.addWidget(head)
        column.addSpacing(28)
        cards = QHBoxLayout()
        cards.setSpacing(20)
        self.cards = [PlaybookCard(playbook) for playbook in PLAYBOOKS]
        for card in self.cards:
            card.clicked.connect(self._choose_playbook)
            cards.addWidget(card, 1)
        column.addLayout(cards)
        column.addSpacing(36)
        low = QHBoxLayout()
        low.setSpacing(24)
        recent, example = QVBoxLayout(), QVBoxLayout()
        for part, title in ((recent, _("Recent plans")), (example, _("Just looking?"))):
            part.setSpacing(8)
            part.addWidget(Text(title, "card", lines=1))
        self._recent_card = Card()
        self._recent = QVBoxLayout(self._recent_card)
        self._recent.setContentsMargins(0, 0, 0, 0)
        self._recent.setSpacing(0)
        recent.addWidget(self._recent_card)
        recent.addStretch(1)
        self._looking = _ExampleCard()
        self._looking.button.clicked.connect(self.exampleChosen)
        example.addWidget(self._looking)
        example.addStretch(1)
        low.addLayout(recent, 67)
        low.addLayout(example, 33)
        column.addLayout(low)
        column.addStretch(1)
        scroll = Scroll(paper)
        scroll.setMinimumWidth(740)
        return scroll

    def _fill_recent(self) -> None:
        """After the first paint: each file is looked into, and one that is no plan any more is left out."""
        found = [look_into(path, when, self._now()) for path, when in self._settings.recent[:_SHOWN]]
        rows = [RecentRow(one) for one in found if one is not None]
        for row in rows:
            row.set_dense(self.height() < _TALL)
            row.clicked.connect(self._choose_recent)
            self._recent.addWidget(row)
        if not rows:
            none = Text(_("Plans that you open will be listed here."), "small", "muted")
            none.setContentsMargins(20, 20, 20, 20)
            held = QHBoxLayout()
            held.setContentsMargins(20, 24, 20, 24)
            held.addWidget(none)
            self._recent.addLayout(held)
        if QApplication.focusWidget() in (None, self, self.cards[0]):
            by_keyboard(self.cards[0])
            self.cards[0].show_ring()  # a window that is only just becoming active gives the focus without it

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        tall = self.height() >= _TALL
        self._column.setContentsMargins(32, 52 if tall else 24, 32, 32 if tall else 20)
        for card in self.cards:
            card.setFixedHeight(280 if tall else 224)
        self._looking.set_picture(130 if tall else 76)
        for row in self._recent_card.findChildren(RecentRow):
            row.set_dense(not tall)

    def _choose_playbook(self) -> None:
        card = self.sender()
        assert isinstance(card, PlaybookCard)
        self.playbookChosen.emit(card.playbook.key)

    def _choose_recent(self) -> None:
        row = self.sender()
        assert isinstance(row, RecentRow)
        self.pathChosen.emit(row.recent.path)

    def _open_help(self) -> None:
        from planner.ui.help import FILES, HelpDialog

        dialog = HelpDialog(FILES, with_tour=False)
        dialog.open_over(self, dialog.link)

    def _open_settings(self) -> None:
        from planner.ui.preferences import open_preferences

        open_preferences(self, self._settings)

    def reopen(self) -> None:
        """The program starts anew, at the room size that was chosen."""
        self.anewAsked.emit()

    def _toggle_theme(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self._settings.theme = "light" if theme().dark else "dark"
        set_theme(app, self._settings.theme)  # type: ignore[arg-type]

    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        self.closed.emit()
        self.deleteLater()


class _Hero(QWidget):
    """The left side: the mark, the name, one sentence, opening a file, and where plans stay."""

    opened = Signal()
    lastYear = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumWidth(408)
        column = QVBoxLayout(self)
        column.setContentsMargins(_LEFT - _INSIDE, 0, 8, 0)
        column.setSpacing(0)
        column.addStretch(60)
        words = QVBoxLayout()
        words.setContentsMargins(_INSIDE, 0, 0, 0)  # signs of buttons begin where words do
        words.setSpacing(0)
        column.addLayout(words)
        self._name = Text("Common Ground", "title page", lines=1)
        words.addWidget(self._name)
        said = Text(
            _("One plan for marketing, sales and the agency. Every input heard, answered and visible."), "consequence"
        )
        said.setMaximumWidth(300)
        words.addWidget(said)
        column.addSpacing(36)
        line = QHBoxLayout()
        line.setSpacing(8)
        open_file = Button(_("Open a plan file"), "quiet", icon="folder-open")
        open_file.clicked.connect(self.opened)
        line.addWidget(open_file)
        line.addWidget(KeyCap(_("Ctrl O")))
        line.addStretch(1)
        column.addLayout(line)
        column.addSpacing(4)
        last = Button(_("Start from last year's plan"), "quiet", icon="clock-counter-clockwise")
        last.setToolTip(_("People, activities and assumptions carry over, a year later. The old file stays as it is."))
        last.clicked.connect(self.lastYear)
        column.addWidget(last, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(4)
        column.addWidget(_Stays())
        column.addStretch(9)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        p.fillRect(self.rect(), theme().well)
        p.fillRect(QRectF(self.width() - 1, 0, 1, self.height()), theme().hairline)
        draw_hero(self, p, self._name.y())


class _Stays(QWidget):
    """Where plans are kept, in a sentence."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(36)
        self.setAccessibleName(_("Plans stay on this computer until you export them."))

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        draw_icon(p, "lock-simple", QRectF(_INSIDE, 10, 16, 16), "muted")
        draw_text(p, QRectF(38, 0, self.width() - 38, 36), self.accessibleName(), "small", "muted")


class _ExampleCard(Card):
    """The finished plan to look around in."""

    def __init__(self) -> None:
        super().__init__()
        column = self._column = QVBoxLayout(self)
        column.setSpacing(4)
        column.addWidget(Text("Hallvik Dosing Systems", "title"))
        said = _("A finished plan to look around in. Change what you like; it is gone when you close it.")
        column.addWidget(Text(said, "small", "muted"))
        column.addSpacing(12)
        self.button = Button(_("Open the example"), "primary", icon="book-open")
        column.addWidget(self.button)
        self.set_picture(130)

    def set_picture(self, high: int) -> None:
        """How high the picture is, in logical pixels."""
        self._high = high
        self._column.setContentsMargins(20, high + 16, 20, 20)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        p = painter(self)
        picture = QRectF(1, 1, self.width() - 2, self._high)
        p.setClipRect(picture)
        rounded(p, picture.adjusted(0, 0, 0, 20), 11, theme().voice("shared").tint)
        draw_timeline(p, picture)
