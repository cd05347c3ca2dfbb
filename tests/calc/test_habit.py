"""Money by why it is there: asked for, for a goal, or out of habit."""

from planner.calc.budget import budget_of
from planner.calc.habit import Habit, habit_of
from planner.model.plan import Activity, BudgetLine, Goal, Material, Plan, Row, Rows, SalesInput


def plan_of(*rows: Row) -> Plan:
    tables: dict[str, list[Row]] = {}
    for row in rows:
        tables.setdefault(row.TABLE, []).append(row)
    return Plan({name: Rows(inside) for name, inside in tables.items()})


def habit(*rows: Row) -> Habit | None:
    plan = plan_of(*rows)
    return habit_of(plan, budget_of(plan))


GOAL = Goal(id="g", title="Orders")
INPUT = SalesInput(id="i", text="Bring it to their plant", activities=("van",))
LINES = (
    Activity(id="van", title="Demo van", goals=("g",)),
    Activity(id="deck", title="Deck"),
    Activity(id="ads", title="Ads", goals=("g",)),
    Activity(id="fair", title="Fair", origin="carry_over"),
    BudgetLine(id="b1", activity="van", amount=100),
    BudgetLine(id="b2", activity="deck", amount=200),
    BudgetLine(id="b3", activity="ads", amount=300),
    BudgetLine(id="b4", activity="fair", amount=150),
    BudgetLine(id="b5", activity="fair", amount=50),
    BudgetLine(id="b6", description="Retainer", amount=250),
)


def test_every_line_goes_to_the_first_heap_that_fits() -> None:
    asked = Material(id="m", name="Deck", activity="deck", sales_inputs=("i",))
    found = habit(GOAL, INPUT, asked, *LINES)
    assert found is not None
    assert (found.asked, found.goal, found.habit, found.total) == (300, 300, 450, 1050)
    assert found.share == 450 / 1050
    assert [(one.id, one.amount) for one in found.lines] == [("b6", 250), ("fair", 200)]


def test_an_input_may_be_linked_from_either_side() -> None:
    here = habit(GOAL, INPUT, *LINES)
    there = habit(
        GOAL,
        SalesInput(id="i", text="Bring it to their plant"),
        Activity(id="van", title="Demo van", goals=("g",), sales_inputs=("i",)),
        *LINES[1:],
    )
    assert here == there
    material = SalesInput(id="i", text="Fewer slides", materials=("m",))
    deck = habit(material, Material(id="m", name="Deck", activity="deck"), *LINES)
    assert deck is not None
    assert deck.asked == 200


def test_surprises_and_what_is_cancelled_stay_out() -> None:
    found = habit(
        Activity(id="gone", title="Gone", status="cancelled"),
        BudgetLine(id="c", category="contingency", amount=900),
        BudgetLine(id="x", activity="gone", amount=900),
        BudgetLine(id="h", description="Retainer", amount=100),
    )
    assert found is not None
    assert (found.total, found.share) == (100, 1.0)


def test_without_money_nothing_is_said() -> None:
    assert habit() is None
    assert habit(BudgetLine(id="h", description="Retainer")) is None
    nothing = habit(BudgetLine(id="h", description="Retainer", amount=0))
    assert nothing is not None
    assert nothing.share is None


def test_the_example(example: Plan) -> None:
    found = habit_of(example, budget_of(example))
    assert found is not None
    names = {row.id: row.code for table in (example.activities, example.budget_lines) for row in table}
    assert [(names[one.id], one.amount) for one in found.lines] == [("A-15", 1_800_000)]
