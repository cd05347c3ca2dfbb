"""The program around the windows: which plans are open, the start screen, opening, new plans, copies, imports."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from planner.assets import resource
from planner.i18n import _
from planner.model.changes import Author
from planner.model.file.errors import DamagedPlan, PlanFileError, PlanInUse
from planner.model.file.format import SUFFIX
from planner.model.plan import Plan
from planner.ui import AS_IT_WAS
from planner.ui.launch.fitting import show_fitting
from planner.ui.launch.opening import Opening, default_folder, first_page, nothing, plan_kinds
from planner.ui.launch.rescue import earlier_instead
from planner.ui.launch.warming import Warming
from planner.ui.settings import Settings
from planner.ui.window import FIRST_CHAPTER, Window
from planner.ui.workspace import Workspace

if TYPE_CHECKING:
    from planner.model.document import Document
    from planner.ui.launch.anew import Shown
    from planner.ui.start.screen import StartWindow

Now = Callable[[], datetime]

_OPENING = 200  # milliseconds until it is asked again whether every plan is open


class _GivenUp(Exception):
    """The person has read why a plan cannot be opened as usual, and let it be."""


class Program(QObject):
    """Holds the windows. `now` is the clock."""

    def __init__(self, now: Now, settings: Settings, *, tour: bool = False) -> None:
        """`tour`: whether somebody who sees the window for the first time is shown around."""
        super().__init__()
        self._tour = tour
        self._private: dict[Window, Path] = {}
        self.now, self.settings = now, settings
        self.windows: list[Window] = []
        self._openings: dict[Window, Opening] = {}
        self._start: StartWindow | None = None
        self.warming = Warming(self)

    # The start screen

    def show_start(self) -> None:
        """The start screen, in front."""
        from planner.ui.start.screen import StartWindow

        if self._start is None:
            start = self._start = StartWindow(self.settings, self.now)
            start.openAsked.connect(self.open_plan)
            start.pathChosen.connect(self.open_path)
            start.exampleChosen.connect(self.open_example)
            start.playbookChosen.connect(self.new_from)
            start.blankChosen.connect(self.new_blank)
            start.lastYearChosen.connect(self.new_from_last)
            start.anewAsked.connect(self.start_anew)
            start.closed.connect(self._start_closed)
            show_fitting(start, self.settings)
        self._start.show()
        self._start.raise_()
        self._start.activateWindow()

    def _start_closed(self) -> None:
        self._start = None

    def _front(self) -> QWidget | None:
        return QApplication.activeWindow()

    # Opening

    def open_plan(self) -> None:
        """Ask for a plan file and open it."""
        from planner.ui.ask import ask

        path = ask().open_file(self._front(), _("Open a plan"), plan_kinds(), default_folder())
        if path is not None:
            self.open_path(path)

    def open_path(self, path: Path) -> Window | None:
        """Open a plan file in its window; one that is open already comes to the front."""
        for window in self.windows:
            if window.path == path.resolve():
                window.raise_()
                window.activateWindow()
                return window
        try:
            plan = first_page(path, FIRST_CHAPTER)
        except PlanFileError as error:
            copy = earlier_instead(self._front(), path, error)
            if copy is None and not self.windows:
                self.show_start()
            return self.open_path(copy) if copy is not None else None
        return self._window(plan, nothing, lambda _plan: self._open(path))

    def _open(self, path: Path, *, read_only: bool = False) -> "Document":
        from planner.model.document import Document

        keep = not self.settings.leave_nothing
        if read_only:
            return Document.open(path, now=self.now, on_in_use="read_only", keep_versions=keep)
        try:
            return Document.open(path, now=self.now, keep_versions=keep)
        except PlanInUse as error:
            from planner.ui.ask import ask

            verbs = [("read_only", _("Open read-only")), ("copy", _("Open a copy"))]
            answer = ask().choose(self._front(), str(error), _("You can look at it, or work on a copy."), verbs)
            if answer == "read_only":
                return Document.open(path, now=self.now, on_in_use="read_only", keep_versions=keep)
            if answer == "copy":
                return Document.open(path, now=self.now, on_in_use="copy", keep_versions=keep)
            raise _GivenUp from None
        except DamagedPlan as error:
            copy = earlier_instead(self._front(), path, error)
            if copy is None:
                raise _GivenUp from None
            return Document.open(copy, now=self.now, keep_versions=keep)

    def open_example(self) -> Window:
        """A private copy of the worked example; it goes when its window is closed."""

        from tempfile import mkdtemp

        folder = Path(mkdtemp(prefix="common-ground-example-"))

        def prepare() -> Plan:
            from planner.exchange.text import read_plan

            return read_plan(resource("example", "example-plan.yaml").read_text(encoding="utf-8"))

        def create(plan: Plan | None) -> "Document":
            return self._create(folder / f"example{SUFFIX}", plan, _("Write the worked example"), keep=False)

        window = self._window(Plan(), prepare, create, remembered=False)
        self._private[window] = folder
        return window

    def new_plan(self) -> None:
        """Choose a playbook on the start screen."""
        self.show_start()

    def new_from(self, playbook: str) -> Window | None:
        """Start a plan from a playbook, in a file that the person names."""
        from planner.ui.start.playbooks import playbook_plan

        return self._start_plan(playbook_plan(playbook, self.now().astimezone().date()))

    def new_blank(self) -> Window | None:
        """Start a plan with nothing in it, in a file that the person names; what it is for is asked first."""
        from planner.ui.start.first_facts import ask_first_facts
        from planner.ui.start.playbooks import blank_plan

        return self._start_plan(blank_plan(self.now().astimezone().date()), ask_first_facts)

    def _start_plan(self, plan: Plan, after: Callable[[Window], object] | None = None) -> Window | None:
        from planner.ui.ask import ask
        from planner.ui.start.playbooks import title_of

        proposed = default_folder() / f"{title_of(plan)}{SUFFIX}"
        path = ask().save_file(self._front(), _("Where is the new plan kept?"), plan_kinds(), proposed)
        if path is None:
            return None
        label = _("Start the plan")
        return self._window(
            plan, nothing, lambda _plan: self._create(path, plan, label, replace=True), "context", after=after
        )

    def new_from_last(self) -> Window | None:
        """Start next year's plan from last year's file: what carries over does, and last results are asked for."""
        from planner.ui.ask import ask
        from planner.ui.start.last_results import ask_for_results
        from planner.ui.start.playbooks import plan_after, title_of

        last = ask().open_file(self._front(), _("Which was last year's plan?"), plan_kinds(), default_folder())
        if last is None:
            return None
        try:
            plan = plan_after(last, self.now)
        except PlanFileError as error:
            ask().tell(self._front(), str(error))
            return None
        proposed = last.with_name(f"{title_of(plan)}{SUFFIX}")
        path = ask().save_file(self._front(), _("Where is the new plan kept?"), plan_kinds(), proposed)
        if path is None or path.resolve() == last.resolve():
            return None
        label = _("Carry over from {name}").format(name=last.stem)
        return self._window(
            plan, nothing, lambda _plan: self._create(path, plan, label, replace=True), "context", after=ask_for_results
        )

    def _create(
        self, path: Path, plan: Plan | None, label: str, replace: bool = False, *, keep: bool = True
    ) -> "Document":
        from planner.model.document import Document

        author = Author(self.settings.author or _("Common Ground"))
        keep = keep and not self.settings.leave_nothing
        return Document.create(
            path, now=self.now, plan=plan, author=author, label=label, replace=replace, keep_versions=keep
        )

    def _window(
        self,
        plan: Plan,
        prepare: Callable[[], Plan | None],
        open: "Callable[[Plan | None], Document]",
        chapter: str = FIRST_CHAPTER,
        *,
        remembered: bool = True,
        after: Callable[[Window], object] | None = None,
        show: Callable[[Window], object] | None = None,
    ) -> Window:
        """A window that paints `plan` now and gets its document a moment later; then `after` is done with it.

        `show` puts it in its place; where it stood last without one.
        """
        workspace = Workspace(plan, now=self.now)
        window = Window(workspace, self.settings, chapter)
        window.is_ours = remembered
        workspace.setParent(window)
        opening = Opening(prepare, open, window)
        self._openings[window] = opening
        self.windows.append(window)
        window.painted.connect(opening.start)
        window.asked.connect(self._do)
        window.closed.connect(self._window_closed)

        def opened(document: "Document") -> None:
            self._openings.pop(window, None)
            workspace.attach(document)
            self.warming.start()
            for notice in document.notices:
                window.toast.say(notice, undo=False)
            if not workspace.begun.is_empty:
                window.toast.say(workspace.begun.words(), undo=False)
            if remembered:
                self.settings.remember(document.path, self.now())
            self._welcome(window, after)

        def failed(error: Exception) -> None:
            self._openings.pop(window, None)
            window.close()
            if isinstance(error, _GivenUp):
                if not self.windows:
                    self.show_start()
            elif isinstance(error, PlanFileError):
                self._say_not_opened(error)
            else:
                if not self.windows:
                    self.show_start()
                raise error

        opening.opened.connect(opened)
        opening.failed.connect(failed)
        if show is None:
            show_fitting(window, self.settings)
        else:
            show(window)
        if self._start is not None:
            self._start.close()
        return window

    def _welcome(self, window: Window, after: Callable[[Window], object] | None) -> None:
        """What comes before the work: who is typing where nobody is known, what a way of starting asks, the tour."""
        if not window.workspace.author.name and window.workspace.document is not None:
            from planner.ui.whotypes import ask_who_types

            ask_who_types(window).finished.connect(partial(self._begin, window, after))
        else:
            self._begin(window, after)

    def _begin(self, window: Window, after: Callable[[Window], object] | None, _name: object = None) -> None:
        if after is not None:
            after(window)
        elif self._tour and not self.settings.toured:
            self.settings.toured = True
            window.tour()

    def _say_not_opened(self, error: PlanFileError) -> None:
        from planner.ui.ask import ask

        ask().tell(self._front(), str(error))
        if not self.windows:
            self.show_start()

    def _window_closed(self, window: Window) -> None:
        if window in self.windows:
            self.windows.remove(window)
        if (opening := self._openings.pop(window, None)) is not None:
            opening.give_up()
        if (folder := self._private.pop(window, None)) is not None:
            from shutil import rmtree

            rmtree(folder, ignore_errors=True)
        window.deleteLater()

    # What windows ask for

    def _do(self, name: str, window: Window) -> None:
        from planner.ui import file_commands

        match name:
            case "new_plan":
                self.new_plan()
            case "new_from_last":
                self.new_from_last()
            case "open_plan":
                self.open_plan()
            case "earlier_copies":
                file_commands.earlier_copies(window, self.open_path)
            case "reopen":
                self.start_anew()
            case "quit":
                self.quit()
            case _:
                getattr(file_commands, name)(window, self.now)

    def start_anew(self) -> None:
        """Start the program once more, which shows the same plans in the same places, and end this one."""
        from planner.ui.launch import anew

        if self._openings:
            QTimer.singleShot(_OPENING, self, self.start_anew)
            return
        windows = [anew.describe(window, self._private.get(window)) for window in self.windows]
        for window in self.windows:
            window.let_go()
        note = anew.write_note(windows)
        taken = anew.HandOver(note, partial(self._handed_over, windows), self)
        if not anew.launch([AS_IT_WAS, str(note)]):
            taken.give_up()

    def _handed_over(self, windows: "list[Shown]", taken: bool) -> None:
        self._private.clear()  # whoever shows the plans now deletes what nobody wants to keep
        old, self.windows = self.windows, []
        if not taken:
            self.show_as_it_was(windows)
        for window in old:
            window.close()
        if taken:
            self.quit()

    def show_as_it_was(self, windows: "list[Shown]", shown: Callable[[], object] = nothing) -> None:
        """The plans that another program has shown, as it did; `shown` is told when there is something to see."""
        if not windows:
            self.show_start()
            QTimer.singleShot(0, shown)
        for one in windows:
            window = self._show_again(one)
            if window is None:
                shown()
            else:
                window.painted.connect(shown)

    def _show_again(self, shown: "Shown") -> Window | None:
        from planner.ui.launch import anew

        path = Path(shown.path)
        try:
            plan = first_page(path, shown.chapter)
        except PlanFileError as error:
            self._say_not_opened(error)
            return None
        window = self._window(
            plan, nothing, lambda _plan: self._open(path, read_only=shown.read_only), shown.chapter,
            remembered=shown.private is None, after=_as_it_was, show=partial(anew.stand, shown=shown),
        )  # fmt: skip
        if shown.private:
            self._private[window] = Path(shown.private)
        if shown.author:
            window.workspace.set_author(Author(shown.author, shown.author_id))
        return window

    def quit(self) -> None:
        """Close every window; each brings its plan to its file."""
        for window in list(self.windows):
            window.close()
        if self._start is not None:
            self._start.close()


def _as_it_was(_window: Window) -> None:
    """Whoever goes on working is not welcomed."""
