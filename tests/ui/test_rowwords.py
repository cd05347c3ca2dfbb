"""How rows and fields are called wherever edits and comparisons are shown."""

from planner.model.plan import SINGLETONS, Amount, BudgetLine, Commitment, Facts, Goal, Plan, Rows
from planner.ui.rowwords import field_title, field_words, row_title

FACTS = Facts(id=SINGLETONS["facts"], locale="en_GB", currency="GBP")
GOAL = Goal(id="g", code="G1", title="Better win rate", unit="share", target=0.22)
LINE = BudgetLine(id="l", code="B-01", description="Trade fair")
CELL = Amount(id="c", line="l", month="2027-03", planned=1_400_000)
PROMISE = Commitment(id="p", code="C-01", promise="Every input is answered", unit="share", target=1.0)
PLAN = Plan({"facts": Rows([FACTS]), "goal": Rows([GOAL]), "budget_line": Rows([LINE]), "amount": Rows([CELL]),
             "commitment": Rows([PROMISE])})  # fmt: skip


def test_a_field_is_called_by_its_row_and_a_cell_of_a_grid_by_line_and_month() -> None:
    assert row_title(PLAN, CELL) == "Trade fair, Mar 2027"
    assert field_title(PLAN, CELL, "planned") == "Trade fair, Mar 2027"
    assert field_title(PLAN, CELL, "committed") == "Trade fair, Mar 2027, committed"
    assert field_title(PLAN, GOAL, "target") == "Better win rate, target"
    assert field_title(PLAN, GOAL, "position") == "Better win rate, place in the order"
    assert field_title(PLAN, FACTS, "envelope") == "Envelope"


def test_figures_stand_in_the_unit_of_their_row() -> None:
    assert field_words(PLAN, GOAL, "target", 0.22) == "22%"
    assert field_words(PLAN, PROMISE, "target", 1.0) == "100%"
    assert field_words(PLAN, CELL, "planned", 1_400_000) == "£14,000"
    assert field_words(PLAN, GOAL, "target", None) == "empty"
    assert field_words(PLAN, None, "target", None) == "empty"
    assert field_words(PLAN, GOAL, "code", "G1") == "G1"
