"""The worked example as a plan, and the oracles of the method."""

import json
from pathlib import Path
from typing import Any

import pytest

from planner.model.plan import Plan


@pytest.fixture(scope="session")
def oracles(project: Path) -> dict[str, Any]:
    """Exact test values for the formulas; they lie beside the example."""
    for folder in (project / "resources" / "example", project.parent / "shared" / "example"):
        if (folder / "oracles.json").exists():
            found: dict[str, Any] = json.loads((folder / "oracles.json").read_text(encoding="utf-8"))
            return found
    pytest.skip("oracles.json is not on this machine")


@pytest.fixture(scope="session")
def example(example_text: str) -> Plan:
    """The worked example."""
    from planner.exchange.text import read_plan

    return read_plan(example_text)


@pytest.fixture(scope="session")
def expected(example_text: str) -> dict[str, Any]:
    """The figures that the example says about itself."""
    import yaml

    found: dict[str, Any] = yaml.safe_load(example_text)["expected"]
    return found
