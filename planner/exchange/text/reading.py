"""A plan from text."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import MISSING, fields
from decimal import InvalidOperation
from functools import cache
from typing import Any

from planner.calc.money import exponent
from planner.exchange.text import layout
from planner.exchange.text.errors import TextError
from planner.exchange.text.identity import derived_id
from planner.exchange.text.loading import load_yaml, plain
from planner.exchange.text.values import decimal, figure, minor, shown
from planner.i18n import _
from planner.model.fields import Field, Kind, fields_of
from planner.model.ids import cell_id
from planner.model.plan import SINGLETONS, TABLES, Plan, Row, Rows, row_class


def read_plan(text: str) -> Plan:
    """The plan that a text describes, whole. Raises TextError; nothing is half-read."""
    return _Reader(load_yaml(text)).plan()


class _Reader:
    def __init__(self, tree: dict[str, Any]) -> None:
        self.tree = tree
        meta = _mapping(tree.get("meta"), "meta")
        schema = meta.pop("schema", None)
        if schema != layout.SCHEMA:
            raise TextError(
                _("it is not in the format {wanted} (meta: schema says {found})").format(
                    wanted=layout.SCHEMA, found=schema
                )
            )
        tree["meta"] = meta
        self.plan_code = _spelled(meta.get("plan_id"))
        self.decimals = exponent(_spelled(meta.get("currency")))
        self.ids = _mapping(tree.pop("ids", None), "ids")
        self.sources: dict[str, list[tuple[dict[str, Any], dict[str, Any], str]]] = {table: [] for table in TABLES}
        self.refs: dict[str, dict[str, str]] = {table: {} for table in TABLES}
        self.rows: dict[str, dict[str, Row]] = {table: {} for table in TABLES}
        self.unknown: list[tuple[str | None, list[str], Any]] = []

    def plan(self) -> Plan:
        facts = self._facts()
        self._collect()
        for table, sources in self.sources.items():
            for source, given, id in sources:
                self._row(table, source, given, id)
        self.rows["facts"][SINGLETONS["facts"]] = facts
        self._extras()
        return Plan({table: Rows(rows.values()) for table, rows in self.rows.items()})

    # -- what stands where ---------------------------------------------------------------------------------------

    def _collect(self) -> None:
        """Give every row of the text its id, before any link is followed."""
        tree = self.tree
        for section, kind in layout.NOTES.items():
            place = tree if kind in ("ground_rule", "parking_lot") else _mapping(tree.get("company"), "company")
            for entry in _list(place.pop(section, None), section):
                note = dict(entry) if isinstance(entry, dict) else {"text": entry}
                self._add("note", note, {"kind": kind})
        for entry in _list(tree.pop("notes", None), "notes"):
            self._add("note", entry)
        for section, table in layout.MAIN.items():
            for entry in _list(tree.pop(section, None), section):
                self._add(table, entry)
        self._brief(tree.pop("brief", None))
        budget = _mapping(tree.get("budget"), "budget")
        for entry in _list(budget.pop("lines", None), "budget: lines"):
            self._add("budget_line", entry)
        if budget:
            self.unknown.extend((None, ["budget", key], value) for key, value in budget.items())
        tree.pop("budget", None)
        if (premortem := tree.pop("premortem", None)) is not None:
            self._add("premortem", premortem)
        self._funnel(tree.pop("funnel", None))
        self._ballots()
        for section, table in layout.FURTHER.items():
            for entry in _list(tree.pop(section, None), section):
                self._add(table, entry)
        company = _mapping(tree.pop("company", None), "company")
        self.unknown.extend((None, ["company", key], value) for key, value in company.items())
        self.unknown.extend((None, [key], value) for key, value in tree.items() if key != "meta")

    def _add(self, table: str, entry: Any, given: dict[str, Any] | None = None) -> str:
        where = table.replace("_", " ")
        source = _mapping(entry, where)
        number = len(self.sources[table]) + 1
        code = _spelled(source.pop("id", None))
        name = code if code and not code.startswith("#") else f"#{number}"
        if name in self.refs[table]:
            raise TextError(_("{where}: the code {code} is used twice").format(where=where, code=name))
        known = _mapping(self.ids.get(table), "ids")
        id = str(known.get(name) or known.get(f"#{number}") or derived_id(self.plan_code, table, name))
        self.refs[table][name] = id
        self.refs[table].setdefault(f"#{number}", id)
        place = {"code": code, "position": number, **(given or {})}
        self.sources[table].append((source, place, id))
        return id

    def _brief(self, entry: Any) -> None:
        if entry is None:
            return
        brief = _mapping(entry, "brief")
        approvals = _list(brief.pop("approvals", None), "brief: approvals")
        questions = _list(brief.pop("questions", None), "brief: questions")
        id = self._add("brief", brief)
        for approval in approvals:
            self._add("approval", approval, {"brief": id})
        for question in questions:
            self._add("question", question)

    def _funnel(self, entry: Any) -> None:
        funnel = _mapping(entry, "funnel")
        for entry in _list(funnel.pop("stages", None), "funnel: stages"):
            self._add("stage", entry)
        for entry in _list(funnel.pop("rates", None), "funnel: rates"):
            self._add("rate", entry)
        for key, leads in _mapping(funnel.pop("prior_leads_by_month", None), "funnel: prior leads").items():
            month = self._month(key, "funnel: prior leads")
            made = row_class("prior_month")
            leads = self._value(_field("prior_month", "leads"), leads, "funnel: prior leads")
            id = cell_id("prior_month", month)
            self.rows["prior_month"][id] = made(id=id, month=month, leads=leads)  # type: ignore[call-arg]
        for lag in layout.LAGS:
            if isinstance(funnel.get(lag), dict) and funnel[lag].get("unit") == "months":
                funnel[lag] = {key: value for key, value in funnel[lag].items() if key != "unit"}
        values = self._at_paths(funnel, layout.FUNNEL, "funnel")
        id = SINGLETONS["funnel"]
        if entry is not None or values:
            made = row_class("funnel")
            self.rows["funnel"][id] = made(id=id, **values)
        self.unknown.extend((id, path, value) for path, value in _leaves(funnel))

    def _facts(self) -> Row:
        made = row_class("facts")
        id = SINGLETONS["facts"]
        meta = self.tree["meta"]
        first = meta.get("fiscal_year_start")
        paths = layout.facts_paths(str(first) if first else None)
        values = self._at_paths(self.tree, paths, "plan")
        for name, field in fields_of(made).items():
            if field.key != "-" and field.text_key in meta:
                values[name] = self._value(field, meta.pop(field.text_key), f"meta: {field.text_key}")
        self.unknown.extend((None, ["meta", key], value) for key, value in meta.items())
        return made(id=id, **values)

    def _at_paths(self, tree: dict[str, Any], paths: Mapping[tuple[str, ...], str], where: str) -> dict[str, Any]:
        table = "funnel" if where == "funnel" else "facts"
        values: dict[str, Any] = {}
        for path, name in paths.items():
            place: Any = tree
            above: list[tuple[dict[str, Any], str]] = []
            for key in path:
                if not isinstance(place, dict) or key not in place:
                    break
                above.append((place, key))
                place = place[key]
            else:
                values[name] = self._value(_field(table, name), place, f"{where}: {'.'.join(path)}")
                for holder, key in reversed(above):
                    if not isinstance(holder[key], dict) or not holder[key]:
                        del holder[key]
        return values

    def _ballots(self) -> None:
        votes = [(id, source.pop("votes")) for source, _given, id in self.sources["sales_input"] if "votes" in source]
        held = self.tree.pop("input_vote", None)
        if held is not None or votes:
            id = self._add("vote_round", held or {}, {"kind": "inputs"})
            for item, by_side in votes:
                for side, dots in _mapping(by_side, "sales input: votes").items():
                    self._add("dot", {"function": side, "dots": dots}, {"round": id, "item": item})
        held = self.tree.pop("priority_votes", None)
        if held is not None:
            ballot = _mapping(held, "priority_votes")
            sides = {key: ballot.pop(key) for key in list(ballot) if key != "voters" and isinstance(ballot[key], dict)}
            id = self._add("vote_round", ballot, {"kind": "priorities"})
            for side, by_item in sides.items():
                for item, dots in by_item.items():
                    found = self._ref("activity", str(item), "priority_votes")
                    self._add("dot", {"function": side, "dots": dots}, {"round": id, "item": found})

    # -- rows and values -----------------------------------------------------------------------------------------

    def _row(self, table: str, source: dict[str, Any], given: dict[str, Any], id: str) -> None:
        made = row_class(table)
        where = f"{table.replace('_', ' ')} {given.get('code') or given['position']}"
        if line := getattr(source, "line", 0):
            where = _("line {line}, {where}").format(line=line, where=where)
        values = dict(given)
        special = getattr(self, f"_of_{table}", None)
        if special:
            special(source, values, id, where)
        for name, field in fields_of(made).items():
            if field.key != "-" and field.text_key in source:
                value = self._value(field, source.pop(field.text_key), f"{where}, {field.text_key}")
                if value is not None or name not in _never_unknown(table):
                    values[name] = value
        self.rows[table][id] = made(id=id, **values)
        self.unknown.extend((id, [str(key)], value) for key, value in source.items())

    def _of_activity(self, source: dict[str, Any], values: dict[str, Any], id: str, where: str) -> None:
        leads = _mapping(source.pop("leads", None), f"{where}, leads")
        for key, name in (("low", "leads_low"), ("most_likely", "leads_likely"), ("high", "leads_high")):
            if key in leads:
                values[name] = self._value(_field("activity", name), leads.pop(key), f"{where}, leads")
        by_month = _mapping(leads.pop("most_likely_by_month", None), f"{where}, leads")
        made = row_class("lead_month")
        for key, likely in by_month.items():
            month = self._month(key, f"{where}, leads")
            cell = cell_id("lead_month", id, month)
            amount = self._value(_field("lead_month", "likely"), likely, f"{where}, leads")
            self.rows["lead_month"][cell] = made(id=cell, activity=id, month=month, likely=amount)  # type: ignore[call-arg]
        self.unknown.extend((id, ["leads", str(key)], value) for key, value in leads.items())

    def _of_budget_line(self, source: dict[str, Any], values: dict[str, Any], id: str, where: str) -> None:
        months: dict[str, dict[str, Any]] = {}
        for month, planned in _mapping(source.pop("phasing", None), f"{where}, phasing").items():
            months.setdefault(self._month(month, f"{where}, phasing"), {})["planned"] = planned
        for month, more in _mapping(source.pop("months", None), f"{where}, months").items():
            months.setdefault(self._month(month, f"{where}, months"), {}).update(_mapping(more, f"{where}, months"))
        made = row_class("amount")
        for month, cell in months.items():
            known = {
                name: self._value(_field("amount", name), cell[name], f"{where}, {month}")
                for name in ("planned", "committed", "actual", "note")
                if name in cell
            }
            key = cell_id("amount", id, month)
            self.rows["amount"][key] = made(id=key, line=id, month=month, **known)  # type: ignore[call-arg]

    def _of_commitment(self, source: dict[str, Any], values: dict[str, Any], id: str, where: str) -> None:
        target = source.pop("target", None)
        name = "targets" if isinstance(target, dict) else "target"
        values[name] = self._value(_field("commitment", name), target, f"{where}, target")

    def _of_dot(self, source: dict[str, Any], values: dict[str, Any], id: str, where: str) -> None:
        item = source.get("item")
        if item is not None:
            for table in ("sales_input", "activity", *TABLES):
                if str(item) in self.refs[table]:
                    source["item"] = self.refs[table][str(item)]
                    break

    def _value(self, field: Field, value: Any, where: str) -> Any:
        """A value of the text as the plan has it. Raises TextError where it is of another kind."""
        try:
            return self._convert(field, value, where)
        except (TypeError, ValueError, InvalidOperation, OverflowError) as error:
            if isinstance(error, TextError):
                raise
            raise TextError(
                _("{where}: {value} cannot be a value of '{label}'").format(
                    where=where, value=shown(value), label=_(field.label)
                )
            ) from error

    def _convert(self, field: Field, value: Any, where: str) -> Any:
        kind = field.kind
        if kind in (Kind.LINKS, Kind.TEXTS, Kind.CHOICES, Kind.NUMBERS):
            parts = value if isinstance(value, list) else [] if value is None else [value]
            if kind is Kind.LINKS:
                return tuple(self._ref(field.target, part, where) for part in parts)
            return tuple(figure(kind, part) for part in parts)
        if kind is Kind.SERIES:
            return tuple((key, decimal(amount)) for key, amount in (value or {}).items())
        if value is None:
            return None
        if kind is Kind.LINK and field.target:
            return self._ref(field.target, value, where)
        if kind is Kind.MONEY:
            return minor(value, self.decimals)
        return figure(kind, value)

    def _month(self, name: str, where: str) -> str:
        month: str = self._value(_field("amount", "month"), name, where)
        return month

    def _ref(self, table: str, name: Any, where: str) -> str:
        found = self.refs[table].get(_spelled(name) or "")
        if found is None:
            raise TextError(
                _("{where}: there is no {table} called {name}").format(
                    where=where, table=table.replace("_", " "), name=name
                )
            )
        return found

    def _extras(self) -> None:
        made = row_class("extra")
        for number, (owner, path, value) in enumerate(self.unknown, start=1):
            key = path[0] if len(path) == 1 and not path[0].startswith("[") else json.dumps(path, ensure_ascii=False)
            id = derived_id(self.plan_code, "extra", f"{owner}/{key}")
            stored = json.dumps(plain(value), ensure_ascii=False)
            self.rows["extra"][id] = made(id=id, position=number, owner=owner, key=key, value=stored)  # type: ignore[call-arg]


def _field(table: str, name: str) -> Field:
    return fields_of(row_class(table))[name]


@cache
def _never_unknown(table: str) -> frozenset[str]:
    """Fields that have a value in every row: where the text says null, they keep the one they start with."""
    return frozenset(entry.name for entry in fields(row_class(table)) if entry.default not in (None, MISSING))


def _spelled(value: Any) -> str | None:
    """A name or a code as it was written."""
    return None if value is None else str(getattr(value, "text", value))


def _mapping(value: Any, where: str) -> dict[str, Any]:
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise TextError(_("{where}: names and values were expected, not {found}").format(
            where=where, found=shown(value)))  # fmt: skip
    return value


def _list(value: Any, where: str) -> list[Any]:
    if value is None:
        return []
    if not isinstance(value, list):
        raise TextError(_("{where}: a list was expected, not {found}").format(where=where, found=shown(value)))
    return value


def _leaves(tree: dict[str, Any]) -> list[tuple[list[str], Any]]:
    found: list[tuple[list[str], Any]] = []
    for key, value in tree.items():
        known = any(path[0] == key and len(path) > 1 for path in layout.FUNNEL)
        if known and isinstance(value, dict) and value:
            found.extend(([str(key), str(below)], part) for below, part in value.items())
        else:
            found.append(([str(key)], value))
    return found
