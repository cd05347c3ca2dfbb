"""A plan as text."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from planner.calc.money import exponent
from planner.exchange.text import layout
from planner.exchange.text.emit import emit
from planner.exchange.text.identity import derived_id
from planner.model.fields import LISTS, Field, Kind, fields_of
from planner.model.plan import CELLS, SINGLETONS, TABLES, Dot, Plan, Row, row_class


def write_plan(plan: Plan) -> str:
    """The whole plan as YAML, always the same for the same plan."""
    plan = _whole(plan)
    first = _Writer(plan)
    first.tree()
    # Rows without a code are named by their number in the text, which is known when all of it has been laid out.
    tree = _Writer(plan, first.order).tree()
    return emit(tree)


def _whole(plan: Plan) -> Plan:
    """The plan with its single rows, which it may lack as long as nothing of them is known."""
    lacking = {table: (id, plan.facts if table == "facts" else plan.funnel) for table, id in SINGLETONS.items()}
    return plan.with_tables({table: plan.table(table).with_changes({id: row}) for table, (id, row) in lacking.items()
                             if id not in plan.table(table)})  # fmt: skip


class _Writer:
    def __init__(self, plan: Plan, order: Mapping[str, Sequence[str]] | None = None) -> None:
        self.plan = plan
        self.order: dict[str, list[str]] = {table: [] for table in TABLES}
        self.decimals = exponent(plan.facts.currency)
        self.names = {table: layout.names(plan, table, (order or {}).get(table)) for table in TABLES}
        self.extras: dict[str | None, list[tuple[list[str], Any]]] = {}
        for extra in plan.extras:
            path: list[str] = json.loads(extra.key) if extra.key.startswith("[") else [extra.key]
            self.extras.setdefault(extra.owner, []).append((path, json.loads(extra.value)))
        self.placed: set[str] = set()

    def tree(self) -> dict[str, Any]:
        tree: dict[str, Any] = dict.fromkeys(layout.SECTIONS)
        self._facts(tree)
        for section, table in layout.MAIN.items():
            tree[section] = [self.row(row) for row in self.plan.table(table)]
        self._votes(tree)
        self._brief(tree)
        self._funnel(tree)
        self._notes(tree)
        tree["budget"]["lines"] = [self.row(line) for line in self.plan.budget_lines]
        premortems = self.plan.premortems.ordered
        if premortems:
            tree["premortem"] = self.row(premortems[0])
        for section, table in layout.FURTHER.items():
            left = [row for row in self.plan.table(table) if row.id not in self.placed]
            if left:
                tree[section] = [self.row(row) for row in left]
        if ids := self._ids():
            tree["ids"] = ids
        for path, value in self.extras.get(None, []):
            _put_back(tree, path, value)
        return {key: value for key, value in tree.items() if value is not None}

    def row(self, row: Row, without: Iterable[str] = ()) -> dict[str, Any]:
        """One row by its declared fields, with what belongs to it."""
        self._place(row)
        made: dict[str, Any] = {} if row.code is None else {"id": row.code}
        for name, field in fields_of(type(row)).items():
            value = getattr(row, name)
            if field.key != "-" and name not in without and (field.written or value not in (None, ())):
                made[field.text_key] = self.value(field, value)
        special = getattr(self, f"_of_{row.TABLE}", None)
        if special:
            special(row, made)
        for path, value in self.extras.get(row.id, []):
            _put_back(made, path, value)
        return made

    def _place(self, row: Row) -> None:
        self.placed.add(row.id)
        self.order[row.TABLE].append(row.id)

    def value(self, field: Field, value: Any) -> Any:
        """A value as the text has it."""
        if value is None:
            return None
        if field.kind is Kind.MONEY:
            return self.major(value)
        if field.kind is Kind.LINK and field.target:
            return self.names[field.target].get(value, value)
        if field.kind is Kind.LINKS:
            value = [self.names[field.target].get(id, id) for id in value]
        elif field.kind is Kind.SERIES:
            return {period: _number(amount) for period, amount in value}
        elif field.kind in LISTS:
            value = [_number(part) for part in value]
        if field.single:
            return value[0] if len(value) == 1 else value or None
        return _number(value)

    def major(self, amount: int | None) -> int | float | str | None:
        """Money in major units; as a text where a decimal number could not hold it."""
        if amount is None:
            return None
        whole, rest = divmod(abs(amount), 10**self.decimals)
        sign = "-" if amount < 0 else ""
        if not rest:
            return int(-whole if amount < 0 else whole)
        text = f"{sign}{whole}.{rest:0{self.decimals}d}"
        return float(text) if len(text) < 15 else text

    def _facts(self, tree: dict[str, Any]) -> None:
        facts = self.plan.facts
        declared = fields_of(type(facts))
        tree["meta"] = {"schema": layout.SCHEMA, **self.row(facts)}
        tree["company"], tree["budget"] = {}, {}
        for place, name in layout.facts_paths(facts.fiscal_year_start).items():
            value = getattr(facts, name)
            if value is not None or place[0] == "budget":
                _put(tree, place, self.value(declared[name], value))

    def _notes(self, tree: dict[str, Any]) -> None:
        for section, kind in layout.NOTES.items():
            notes = [note for note in self.plan.notes if note.kind == kind]
            if notes:
                place = tree if kind in ("ground_rule", "parking_lot") else tree["company"]
                place[section] = [self._note(note) for note in notes]
        other = [note for note in self.plan.notes if note.kind not in layout.NOTES.values()]
        if other:
            tree["notes"] = [self.row(note) for note in other]

    def _note(self, note: Row) -> Any:
        made = self.row(note, without=["kind"])
        return made["text"] if list(made) == ["text"] and made["text"] is not None else made

    def _votes(self, tree: dict[str, Any]) -> None:
        for kind, section in (("inputs", "input_vote"), ("priorities", "priority_votes")):
            rounds = [found for found in self.plan.vote_rounds if found.kind == kind]
            if not rounds:
                continue
            first = rounds[0]
            tree[section] = self.row(first, without=["kind"])
            for row in self._in_reading_order(kind):
                item = self.plan.find(row.item)
                if row.round != first.id or row.person or not row.function or item is None or self.extras.get(row.id):
                    continue
                place = self._ballot(tree, section, kind, item, row.function)
                key = row.function if kind == "inputs" else self.names[item.TABLE][item.id]
                if place is None or key in place or {"inputs": "sales_input"}.get(kind, "activity") != item.TABLE:
                    continue
                place[key] = row.dots
                self._place(row)

    def _in_reading_order(self, kind: str) -> list[Dot]:
        """The dots as the text has them: input by input, or side by side."""
        dots = list(self.plan.dots)
        if kind == "inputs":
            places = {row.id: number for number, row in enumerate(self.plan.sales_inputs)}
            return sorted(dots, key=lambda dot: places.get(dot.item or "", -1))
        sides = list(dict.fromkeys(dot.function for dot in dots))
        return sorted(dots, key=lambda dot: sides.index(dot.function))

    def _ballot(self, tree: dict[str, Any], section: str, kind: str, item: Row, function: str) -> dict[str, Any] | None:
        if kind == "priorities":
            place: dict[str, Any] = tree[section].setdefault(function, {})
            return place
        if item.TABLE != "sales_input":
            return None
        number = [row.id for row in self.plan.sales_inputs].index(item.id)
        votes: dict[str, Any] = tree["sales_inputs"][number].setdefault("votes", {})
        return votes

    def _brief(self, tree: dict[str, Any]) -> None:
        briefs = self.plan.briefs.ordered
        if not briefs:
            return
        brief = self.row(briefs[0])
        approvals = [row for row in self.plan.approvals if row.brief == briefs[0].id]
        brief["approvals"] = [self.row(approval) for approval in approvals]
        brief["questions"] = [self.row(question) for question in self.plan.questions]
        tree["brief"] = brief

    def _funnel(self, tree: dict[str, Any]) -> None:
        funnel = self.plan.funnel
        declared = fields_of(type(funnel))
        made: dict[str, Any] = {}
        for place, name in layout.FUNNEL.items():
            value = getattr(funnel, name)
            if value in (None, ()):
                continue
            if place[0] in layout.LAGS:
                made.setdefault(place[0], {"unit": "months"})
            _put(made, place, self.value(declared[name], value))
        for section, rows in (("stages", self.plan.stages), ("rates", self.plan.rates)):
            if len(rows):
                made[section] = [self.row(row) for row in rows]
        if len(self.plan.prior_months):
            months = sorted(self.plan.prior_months, key=lambda row: row.month)
            made["prior_leads_by_month"] = {row.month: _number(row.leads) for row in months}
        for path, value in self.extras.get(funnel.id, []):
            _put_back(made, path, value)
        tree["funnel"] = made or None

    def _of_activity(self, row: Any, made: dict[str, Any]) -> None:
        cells = sorted((cell for cell in self.plan.lead_months if cell.activity == row.id), key=lambda cell: cell.month)
        known = {"low": row.leads_low, "most_likely": row.leads_likely, "high": row.leads_high}
        leads: dict[str, Any] = {key: _number(value) for key, value in known.items() if value is not None}
        if cells:
            leads["most_likely_by_month"] = {cell.month: _number(cell.likely) for cell in cells}
        if leads:
            made["leads"] = leads

    def _of_budget_line(self, row: Any, made: dict[str, Any]) -> None:
        cells = sorted((cell for cell in self.plan.amounts if cell.line == row.id), key=lambda cell: cell.month)
        made["phasing"] = {cell.month: self.major(cell.planned) for cell in cells if cell.planned is not None}
        details: dict[str, Any] = {}
        for cell in cells:
            known = {
                "committed": self.major(cell.committed),
                "actual": self.major(cell.actual),
                "note": cell.note,
            }
            known = {key: value for key, value in known.items() if value is not None}
            if known or cell.planned is None:
                details[cell.month] = known
        if details:
            made["months"] = details

    def _of_commitment(self, row: Any, made: dict[str, Any]) -> None:
        series = {period: _number(value) for period, value in row.targets}
        rest = {
            key: made.pop(key) for key in list(made) if key in ("review", "accepted_by", "accepted_on", "if_missed")
        }
        made["target"] = series if row.targets else _number(row.target)
        made.update(rest)

    def _ids(self) -> dict[str, dict[str, str]]:
        kept: dict[str, dict[str, str]] = {}
        for table in TABLES:
            if table in CELLS or table in SINGLETONS or table == "extra":
                continue
            for id, name in self.names[table].items():
                if id != derived_id(self.plan.facts.plan_code, table, name):
                    kept.setdefault(row_class(table).TABLE, {})[name] = id
        return kept


def _number(value: Any) -> Any:
    """Whole numbers without a decimal point."""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return int(value)
    return value


def _put(tree: dict[str, Any], path: Iterable[str], value: Any) -> None:
    *above, last = path
    for key in above:
        below = tree.get(key)
        if not isinstance(below, dict):
            below = tree[key] = {}
        tree = below
    tree[last] = value


def _put_back(tree: dict[str, Any], path: Iterable[str], value: Any) -> None:
    """Put something unknown where it stood; beside what the plan has there, never in its place."""
    *above, last = path
    for key in above:
        below = tree.get(key)
        if not isinstance(below, dict):
            below = tree[key] = {}
        tree = below
    here = tree.get(last)
    if isinstance(here, dict) and isinstance(value, dict):
        for key, part in value.items():
            _put_back(here, [key], part)
    elif here is None:
        tree[last] = value
