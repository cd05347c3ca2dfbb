"""What the start script decides on different machines; it is run whole on a bare machine, not here."""

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture
def start(project: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("start", project / "packaging" / "start.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("platform", "environ", "screen"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("win32", {}, True),
        ("darwin", {}, True),
    ],
)
def test_a_screen_is_recognised(start: ModuleType, platform: str, environ: dict[str, str], screen: bool) -> None:
    assert start.has_screen(platform, environ) is screen


def test_without_arguments_the_example_opens_and_without_a_screen_its_tour(start: ModuleType) -> None:
    folder = Path("somewhere")
    assert start.program_arguments([], True, folder) == ["--example"]
    assert start.program_arguments([], False, folder) == ["tour", "somewhere"]


def test_a_tour_goes_into_a_folder_of_its_own(start: ModuleType, tmp_path: Path) -> None:
    names = ["common-ground-tour", "common-ground-tour-2", "common-ground-tour-3"]
    for name in names:
        folder = start.free_folder(tmp_path)
        assert folder == tmp_path / name
        folder.mkdir()


@pytest.mark.parametrize("screen", [True, False])
def test_arguments_are_handed_on_as_they_are(start: ModuleType, screen: bool) -> None:
    given = ["check", "our plan.cgplan", "--json"]
    assert start.program_arguments(given, screen, Path("unused")) == given


@pytest.mark.parametrize(
    ("arguments", "window"),
    [([], True), (["--example"], True), (["a.cgplan"], True), (["check", "a.cgplan"], False), (["tour", "x"], False)],
)
def test_only_a_window_needs_the_libraries_of_a_screen(start: ModuleType, arguments: list[str], window: bool) -> None:
    assert start.opens_window(arguments) is window


def test_the_libraries_wanted_depend_on_the_system_and_the_screen(start: ModuleType) -> None:
    everything = {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}
    assert start.needed_libraries("win32", everything, True) == {}
    assert start.needed_libraries("darwin", everything, True) == {}
    bare = start.needed_libraries("linux", everything, False)
    assert "libGL.so.1" in bare
    assert "libxcb-cursor.so.0" not in bare
    assert "libxcb-cursor.so.0" in start.needed_libraries("linux", {"DISPLAY": ":0"}, True)
    wayland = start.needed_libraries("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True)
    assert "libwayland-cursor.so.0" in wayland
    assert "libxcb-cursor.so.0" not in wayland


def test_missing_packages_are_named_once_and_in_order(start: ModuleType) -> None:
    wanted = {"libb.so": "two", "liba.so": "one", "libc.so": "two", "libd.so": "there"}
    assert start.missing_packages(wanted, True, found=lambda name: name == "libd.so") == ["one", "two"]
    assert start.missing_packages(wanted, True, found=lambda name: True) == []


def test_python_that_cannot_make_environments_needs_its_own_package(start: ModuleType) -> None:
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    assert start.missing_packages({}, False) == [f"python{version}-venv"]


def test_a_library_is_looked_for_where_the_system_looks(start: ModuleType) -> None:
    assert not start.is_there("libno-such-library-anywhere.so.99")


def test_the_advice_on_debian_is_one_command_to_copy(start: ModuleType) -> None:
    told = start.advice(["libgl1", "python3.11-venv"], ["libGL.so.1"], debian=True)
    commands = [line for line in told.splitlines() if "apt-get" in line]
    assert commands == [
        "  sudo apt-get update && sudo apt-get install -y --no-install-recommends libgl1 python3.11-venv"
    ]


def test_the_advice_elsewhere_names_what_is_missing(start: ModuleType) -> None:
    assert "libGL.so.1" in start.advice(["libgl1"], ["libGL.so.1"], debian=False)
    assert "venv" in start.advice(["python3.11-venv"], [], debian=False)


def test_nothing_is_installed_twice(start: ModuleType, tmp_path: Path) -> None:
    requirements, stamp = tmp_path / "requirements.txt", tmp_path / "stamp"
    requirements.write_text("one==1\n")
    assert not start.is_installed(requirements, stamp)
    stamp.write_text("something-else\n" + start.digest(requirements))
    assert start.is_installed(requirements, stamp)
    requirements.write_text("one==2\n")
    assert not start.is_installed(requirements, stamp)


@pytest.mark.parametrize(
    ("complaints", "reason"),
    [
        (["WARNING: Retrying after connection broken by 'X'", "ERROR: No matching distribution"], "cannot be reached"),
        (["WARNING: connection broken by 'CERTIFICATE_VERIFY_FAILED'", "ERROR: none"], "PIP_CERT"),
        (["ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device"], "disk is full"),
        (["ERROR: THESE PACKAGES DO NOT MATCH THE HASHES", "ERROR: again"], "THESE PACKAGES DO NOT MATCH THE HASHES"),
        ([], "no reason"),
    ],
)
def test_a_failed_installation_gives_its_reason(start: ModuleType, complaints: list[str], reason: str) -> None:
    assert reason in start.reason_of_failure(complaints)


def test_the_program_may_keep_its_compiled_modules(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    assert start.child_environment({"PYTHONDONTWRITEBYTECODE": "1", "HOME": "x"}, A="b") == {"HOME": "x", "A": "b"}
    became = {}

    def become(command: list[object], env: dict[str, str]) -> None:
        became.update(env)

    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setattr(start, "ensure_system", lambda window: None)
    monkeypatch.setattr(start, "ensure_environment", lambda requirements: None)
    monkeypatch.setattr(start, "go_on_as", become)
    start.run_program(["doctor"])
    assert became
    assert "PYTHONDONTWRITEBYTECODE" not in became


def test_the_program_is_compiled_once_after_the_set_up(
    start: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "planner").mkdir()
    (tmp_path / "planner" / "one.py").write_text("x = 1", encoding="utf-8")
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setattr(start, "ROOT", tmp_path)
    monkeypatch.setattr(start, "venv_python", lambda: Path(sys.executable))
    start.compile_program()
    assert list(tmp_path.glob("planner/**/one.*.pyc"))


def test_a_reason_to_stop_is_a_sentence_and_exit_code_1(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(window: bool) -> None:
        raise start.CannotStart("There is no such machine.")

    monkeypatch.setattr(start, "ensure_system", refuse)
    with pytest.raises(SystemExit) as stopped:
        start.main(["test"])
    assert stopped.value.code == "There is no such machine."


def test_an_old_python_is_told_in_one_sentence(project: Path) -> None:
    source = (project / "packaging" / "start.py").read_text("utf-8")
    pretend = "import sys; sys.version_info = (3, 8, 10, 'final', 0)\n"
    done = subprocess.run([sys.executable, "-c", pretend + source], capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stderr == "Common Ground needs Python 3.11 or newer; this is Python 3.8.\n"


def test_an_old_python_can_read_the_script_as_far_as_that_sentence(project: Path) -> None:
    import ast

    ast.parse((project / "packaging" / "start.py").read_text("utf-8"), feature_version=(3, 7))
