"""Prints the figures, one a line. Names of benchmarks after the command (start, edits, ...) run only those."""

from __future__ import annotations

import sys
from importlib import import_module

for name in sys.argv[1:] or ("start", "edits", "chapters", "hands", "screen", "drawing", "rules", "cut", "workbook",
             "imports"):  # fmt: skip
    for line in import_module(f"tests.benchmarks.{name}").measure():
        print(line, flush=True)
