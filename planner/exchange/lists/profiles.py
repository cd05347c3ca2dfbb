"""What was said about the columns of one file, kept on this computer for the next file of the same shape."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from planner.exchange.cells import RawTable
from planner.exchange.lists.by_hand import table_called
from planner.exchange.lists.find import Found
from planner.exchange.lists.importing import Answers, ListImport
from planner.exchange.lists.kinds import KINDS, Kind

MOST = 200
_FILE = "import-shapes.json"


@dataclass(frozen=True, slots=True)
class Profile:
    """What a person said about files of one shape."""

    kind: str
    titles: tuple[str, ...]
    """The names of the columns in small letters, from the first to the last."""
    roles: tuple[str | None, ...]
    """What each column holds; None where the file's own names say it."""
    decimal: str = ""
    days: str = ""


@dataclass(frozen=True, slots=True)
class Remembered:
    """A table of a known shape, found in a file."""

    profile: Profile
    kind: Kind
    found: Found

    def under(self, answers: Answers) -> Answers:
        """What was said then, under what has been said about this file."""
        first = self.found.first_column
        places = {first + place: role for place, role in enumerate(self.profile.roles) if role is not None}
        return replace(
            answers,
            area=self.found.area,
            places={**places, **answers.places},
            decimal=answers.decimal or self.profile.decimal,
            days=answers.days or self.profile.days,
        )


class Profiles:
    """A small file in the folder of the program's settings; what cannot be read or written is as if it were not."""

    def __init__(self, folder: Path | None = None) -> None:
        if folder is None:
            from platformdirs import user_config_path

            folder = user_config_path("common-ground", appauthor=False)
        self._path = folder / _FILE
        self._all = tuple(_loaded(self._path))

    def fitting(self, tables: Sequence[RawTable], kind: str | None = None) -> Remembered | None:
        """The table of the latest shape that these sheets hold; None where all are new."""
        for profile in reversed(self._all):
            if kind not in (None, profile.kind):
                continue
            for table in tables:
                found = table_called(table, KINDS[profile.kind], profile.titles)
                if found is not None:
                    return Remembered(profile, KINDS[profile.kind], found)
        return None

    def keep(self, read: ListImport) -> None:
        """Remember what was said about this file; nothing where its own names said everything."""
        answers = read.answers
        said = {place - read.found.first_column: role for place, role in answers.places.items()}
        titles = tuple(head.title.casefold() for head in read.found.heads)
        by_title = {title.casefold(): role for title, role in answers.columns.items()}
        roles = tuple(said.get(place, by_title.get(title)) for place, title in enumerate(titles))
        told = any(role is not None for role in roles) or answers.decimal or answers.days or answers.area
        if not told or not read.found.head_rows:
            return
        made = Profile(read.kind.key, titles, roles, answers.decimal, answers.days)
        rest = [one for one in self._all if one.titles != titles]
        self._all = (*rest, made)[-MOST:]
        self._write()

    def _write(self) -> None:
        told = [{"kind": one.kind, "titles": one.titles, "roles": one.roles, "decimal": one.decimal, "days": one.days}
                for one in self._all]  # fmt: skip
        beside = self._path.with_suffix(".new")
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            beside.write_text(json.dumps(told, ensure_ascii=False, indent=1), encoding="utf-8")
            beside.replace(self._path)
        except OSError:
            return  # the import itself must not fail for it


def _loaded(path: Path) -> list[Profile]:
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    return [made for one in told if (made := _profile(one))] if isinstance(told, list) else []


def _profile(told: Any) -> Profile | None:
    """One entry of the file; None for what this version does not understand."""
    try:
        kind, titles, roles = KINDS[told["kind"]], tuple(told["titles"]), tuple(told["roles"])
        known = all(role is None or not role or kind.holds(role) for role in roles)
        if len(titles) != len(roles) or not known or not all(isinstance(title, str) for title in titles):
            return None
        decimal, days = told.get("decimal"), told.get("days")
        return Profile(
            kind.key, titles, roles,
            decimal if decimal in (".", ",") else "", days if days in ("day first", "month first") else "",
        )  # fmt: skip
    except (KeyError, TypeError, AttributeError):
        return None

