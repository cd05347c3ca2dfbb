"""A list as whole rows to put into the plan, each new or in place of the one that it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from planner.calc.money import from_major
from planner.exchange.lists.budgeting import Budgeting, spend_rows
from planner.exchange.lists.importing import Entry, ListImport
from planner.exchange.lists.matching import Alike, Matching
from planner.exchange.lists.people import People, first_of, is_nobody
from planner.exchange.plainwords import plain
from planner.i18n import _, _n
from planner.model.fields import Kind, RowId, fields_of
from planner.model.ids import NewRows
from planner.model.plan import Activity, Plan, Row, row_class


@dataclass(frozen=True)
class Outcome:
    """What an import would do: the rows to put, and what each row of the list becomes."""

    make: Callable[[], Iterable[Row]]
    """Makes the rows to put; a preview can do without them."""
    added: tuple[int, ...]
    """Rows of the sheet that become new rows of the plan."""
    updated: tuple[int, ...]
    """Rows of the sheet that bring something new to a row of the plan."""
    same: tuple[int, ...]
    """Rows of the sheet that the plan holds already."""
    alike: Mapping[int, Alike] = field(default_factory=dict)
    """Rows of the sheet that are new and much like something in the plan."""
    problems: tuple[tuple[int, str], ...] = ()
    notes: tuple[str, ...] = ()

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The rows to put into the plan."""
        return tuple(self.make())

    @property
    def ready(self) -> int:
        """How many rows of the sheet come in."""
        return len(self.added) + len(self.updated) + len(self.same)


def list_rows(
    plan: Plan, read: ListImport, same_as: Mapping[int, RowId | None] | None = None, *, ask_alike: bool = False
) -> Outcome:
    """The rows to put into the plan. ``same_as`` says for rows of the sheet which row of the plan they are, or None
    for "a new one"; otherwise rows of the same name are the same, and one that is much like a row of the plan is a new
    one, or with ``ask_alike`` is left out until somebody says."""
    if read.kind.key == "spend":
        return _outcome(plan, read, *spend_rows(plan, read))
    making = _Making(plan, read, same_as or {}, ask_alike)
    return making.outcome()


def _outcome(plan: Plan, read: ListImport, rows: list[Row], notes: list[str]) -> Outcome:
    problems = tuple((entry.row, problem) for entry in read.entries for problem in entry.problems)
    numbers = tuple(entry.row for entry in read.entries)
    return Outcome(lambda: rows, numbers, (), (), problems=problems, notes=tuple(notes))


class _Making:
    def __init__(self, plan: Plan, read: ListImport, same_as: Mapping[int, RowId | None], ask_alike: bool) -> None:
        self.plan, self.read, self.same_as, self.ask_alike = plan, read, same_as, ask_alike
        self.fresh = NewRows(plan)
        self.priced = {line.activity for line in plan.budget_lines}
        self.budgeting = Budgeting(plan)
        self.people = People(plan)
        self.matching = Matching(plan, read.kind)
        self.made: dict[RowId, Row] = {}
        self.more: list[Row] = []
        self.notes: list[str] = []
        self.problems: list[tuple[int, str]] = []
        self.alike: dict[int, Alike] = {}
        self.sorted: dict[str, list[int]] = {"added": [], "updated": [], "same": []}

    def outcome(self) -> Outcome:
        for entry in self.read.entries:
            self.problems += [(entry.row, problem) for problem in entry.problems]
            self._entry(entry)
        new = [person for person in self.people.made.values() if person.id not in self.plan.people]
        spread = sum("amount" in entry.values and not entry.months for entry in self.read.entries)
        if (
            self.read.kind.key == "budget"
            and spread
            and not any(entry.values.get("month") for entry in self.read.entries)
        ):
            self.notes.append(
                _n(
                    "The total of {n} line was spread evenly over its months.",
                    "The totals of {n} lines were spread evenly over their months.",
                    spread,
                ).format(n=spread)
            )
        here, there = self.plan.facts.currency, self.read.currency
        if here and there and here != there:
            said = _("Amounts are in {there} and this plan is in {here}: they come in as they stand.")
            self.notes.append(said.format(there=there, here=here))
        if new and self.read.kind.key != "stakeholders":
            names = ", ".join(person.name or "" for person in new)
            self.notes.append(_("New people: {names}.").format(names=names))
        return Outcome(
            self._rows,
            added=tuple(self.sorted["added"]),
            updated=tuple(self.sorted["updated"]),
            same=tuple(self.sorted["same"]),
            alike=self.alike,
            problems=tuple(self.problems),
            notes=tuple(dict.fromkeys(self.notes)),
        )

    def _rows(self) -> Iterator[Row]:
        yield from self.people.made.values()
        yield from map(self.budgeting.line, (*self.made.values(), *self.more))
        yield from self.budgeting.rows()

    def _entry(self, entry: Entry) -> None:
        values = self._values(entry)
        table = self.read.kind.table
        known = self._known(entry, values)
        if known is None:
            if entry.row not in self.same_as and (near := self.matching.near(entry)) is not None:
                self.alike[entry.row] = near
                if self.ask_alike:
                    return
            row: Row = self.fresh.row(table, **values)
            self.sorted["added"].append(entry.row)
        else:
            fresh = {
                name: value for name, value in values.items() if value not in (None, ()) and not name.startswith("_")
            }
            row = replace(known, **fresh)
            self.sorted["same" if row == known else "updated"].append(entry.row)
        self._remember(entry, row)
        self.made[row.id] = row
        if self.read.kind.key == "budget":
            activity = self.plan.activities.get(getattr(row, "activity", None))
            news, notes = self.budgeting.take(row.id, entry, activity)
            self.problems += [(entry.row, note) for note in notes]
            if news and self.sorted["same"][-1:] == [entry.row]:
                self.sorted["same"].pop()
                self.sorted["updated"].append(entry.row)
        if isinstance(row, Activity) and entry.values.get("cost") is not None:
            self._cost_of(row, entry)

    def _remember(self, entry: Entry, row: Row) -> None:
        """Rows of one name are one where a list goes month by month or names a person twice; else they are two."""
        if self.read.kind.key == "stakeholders" or entry.values.get("month"):
            self.matching.remember(row)

    def _known(self, entry: Entry, values: Mapping[str, Any]) -> Any:
        if entry.row in self.same_as:
            id = self.same_as[entry.row]
            return self.plan.table(self.read.kind.table).get(id) if id else None
        found = self.matching.same(entry, values)
        return None if found is None else self.made.get(found.id, found)

    def _values(self, entry: Entry) -> dict[str, Any]:
        """The declared fields of the row from what the entry says."""
        kind, declared = self.read.kind, fields_of(row_class(self.read.kind.table))
        said = dict(entry.values)
        made: dict[str, Any] = {}
        if kind.key == "stakeholders":
            person = self.people.of(
                said.pop("name"), role=said.pop("role", None), function=said.pop("function", None),
                email=said.pop("email", None),
            )  # fmt: skip
            made["person"] = person.id
        if kind.key == "activities":
            self._activity(said)
        if kind.key == "sales-input" and (name := said.get("given_by") or said.get("email")):
            said["given_by"] = name
            function, email = said.pop("function", None), said.pop("email", None)
            said.pop("given_by")
            if not is_nobody(name):
                made["given_by"] = self.people.of(first_of(name), function=function, email=email).id
        for name, value in said.items():
            field = declared.get(name)
            if field is None or name in made:
                continue
            if field.kind is Kind.LINK:
                made[name] = self._link(field.target, str(value), entry)
            elif field.kind is Kind.LINKS:
                found = self._link(field.target, str(value), entry)
                made[name] = (found,) if found else ()
            elif field.kind is Kind.MONEY:
                made[name] = from_major(value, self.plan.facts.currency)
            else:
                made[name] = value
        if kind.key == "budget" and not made.get("category") and entry.group:
            made["category"] = entry.group
        return made

    def _activity(self, said: dict[str, Any]) -> None:
        """Days as months, a single date as start and end, the accountable person of a RACI row as the owner."""
        on = said.pop("on", None)
        if on is not None:
            said.setdefault("start", on)
            said.setdefault("end", on)
        declared = fields_of(row_class("activity"))
        for name in ("start", "end"):
            value = said.get(name)
            if value and len(value) == 10:
                said[name] = value[:7]
                if f"{name}_day" in declared:
                    said[f"{name}_day"] = value
        letters = {key.partition(":")[2]: str(value).upper() for key, value in said.items() if key.startswith("raci:")}
        for letter in ("A", "R"):
            holder = next((name for name, value in letters.items() if letter in value), None)
            if holder and "owner" not in said:
                said["owner"] = holder
        for key in [key for key in said if key.startswith("raci:")]:
            del said[key]

    def _link(self, target: str, text: str, entry: Entry) -> RowId | None:
        if target == "person":
            if is_nobody(text):
                self.problems.append((entry.row, _("“{text}” names nobody; left open").format(text=text)))
                return None
            return self.people.of(first_of(text)).id
        wanted = plain(text)
        for row in self.plan.table(target):
            name = getattr(row, "title", None) or getattr(row, "name", None) or ""
            if wanted and wanted in (plain(name), plain(row.code or "")):
                return str(row.id)
        self.problems.append((entry.row, _("the plan has no “{text}” to link it to").format(text=text)))
        return None

    def _cost_of(self, activity: Activity, entry: Entry) -> None:
        """A cost beside an activity is a budget line of it."""
        if activity.id in self.priced:
            self.notes.append(_("Costs of activities that have budget lines already were left out."))
            return
        line = self.fresh.row(
            "budget_line", activity=activity.id, description=activity.title, owner=activity.owner,
        )  # fmt: skip
        _news, notes = self.budgeting.take(line.id, Entry(entry.row, {"amount": entry.values["cost"]}), activity)
        self.more.append(line)
        self.problems += [(entry.row, note) for note in notes]
