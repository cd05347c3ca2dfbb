"""`python -m planner`: the same as the command `planner`, and where a frozen program begins."""

import sys

from planner.app import main

if __name__ == "__main__":
    sys.exit(main())
