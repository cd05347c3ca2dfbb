"""The language of the window: the one that was chosen, else the one of this computer, else English."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from planner.i18n import language, use_language


def speak(chosen: str, app: QCoreApplication) -> None:
    """Speak the language of a code from now on; an empty one is the language of this computer."""
    for code in [chosen] if chosen else QLocale.system().uiLanguages():
        if use_language(code.replace("-", "_")):
            break
    if language() == "en":
        return
    here = QLocale.system()
    QLocale.setDefault(here if here.language() == QLocale(language()).language() else QLocale(language()))
    translator = QTranslator(app)
    # The words of Qt's own: the buttons of a question, the menu of a text field, the file dialog.
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(QLocale(language()), "qtbase", "_", folder):
        app.installTranslator(translator)
