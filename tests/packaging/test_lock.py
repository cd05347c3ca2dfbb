"""The pinned requirements hold everywhere, come from nowhere in particular, and agree with pyproject.toml."""

import importlib.util
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

FILES = ["requirements.txt", "requirements-dev.txt"]
MACHINES = [
    {"python_version": f"3.{minor}", "python_full_version": f"3.{minor}.1", "sys_platform": platform}
    for minor in (11, 12, 13)
    for platform in ("linux", "darwin", "win32")
]


def entries(path: Path) -> list[str]:
    """One text for each requirement, its continuation lines joined."""
    text = path.read_text("utf-8").replace("\\\n", " ")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def pinned(path: Path, machine: dict[str, str]) -> dict[str, str]:
    """Name to version on one kind of machine."""
    requirements = [Requirement(entry.partition("--hash")[0]) for entry in entries(path)]
    here = [one for one in requirements if one.marker is None or one.marker.evaluate(dict(machine))]
    return {canonicalize_name(one.name): str(one.specifier).removeprefix("==") for one in here}


@pytest.fixture
def folder(project: Path) -> Path:
    return project / "packaging"


@pytest.mark.parametrize("name", FILES)
def test_every_requirement_is_pinned_and_hashed(folder: Path, name: str) -> None:
    for entry in entries(folder / name):
        assert re.match(r"[a-z0-9-]+==[^ ]+ ", entry), entry
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", entry), entry


@pytest.mark.parametrize("name", FILES)
def test_no_address_is_named(folder: Path, name: str) -> None:
    text = (folder / name).read_text("utf-8")
    for trace in ("http", "://", "index-url", "find-links", "trusted-host"):
        assert trace not in text


@pytest.mark.parametrize("machine", MACHINES, ids=lambda machine: "-".join(machine.values()))
def test_the_pins_agree_with_the_ranges_on_every_machine(project: Path, folder: Path, machine: dict[str, str]) -> None:
    declared = tomllib.loads((project / "pyproject.toml").read_text("utf-8"))["project"]
    runtime = declared["dependencies"]
    for name, wanted in zip(FILES, [runtime, runtime + declared["optional-dependencies"]["dev"]], strict=True):
        pins = pinned(folder / name, machine)
        for requirement in map(Requirement, wanted):
            if requirement.marker is None or requirement.marker.evaluate(dict(machine)):
                assert requirement.specifier.contains(pins[canonicalize_name(requirement.name)]), requirement


@pytest.mark.parametrize("machine", MACHINES, ids=lambda machine: "-".join(machine.values()))
def test_tests_run_with_what_is_shipped(folder: Path, machine: dict[str, str]) -> None:
    assert pinned(folder / FILES[0], machine).items() <= pinned(folder / FILES[1], machine).items()


def test_the_binding_fits_the_python(folder: Path) -> None:
    for machine in MACHINES:
        version = pinned(folder / FILES[0], machine)["pyside6-essentials"]
        assert version.startswith("6.11." if machine["python_version"] == "3.11" else "6.12.")


def test_addresses_are_stripped(folder: Path) -> None:
    spec = importlib.util.spec_from_file_location("lock", folder / "lock.py")
    assert spec is not None
    assert spec.loader is not None
    lock = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(lock)
    made = "--index-url https://example.invalid/simple\n-i x\none==1 \\\n    --hash=sha256:0\n# from ftp://example.invalid\n"
    assert lock.without_addresses(made) == "one==1 \\\n    --hash=sha256:0\n"
