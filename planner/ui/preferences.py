"""The settings as a dialog, made from their declaration: those of this computer, and those of the plan on screen."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from planner.assets import resource
from planner.i18n import _
from planner.model.plan import SINGLETONS
from planner.ui import motion
from planner.ui.forms.form import Form
from planner.ui.launch.roomsize import sizes_on
from planner.ui.parts.button import Button
from planner.ui.parts.combo import Combo
from planner.ui.parts.dialog import Dialog
from planner.ui.parts.edits import LineEdit
from planner.ui.parts.field import Field
from planner.ui.parts.scroll import Scroll
from planner.ui.parts.segmented import Segmented
from planner.ui.parts.text import Text
from planner.ui.parts.toggles import Switch
from planner.ui.settings import (
    LANGUAGE,
    LEAVE_NOTHING,
    LESS_MOTION,
    ROOM_SIZE,
    SETTINGS,
    SWITCH,
    THEME,
    Setting,
    Settings,
)
from planner.ui.theme import room_size, set_theme
from planner.ui.workspace import Workspace

if TYPE_CHECKING:
    from planner.ui.start.screen import StartWindow
    from planner.ui.window import Window

_PLAN = ("locale", "currency", "fiscal_year_start", "horizon_months", "second_currency", "second_currency_rate",
         "response_sla_days", "kickoff_date", "budget_lock_date", "as_of")  # fmt: skip
"""The facts that say how a plan counts, in the order in which they are asked for."""


class Preferences(Dialog):
    """Every setting takes effect when it is changed. `reopen` shows the window at another room size."""

    def __init__(self, settings: Settings, window: "Window | StartWindow", workspace: Workspace | None = None) -> None:
        super().__init__(_("Settings"), 600)
        self._settings, self._window = settings, window
        settings.screen = window.screen().name()
        self.controls: dict[str, QWidget] = {}
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 16, 4)
        column.setSpacing(16)
        column.addWidget(Text(_("On this computer"), "title", lines=1))
        for setting in SETTINGS:
            column.addWidget(self._row(setting))
        self._reopen = Button(_("Show it at this size now"), icon="arrow-clockwise")
        self._reopen.clicked.connect(self._open_anew)
        self._reopen.setVisible(False)
        column.insertWidget(1 + [one.key for one in SETTINGS].index(ROOM_SIZE.key) + 1, self._reopen)
        if workspace is not None:
            column.addSpacing(8)
            column.addWidget(Text(_("This plan"), "title", lines=1))
            self.form = Form(workspace, "facts", (("", _PLAN),))
            facts = workspace.plan.table("facts").get(SINGLETONS["facts"]) or workspace.plan.facts
            self.form.show_row(workspace.plan, facts)
            column.addWidget(self.form)
        column.addStretch(1)
        scroll = Scroll(inside)
        scroll.setMinimumHeight(440)
        self.body.addWidget(scroll, 1)
        self.add_button(Button(_("Done"), "primary"))

    def open_at(self, key: str) -> None:
        """Open over the window with the keyboard in one setting."""
        self.open_over(self._window, self.controls.get(key))

    # Rows

    def _row(self, setting: Setting) -> QWidget:
        value = self._settings.get(setting)
        if setting.choices == SWITCH:
            return self._switch(setting, value == "yes")
        if setting is THEME:
            return self._segments(setting, value)
        if setting.choices:
            return self._combo(setting, value)
        line = LineEdit(value)
        line.committed.connect(self._given)
        return self._field(setting, line)

    def _field(self, setting: Setting, editor: QWidget) -> Field:
        self._known(setting, editor)
        return Field(_(setting.label), editor, _(setting.help))

    def _known(self, setting: Setting, control: QWidget) -> None:
        control.setProperty("setting", setting.key)
        self.controls[setting.key] = control

    def _combo(self, setting: Setting, value: str) -> QWidget:
        items: list[tuple[object, str]] = [(key, _(words)) for key, words in setting.choices]
        if setting is ROOM_SIZE:
            fitting = {str(size) for size in sizes_on(self._window.screen())}
            items = [(key, words) for key, words in items if key in fitting]
        elif setting is LANGUAGE:
            items += [("en", "English"), *languages()]
        combo = Combo(items)
        combo.set_key(value)
        combo.chosen.connect(self._given)
        return self._field(setting, combo)

    def _segments(self, setting: Setting, value: str) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Text(_(setting.label), "small", "ink", 500))
        made = Segmented([(key, _(words)) for key, words in setting.choices], value)
        made.setAccessibleName(_(setting.label))
        made.chosen.connect(self._given)
        self._known(setting, made)
        column.addWidget(made)
        return row

    def _switch(self, setting: Setting, on: bool) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        made = Switch(_(setting.label))
        made.setChecked(on)
        made.setAccessibleDescription(_(setting.help))
        made.toggled.connect(self._given)
        self._known(setting, made)
        column.addWidget(made)
        column.addWidget(Text(_(setting.help), "small", "muted"))
        return row

    # What a change does

    def _given(self, value: object) -> None:
        key = self.sender().property("setting")
        self.keep(next(one for one in SETTINGS if one.key == key), value)

    def keep(self, setting: Setting, value: object) -> None:
        """Keep a value and let it take effect."""
        text = ("yes" if value else "no") if isinstance(value, bool) else str(value)
        self._settings.set(setting, text)
        act = _EFFECTS.get(setting.key)
        if act is not None:
            act(self._settings)
        if setting is ROOM_SIZE:
            self._reopen.setVisible(self._settings.room_size != room_size())

    def _open_anew(self) -> None:
        self.finish(None)
        self._window.reopen()


def _use_theme(settings: Settings) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    set_theme(app, settings.theme)  # type: ignore[arg-type]


def _use_motion(settings: Settings) -> None:
    motion.use(not settings.less_motion)


def _leave(settings: Settings) -> None:
    if settings.leave_nothing:
        from planner.model.file.workcopy import leave_nothing

        settings.forget()
        leave_nothing()


_EFFECTS: dict[str, Callable[[Settings], None]] = {
    THEME.key: _use_theme,
    LESS_MOTION.key: _use_motion,
    LEAVE_NOTHING.key: _leave,
}


def languages() -> list[tuple[object, str]]:
    """The languages there is a catalogue for, by their codes, each in its own words."""
    folder = resource("translations")
    codes = sorted(path.name for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else []
    return [(code, QLocale(code).nativeLanguageName().capitalize()) for code in codes]


def open_preferences(window: "Window | StartWindow", settings: Settings, key: str = "") -> Preferences:
    """The settings over a window; with those of its plan where it has one."""
    workspace = getattr(window, "workspace", None)
    dialog = Preferences(settings, window, workspace)
    dialog.open_at(key)
    return dialog
