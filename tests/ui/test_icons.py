"""Icons are there for every place that names one, and take the colour of the theme."""

import ast
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from planner.ui.icons import icon, qicon
from planner.ui.theme import install, set_theme


def test_an_icon_is_sharp_on_a_dense_screen(qapp: QApplication) -> None:
    shown = icon("plus", 16, QColor("#BF5016"), ratio=2.0)
    assert (shown.width(), shown.deviceIndependentSize().width()) == (32, 16)
    assert shown.toImage().pixelColor(16, 16).name() == "#bf5016"


def test_an_icon_follows_the_theme(qapp: QApplication) -> None:
    install(qapp, "light")
    before = icon("check", 16, "ink").toImage()
    set_theme(qapp, "dark")
    assert icon("check", 16, "ink").toImage() != before
    set_theme(qapp, "light")


def test_a_missing_icon_is_an_error(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon")


def test_an_icon_that_is_missing_in_a_weight_is_drawn_in_the_regular_one(qapp: QApplication) -> None:
    assert icon("house", weight="bold").toImage() == icon("house").toImage()


def test_an_action_gets_an_icon(qapp: QApplication) -> None:
    assert not qicon("gear-six").isNull()


def test_every_icon_named_in_the_window_exists(project: Path) -> None:
    there = {path.stem for path in (project / "resources" / "icons").glob("*/*.svg")}
    named = set()
    for source in (project / "planner" / "ui").rglob("*.py"):
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                named |= {
                    k.value.value
                    for k in node.keywords
                    if k.arg == "icon" and isinstance(k.value, ast.Constant) and k.value.value
                }
                if getattr(node.func, "id", "") == "IconButton" and isinstance(node.args[0], ast.Constant):
                    named.add(node.args[0].value)
    assert named <= there
