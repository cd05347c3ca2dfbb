"""`python -m planner`: the same as the command `planner`, and where a frozen program begins."""

import sys

from planner.app import main

if __name__ == "__main__":
    if getattr(sys, "frozen", False):  # a child process of a frozen program begins here too
        from multiprocessing import freeze_support

        freeze_support()
    sys.exit(main())
