"""The worked example as a plan, and LibreOffice where it is there."""

import shutil

import pytest

from planner.model.plan import Plan
from tests.exchange.soffice import Office


@pytest.fixture(scope="session")
def example(example_text: str) -> Plan:
    """The worked example."""
    from planner.exchange.text import read_plan

    return read_plan(example_text)


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """LibreOffice, or the test is skipped."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.skip("LibreOffice is not on this machine")
    return Office(program, tmp_path_factory.mktemp("office"))
