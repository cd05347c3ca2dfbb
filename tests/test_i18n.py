"""Texts are English as written until there is a catalogue."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from planner import i18n


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    i18n.use_language(None)


def test_english_is_as_written() -> None:
    assert i18n.use_language("en_GB")
    assert i18n._("Save a copy") == "Save a copy"
    assert [i18n._n("{n} goal", "{n} goals", n).format(n=n) for n in (0, 1, 2)] == ["0 goals", "1 goal", "2 goals"]


def test_a_catalogue_is_used_and_given_up_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "translations" / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    write_catalogue(folder / "planner.mo", {"Save a copy": "Kopie sichern"})
    monkeypatch.setattr("planner.assets._root", lambda: tmp_path)
    assert i18n.use_language("de")
    assert i18n._("Save a copy") == "Kopie sichern"
    assert i18n._("not in the catalogue") == "not in the catalogue"
    assert i18n._("") == ""
    assert i18n.use_language(None)
    assert i18n._("Save a copy") == "Save a copy"


def test_an_unknown_language_is_english() -> None:
    assert not i18n.use_language("tlh")
    assert i18n._("Save a copy") == "Save a copy"


def test_english_costs_no_import() -> None:
    code = "import sys; from planner.i18n import _; _('x'); sys.exit('gettext' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parent.parent).returncode == 0


def write_catalogue(path: Path, texts: dict[str, str]) -> None:
    from babel.messages import Catalog
    from babel.messages.mofile import write_mo

    catalogue = Catalog(charset="utf-8")
    for source, translation in texts.items():
        catalogue.add(source, translation)
    with path.open("wb") as file:
        write_mo(file, catalogue)
