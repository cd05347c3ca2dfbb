"""What happens when the program itself is wrong: it is written down, said in a sentence, and the work goes on.

It is in place before the first window, so what is needed only when something is wrong is imported then.
"""

import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from planner.i18n import _


def log_file() -> Path:
    """Where it is written down."""
    from PySide6.QtCore import QStandardPaths

    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericStateLocation)
    return Path(folder) / "common-ground" / "problems.log"


def install(tell: Callable[[str, str], None]) -> None:
    """From now on an error that nobody handles is logged and told: a sentence, and where more is found."""
    told: set[str] = set()

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        import traceback

        with suppress(OSError):  # a full disk must not keep the person from being told
            _write_down("".join(traceback.format_exception(kind, error, trace)))
        sys.__excepthook__(kind, error, trace)
        # The same fault in every paint event must not open a thousand windows.
        where = f"{kind.__name__} {traceback.extract_tb(trace)[-1:]}"
        if where not in told:
            told.add(where)
            said = _("Something in the program went wrong. Your plan is safe: every change was saved as it was made.")
            tell(said, _("What happened is written in {path}.").format(path=log_file()))

    sys.excepthook = hook


def _write_down(text: str) -> None:
    import logging

    log = logging.getLogger("planner")
    if not log.handlers:
        path = log_file()
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = logging.FileHandler(path, encoding="utf-8")
        handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
        log.addHandler(handler)
    log.error(text)
