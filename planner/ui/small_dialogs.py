"""Settings, keys, about, and one question in large type."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QWidget

from planner import __version__
from planner.i18n import _
from planner.ui.actions import COMMANDS, keys_in_words
from planner.ui.pages import CHAPTERS
from planner.ui.parts.badge import KeyCap
from planner.ui.parts.button import Button
from planner.ui.parts.combo import Combo
from planner.ui.parts.dialog import Dialog
from planner.ui.parts.field import Field
from planner.ui.parts.scroll import Scroll
from planner.ui.parts.segmented import Segmented
from planner.ui.parts.text import Text
from planner.ui.settings import Settings
from planner.ui.theme import room_sizes, set_theme


def settings_dialog(window: QWidget, settings: Settings) -> Dialog:
    """Theme and room size; both are kept for the next start."""
    dialog = Dialog(_("Settings"), 440)
    theme = Segmented([("light", _("Light")), ("dark", _("Dark")), ("system", _("As the system"))], settings.theme)

    def use_theme(mode: str) -> None:
        settings.theme = mode
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        set_theme(app, mode)  # type: ignore[arg-type]

    theme.chosen.connect(use_theme)
    dialog.body.addWidget(Text(_("Theme"), "small", "ink", 500))
    dialog.body.addWidget(theme)
    screen = window.screen().size()
    size = Combo([(percent, f"{percent}%") for percent in room_sizes(screen.width(), screen.height()) or (100,)])
    size.set_key(settings.room_size)

    def use_size(percent: int) -> None:
        settings.room_size = percent

    size.chosen.connect(use_size)
    dialog.body.addWidget(Field(_("Room size"), size, _("For a projector. Takes effect when the program starts.")))
    dialog.add_button(Button(_("Done"), "primary"))
    dialog.open_over(window)
    return dialog


_IN_TABLES = (
    (_("Arrows"), _("Move in tables, on the map and along the chapters")),
    (_("Enter"), _("Edit a cell; typing replaces it, Esc gives up")),
    (_("Shift Arrows"), _("Extend a range; on the map, the wanted place")),
    (_("Ctrl D"), _("Fill down")),
    (_("Delete"), _("Empty a cell, or take a row out")),
    (_("N"), _("New item in the chapter, while not typing")),
)


def help_dialog(window: QWidget) -> Dialog:
    """Everything the keyboard can do, from the table of commands."""
    dialog = Dialog(_("Keys and help"), 760)
    content = QWidget()
    grid = QGridLayout(content)
    grid.setContentsMargins(0, 0, 12, 0)
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(6)
    rows = [(keys_in_words(one.keys[0]), _(one.text), _(one.tip)) for one in COMMANDS if one.keys]
    rows += [(f"Ctrl {n.number}", _(n.title), _(n.purpose)) for n in CHAPTERS[:9]]
    rows += [(keys, said, "") for keys, said in _IN_TABLES]
    for place, (keys, text, tip) in enumerate(rows):
        grid.addWidget(KeyCap(keys), place, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(Text(text.replace("&", "").rstrip("…"), "small", "ink", 500), place, 1)
        grid.addWidget(Text(tip, "small", "muted"), place, 2)
    grid.setColumnMinimumWidth(1, 180)
    grid.setColumnStretch(2, 1)
    scroll = Scroll(content)
    scroll.setMinimumHeight(420)
    scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    scroll.setAccessibleName(_("Keys"))
    dialog.body.addWidget(scroll)
    dialog.add_button(Button(_("Done"), "primary"))
    dialog.open_over(window)
    return dialog


def about_dialog(window: QWidget) -> Dialog:
    """Version and licences."""
    dialog = Dialog(_("Common Ground"), 440, lines=_("Version {version}").format(version=__version__))
    said = _(
        "One plan for marketing, sales and the agency. Plans stay on this computer until you export them.\n\n"
        "MIT licence. Typefaces Vollkorn and Inter under the SIL Open Font License, icons Phosphor under the MIT "
        "licence, Qt under the LGPL."
    )
    dialog.body.addWidget(Text(said, "body"))
    dialog.add_button(Button(_("Close"), "primary"))
    dialog.open_over(window)
    return dialog

