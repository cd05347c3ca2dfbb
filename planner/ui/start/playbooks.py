"""The four ways to start a plan: what they are called, and the plan each one brings."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from planner.i18n import _, mark
from planner.model.plan import Plan, Rows


@dataclass(frozen=True)
class Playbook:
    """A playbook as the start screen shows it; its plan is a file of the same key."""

    key: str
    title: str
    about: str
    length: str
    voice: str


PLAYBOOKS = (
    Playbook("annual-plan", mark("Annual plan"), mark("All thirteen chapters,\nfor one year"), mark("12 months"),
             "marketing"),
    Playbook("product-launch", mark("Product launch"), mark("From sales questions\nto first orders"), mark("6 months"),
             "sales"),
    Playbook("agency-kickoff", mark("Agency kickoff"), mark("The brief, then the\nhard questions"),
             mark("One afternoon"), "agency"),
    Playbook("trade-show", mark("Trade show"), mark("Before, at and\nafter the stand"), mark("90 days"), "finance"),
)  # fmt: skip


def playbook_plan(key: str, today: date) -> Plan:
    """The plan of a playbook, starting next January where it covers a year, else next month."""
    from planner.exchange.playbooks import playbook_plan, read_playbook

    yearly = (read_playbook(key).facts.horizon_months or 12) >= 12
    year, month = (today.year + 1, 1) if yearly or today.month == 12 else (today.year, today.month + 1)
    return _begun_today(playbook_plan(key, f"{year}-{month:02d}"), today)


def blank_plan(today: date) -> Plan:
    """A plan for next year with a name, a period and a currency, and nothing else in it."""
    from planner.exchange.playbooks import blank_plan

    return _begun_today(blank_plan(f"{today.year + 1}-01"), today)


def _begun_today(plan: Plan, today: date) -> Plan:
    from planner.exchange.playbooks import in_currency

    facts = replace(plan.facts, kickoff_date=today.isoformat())
    return in_currency(plan.with_tables({"facts": Rows([facts])}), currency_here())


def plan_after(path: Path, now: Callable[[], datetime]) -> Plan:
    """The plan that follows the one in a file, which is not touched. Raises PlanFileError."""
    from tempfile import TemporaryDirectory

    from planner.model.carry import next_plan
    from planner.model.document import Document

    with TemporaryDirectory(prefix="common-ground-") as folder:
        copy = Path(folder) / path.name
        copy.write_bytes(path.read_bytes())
        document = Document.open(copy, now=now, state_dir=Path(folder) / "state")
        plan = document.plan
        document.close()
    return next_plan(plan)


def currency_here() -> str:
    """The currency of this computer's region; EUR where it has none."""
    from PySide6.QtCore import QLocale

    return QLocale.system().currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode) or "EUR"


def title_of(plan: Plan) -> str:
    """The name that a new plan's file is proposed to have."""
    return (plan.facts.title or _("Plan")).replace("/", "-")
