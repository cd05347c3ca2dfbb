"""The lists that teams already have (stakeholders, budgets, activities, feedback, risks, spend) as rows of a plan.

A file is read into plain cells (``planner.exchange.tables``); here the table in it is found, its columns are mapped to
declared fields, its rows are read with what could not be understood, and the whole becomes one edit.
"""

from planner.exchange.lists.find import Area
from planner.exchange.lists.importing import Answers, ListImport, read_list
from planner.exchange.lists.into_plan import Outcome, list_rows
from planner.exchange.lists.kinds import KINDS, Kind
from planner.exchange.lists.profiles import Profiles

__all__ = ["KINDS", "Answers", "Area", "Kind", "ListImport", "Outcome", "Profiles", "list_rows", "read_list"]
