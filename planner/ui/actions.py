"""Every command of the window, once: its words, its keys, its menu, and which method of the window does it."""

from planner.i18n import mark as _
from planner.model.value import Value


class Command(Value):
    """A command. `handler` is a method of the window; `keys` the first of which is shown; `role` is for macOS."""

    handler: str
    menu: str
    text: str
    keys: tuple[str, ...] = ()
    tip: str = ""
    role: str = ""


FILE, EDIT, VIEW, GO, HELP = _("&File"), _("&Edit"), _("&View"), _("&Go"), _("&Help")
MENUS = (FILE, EDIT, VIEW, GO, HELP)

COMMANDS = (
    Command("new_plan", FILE, _("&New plan…"), ("Ctrl+N",), _("From a playbook, or blank")),
    Command("new_from_last", FILE, _("New from &last year's plan…"), (), _("What carries over does, a year later")),
    Command("open_plan", FILE, _("&Open…"), ("Ctrl+O",), _("Open a plan file")),
    Command("save_now", FILE, _("&Save now"), ("Ctrl+S",), _("Bring every change to the plan file at once")),
    Command("save_copy", FILE, _("Save a &copy…"), ("Ctrl+Shift+S",), _("Write this plan to another file")),
    Command("earlier_copies", FILE, _("Earlier co&pies of this file…"), (), _("Look at one, beside this plan")),
    Command("import_file", FILE, _("&Import…"), ("Ctrl+I",), _("Lists, CRM exports, workbooks that come back, copies")),
    Command("export_plan", FILE, _("&Export…"), ("Ctrl+E",), _("An Excel workbook, charts, the text format")),
    Command("homework", FILE, _("&Hand out homework…"), (), _("A small workbook for each person who is not here")),
    Command("settings", FILE, _("Settin&gs…"), ("Ctrl+,",), _("Of this computer and this plan"), "preferences"),
    Command("close_window", FILE, _("Close &window"), ("Ctrl+W",), _("Close this plan; everything is saved")),
    Command("quit", FILE, _("&Quit"), ("Ctrl+Q",), _("Close all plans"), "quit"),
    Command("undo", EDIT, _("&Undo"), ("Ctrl+Z",), _("Take back the last change, in whichever chapter")),
    Command("redo", EDIT, _("&Redo"), ("Ctrl+Y", "Ctrl+Shift+Z"), _("Bring back what was taken back")),
    Command("add_new", EDIT, _("&New item here"), (), _("The main action of this chapter; the key N")),
    Command("choose_author", EDIT, _("&Who is typing…"), ("Ctrl+Shift+K",), _("What is typed next belongs to them")),
    Command("toggle_theme", VIEW, _("&Light or dark"), (), _("Change between the light and the dark theme")),
    Command("toggle_coach", VIEW, _("&Coach"), ("Ctrl+.",), _("Fold or open the coach")),
    Command("present", VIEW, _("&Present"), ("F5",), _("The questions of this chapter on the big screen")),
    Command("read_as_table", VIEW, _("Read as a &table"), ("Ctrl+Shift+T",), _("The charts in rows and columns")),
    Command("larger", VIEW, _("L&arger"), ("Ctrl++", "Ctrl+="), _("Everything larger, for a projector")),
    Command("smaller", VIEW, _("&Smaller"), ("Ctrl+-",), _("Everything a step smaller")),
    Command("usual_size", VIEW, _("&Usual size"), ("Ctrl+0",), _("Room size 100%")),
    Command("next_region", VIEW, _("Next &region"), ("F6",), _("Sidebar, top bar, surface, coach")),
    Command("previous_region", VIEW, _("Previous re&gion"), ("Shift+F6",), _("The same backwards")),
    Command("jump", GO, _("&Find or jump to…"), ("Ctrl+K",), _("A chapter, a person, or anything in the plan")),
    Command("history", GO, _("&History"), ("Ctrl+H",), _("Who changed what, and the plan as it was")),
    Command("previous_chapter", GO, _("&Previous chapter"), ("Ctrl+PgUp",), _("One chapter up")),
    Command("next_chapter", GO, _("&Next chapter"), ("Ctrl+PgDown",), _("One chapter down")),
    Command("help", HELP, _("&Help"), ("F1",), _("What this chapter is for, and how to work in it")),
    Command("keys_help", HELP, _("&Keys"), ("Ctrl+F1",), _("Everything the keyboard can do")),
    Command("tour", HELP, _("Show the &tour"), (), _("Six steps through the window")),
    Command("about", HELP, _("&About Common Ground"), (), _("Version and licences"), "about"),
)
