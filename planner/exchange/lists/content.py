"""What a column holds by what stands in it, where its name says nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from planner.exchange.amounts import read_column
from planner.exchange.cells import Cell, words
from planner.exchange.days import is_day
from planner.exchange.lists.find import Found, Line
from planner.exchange.lists.headers import Head
from planner.exchange.lists.kinds import Kind
from planner.exchange.lists.words import choice_of, has_words
from planner.model import fields
from planner.model.fields import fields_of
from planner.model.tables import row_class

_LOOKED_AT = 200
_MOSTLY = 0.8
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[a-z]{2,}", re.IGNORECASE)
_DAYS = {"activities": ("start", "end"), "sales-input": ("date",), "risks": ("due",), "stakeholders": ("engaged_on",),
         "spend": ("on",), "materials": ("last_updated",)}  # fmt: skip
_AMOUNTS = {"budget": "amount", "spend": "spend"}
_CHOICES = {
    "activities": (("status", "activity.status"),),
    "sales-input": (("category", "category"), ("status", "sales_input.status"), ("function", "function")),
    "risks": (("type", "risk.type"), ("status", "risk.status")),
    "materials": (("decision", "decision"),),
    "stakeholders": (("function", "function"),),
}


def by_content(found: Found, kind: Kind) -> Found:
    """The table with what its unknown columns hold, as far as their cells tell."""
    heads = list(found.heads)
    taken = {head.role for head in heads if head.role}
    columns = {place: _cells(found.lines, place) for place, head in enumerate(heads) if not head.role}
    columns = {place: cells for place, cells in columns.items() if len(cells) >= max(1, len(found.lines) / 4)}

    def give(place: int, role: str) -> None:
        heads[place] = replace(heads[place], role=role, how="content")
        taken.add(role)
        del columns[place]

    for place in list(columns):
        role = _role(kind, columns[place], taken, heads)
        if role:
            give(place, role)
    if kind.main not in taken and not {"first_name", "last_name"} & taken:
        texts = [place for place, cells in columns.items() if _are_names(cells)]
        if texts:
            give(texts[0], kind.main)
    return replace(found, heads=tuple(heads))


def without_misfits(found: Found, kind: Kind) -> tuple[Found, list[str]]:
    """The table without columns of choices in which hardly a word is one of them, and the names of those; what a
    person has said stays."""
    heads, odd = list(found.heads), []
    for place, head in enumerate(heads):
        key = dict(_CHOICES.get(kind.key, ())).get(head.role, f"{kind.table}.{head.role}")
        if head.how == "you" or not has_words(key):
            continue
        declared = fields_of(row_class(kind.table)).get(head.role)
        choices = fields.FUNCTIONS if head.role == "function" else declared.choices if declared else ()
        different = {words(cell) for cell in _cells(found.lines, place)}
        known = sum(choice_of(key, text, choices) is not None for text in different)
        if choices and len(different) > 1 and known < len(different) / 3:
            heads[place] = replace(head, role="", how="")
            odd.append(head.title)
    return replace(found, heads=tuple(heads)), odd


def _cells(lines: Sequence[Line], place: int) -> list[Cell]:
    cells = (line.cells[place] for line in lines[:_LOOKED_AT] if place < len(line.cells))
    return [cell for cell in cells if cell != ""]


def _role(kind: Kind, cells: Sequence[Cell], taken: set[str], heads: Sequence[Head]) -> str:
    texts = [words(cell) for cell in cells]
    if "email" in kind.labels and "email" not in taken and all(_EMAIL.fullmatch(text) for text in texts):
        return "email"
    if all(not isinstance(cell, (int, float)) and is_day(cell) for cell in cells):
        return next((role for role in _DAYS.get(kind.key, ()) if not {role, "on"} & taken), "")
    amount = _AMOUNTS.get(kind.key, "")
    timed = any(head.role.startswith(("month:", "quarter:", "spend:")) for head in heads)
    if amount and amount not in taken and not timed and _are_amounts(cells):
        return amount
    for role, key in _CHOICES.get(kind.key, ()):
        if role not in taken and _are_choices(kind, role, key, texts):
            return role
    return ""


def _are_amounts(cells: Sequence[Cell]) -> bool:
    column = read_column(cells)
    for cell in cells:
        try:
            column.read(cell)
        except ValueError:
            return False
    years = all(isinstance(cell, int) and 1990 <= cell <= 2100 for cell in cells)
    return not years and not _counts_up(cells)


def _counts_up(cells: Sequence[Cell]) -> bool:
    """1, 2, 3 ...: the numbers of the rows."""
    return len(cells) > 1 and all(cell == place for place, cell in enumerate(cells, start=1))


def _are_choices(kind: Kind, role: str, key: str, texts: Sequence[str]) -> bool:
    different = set(texts)
    if len(different) < 2 or len(different) > 12 or (len(different) == len(texts) and len(texts) > 4):
        return False
    declared = fields_of(row_class(kind.table)).get(role)
    choices = fields.FUNCTIONS if role == "function" else declared.choices if declared else ()
    known = sum(len(text.split()) <= 3 and choice_of(key, text, choices) is not None for text in different)
    return has_words(key) and known >= _MOSTLY * len(different)


def _are_names(cells: Sequence[Cell]) -> bool:
    texts = [cell for cell in cells if isinstance(cell, str) and re.search(r"[^\W\d_]{2}", cell) and not is_day(cell)]
    return len(texts) >= _MOSTLY * len(cells) and len(set(texts)) > len(texts) / 2
