"""Plans to draw: the worked example, one with very long names, and an empty one."""

from dataclasses import replace

import pytest

from planner.model.plan import Plan, Rows, row_class

LONG = "A name that goes on, as names of companies and of people in large companies like to do, for quite a while"


@pytest.fixture(scope="session")
def example(example_text: str) -> Plan:
    """The worked example."""
    from planner.exchange.text import read_plan

    return read_plan(example_text)


@pytest.fixture(scope="session")
def long_names(example: Plan) -> Plan:
    """The example with names that fit nowhere, signs that few fonts have, and marketing's ratings."""

    def named(table: str, name: str) -> Rows:  # type: ignore[type-arg]
        rows = example.table(table)
        return Rows(replace(row, **{name: f"{LONG} 株式会社 $x_1$ 😀 {at}"}) for at, row in enumerate(rows))

    materials = (
        replace(row, marketing_rating=4.4, sales_rating=1.0 + at / 3)
        for at, row in enumerate(named("material", "name"))
    )
    return example.with_tables(
        {
            "person": named("person", "name"),
            "sales_input": named("sales_input", "text"),
            "stage": Rows(replace(row, code=f"{row.code}_{LONG}") for row in example.stages),
            "material": Rows(materials),
            "facts": example.table("facts").with_changes(
                {example.facts.id: replace(example.facts, title=LONG, company=LONG, currency="XXX", horizon_months=36)}
            ),
        }
    )


@pytest.fixture(scope="session")
def crowd(example: Plan) -> Plan:
    """Forty people on nine places of the map."""
    person, stakeholder = row_class("person"), row_class("stakeholder")
    people = [person(id=f"p{at}", position=at, name=f"Person Number{at}", function="sales") for at in range(40)]
    places = [
        stakeholder(
            id=f"s{at}", position=at, person=f"p{at}", power=1.0 + 2 * (at % 3), interest=1.0 + 2 * (at // 3 % 3)
        )
        for at in range(40)
    ]
    return Plan({"facts": example.table("facts"), "person": Rows(people), "stakeholder": Rows(places)})
