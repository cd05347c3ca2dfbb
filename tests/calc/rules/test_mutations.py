"""A hundred one-step changes: at every gate exactly what the method demands, each as loud as the gate makes it."""

import copy
from typing import Any

import pytest

from planner.calc.rules import rules
from planner.exchange.text import read_plan
from tests.calc.checking import check
from tests.calc.rules.mutations import MUTATIONS
from tests.calc.rules.severities import BY_RULE, GATES, severity


@pytest.fixture(scope="module")
def text(example_text: str) -> dict[str, Any]:
    import yaml

    found: dict[str, Any] = yaml.safe_load(example_text)
    return found


@pytest.mark.parametrize("name", MUTATIONS)
def test_one_step_gives_exactly_its_findings_at_every_gate(text: dict[str, Any], name: str) -> None:
    import yaml

    mutation, changed = MUTATIONS[name], copy.deepcopy(text)
    mutation.change(changed)
    plan = read_plan(yaml.safe_dump(changed, sort_keys=False, allow_unicode=True))
    planted = {f"{rule}/{code}" for rule, code, _severity in text["expected"]["findings"]}
    wanted = planted - set(mutation.gone.split()) | set(mutation.new.split())
    for gate in ("K1", "K2", "K3", "K4"):
        said = {(f"{one.rule}/{one.object}", one.severity) for one in check(plan, gate)}
        assert said == {(one, severity(one[:6], gate)) for one in wanted}, gate


def test_every_rule_of_the_method_is_as_loud_as_it_says() -> None:
    assert len(BY_RULE) == 107
    for one in rules():
        if not one.id.startswith("CON-"):
            assert [one.severity(gate) for gate in GATES] == [severity(one.id, gate) for gate in GATES], one.id
    assert BY_RULE.keys() == {one.id for one in rules() if not one.id.startswith("CON-")}
