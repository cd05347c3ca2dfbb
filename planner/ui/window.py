"""The window of one plan: the frame with the pages in it. It knows no page by name."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from planner.i18n import _
from planner.model.changes import Author, Change
from planner.model.plan import CELLS, TABLES
from planner.ui import surround
from planner.ui.commands import Commands
from planner.ui.dropped import Drops
from planner.ui.frame import Frame
from planner.ui.numbers import numbers_of
from planner.ui.page import Page
from planner.ui.pages import BY_KEY, HOME_OF, home_of, page_class
from planner.ui.parts.focus import press
from planner.ui.parts.whole import WholeWindow
from planner.ui.saving import SaveState
from planner.ui.settings import Settings
from planner.ui.theme import LEAST_WINDOW, room_size
from planner.ui.voices import is_role, side_name, voice_of
from planner.ui.workspace import Workspace

if TYPE_CHECKING:
    from planner.ui.coach.desk import CoachDesk
    from planner.ui.launch.anew import GivenWay
    from planner.ui.menubar import Menubar
    from planner.ui.moments import Moments
    from planner.ui.parts.toast import Toast

FIRST_CHAPTER = "goals"
_IN_SIGHT = frozenset({*CELLS, "dot", "vote_round"})  # cells of grids and dots: whoever changes one sees it
_AROUND_AFTER = 120  # milliseconds after an edit: the page answers at once, rings and findings a moment later


class Window(Commands, WholeWindow):
    """One plan on screen. Handlers of the commands are its methods; those about files are the program's."""

    painted = Signal()
    """Once, when the first page is on the screen."""
    asked = Signal(object, object)
    """The name of a command that the program does (new_plan, open_plan, export_plan ...), and this window."""
    closed = Signal(object)

    def __init__(self, workspace: Workspace, settings: Settings, chapter: str = FIRST_CHAPTER) -> None:
        super().__init__()
        self.workspace = workspace
        self.settings = settings
        self._pages: dict[str, Page] = {}
        self._stale: set[str] = set()
        self._chapter = ""
        self._has_refused = False
        self._first_paint = True
        self.given_way: GivenWay | None = None
        self.is_ours = True  # the names in the worked example are of made-up people; no next plan proposes them
        self.frame = Frame(self)
        self.setCentralWidget(self.frame)
        self.setMinimumSize(LEAST_WINDOW)
        self._drops = Drops(self)
        self._surface = QStackedWidget()
        self.frame.set_content(self._surface)
        self._around = QTimer(self)
        self._around.setSingleShot(True)
        self._around.setInterval(_AROUND_AFTER)
        self._around.timeout.connect(self._tell_around)
        self._connect()
        self.frame.set_coach_open(settings.coach_open)
        self.frame.status.set_zoom(f"{room_size()}%")
        self.frame.sidebar.set_chapters(surround.chapter_entries(None))
        self._tell_names()
        self.go(chapter)

    def _connect(self) -> None:
        work, frame = self.workspace, self.frame
        work.changed.connect(self._changed)
        work.saved.connect(self._saved)
        work.refused.connect(self._refused)
        work.author_changed.connect(self._author_changed)
        frame.sidebar.chapterChosen.connect(self.go)
        frame.sidebar.settingsRequested.connect(self.settings_dialog)
        frame.sidebar.helpRequested.connect(self.help)
        frame.sidebar.themeRequested.connect(self.toggle_theme)
        frame.topbar.findRequested.connect(self.jump)
        frame.topbar.authorMenuRequested.connect(self._author_menu)
        frame.topbar.presentRequested.connect(self.present)
        frame.status.stateClicked.connect(self.save_now)

    @cached_property
    def toast(self) -> "Toast":
        """Short messages at the foot of the surface; made with the first one."""
        from planner.ui.parts.toast import Toast

        made = Toast(self._surface)
        made.undone.connect(self.undo)
        return made

    @cached_property
    def moments(self) -> "Moments":
        """The history and the plan as it was; made when it is first asked for."""
        from planner.ui.moments import Moments

        return Moments(self)

    @cached_property
    def desk(self) -> "CoachDesk":
        """What the coach says and what is done with it; made with the first thing to say."""
        from planner.ui.coach.desk import CoachDesk

        return CoachDesk(self)

    @cached_property
    def menubar(self) -> "Menubar":
        """The menus and all keys; made right after the first paint."""
        from planner.ui.menubar import Menubar

        return Menubar(self)

    def _after_first_paint(self) -> None:
        self.painted.emit()
        self.menubar.tell_undo()
        self.frame.sidebar.menuRequested.connect(self.menubar.popup_all)

    # Pages

    @property
    def chapter(self) -> str:
        """The key of the chapter on screen."""
        return self._chapter

    @property
    def page(self) -> Page:
        """The page on screen."""
        return self._pages[self._chapter]

    def go(self, key: str) -> Page:
        """Bring a chapter on screen; its page is made now if that was not done before."""
        page = self.made(key)
        self.fill(key)
        changed = key != self._chapter
        self._chapter = key
        self._surface.setCurrentWidget(page)
        self.frame.sidebar.set_current(key)
        self.frame.status.set_cell("")
        if changed:
            self._forgive()
        if changed and self.workspace.document is not None:
            self.desk.tell()
        return page

    def has_page(self, key: str) -> bool:
        """Whether a page has been made before."""
        return key in self._pages

    def made(self, key: str) -> Page:
        """The page of a chapter, made now if that was not done before; it is hidden until somebody goes there."""
        page = self._pages.get(key)
        if page is None:
            page = self._pages[key] = self._make(key)
            self._stale.add(key)
        return page

    def fill(self, key: str) -> None:
        """Show the plan of now on a page, unless it is there already."""
        if key in self._stale:
            self._stale.discard(key)
            self._pages[key].refresh(self.workspace.plan, self.workspace.results, None)

    def _make(self, key: str) -> Page:
        made = page_class(key)(self.workspace)
        made.cell.connect(self.frame.status.set_cell)
        made.showAsked.connect(self._show_asked)
        made.commandAsked.connect(self._command_asked)
        self._surface.addWidget(made)
        return made

    def show_object(self, row_id: str, field: str | None = None) -> bool:
        """Go to the chapter of a row and point at it."""
        row = self.workspace.plan.find(row_id)
        home = home_of(row.TABLE, field) if row else None
        return self.go(home).show_object(row_id, field) if home else False

    def _show_asked(self, what: str, field: str | None) -> None:
        if what in BY_KEY:
            self.go(what).setFocus()
        else:
            self.show_object(what, field)

    def _command_asked(self, name: str) -> None:
        self.asked.emit(name, self)

    # What the workspace says

    def _changed(self, change: Change | None) -> None:
        tables = change.tables if change is not None else frozenset(TABLES)
        for key, page in self._pages.items():
            if change is not None and not page.watches & tables:
                continue
            if key == self._chapter:
                page.refresh(self.workspace.plan, self.workspace.results, change)
            else:
                self._stale.add(key)
        self.menubar.tell_undo()
        if change is None:
            self._tell_names()
            self._tell_around()
            if "moments" in self.__dict__:
                self.moments.told()
            return
        if tables & {"facts", "person"}:
            self._tell_names()
        self._around.start()
        self._say_done(change)

    def _say_done(self, change: Change) -> None:
        """A toast for what is not plainly in sight: rows that came or went, many rows at once, undo and redo."""
        if change.kind in ("undo", "redo"):
            homes = {HOME_OF[table] for table in change.tables if table in HOME_OF}
            elsewhere = _(BY_KEY[homes.pop()].title) if len(homes) == 1 and self._chapter not in homes else ""
            undone = change.kind == "undo"
            if elsewhere:
                said = _("Taken back in {chapter}: {what}") if undone else _("Brought back in {chapter}: {what}")
            else:
                said = _("Taken back: {what}") if undone else _("Brought back: {what}")
            self.toast.say(said.format(chapter=elsewhere, what=change.label), undo=False)
        else:
            rows = [row for row in change.rows if row.table not in _IN_SIGHT]
            if len(rows) > 1 or any(row.before is None or row.after is None for row in rows):
                self.toast.say(change.label)

    def _saved(self, state: SaveState) -> None:
        self.frame.status.set_state(state.level, state.text)

    def _refused(self, sentence: str) -> None:
        self._has_refused = True
        self.frame.status.set_state("look", sentence)
        self.toast.say(sentence, undo=False, refusal=True)

    def _forgive(self) -> None:
        """What was refused on one page is of no use on the next."""
        if "toast" in self.__dict__:
            self.toast.take_back_refusal()
            self.toast.raise_()  # over a page that was made after it
        if self._has_refused:
            self._has_refused = False
            self.workspace.tell_saved()

    def _author_changed(self, author: Author) -> None:
        person = self.workspace.plan.people.get(author.id)
        if self.is_ours and not (person is not None and is_role(person)):
            self.settings.author = author.name
        self._tell_author()

    def _tell_names(self) -> None:
        plan = self.workspace.plan
        facts = plan.facts
        company, title = facts.company or "", facts.title or ""
        named = title or ("" if company else _("New plan"))
        self.frame.topbar.set_plan(company, named, surround.period_words(plan))
        self.frame.status.set_date(numbers_of(plan).day(self.workspace.as_of))
        called = title or company or _("New plan")
        file = f" ({self.path.stem})" if self.path and self.path.stem != called else ""
        self.setWindowTitle(f"{called}{file} · Common Ground")
        if not self.workspace.author.name and (author := surround.first_author(plan, self.settings.author)):
            self.workspace.set_author(author)
        self._tell_author()

    def _tell_author(self) -> None:
        plan, author = self.workspace.plan, self.workspace.author
        person = plan.people.get(author.id)
        side = side_name(person.function) if person else ""
        self.frame.topbar.set_author(author.name, voice_of(plan, author.id), side)

    def _tell_around(self) -> None:
        results = self.workspace.results
        self.frame.sidebar.set_chapters(surround.chapter_entries(results))
        self.frame.sidebar.set_voices([(voice, said.total) for voice, said in results.voices.items() if said.total])
        self.desk.tell()

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and self._pressed(Qt.Key(event.key())):
            pass
        elif event.key() == Qt.Key.Key_N and plain:
            self.add_new()
        elif event.key() == Qt.Key.Key_Escape and self.isFullScreen():
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowFullScreen)
        elif event.key() == Qt.Key.Key_Alt:
            self.menubar.arm()
        else:
            self.menubar.disarm()
            super().keyPressEvent(event)

    def _pressed(self, key: Qt.Key) -> bool:
        """Enter presses the button that has the keyboard; Esc comes back from an earlier moment of the plan."""
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return press(QApplication.focusWidget())
        return key == Qt.Key.Key_Escape and "moments" in self.__dict__ and self.moments.leave()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Alt:
            self.menubar.toggle()
        super().keyReleaseEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.workspace.publish()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._first_paint:
            self._first_paint = False
            QTimer.singleShot(0, self, self._after_first_paint)

    def let_go(self) -> None:
        """Bring the plan to its file, what is being typed at this moment too, and let go of it."""
        from planner.model.file.errors import PlanFileError
        from planner.ui.ask import ask

        _leave_field(self.focusWidget())
        try:
            self.workspace.close()
        except PlanFileError as error:
            ask().tell(self, str(error), _("Your changes are kept on this computer and are offered next time."))

    def closeEvent(self, event: QCloseEvent) -> None:
        self.let_go()
        self.settings.geometry = self.saveGeometry()
        self.settings.screen = self.screen().name()
        event.accept()
        self.closed.emit(self)

    @property
    def path(self) -> Path | None:
        """The file of the plan, once it is open."""
        document = self.workspace.document
        return document.path if document else None


def _leave_field(widget: QWidget | None) -> None:
    """What is being typed at this moment is an edit too."""
    if widget is not None:
        widget.clearFocus()
