"""Prints the figures, one a line."""

from __future__ import annotations

from tests.benchmarks import edits

for line in edits.measure():
    print(line)
