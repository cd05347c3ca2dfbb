"""About the program."""

from PySide6.QtWidgets import QWidget

from planner import __version__
from planner.i18n import _
from planner.ui.parts.button import Button
from planner.ui.parts.dialog import Dialog
from planner.ui.parts.text import Text


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

