"""Texts are English as written until there is a catalogue."""

import ast
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


def test_the_language_of_a_country_is_spoken_where_the_country_has_none_of_its_own() -> None:
    assert i18n.use_language("de_AT")
    assert i18n.language() == "de"
    assert i18n._("Goals") == "Ziele"


def test_forms_that_were_marked_are_translated_where_they_are_shown() -> None:
    forms = i18n.mark_n("{n} goal", "{n} goals")
    assert i18n._n(*forms, 2).format(n=2) == "2 goals"
    i18n.use_language("de")
    assert [i18n._n(*forms, n).format(n=n) for n in (1, 2)] == ["1 Ziel", "2 Ziele"]


def test_figures_and_amounts_are_written_as_the_language_does() -> None:
    assert i18n.figure("1,234.5") == "1,234.5"
    assert [i18n.in_currency(sign, "515", "k") for sign in ("€", "CHF ", "")] == ["€515k", "CHF 515k", "515k"]
    assert i18n.in_currency("€", "", "k") == "€k"
    i18n.use_language("de")
    assert i18n.figure("1,234.5") == "1.234,5"
    assert [i18n.in_currency(sign, "515", "k") for sign in ("€", "CHF ", "")] == [
        "515\u00a0T€", "515\u00a0TCHF", "515\u00a0T",
    ]  # fmt: skip
    assert [i18n.in_currency("€", "1,9", unit) for unit in ("", "m", "bn")] == [
        "1,9\u00a0€", "1,9\u00a0M€", "1,9\u00a0Mrd.\u00a0€",
    ]  # fmt: skip
    assert i18n.in_currency("€", "", "k") == "T€"


def test_words_within_a_sentence_and_in_quotation_marks() -> None:
    assert [i18n.in_sentence(words) for words in ("Sales", "IT", "")] == ["sales", "IT", ""]
    assert i18n.quoted("so") == "“so”"
    i18n.use_language("de")
    assert i18n.in_sentence("Vertrieb") == "Vertrieb"
    assert i18n.quoted("so") == "„so“"


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"LANG": "de_DE.UTF-8"}, "de_DE"), ({"LANG": "C.UTF-8"}, None), ({"LANG": "de_DE", "LC_ALL": "C"}, None),
        ({"LANG": "de_DE", "LANGUAGE": "en_GB:en"}, "en_GB"),
    ],
)  # fmt: skip
def test_the_language_of_this_computer(
    given: dict[str, str], code: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    assert i18n.system_language() == code


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


def on_import(tree: ast.Module) -> Iterator[int]:
    """Lines on which something is translated when the module is imported, before the language is known."""
    names = {
        alias.asname or alias.name
        for node in tree.body
        if isinstance(node, ast.ImportFrom) and node.module == "planner.i18n"
        for alias in node.names
        if alias.name in ("_", "_n", "quoted", "figure", "in_currency", "in_sentence")
    }
    waiting: list[ast.AST] = list(tree.body)
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            waiting += [one for one in (*node.args.defaults, *node.args.kw_defaults) if one is not None]
            continue
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
            yield node.lineno
        waiting += ast.iter_child_nodes(node)


def test_nothing_is_translated_before_the_language_is_known(project: Path) -> None:
    """Mark it where it is declared, and translate it where it is shown."""
    early = [
        f"{path.relative_to(project)}:{line}"
        for path in sorted((project / "planner").rglob("*.py"))
        for line in on_import(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert early == []
