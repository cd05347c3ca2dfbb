"""What every test stands on: no screen, no touching of the user's own folders, the worked example."""

import os
import tempfile
from pathlib import Path

import pytest

from tests import examples

# Set before anything imports Qt or matplotlib. A test of the real window sets another platform in a child process.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_HOME = Path(tempfile.mkdtemp(prefix="common-ground-tests-"))
for _name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"):
    _folder = _HOME / _name.lower()
    _folder.mkdir(mode=0o700)
    os.environ[_name] = str(_folder)
os.environ["MPLCONFIGDIR"] = str(_HOME / "matplotlib")

PROJECT = Path(__file__).resolve().parent.parent

examples.install()


def pytest_configure() -> None:
    """After the profile that was asked for is loaded."""
    examples.hold_still()


def pytest_unconfigure() -> None:
    """Leave nothing behind."""
    import shutil

    shutil.rmtree(_HOME, ignore_errors=True)


@pytest.fixture(scope="session")
def project() -> Path:
    """The folder of the checkout."""
    return PROJECT


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real files that this project may read but not keep; the test is skipped without it."""
    folder = PROJECT.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("the folder of real files (../shared/data) is not on this machine")
    return folder


@pytest.fixture(scope="session")
def example_path() -> Path:
    """The worked example in the text interchange format."""
    return PROJECT / "resources" / "example" / "example-plan.yaml"


@pytest.fixture(scope="session")
def example_text(example_path: Path) -> str:
    """The worked example in the text interchange format, as text."""
    return example_path.read_text(encoding="utf-8")
