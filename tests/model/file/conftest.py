"""A computer with a plan on it."""

from pathlib import Path

import pytest

from tests.model.file.plans import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)
