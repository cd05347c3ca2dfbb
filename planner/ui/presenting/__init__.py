"""One thing for the whole room: a question with its answers and a clock, or a sheet of the chapter as it stands."""

from planner.ui.presenting.screen import Presenting

__all__ = ["Presenting"]
