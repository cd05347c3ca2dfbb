"""The text interchange: a whole plan as YAML that people can read, compare and write by hand.

Rows are named by their short codes, money is in major units, and what this version has no field for is kept as it
came. Writing what was read, and reading that again, gives the same text.
"""

from planner.exchange.text.errors import TextError
from planner.exchange.text.reading import read_plan
from planner.exchange.text.writing import write_plan

__all__ = ["TextError", "read_plan", "write_plan"]
