"""Every catalogue is whole: what the program shows is translated, keeps its placeholders, and is compiled."""

import importlib.util
import string
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="module")
def tools(project: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("translations", project / "packaging" / "translations.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def wanted(tools: ModuleType) -> set[str | tuple[str, str]]:
    found: set[str | tuple[str, str]] = tools.texts()
    return found


def placeholders(text: str) -> set[str]:
    return {f"{name}:{spec}" for _words, name, spec, _conversion in string.Formatter().parse(text) if name is not None}


def test_there_is_german(tools: ModuleType) -> None:
    assert "de" in tools.languages()


def test_texts_come_from_code_declarations_and_data(wanted: set[str | tuple[str, str]]) -> None:
    assert {"Undo", "&Undo", "In review", "Whom to ask", "a budget line", ("{n} goal", "{n} goals")} & wanted >= {
        "&Undo", "In review", "a budget line", ("{n} goal", "{n} goals"),
    }  # fmt: skip
    assert any(isinstance(text, str) and text.startswith("What happened with our customers") for text in wanted)


def test_each_catalogue_holds_the_texts_of_the_program_and_no_others(
    tools: ModuleType, wanted: set[str | tuple[str, str]]
) -> None:
    """Run packaging/translations.py after a text has changed."""
    for code in tools.languages():
        held = {message.id for message in tools.catalogue(code) if message.id}
        assert held ^ wanted == set(), code


def test_each_catalogue_is_translated(tools: ModuleType) -> None:
    for code in tools.languages():
        assert tools.untranslated(tools.catalogue(code)) == [], code


def test_translations_keep_placeholders_mnemonics_and_blanks_at_the_ends(tools: ModuleType) -> None:
    wrong = []
    for code in tools.languages():
        for message in tools.catalogue(code):
            if not message.id:
                continue
            for source, said in zip(tools.forms(message.id), tools.forms(message.string), strict=True):
                kept = placeholders(said) == placeholders(source) or (
                    message.pluralizable and placeholders(said) < placeholders(source)
                )
                blanks = (source[:1] == " ", source[-1:] == " ", source.count("\n"))
                if not kept or source.count("&") != said.count("&"):
                    wrong.append((code, source, said))
                if source[:1] not in ",;" and blanks != (said[:1] == " ", said[-1:] == " ", said.count("\n")):
                    wrong.append((code, source, said))
    assert wrong == []


def test_the_compiled_catalogue_is_made_from_the_written_one(tools: ModuleType, project: Path) -> None:
    for code in tools.languages():
        folder = project / "resources" / "translations" / code / "LC_MESSAGES"
        source = tools.catalogue(code)
        assert (folder / "planner.mo").read_bytes() == tools.mo_bytes(source)
        assert (folder / "planner.po").read_bytes() == tools.po_bytes(source)


def test_a_catalogue_names_neither_places_nor_dates(tools: ModuleType, project: Path) -> None:
    for code in tools.languages():
        text = (project / "resources" / "translations" / code / "LC_MESSAGES" / "planner.po").read_text("utf-8")
        assert "#: " not in text
        assert "Date" not in text.partition("\n\n")[0] + text.split("\n\n")[1]


def test_what_was_translated_stays_when_texts_come_and_go(tools: ModuleType) -> None:
    old = tools.renewed(tools.Plain(locale="de", charset="utf-8"), {"Goal", "Gone", ("{n} goal", "{n} goals")})
    old["Goal"].string = "Ziel"
    old["{n} goal"].string = ("{n} Ziel", "{n} Ziele")
    new = tools.renewed(old, {"Goal", "New", ("{n} goal", "{n} goals")})
    assert {message.id: message.string for message in new if message.id} == {
        "Goal": "Ziel", "New": "", ("{n} goal", "{n} goals"): ("{n} Ziel", "{n} Ziele"),
    }  # fmt: skip
    assert tools.untranslated(new) == ["New"]


def test_a_reworded_plural_is_looked_at_again(tools: ModuleType) -> None:
    old = tools.renewed(tools.Plain(locale="de", charset="utf-8"), {("{n} goal", "{n} goals")})
    old["{n} goal"].string = ("{n} Ziel", "{n} Ziele")
    new = tools.renewed(old, {("{n} goal", "{n} of the goals")})
    assert tools.untranslated(new) == [("{n} goal", "{n} of the goals")]
