"""What a window can be told to do: one method for each command of `actions.py` that is not the program's."""

from functools import cached_property
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPoint, Qt, SignalInstance
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from planner.i18n import _
from planner.ui.actions import COMMANDS
from planner.ui.pages import BY_KEY, CHAPTERS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

    from planner.model.plan import Person
    from planner.ui.frame import Frame
    from planner.ui.launch.roomsize import RoomSize
    from planner.ui.moments import Moments
    from planner.ui.page import Page
    from planner.ui.settings import Settings
    from planner.ui.window import Window
    from planner.ui.workspace import Workspace

    _Base = QMainWindow
else:
    _Base = object


class Commands(_Base):
    """Mix-in of the window, named before the Qt class."""

    if TYPE_CHECKING:
        workspace: Workspace
        settings: Settings
        frame: Frame
        asked: SignalInstance

        @property
        def chapter(self) -> str: ...
        @property
        def page(self) -> Page: ...
        @property
        def moments(self) -> Moments: ...
        def go(self, key: str) -> Page: ...

    @property
    def _window(self) -> "Window":
        return cast("Window", self)

    def undo(self, _key: object = None) -> None:
        """Take back the last change."""
        self.workspace.undo()

    def redo(self) -> None:
        """Bring back what was taken back."""
        self.workspace.redo()

    def add_new(self) -> None:
        """The main action of the chapter."""
        self.page.add_new()

    def save_now(self) -> None:
        """Bring everything to the file."""
        self.workspace.publish()

    def close_window(self) -> None:
        """Close this plan."""
        self.close()

    def toggle_coach(self) -> None:
        """Fold or open the coach."""
        self.frame.toggle_coach()
        self.settings.coach_open = not self.frame.coach.folded

    def toggle_theme(self) -> None:
        """Light becomes dark and dark light."""
        from planner.ui.theme import set_theme, theme

        app = QApplication.instance()
        assert isinstance(app, QApplication)
        mode = "light" if theme().dark else "dark"
        self.settings.theme = mode
        set_theme(app, mode)  # type: ignore[arg-type]

    def present(self) -> None:
        """The questions of the chapter and its sheets in large type; elsewhere the whole screen for the page, and
        back."""
        if self.chapter not in BY_KEY:
            self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
            return
        from planner.ui.presenting import Presenting

        Presenting(self._window).open()

    def larger(self) -> None:
        """Everything a step larger."""
        self._room_size.larger()

    def smaller(self) -> None:
        """Everything a step smaller."""
        self._room_size.smaller()

    def usual_size(self) -> None:
        """Everything at its usual size."""
        self._room_size.usual()

    @cached_property
    def _room_size(self) -> "RoomSize":
        from planner.ui.launch.roomsize import RoomSize

        return RoomSize(self._window)

    def next_region(self) -> None:
        """The keyboard goes to the next part of the frame."""
        self.frame.next_region(1)

    def previous_region(self) -> None:
        """The keyboard goes to the part before."""
        self.frame.next_region(-1)

    def next_chapter(self) -> None:
        """One chapter down."""
        self._step(1)

    def previous_chapter(self) -> None:
        """One chapter up."""
        self._step(-1)

    def _step(self, by: int) -> None:
        if self.chapter not in BY_KEY:
            self.moments.leave()
            return
        place = BY_KEY[self.chapter].number - 1 + by
        if 0 <= place < len(CHAPTERS):
            self.go(CHAPTERS[place].key)

    def jump(self) -> None:
        """Jump to a chapter, a row or a command by words or code."""
        from planner.ui.jump import Jump

        Jump(self._window).open_over(self)

    def read_as_table(self) -> None:
        """The charts on screen as tables."""
        from planner.ui.parts.readtable import ReadingDialog, readings_in

        if found := readings_in(self.page):
            ReadingDialog(found).open_over(self)
        else:
            self._window.toast.say(_("There is no chart to read here."), undo=False)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """A chart that has no menu of its own offers to be read."""
        from planner.ui.parts.menu import Menu
        from planner.ui.parts.readtable import Readable

        below = self.childAt(event.pos())
        while below is not None and not isinstance(below, Readable):
            below = below.parentWidget()
        if below is not None:
            menu = Menu(self)
            keys = next(command.keys[0] for command in COMMANDS if command.handler == "read_as_table")
            menu.add(_("Read as a table"), keys, "table").triggered.connect(self.read_as_table)
            menu.popup(event.globalPos())

    def history(self) -> None:
        """Every edit with its author."""
        self.moments.open_history()

    def choose_author(self) -> None:
        """Open the menu of the people of the plan under the chip."""
        chip = self.frame.topbar.author
        self._author_menu(chip.mapToGlobal(chip.rect().bottomLeft()))

    def _author_menu(self, point: QPoint) -> None:
        if not len(self.workspace.plan.people):
            self.ask_who_types()
            return
        from planner.ui.authors import author_menu

        menu = author_menu(self.workspace, self)
        menu.otherAsked.connect(self.ask_who_types)
        menu.partAsked.connect(self._ask_who_plays)
        menu.popup(point)

    def ask_who_types(self) -> None:
        """Ask for the name of somebody who is not in the plan yet."""
        from planner.ui.whotypes import ask_who_types

        ask_who_types(self._window)

    def _ask_who_plays(self, part: "Person") -> None:
        """A part of a playbook gets a name from whoever sits down."""
        from planner.ui.whotypes import ask_who_types

        ask_who_types(self._window, part)

    def settings_dialog(self) -> None:
        """The settings of this computer and of the plan."""
        self.setting("")

    def setting(self, key: str) -> None:
        """The settings, at one of them."""
        from planner.ui.preferences import open_preferences

        open_preferences(self._window, self.settings, key)

    def help(self) -> None:
        """The help of the chapter on screen."""
        self.help_page("")

    def keys_help(self) -> None:
        """Everything the keyboard can do."""
        self.help_page("keys")

    def help_page(self, key: str) -> None:
        """The help, at a page."""
        from planner.ui.help import open_help

        open_help(self._window, key)

    def tour(self) -> None:
        """Six steps through the window."""
        from planner.ui.tour import Tour

        Tour(self._window).open()

    def reopen(self) -> None:
        """The program starts anew with this plan, at the room size that was chosen."""
        self.asked.emit("reopen", self)

    def about(self) -> None:
        """Version and licences."""
        from planner.ui.small_dialogs import about_dialog

        about_dialog(self)
