"""Files that travel with the program are found in a checkout, in a wheel and in a frozen program."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from planner import assets


@pytest.fixture(autouse=True)
def looked_up_anew() -> Iterator[None]:
    assets._root.cache_clear()
    yield
    assets._root.cache_clear()


def make(folder: Path) -> Path:
    (folder / "example").mkdir(parents=True)
    return folder


def test_in_a_checkout(project: Path) -> None:
    assert assets.resource("example", "example-plan.yaml") == project / "resources" / "example" / "example-plan.yaml"


def test_in_a_wheel_beside_a_stranger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "resources").mkdir()
    inside = make(tmp_path / "planner" / "_resources")
    monkeypatch.setattr(assets, "__file__", str(tmp_path / "planner" / "assets.py"))
    assert assets.resource("fonts") == inside / "fonts"


def test_in_a_frozen_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    frozen = make(tmp_path / "resources")
    monkeypatch.setattr("sys._MEIPASS", str(tmp_path), raising=False)
    assert assets.resource("icons") == frozen / "icons"


def test_a_broken_installation_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assets, "__file__", str(tmp_path / "planner" / "assets.py"))
    with pytest.raises(FileNotFoundError, match="install the program again"):
        assets.resource("fonts")
