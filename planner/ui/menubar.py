"""The menus, made from the table of commands; hidden until Alt is pressed, and opened as one from the sidebar."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from planner.i18n import _
from planner.ui.actions import COMMANDS, GO, MENUS, Command
from planner.ui.pages import CHAPTERS

if TYPE_CHECKING:
    from planner.ui.window import Window

_ROLES = {
    "preferences": QAction.MenuRole.PreferencesRole,
    "quit": QAction.MenuRole.QuitRole,
    "about": QAction.MenuRole.AboutRole,
}
_ROW = 132  # pixels of the short names of the menus in one, so that their arrows stand at the right
_DO_IN_WINDOW = {"settings": "settings_dialog"}


class Menubar(QObject):
    """Gives the window its actions. What the window has no method for, it asks the program with `window.asked`."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self._armed = False
        self.actions: dict[str, QAction] = {}
        for command in COMMANDS:
            self._add(command)
        self._chapters = [self._chapter_action(number, key, title) for number, key, title in _chapters()]
        self._filled = False
        window.menuBar().setVisible(False)
        self.tell_undo()

    def _add(self, command: Command) -> None:
        action = QAction(_(command.text), self._window)
        action.setShortcuts([QKeySequence(keys) for keys in command.keys])
        action.setStatusTip(_(command.tip))
        action.setMenuRole(_ROLES.get(command.role, QAction.MenuRole.NoRole))
        action.setData(command.handler)
        action.triggered.connect(self._do)
        # A hidden menu bar must not hide its shortcuts, so the window has the actions itself.
        self._window.addAction(action)
        self.actions[command.handler] = action

    def _do(self) -> None:
        name = _data(self.sender())
        handler = getattr(self._window, _DO_IN_WINDOW.get(name, name), None)
        if handler is None:
            self._window.asked.emit(name, self._window)
        else:
            handler()

    def _chapter_action(self, number: int, key: str, title: str) -> QAction:
        action = QAction(f"{number} {title}", self._window)
        if number <= 9:
            action.setShortcut(QKeySequence(f"Ctrl+{number}"))
        action.setData(key)
        action.triggered.connect(self._go)
        self._window.addAction(action)
        return action

    def _go(self) -> None:
        self._window.go(_data(self.sender()))

    def tell_undo(self) -> None:
        """Say in the menu what undo would take back and redo bring back."""
        work = self._window.workspace
        for name, label, bare, named in (
            ("undo", work.undo_label, _("&Undo"), _("&Undo: {what}")),
            ("redo", work.redo_label, _("&Redo"), _("&Redo: {what}")),
        ):
            action = self.actions[name]
            action.setText(named.format(what=label.replace("&", "&&")) if label else bare)
            action.setEnabled(label is not None)

    def _menus(self) -> list[QMenu]:
        bar = self._window.menuBar()
        if not self._filled:
            from planner.ui.parts.menu import Sheet

            self._filled = True
            for title in MENUS:
                menu = Sheet(bar)
                menu.setTitle(_(title))
                bar.addMenu(menu)
                for command in COMMANDS:
                    if command.menu == title:
                        if command.handler in ("settings", "add_new", "import_file"):
                            menu.addSeparator()
                        menu.addAction(self.actions[command.handler])
                if title == GO:
                    menu.addSeparator()
                    menu.addActions(self._chapters)
        return [action.menu() for action in bar.actions()]  # type: ignore[misc]

    def popup_all(self, point: QPoint) -> None:
        """All menus in one, from the icon in the sidebar."""
        from planner.ui.parts.menu import Menu, dress

        whole = Menu(self._window)
        dress(whole, _ROW)
        for menu in self._menus():
            dress(menu)
            whole.addMenu(menu)
        high = whole.sizeHint().height()
        whole.popup(QPoint(point.x(), point.y() - high))

    def arm(self) -> None:
        """Alt went down; if nothing else is pressed before it comes up, the bar shows."""
        self._armed = True

    def disarm(self) -> None:
        """Another key was pressed."""
        self._armed = False

    def toggle(self) -> None:
        """Alt came up."""
        if not self._armed:
            return
        self._armed = False
        bar = self._window.menuBar()
        menus = self._menus()
        bar.setVisible(not bar.isVisible())
        if bar.isVisible() and menus:
            bar.setActiveAction(bar.actions()[0])


def _data(sender: QObject) -> str:
    assert isinstance(sender, QAction)
    return str(sender.data())


def _chapters() -> list[tuple[int, str, str]]:
    return [(chapter.number, chapter.key, _(chapter.title)) for chapter in CHAPTERS]
